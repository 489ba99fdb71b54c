import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getConnInfo } from "@hono/node-server/conninfo";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { createApp } from "../app.ts";
import { hasParticipant, watchMailbox } from "../intake/node.ts";
import { type Job, startJobs } from "../jobs.ts";
import { createKeeper, type Keeper, LedgerFault } from "../ledger/index.ts";
import { systemClock } from "../platform/clock.ts";
import type { Platform } from "../platform/context.ts";
import { ownersHand } from "../platform/database/owner.ts";
import { checkLogin, type OpenDatabase, openPostgres } from "../platform/database/postgres.ts";
import { protectiveHeaders } from "../platform/http/middleware.ts";
import { randomIds } from "../platform/ids.ts";
import { createSecrets, fromBase64Url, toBase64Url } from "../platform/keys/crypto.ts";
import { createSigning } from "../platform/keys/signing.ts";
import { createVault, type KeyEncryptionKey } from "../platform/keys/vault.ts";
import { consoleLog, type Log } from "../platform/log.ts";
import { fetchFromNode } from "../platform/outside/from-node.ts";
import { originOf } from "../platform/rate-limit/address.ts";
import { EnvironmentFault, isLoopback, type NodeEnvironment } from "./env.ts";
import { type Answering, openServer } from "./node-server.ts";
import { type OpenLedger, openLedger } from "./open-ledger.ts";

export interface OpenPlatform {
  platform: Platform;
  /** Where the ledger is kept; undefined where it is nowhere. */
  ledger: OpenLedger | undefined;
  keeper: Keeper | undefined;
  close(): Promise<void>;
}

/** The platform on Node: a PostgreSQL server where DATABASE_URL names one, else one inside this process. */
export async function openPlatform(
  env: NodeEnvironment,
  publicUrl: string,
  log: Log = consoleLog,
): Promise<OpenPlatform> {
  const given = givenKeys(env);
  return platformOn(await openDatabase(env), { env, given, publicUrl, log });
}

/**
 * The same as the owner of the tables, for the operator's commands: with MIGRATE_DATABASE_URL, or on the embedded
 * database. Without that URL they run in the service's login, and may be refused what takes two persons.
 */
export async function openPlatformAsOwner(env: NodeEnvironment, publicUrl: string): Promise<OpenPlatform> {
  const { MIGRATE_DATABASE_URL: owner } = env;
  const given = givenKeys(env);
  const opened = env.DATABASE_URL && owner ? openPostgres(owner, 2) : await openDatabase(env);
  const database = env.DATABASE_URL ? opened : { ...opened, db: ownersHand(opened.db) };
  return platformOn(database, { env, given, publicUrl, log: consoleLog });
}

interface Installing {
  env: NodeEnvironment;
  given: ReturnType<typeof givenKeys>;
  publicUrl: string;
  log: Log;
}

async function platformOn(
  database: OpenDatabase,
  { env, given, publicUrl, log }: Installing,
): Promise<OpenPlatform> {
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
  const ledger = await openLedger(env, secret);
  const keeper = ledger && createKeeper(platform, ledger);
  return {
    platform: { ...platform, ...(keeper && { ledger: keeper }) },
    ledger,
    keeper,
    close: database.close,
  };
}

async function openDatabase(env: NodeEnvironment): Promise<OpenDatabase> {
  if (!env.DATABASE_URL) {
    // Only then: it is a whole PostgreSQL to load.
    const { openEmbedded } = await import("../platform/database/embedded.ts");
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
  requireModestExposure(env);
  let answer: Answering = () => new Response(null, { status: 503, headers: protectiveHeaders });
  const server = openServer((request, bindings) => answer(request, bindings)).listen(env.PORT, env.HOST);
  const closeServer = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  try {
    await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : env.PORT;
    const url = env.PUBLIC_URL ?? `http://${env.HOST}:${port}`;
    const { platform, ledger, keeper, close } = await openPlatform(env, url, log);
    await requireServable(keeper).catch(closing(close));
    await requireMailParticipant(platform, env).catch(closing(close));
    const app = createApp(platform, {
      hsdsOpen: env.HSDS_OPEN,
      demoSignIn: env.DEMO_SIGN_IN,
      rates: env.RATE_LIMITS,
      corsOrigins: env.CORS_ORIGINS,
      addressOf: (c) =>
        originOf(getConnInfo(c).remote.address, c.req.header("x-forwarded-for"), env.TRUSTED_PROXIES),
    });
    answer = (request, bindings) => app.fetch(request, bindings);
    const jobs = startJobs(platform, [...mailboxJobs(env), ...ledgerJobs(keeper)]);
    const stop = () => closeServer().then(jobs.stop).then(close);
    return { url, platform, ledger, keeper, close: stop };
  } catch (error) {
    await closeServer();
    throw error;
  }
}

async function requireMailParticipant(platform: Platform, { MAIL_PARTICIPANT: whose }: NodeEnvironment) {
  if (whose && !(await hasParticipant(platform, whose)))
    throw new EnvironmentFault("MAIL_PARTICIPANT: must be the id of a participant of this service");
}

/** The mailbox that the environment names is looked into every minute. */
function mailboxJobs({
  MAILBOX_URL: url,
  MAILBOX_PASSWORD: password,
  MAIL_PARTICIPANT: whose,
}: NodeEnvironment): Job[] {
  return url && password && whose ? [watchMailbox({ url, password }, whose)] : [];
}

/** A database that knows less than the ledger beside it is an older one. */
async function requireServable(keeper: Keeper | undefined): Promise<void> {
  await keeper?.check().catch((error: unknown) => {
    const why = error instanceof LedgerFault ? error.message : "it cannot be asked for what was taken away";
    throw new EnvironmentFault(`the ledger: ${why}`);
  });
}

/** What acts do not bring to the ledger themselves, and whether it knows more than the database. */
const ledgerJobs = (keeper: Keeper | undefined): Job[] =>
  keeper
    ? [
        { name: "keepLedger", run: keeper.keep, every: 1_000 },
        { name: "watchLedger", run: keeper.watch, every: 60_000 },
        { name: "tidyLedger", run: keeper.tidy, every: 3_600_000 },
      ]
    : [];

/** What the embedded database is for: to try the service, and small installations behind a proxy of their own. */
function requireModestExposure(env: NodeEnvironment): void {
  if (isLoopback(env.HOST)) return;
  if (!env.DATABASE_URL && !env.EMBEDDED_BEYOND_LOOPBACK)
    throw new EnvironmentFault(
      "HOST: must be a loopback address with the embedded database, unless EMBEDDED_BEYOND_LOOPBACK is true",
    );
  if (!env.PUBLIC_URL) throw new EnvironmentFault("PUBLIC_URL: is needed where HOST is no loopback address");
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
  const keyEncryptionKeys = env.KEY_ENCRYPTION_KEYS;
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
  if (env.DATABASE_URL) refuseTriedKeys(env);
  return secret && signingKeys && keyEncryptionKeys && { secret, signingKeys, keyEncryptionKeys };
}

/** Keys that were made beside an embedded database may lie in every copy of its folder. */
function refuseTriedKeys(env: NodeEnvironment): void {
  const path = env.DATA_DIR && join(env.DATA_DIR, "keys.json");
  if (!path || !existsSync(path)) return;
  const kept: Partial<MadeKeys> = JSON.parse(readFileSync(path, "utf8"));
  const known = new Set([
    ...(kept.SIGNING_KEYS ?? []).map(({ d }) => d),
    ...(kept.KEY_ENCRYPTION_KEYS ?? []).map(({ k }) => k),
  ]);
  const reused = [
    env.SECRET && kept.SECRET === toBase64Url(env.SECRET) && "SECRET",
    env.SIGNING_KEYS?.some(({ d }) => known.has(d)) && "SIGNING_KEYS",
    env.KEY_ENCRYPTION_KEYS?.some(({ k }) => known.has(k)) && "KEY_ENCRYPTION_KEYS",
  ].filter((name) => typeof name === "string");
  if (reused.length > 0)
    throw new EnvironmentFault(
      reused
        .map((name) => `${name}: is that of the embedded database in DATA_DIR; make a new one`)
        .join("\n"),
    );
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
    keyEncryptionKeys: env.KEY_ENCRYPTION_KEYS ?? keys.KEY_ENCRYPTION_KEYS,
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
