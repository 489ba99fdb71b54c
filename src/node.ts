import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { createApp } from "./app.ts";
import { EnvironmentFault, isLoopback, type NodeEnvironment, readKeyEncryptionKeys } from "./env.ts";
import { startJobs } from "./jobs.ts";
import { requireErased } from "./ledger.ts";
import { systemClock } from "./platform/clock.ts";
import type { Platform } from "./platform/context.ts";
import { createSecrets, fromBase64Url, toBase64Url } from "./platform/crypto.ts";
import { randomIds } from "./platform/ids.ts";
import { consoleLog, type Log } from "./platform/log.ts";
import { fetchFromNode } from "./platform/outside/from-node.ts";
import { checkLogin, type OpenDatabase, openPostgres } from "./platform/postgres.ts";
import { createSigning } from "./platform/signing.ts";
import { createVault, type KeyEncryptionKey } from "./platform/vault.ts";

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
  const given = givenKeys(env);
  const database = await openDatabase(env);
  // Made only once the folder is ours.
  const { secret, signingKeys, keyEncryptionKeys } = given ?? (await keptKeys(env));
  const platform: Platform = {
    db: database.db,
    now: systemClock,
    newId: randomIds,
    secrets: createSecrets(secret),
    signing: await createSigning(publicUrl, signingKeys),
    vault: await createVault(keyEncryptionKeys),
    longestStream: env.IMPORT_MEBIBYTES * 1024 ** 2,
    log,
    fetchOutside: fetchFromNode(new URL(publicUrl).protocol === "http:"),
    verifyAfterDays: env.VERIFY_AFTER_DAYS,
    sessionLimits: { idle: env.SESSION_IDLE_MINUTES, absolute: env.SESSION_HOURS },
  };
  return { platform, close: database.close };
}

async function openDatabase(env: NodeEnvironment): Promise<OpenDatabase> {
  if (!env.DATABASE_URL) {
    // Only then: it is a whole PostgreSQL to load.
    const { openEmbedded } = await import("./platform/embedded.ts");
    return openEmbedded(env.DATA_DIR);
  }
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
    if (env.ERASURE_LEDGER) await requireErased(platform, env.ERASURE_LEDGER).catch(closing(close));
    const app = createApp(platform, { hsdsOpen: env.HSDS_OPEN, demoSignIn: env.DEMO_SIGN_IN });
    answer = (request) => app.fetch(request);
    const jobs = startJobs(platform);
    const stop = () => closeServer().then(jobs.stop).then(close);
    return { url, platform, close: stop };
  } catch (error) {
    await closeServer();
    throw error;
  }
}

const closing = (close: () => Promise<void>) => async (error: unknown) => {
  await close();
  throw error;
};

interface Keys {
  secret: Uint8Array<ArrayBuffer>;
  signingKeys: readonly JWK[];
  keyEncryptionKeys: readonly KeyEncryptionKey[];
}

/** The environment's keys. A server's are needed there; beside an embedded database they may be made and kept. */
function givenKeys(env: NodeEnvironment): Keys | undefined {
  const { SECRET: secret, SIGNING_KEYS: signingKeys } = env;
  const keyEncryptionKeys = givenKeyEncryptionKeys(env);
  const missing = [
    !secret && "SECRET",
    !signingKeys && "SIGNING_KEYS",
    !keyEncryptionKeys && "KEY_ENCRYPTION_KEYS",
    !env.PUBLIC_URL && !isLoopback(env.HOST) && "PUBLIC_URL",
  ];
  if (env.DATABASE_URL && missing.some(Boolean))
    throw new EnvironmentFault(
      missing
        .flatMap((name) => (name ? [`${name}: is needed with DATABASE_URL (see \`handreiking keys\`)`] : []))
        .join("\n"),
    );
  return secret && signingKeys && keyEncryptionKeys && { secret, signingKeys, keyEncryptionKeys };
}

function givenKeyEncryptionKeys({ KEY_ENCRYPTION_KEYS, KEY_ENCRYPTION_KEYS_FILE: file }: NodeEnvironment) {
  if (KEY_ENCRYPTION_KEYS || !file) return KEY_ENCRYPTION_KEYS;
  if (!existsSync(file)) throw new EnvironmentFault("KEY_ENCRYPTION_KEYS_FILE: must name a file");
  return readKeyEncryptionKeys(readFileSync(file, "utf8"));
}

async function keptKeys(env: NodeEnvironment): Promise<Keys> {
  const path = env.DATA_DIR && join(env.DATA_DIR, "keys.json");
  const kept: Partial<MadeKeys> = path && existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  // A folder of an earlier version lacks the kinds that came later.
  const keys = { ...(await makeKeys()), ...kept };
  if (path) writeFileSync(path, JSON.stringify(keys), { mode: 0o600 });
  return {
    secret: env.SECRET ?? fromBase64Url(keys.SECRET) ?? new Uint8Array(),
    signingKeys: env.SIGNING_KEYS ?? keys.SIGNING_KEYS,
    keyEncryptionKeys: givenKeyEncryptionKeys(env) ?? keys.KEY_ENCRYPTION_KEYS,
  };
}

interface MadeKeys {
  SECRET: string;
  SIGNING_KEYS: JWK[];
  KEY_ENCRYPTION_KEYS: KeyEncryptionKey[];
}

/** A new secret, signing key and key-encryption key, by the names of their environment variables. */
export async function makeKeys(): Promise<MadeKeys> {
  const { privateKey } = await generateKeyPair("EdDSA", { extractable: true });
  return {
    SECRET: toBase64Url(crypto.getRandomValues(new Uint8Array(32))),
    SIGNING_KEYS: [await exportJWK(privateKey)],
    KEY_ENCRYPTION_KEYS: [await makeKeyEncryptionKey()],
  };
}

/** Named by the beginning of its thumbprint (RFC 7638). */
async function makeKeyEncryptionKey(): Promise<KeyEncryptionKey> {
  const key = { kty: "oct", k: toBase64Url(crypto.getRandomValues(new Uint8Array(32))) } as const;
  return { ...key, kid: (await calculateJwkThumbprint(key)).slice(0, 12) };
}
