import { expect, test } from "vitest";
import { EnvironmentFault, readNodeEnvironment, readSharedEnvironment } from "../src/env.ts";
import { makeKeys } from "../src/node.ts";

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
  });
});

test.each([
  ["PORT", "http", "must be a port number"],
  ["PUBLIC_URL", "handreiking.example", "must be an absolute http or https URL"],
  ["PUBLIC_URL", "http://handreiking.example", "must be https unless it is a loopback address"],
  ["PUBLIC_URL", "https://handreiking.example/api", "must be an origin: no path, no slash at the end"],
  ["HSDS_OPEN", "maybe", "must be true or false"],
  ["VERIFY_AFTER_DAYS", "yearly", "must be a number of days"],
  ["VERIFY_AFTER_DAYS", "7", "must be at least a month of days"],
  ["SESSION_IDLE_MINUTES", "soon", "must be a number of minutes"],
  ["SESSION_IDLE_MINUTES", "1", "must be at least five minutes"],
  ["SESSION_HOURS", "48", "must be at most a day of hours"],
  ["DEMO_SIGN_IN", "yes", "must be true or false"],
  ["DATABASE_URL", "mysql://secret@host/db", "must be a postgres:// URL"],
  ["SECRET", "secret", "must be at least 32 random bytes in base64"],
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
