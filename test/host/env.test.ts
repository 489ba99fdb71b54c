import { expect, test } from "vitest";
import { EnvironmentFault, readNodeEnvironment, readSharedEnvironment } from "../../src/host/env.ts";
import { makeKeys } from "../../src/host/node.ts";
import { standardRates } from "../../src/rates.ts";

const refusal = (variables: Record<string, string>) => {
  try {
    readNodeEnvironment(variables);
    return "accepted";
  } catch (error) {
    return error instanceof EnvironmentFault ? error.message : String(error);
  }
};

test("without any variable the service has what it needs to be tried", () => {
  expect(readNodeEnvironment({})).toEqual({
    PORT: 8080,
    HOST: "127.0.0.1",
    DATA_DIR: "./data",
    DATABASE_CONNECTIONS: 8,
    HSDS_OPEN: true,
    IMPORT_MEBIBYTES: 256,
    VERIFY_AFTER_DAYS: 365,
    SESSION_IDLE_MINUTES: 1_800_000,
    SESSION_HOURS: 43_200_000,
    DEMO_SIGN_IN: false,
    RATE_LIMITS: standardRates,
    CORS_ORIGINS: [],
    EMBEDDED_BEYOND_LOOPBACK: false,
    LEDGER_DAYS: 14,
  });
});

test.each([
  ["PORT", "http", "must be a port number"],
  ["PUBLIC_URL", "handreiking.example", "must be an absolute http or https URL"],
  ["PUBLIC_URL", "http://handreiking.example", "must be https unless it is a loopback address"],
  ["PUBLIC_URL", "https://handreiking.example/api", "must be an origin: no path, no slash at the end"],
  ["HSDS_OPEN", "maybe", "must be true or false"],
  ["LEDGER_DAYS", "7", "must be at least eight days: a day longer than a backup is kept"],
  ["LEDGER_KEY", "secret", "must be at least 32 random bytes in base64"],
  ["LEDGER_S3_URL", "http://store.example/backups", "must be https://HOST/BUCKET"],
  ["LEDGER_S3_URL", "https://store.example", "must be https://HOST/BUCKET"],
  ["VERIFY_AFTER_DAYS", "yearly", "must be a number of days"],
  ["VERIFY_AFTER_DAYS", "7", "must be at least a month of days"],
  ["SESSION_IDLE_MINUTES", "soon", "must be a number of minutes"],
  ["SESSION_IDLE_MINUTES", "1", "must be at least five minutes"],
  ["SESSION_HOURS", "48", "must be at most a day of hours"],
  ["DEMO_SIGN_IN", "yes", "must be true or false"],
  ["DATABASE_URL", "mysql://secret@host/db", "must be a postgres:// URL"],
  ["SECRET", "secret", "must be at least 32 random bytes in base64"],
  ["SECRET", Buffer.alloc(32).toString("base64"), "must be random bytes"],
  ["SECRET", Buffer.alloc(32, "ab").toString("base64"), "must be random bytes"],
  [
    "SECRET",
    Buffer.from(Uint8Array.from({ length: 32 }, (_, n) => n)).toString("base64"),
    "must be random bytes",
  ],
  [
    "SECRET",
    Buffer.from("correct horse battery staple, and more").toString("base64"),
    "must be random bytes",
  ],
  [
    "SECRET",
    "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
    "must be random",
  ],
  [
    "SIGNING_KEYS",
    '[{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]',
    "must be random bytes",
  ],
  [
    "KEY_ENCRYPTION_KEYS",
    `[{"kty":"oct","kid":"a","k":"${Buffer.alloc(32, 7).toString("base64url")}"}]`,
    "must be random bytes",
  ],
  ["RATE_LIMITS", "everything=1/60", "must be NAME=REQUESTS/SECONDS"],
  ["RATE_LIMITS", "default=0/60", "must be NAME=REQUESTS/SECONDS"],
  ["RATE_LIMITS", "default=unlimited", "must be NAME=REQUESTS/SECONDS"],
  ["CORS_ORIGINS", "*", "must be origins"],
  ["CORS_ORIGINS", "https://app.example.org/", "must be origins"],
  ["CORS_ORIGINS", "https://*.example.org", "must be origins"],
  ["TRUSTED_PROXIES", "true", "must be how many proxies"],
  ["TRUSTED_PROXIES", "0", "must be how many proxies"],
  ["TRUSTED_PROXIES", "10.0.0.0/99", "must be how many proxies"],
  ["EMBEDDED_BEYOND_LOOPBACK", "yes", "must be true or false"],
  ["SIGNING_KEYS", "secret", "must be a JSON array of private Ed25519 JWKs"],
  ["SIGNING_KEYS", '[{"kty":"secret"}]', "SIGNING_KEYS"],
  ["KEY_ENCRYPTION_KEYS", "secret", "must be a JSON array of JWKs of 32 random bytes"],
  [
    "KEY_ENCRYPTION_KEYS",
    '[{"kty":"oct","kid":"a","k":"short"}]',
    "must be a JSON array of JWKs of 32 random bytes",
  ],
])("a wrong %s is named, with what would be right, and not repeated", (name, value, right) => {
  const told = refusal({ [name]: value });
  expect(told).toContain(`${name}: `);
  expect(told).toContain(right);
  expect(told).not.toContain(value);
});

test("every wrong variable is named at once", () => {
  expect(refusal({ PORT: "x", SECRET: "y" }).split("\n")).toHaveLength(2);
});

test("what a server needs is named as missing", async () => {
  expect(() => readSharedEnvironment({})).toThrow(
    /PUBLIC_URL: is needed\nSECRET: is needed\nSIGNING_KEYS: is needed\nKEY_ENCRYPTION_KEYS: is needed/,
  );
  const { SECRET, SIGNING_KEYS, KEY_ENCRYPTION_KEYS } = await makeKeys();
  const given = {
    PUBLIC_URL: "https://handreiking.example",
    SECRET,
    SIGNING_KEYS: JSON.stringify(SIGNING_KEYS),
    KEY_ENCRYPTION_KEYS: JSON.stringify(KEY_ENCRYPTION_KEYS),
  };
  expect(readSharedEnvironment(given).SECRET).toHaveLength(32);
  const twice = JSON.stringify([...KEY_ENCRYPTION_KEYS, ...KEY_ENCRYPTION_KEYS]);
  expect(() => readSharedEnvironment({ ...given, KEY_ENCRYPTION_KEYS: twice })).toThrow("name each kid once");
});

const demo = { DEMO_SIGN_IN: "true" };
const onlyToTryOut = "DEMO_SIGN_IN: may be true only with the embedded database and at a loopback address";

test("anybody may sign in as anybody on one's own machine", () => {
  for (const where of [
    {},
    { HOST: "::1" },
    { PUBLIC_URL: "http://localhost:8080" },
    { DATA_DIR: "memory://" },
  ])
    expect(readNodeEnvironment({ ...demo, ...where }).DEMO_SIGN_IN).toBe(true);
});

test.each([
  { DATABASE_URL: "postgres://service@127.0.0.1/handreiking" },
  { HOST: "0.0.0.0" },
  { HOST: "192.168.1.4" },
  { PUBLIC_URL: "https://handreiking.example" },
  { PUBLIC_URL: "https://127.0.0.1.example" },
])("and nowhere else: %o", (where) => {
  expect(refusal({ ...demo, ...where } as Record<string, string>)).toBe(onlyToTryOut);
});

test("and never on Workers", async () => {
  const { SECRET, SIGNING_KEYS, KEY_ENCRYPTION_KEYS } = await makeKeys();
  const variables = {
    PUBLIC_URL: "https://handreiking.example",
    SECRET,
    SIGNING_KEYS: JSON.stringify(SIGNING_KEYS),
    KEY_ENCRYPTION_KEYS: JSON.stringify(KEY_ENCRYPTION_KEYS),
  };
  expect(() => readSharedEnvironment({ ...variables, ...demo })).toThrow(onlyToTryOut);
  expect(readSharedEnvironment(variables).DEMO_SIGN_IN).toBe(false);
});

test("what is open to others is read from the environment", () => {
  const { RATE_LIMITS, CORS_ORIGINS, TRUSTED_PROXIES } = readNodeEnvironment({
    RATE_LIMITS: "default=100/10, token=5/60",
    CORS_ORIGINS: "https://a.example https://b.example:8443",
    TRUSTED_PROXIES: "10.0.0.0/8, 2001:db8::1",
  });
  expect(RATE_LIMITS).toEqual({
    ...standardRates,
    default: { quota: 100, seconds: 10 },
    token: { quota: 5, seconds: 60 },
  });
  expect(CORS_ORIGINS).toEqual(["https://a.example", "https://b.example:8443"]);
  expect(TRUSTED_PROXIES).toEqual({ networks: ["10.0.0.0/8", "2001:db8::1"] });
  expect(readNodeEnvironment({ TRUSTED_PROXIES: "2" }).TRUSTED_PROXIES).toEqual({ hops: 2 });
});

const mailbox = {
  MAILBOX_URL: "imaps://hulp@mail.example.org/INBOX",
  MAILBOX_PASSWORD: "geheim",
  MAIL_PARTICIPANT: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
};

test("a mailbox is looked into with an address, a password and whose it is, or not at all", () => {
  expect(refusal(mailbox)).toBe("accepted");
  for (const name of Object.keys(mailbox))
    expect(refusal({ ...mailbox, [name]: "" })).toBe(`${name}: is needed to look into a mailbox`);
});

test.each([
  "imap://hulp@mail.example.org/INBOX",
  "imaps://hulp:geheim@mail.example.org/INBOX",
  "imaps://mail.example.org/INBOX",
  "https://hulp@mail.example.org/INBOX",
  "mail.example.org",
])("%s is no mailbox to look into", (url) => {
  const answer = refusal({ ...mailbox, MAILBOX_URL: url });
  expect(answer).toBe("MAILBOX_URL: must be imaps://USER@HOST/MAILBOX, without a password");
});

test("a mailbox on this machine needs no TLS", () => {
  expect(refusal({ ...mailbox, MAILBOX_URL: "imap://hulp@127.0.0.1:1143/INBOX" })).toBe("accepted");
});

test("the ledger's store is named whole, and no folder beside it", () => {
  const store = {
    LEDGER_S3_URL: "https://s3.example.org/backups/ledger",
    LEDGER_S3_ACCESS_KEY_ID: "handreiking",
    LEDGER_S3_SECRET_ACCESS_KEY: "geheim",
  };
  expect(refusal(store)).toBe("accepted");
  for (const name of Object.keys(store))
    expect(refusal({ ...store, [name]: "" })).toBe(`${name}: is needed to keep the ledger in a store`);
  expect(refusal({ ...store, LEDGER_DIR: "/backups" })).toBe(
    "LEDGER_DIR: is one place too many beside LEDGER_S3_URL",
  );
});
