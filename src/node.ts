import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { exportJWK, generateKeyPair, type JWK } from "jose";
import { createApp } from "./app.ts";
import { EnvironmentFault, type NodeEnvironment } from "./env.ts";
import { systemClock } from "./platform/clock.ts";
import type { Platform } from "./platform/context.ts";
import { createSecrets, fromBase64Url, toBase64Url } from "./platform/crypto.ts";
import { inMemory, openEmbedded } from "./platform/embedded.ts";
import { randomIds } from "./platform/ids.ts";
import { consoleLog, type Log } from "./platform/log.ts";
import { checkLogin, type OpenDatabase, openPostgres } from "./platform/postgres.ts";
import { createSigning } from "./platform/signing.ts";

export interface OpenPlatform {
  platform: Platform;
  close(): Promise<void>;
}

/** The platform on Node: a PostgreSQL server where DATABASE_URL names one, else one inside this process. */
export async function openPlatform(
  env: NodeEnvironment,
  publicUrl: string,
  log: Log = consoleLog,
): Promise<OpenPlatform> {
  const { secret, signingKeys } = await keysOf(env);
  const database = await openDatabase(env);
  const platform: Platform = {
    db: database.db,
    now: systemClock,
    newId: randomIds,
    secrets: createSecrets(secret),
    signing: await createSigning(publicUrl, signingKeys),
    log,
  };
  return { platform, close: database.close };
}

async function openDatabase(env: NodeEnvironment): Promise<OpenDatabase> {
  if (!env.DATABASE_URL) return openEmbedded(env.DATA_DIR);
  const database = openPostgres(env.DATABASE_URL, env.DATABASE_CONNECTIONS);
  try {
    await checkLogin(database.db);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

export interface Service extends OpenPlatform {
  url: string;
}

/** Starts the service. With PORT 0 it takes a free port, and its public address is that one. */
export async function startService(env: NodeEnvironment, log?: Log): Promise<Service> {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = serve({ fetch: (request) => answer(request), port: env.PORT, hostname: env.HOST });
  const closeServer = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
  try {
    await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : env.PORT;
    const url = env.PUBLIC_URL ?? `http://${env.HOST}:${port}`;
    const { platform, close } = await openPlatform(env, url, log);
    const app = createApp(platform);
    answer = (request) => app.fetch(request);
    return { url, platform, close: () => closeServer().then(close) };
  } catch (error) {
    await closeServer();
    throw error;
  }
}

interface Keys {
  secret: Uint8Array<ArrayBuffer>;
  signingKeys: readonly JWK[];
}

/** With the embedded database keys are made on the first start and kept beside it; a server's are given. */
async function keysOf(env: NodeEnvironment): Promise<Keys> {
  const { SECRET: secret, SIGNING_KEYS: signingKeys } = env;
  if (secret && signingKeys) return { secret, signingKeys };
  if (env.DATABASE_URL) {
    const missing = [!secret && "SECRET", !signingKeys && "SIGNING_KEYS", !env.PUBLIC_URL && "PUBLIC_URL"];
    throw new EnvironmentFault(
      missing
        .flatMap((name) => (name ? [`${name}: is needed with DATABASE_URL (see \`handreiking keys\`)`] : []))
        .join("\n"),
    );
  }
  const kept = await keptKeys(env.DATA_DIR);
  return { secret: secret ?? kept.secret, signingKeys: signingKeys ?? kept.signingKeys };
}

async function keptKeys(folder: string): Promise<Keys> {
  const path = join(folder, "keys.json");
  if (folder === inMemory) return readKeys(await makeKeys());
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, JSON.stringify(await makeKeys()), { mode: 0o600 });
  }
  return readKeys(JSON.parse(readFileSync(path, "utf8")));
}

function readKeys({ SECRET, SIGNING_KEYS }: { SECRET: string; SIGNING_KEYS: JWK[] }): Keys {
  return { secret: fromBase64Url(SECRET) ?? new Uint8Array(), signingKeys: SIGNING_KEYS };
}

/** A new secret and a new signing key, by the names of their environment variables. */
export async function makeKeys(): Promise<{ SECRET: string; SIGNING_KEYS: JWK[] }> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  return {
    SECRET: toBase64Url(crypto.getRandomValues(new Uint8Array(32))),
    SIGNING_KEYS: [await exportJWK(privateKey)],
  };
}
