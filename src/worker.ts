import { createApp } from "./app.ts";
import { readSharedEnvironment } from "./env.ts";
import { systemClock } from "./platform/clock.ts";
import { createSecrets } from "./platform/crypto.ts";
import { randomIds } from "./platform/ids.ts";
import { consoleLog } from "./platform/log.ts";
import { openPostgres } from "./platform/postgres.ts";
import { createSigning } from "./platform/signing.ts";

/** Bindings of wrangler.toml, and the shared variables of the environment. */
interface Bindings {
  /** Created with caching disabled: a cached read would outlive a withdrawal. */
  HYPERDRIVE: { connectionString: string };
}

interface Lifetime {
  waitUntil(work: Promise<unknown>): void;
}

/** The same service on Cloudflare Workers. A connection lives as long as its request; Hyperdrive keeps the pool. */
export default {
  async fetch(request: Request, bindings: Bindings, lifetime: Lifetime): Promise<Response> {
    const env = readSharedEnvironment({ ...bindings });
    const database = openPostgres(bindings.HYPERDRIVE.connectionString, 1);
    const platform = {
      db: database.db,
      now: systemClock,
      newId: randomIds,
      secrets: createSecrets(env.SECRET),
      signing: await createSigning(env.PUBLIC_URL, env.SIGNING_KEYS),
      log: consoleLog,
      verifyAfterDays: env.VERIFY_AFTER_DAYS,
    };
    const app = createApp(platform, { hsdsOpen: env.HSDS_OPEN });
    try {
      return await app.fetch(request);
    } finally {
      lifetime.waitUntil(database.close());
    }
  },
};
