import { createApp } from "../app.ts";
import { takeMail } from "../intake/index.ts";
import { runDue } from "../jobs.ts";
import { createKeeper, createS3Target, deriveLedgerKey, type KeeperMemory } from "../ledger/index.ts";
import { asJob } from "../permissions.ts";
import { systemClock } from "../platform/clock.ts";
import type { Platform } from "../platform/context.ts";
import { cachesReads } from "../platform/database/cached-reads.ts";
import { openPostgres } from "../platform/database/postgres.ts";
import { protectiveHeaders } from "../platform/http/middleware.ts";
import { randomIds } from "../platform/ids.ts";
import { createSecrets } from "../platform/keys/crypto.ts";
import { createSigning } from "../platform/keys/signing.ts";
import { createVault } from "../platform/keys/vault.ts";
import { consoleLog } from "../platform/log.ts";
import { fetchStrictlyPublic } from "../platform/outside/outside.ts";
import type { Shares } from "../platform/rate-limit/meter.ts";
import { runSafely } from "../platform/run-safely.ts";
import { EnvironmentFault, readSharedEnvironment, type SharedEnvironment } from "./env.ts";

/** Bindings of wrangler.toml, and the shared variables of the environment. */
interface Bindings {
  /** Created with caching disabled: a cached read would outlive a withdrawal. */
  HYPERDRIVE: { connectionString: string };
}

/** A mail as Cloudflare hands it over: its ways to answer, to reject and to pass it on are never used. */
interface IncomingMail {
  raw: ReadableStream<Uint8Array>;
}

interface Lifetime {
  waitUntil(work: Promise<unknown>): void;
}

/** Of this isolate: what it has leased of the callers' quotas. */
const shares: Shares = new Map();

/** Of this isolate: how the ledger stands, and when that was last asked for. */
const ledgerMemory: KeeperMemory = { standing: "kept" };

/** In a store, where one is named: a Worker has no folder. */
async function openKeeper(env: SharedEnvironment, platform: Platform) {
  const { LEDGER_S3_URL: url, LEDGER_S3_REGION: region = "auto", LEDGER_DAYS: days } = env;
  const { LEDGER_S3_ACCESS_KEY_ID: accessKeyId, LEDGER_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!url || !accessKeyId || !secretAccessKey) return undefined;
  const [first, ...others] = await Promise.all((env.LEDGER_KEY ?? [env.SECRET]).map(deriveLedgerKey));
  if (!first) return undefined;
  const target = createS3Target({ url, region, accessKeyId, secretAccessKey });
  return createKeeper(platform, { target, keys: [first, ...others], days, memory: ledgerMemory });
}

const openPlatform = async (bindings: Bindings) => {
  const env = readSharedEnvironment({ ...bindings });
  const database = openPostgres(bindings.HYPERDRIVE.connectionString, 1);
  const platform = {
    db: database.db,
    now: systemClock,
    newId: randomIds,
    secrets: createSecrets(env.SECRET),
    signing: await createSigning(env.PUBLIC_URL, env.SIGNING_KEYS),
    vault: await createVault(env.KEY_ENCRYPTION_KEYS),
    verifyAfterDays: env.VERIFY_AFTER_DAYS,
    sessionLimits: { idle: env.SESSION_IDLE_MINUTES, absolute: env.SESSION_HOURS },
    longestStream: env.IMPORT_MEBIBYTES * 1024 ** 2,
    log: consoleLog,
    fetchOutside: fetchStrictlyPublic,
  };
  const keeper = await openKeeper(env, platform);
  return { env, database, platform: { ...platform, ...(keeper && { ledger: keeper }) }, keeper };
};

/** Of this isolate: until when reads are known to come from the database itself. */
let readsKnownUntil = 0;
const minute = 60_000;

/**
 * Nothing is served, and no job is run, while reads are answered from a cache, or nobody knows whether they are. The
 * alarm is a line of the log.
 */
async function readsItself(platform: Platform): Promise<boolean> {
  const now = platform.now().getTime();
  if (now >= readsKnownUntil)
    await runSafely(platform, "checkReads", async () => {
      if (await cachesReads(platform.db)) throw new ReadsAreCached();
      readsKnownUntil = now + minute;
    });
  return now < readsKnownUntil;
}

class ReadsAreCached extends Error {
  override readonly name = "ReadsAreCached";
}

const isFile = (response?: Response): response is Response & { body: ReadableStream } =>
  Boolean(response?.body && response.headers.has("content-disposition"));

/** The same service on Cloudflare Workers. A connection lives as long as its request; Hyperdrive keeps the pool. */
export default {
  async fetch(request: Request, bindings: Bindings, lifetime: Lifetime): Promise<Response> {
    const { env, database, platform, keeper } = await openPlatform(bindings);
    await keeper?.watchSometimes();
    const app = createApp(platform, {
      hsdsOpen: env.HSDS_OPEN,
      rates: env.RATE_LIMITS,
      corsOrigins: env.CORS_ORIGINS,
      // Isolates are many and short-lived: they lease little.
      meter: { shares, leases: 60, waits: false },
      // Set by Cloudflare itself, whatever a caller sends.
      addressOf: (c) => c.req.header("cf-connecting-ip"),
    });
    let response: Response | undefined;
    try {
      response = (await readsItself(platform))
        ? await app.fetch(request)
        : new Response(null, { status: 503, headers: { ...protectiveHeaders, "retry-after": "60" } });
    } finally {
      if (!isFile(response)) lifetime.waitUntil(database.close());
    }
    if (!isFile(response)) return response;
    // A file is still being read from the database while it is answered.
    const { readable, writable } = new TransformStream();
    const sent = response.body.pipeTo(writable).catch(() => {});
    lifetime.waitUntil(sent.then(database.close));
    return new Response(readable, response);
  },
  /** What fails is thrown: the sending server tries again, and nobody is told anything. */
  async email({ raw }: IncomingMail, bindings: Bindings): Promise<void> {
    const { env, database, platform } = await openPlatform(bindings);
    try {
      if (!(await readsItself(platform))) throw new ReadsAreCached();
      if (!env.MAIL_PARTICIPANT) throw new EnvironmentFault("MAIL_PARTICIPANT: is needed to take mail");
      await takeMail({ ...asJob(platform, env.MAIL_PARTICIPANT), operationId: "takeMail" }, raw);
    } catch (error) {
      // Logged by name, and thrown without what was said of it: the platform logs what it is thrown.
      await runSafely(platform, "takeMail", () => Promise.reject(error));
      throw new Error("the mail was not taken");
    } finally {
      await database.close();
    }
  },
  /** By the clock of wrangler.toml. */
  async scheduled(_: unknown, bindings: Bindings): Promise<void> {
    const { database, platform, keeper } = await openPlatform(bindings);
    try {
      await keeper?.watch();
      await keeper?.keep();
      if (!(await readsItself(platform))) return;
      if (platform.now().getUTCMinutes() === 0)
        await runSafely(platform, "tidyLedger", async () => keeper?.tidy());
      await runDue(platform);
    } finally {
      await database.close();
    }
  },
};
