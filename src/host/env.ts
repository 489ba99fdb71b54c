import { z } from "zod";
import { isNetwork, type TrustedProxies } from "../platform/rate-limit/address.ts";
import type { Rate } from "../platform/rate-limit/rate.ts";
import { standardRates } from "../rates.ts";
import { looksRandom, notRandom } from "./random-bytes.ts";

/** What is wrong with the environment: each line names a variable, never its value. */
export class EnvironmentFault extends Error {}

const loopback = new Set(["127.0.0.1", "localhost", "[::1]", "::1"]);

export const isLoopback = (host: string) => loopback.has(host);

const PublicUrl = z
  .url({ protocol: /^https?$/, error: "must be an absolute http or https URL" })
  .refine(
    (url) => URL.canParse(url) && new URL(url).origin === url,
    "must be an origin: no path, no slash at the end",
  )
  .refine(
    (url) => URL.canParse(url) && (url.startsWith("https:") || isLoopback(new URL(url).hostname)),
    "must be https unless it is a loopback address",
  );

const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" });

const Secret = z
  .string()
  .refine((value) => decoded(value).length >= 32, "must be at least 32 random bytes in base64")
  .refine((value) => decoded(value).length < 32 || looksRandom(decoded(value), value), notRandom)
  .transform(decoded);

const SigningKey = z.looseObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string().min(1),
  /** What signs; a retired key has none any more. */
  d: z
    .string()
    .min(1)
    .refine((d) => looksRandom(decoded(d), d), notRandom)
    .exactOptional(),
  kid: z.string().exactOptional(),
  next: z.literal(true).exactOptional(),
  retiredAt: z.iso.datetime().exactOptional(),
});

const SigningKeys = z
  .string()
  .transform((value, ctx) => parsed(value) ?? ctx.addIssue("must be a JSON array of private Ed25519 JWKs"))
  .pipe(z.array(SigningKey, { error: "must be a JSON array of private Ed25519 JWKs" }).min(1))
  .refine(([first]) => first?.d !== undefined, "must begin with a private Ed25519 JWK, which signs");

const KeyEncryptionKey = z.object({
  kty: z.literal("oct"),
  kid: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
  k: z.base64url().refine((value) => decoded(value).length === 32),
});

const KeyEncryptionKeys = z
  .string()
  .transform((value, ctx) => {
    const { data } = z.array(KeyEncryptionKey).min(1).safeParse(parsed(value));
    if (data?.some(({ k }) => !looksRandom(decoded(k), k))) ctx.addIssue(notRandom);
    if (data) return data;
    ctx.addIssue("must be a JSON array of JWKs of 32 random bytes: kty oct, kid, k");
    return z.NEVER;
  })
  .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, "must name each kid once");
const ImportMebibytes = z.coerce.number({ error: "must be a number" }).int().min(1).max(4096).default(256);

const HsdsOpen = z
  .enum(["true", "false"], { error: "must be true or false" })
  .default("true")
  .transform((value) => value === "true");

const VerifyAfterDays = z.coerce
  .number({ error: "must be a number of days" })
  .int({ error: "must be a whole number of days" })
  .min(30, { error: "must be at least a month of days" })
  .max(1100, { error: "must be at most three years of days" })
  .default(365);

const minute = 60_000;

/** In minutes and hours; each is kept in milliseconds. */
const SessionIdleMinutes = z.coerce
  .number({ error: "must be a number of minutes" })
  .int({ error: "must be a whole number of minutes" })
  .min(5, { error: "must be at least five minutes" })
  .max(240, { error: "must be at most four hours of minutes" })
  .default(30)
  .transform((minutes) => minutes * minute);

const SessionHours = z.coerce
  .number({ error: "must be a number of hours" })
  .int({ error: "must be a whole number of hours" })
  .min(1, { error: "must be at least an hour" })
  .max(24, { error: "must be at most a day of hours" })
  .default(12)
  .transform((hours) => hours * 60 * minute);

/** Name, requests and seconds of each, like `default=600/60 search=300/60`; others keep their standard. */
const RateLimits = z
  .string()
  .default("")
  .transform((value, ctx) => {
    const rates: Record<string, Rate> = { ...standardRates };
    for (const part of value.split(/[\s,]+/).filter(Boolean)) {
      const [, name = "", quota, seconds] = /^([a-z-]+)=(\d{1,9})\/(\d{1,4})$/.exec(part) ?? [];
      if (Object.hasOwn(standardRates, name) && Number(quota) > 0 && Number(seconds) > 0)
        rates[name] = { quota: Number(quota), seconds: Number(seconds) };
      else
        ctx.addIssue(`must be NAME=REQUESTS/SECONDS, of the names ${Object.keys(standardRates).join(", ")}`);
    }
    return rates;
  });

const isOrigin = (text: string) => !text.includes("*") && URL.canParse(text) && new URL(text).origin === text;

const CorsOrigins = z
  .string()
  .default("")
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .refine((origins) => origins.every(isOrigin), "must be origins like https://app.example.org, each in full");

const proxiesWanted = "must be how many proxies stand before the service, or their addresses or networks";

/** X-Forwarded-For is believed of none where it is left out. */
const TrustedProxyList = z.string().transform((value, ctx): TrustedProxies => {
  if (/^[1-9]$/.test(value)) return { hops: Number(value) };
  const networks = value.split(/[\s,]+/).filter(Boolean);
  if (networks.length === 0 || !networks.every(isNetwork)) ctx.addIssue(proxiesWanted);
  return { networks };
});

const isTrue = z
  .enum(["true", "false"], { error: "must be true or false" })
  .default("false")
  .transform((value) => value === "true");

/** One or more secrets: the first writes, all are read with. */
const LedgerKey = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(Secret).min(1, "must be at least 32 random bytes in base64"));

const ledgerUrlWanted =
  "must be https://HOST/BUCKET, with what stands before the names of its objects, and nothing else";

/** Without TLS on this machine only. */
const LedgerUrl = z.url({ protocol: /^https?$/, error: ledgerUrlWanted }).refine((url) => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname, username, password, search, hash } = new URL(url);
  const isSafe = protocol === "https:" || isLoopback(hostname);
  return isSafe && /^\/[\w.-]+/.test(pathname) && `${username}${password}${search}${hash}` === "";
}, ledgerUrlWanted);

const LedgerDays = z.coerce
  .number({ error: "must be a number of days" })
  .int({ error: "must be a whole number of days" })
  .min(8, { error: "must be at least eight days: a day longer than a backup is kept" })
  .max(400, { error: "must be at most 400 days" })
  .default(14);

/** Where the ledger of what was taken away is kept, and under which key: for every runtime. */
const ledger = {
  LEDGER_KEY: LedgerKey.optional(),
  /** How long its lines are kept: longer than the oldest backup. */
  LEDGER_DAYS: LedgerDays,
  LEDGER_S3_URL: LedgerUrl.optional(),
  LEDGER_S3_REGION: z.string().min(1).optional(),
  LEDGER_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  LEDGER_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
};

/** All that a store needs, or none of it. */
function requireWholeStore(given: Record<string, unknown>, ctx: z.RefinementCtx): void {
  const needed = ["LEDGER_S3_URL", "LEDGER_S3_ACCESS_KEY_ID", "LEDGER_S3_SECRET_ACCESS_KEY"];
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length < needed.length)
    for (const name of missing)
      ctx.addIssue({ code: "custom", path: [name], message: "is needed to keep the ledger in a store" });
  if (given.LEDGER_S3_URL !== undefined && given.LEDGER_DIR !== undefined)
    ctx.addIssue({
      code: "custom",
      path: ["LEDGER_DIR"],
      message: "is one place too many beside LEDGER_S3_URL",
    });
}

const MailParticipant = z.uuid("must be the id of the participant whose mail it is");

const mailboxWanted = "must be imaps://USER@HOST/MAILBOX, without a password";

/** Without TLS on this machine only: a mail is read on its way by whoever can. */
const MailboxUrl = z.url({ protocol: /^imaps?$/, error: mailboxWanted }).refine((url) => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(url);
  const isSafe = protocol === "imaps:" || isLoopback(hostname);
  return isSafe && username !== "" && hostname !== "" && `${password}${search}${hash}` === "";
}, mailboxWanted);

const onlyToTryOut = "may be true only with the embedded database and at a loopback address";

/** What every runtime needs to know. */
const Shared = z
  .object({
    PUBLIC_URL: PublicUrl,
    SECRET: Secret,
    SIGNING_KEYS: SigningKeys,
    KEY_ENCRYPTION_KEYS: KeyEncryptionKeys,
    HSDS_OPEN: HsdsOpen,
    /** How large a body an import may have. */
    IMPORT_MEBIBYTES: ImportMebibytes,
    VERIFY_AFTER_DAYS: VerifyAfterDays,
    SESSION_IDLE_MINUTES: SessionIdleMinutes,
    SESSION_HOURS: SessionHours,
    DEMO_SIGN_IN: isTrue.refine((on) => !on, onlyToTryOut),
    RATE_LIMITS: RateLimits,
    CORS_ORIGINS: CorsOrigins,
    MAIL_PARTICIPANT: MailParticipant.optional(),
    ...ledger,
  })
  .superRefine(requireWholeStore);

const Node = z
  .object({
    PORT: z.coerce.number({ error: "must be a port number" }).int().min(0).max(65535).default(8080),
    HOST: z.string().min(1).default("127.0.0.1"),
    PUBLIC_URL: PublicUrl.optional(),
    /** Undefined for `memory://`: nothing is kept. */
    DATA_DIR: z
      .string()
      .min(1)
      .default("./data")
      .transform((folder) => (folder === "memory://" ? undefined : folder)),
    DATABASE_URL: PostgresUrl.optional(),
    MIGRATE_DATABASE_URL: PostgresUrl.optional(),
    DATABASE_CONNECTIONS: z.coerce.number({ error: "must be a number" }).int().min(1).max(64).default(8),
    SECRET: Secret.optional(),
    SIGNING_KEYS: SigningKeys.optional(),
    KEY_ENCRYPTION_KEYS: KeyEncryptionKeys.optional(),
    HSDS_OPEN: HsdsOpen,
    /** How large a body an import may have. */
    IMPORT_MEBIBYTES: ImportMebibytes,
    VERIFY_AFTER_DAYS: VerifyAfterDays,
    RATE_LIMITS: RateLimits,
    CORS_ORIGINS: CorsOrigins,
    TRUSTED_PROXIES: TrustedProxyList.optional(),
    /** Whether the embedded database may be served beyond this machine. */
    EMBEDDED_BEYOND_LOOPBACK: isTrue,
    ...ledger,
    /** The folder of the ledger; by default beside the embedded database, and none for a server. */
    LEDGER_DIR: z.string().min(1).optional(),
    SESSION_IDLE_MINUTES: SessionIdleMinutes,
    SESSION_HOURS: SessionHours,
    /** Whether anybody may sign in as any member. */
    DEMO_SIGN_IN: isTrue,
    /** The mailbox that is looked into, and whose it is: all three or none. */
    MAILBOX_URL: MailboxUrl.optional(),
    MAILBOX_PASSWORD: z.string().min(1).optional(),
    MAIL_PARTICIPANT: MailParticipant.optional(),
  })
  .superRefine(requireWholeStore)
  .superRefine(({ MAILBOX_URL, MAILBOX_PASSWORD, MAIL_PARTICIPANT }, ctx) => {
    const mail = { MAILBOX_URL, MAILBOX_PASSWORD, MAIL_PARTICIPANT };
    const missing = Object.entries(mail).filter(([, value]) => value === undefined);
    if (missing.length < 3)
      for (const [name] of missing)
        ctx.addIssue({ code: "custom", path: [name], message: "is needed to look into a mailbox" });
  })
  .refine((env) => !env.DEMO_SIGN_IN || isTriedOut(env), { path: ["DEMO_SIGN_IN"], error: onlyToTryOut });

/** On one's own machine, with a database that nobody else uses. */
function isTriedOut({
  DATABASE_URL,
  HOST,
  PUBLIC_URL,
}: Record<"HOST", string> & { DATABASE_URL?: string | undefined; PUBLIC_URL?: string | undefined }) {
  return !DATABASE_URL && isLoopback(HOST) && (!PUBLIC_URL || isLoopback(new URL(PUBLIC_URL).hostname));
}

export type NodeEnvironment = z.output<typeof Node>;
export type SharedEnvironment = z.output<typeof Shared>;

type Variables = Record<string, unknown>;

export const readSharedEnvironment = (variables: Variables) => read(Shared, variables);
export const readNodeEnvironment = (variables: Variables) => read(Node, variables);

function read<T extends z.ZodType>(schema: T, variables: Variables): z.output<T> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, code, message }) => {
    const missing = code === "invalid_type" && given[String(path[0])] === undefined;
    return `${String(path[0])}: ${missing ? "is needed" : message}`;
  });
  throw new EnvironmentFault([...new Set(lines)].join("\n"));
}

function decoded(value: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(value.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
  } catch {
    return new Uint8Array();
  }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
