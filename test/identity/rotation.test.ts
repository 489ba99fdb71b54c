import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JSONWebKeySet } from "jose";
import { expect, test as plain } from "vitest";
import { createApp } from "../../src/app.ts";
import { verifyReceipt } from "../../src/client/index.ts";
import { rotateSigningKeys } from "../../src/commands/rotate-signing-keys.ts";
import { readNodeEnvironment } from "../../src/host/env.ts";
import { makeKeys } from "../../src/host/node.ts";
import { createSigning } from "../../src/platform/keys/signing.ts";
import { makeReferral } from "../handoff/make.ts";
import { issuer, test, type World } from "../world/world.ts";
import { bearer, form, newSystem, signIn } from "./systems.ts";

/** The same service started again, with the signing keys that `variable` holds. */
async function restarted(world: World, variable: string) {
  const { SIGNING_KEYS = [] } = readNodeEnvironment({ SIGNING_KEYS: variable });
  const signing = await createSigning(issuer, SIGNING_KEYS);
  return {
    ...world,
    platform: { ...world.platform, signing },
    app: createApp({ ...world.platform, signing }, { rates: {} }),
  };
}

const rotated = async (variable: string, now: Date, ahead = false) =>
  (await rotateSigningKeys(readNodeEnvironment({ SIGNING_KEYS: variable }), now, ahead)).replace(
    "SIGNING_KEYS=",
    "",
  );

const published = async ({ app }: Pick<World, "app">): Promise<JSONWebKeySet> =>
  (await app.request(`${issuer}/oauth/jwks`)).json();

test("tokens and receipts made before a rotation verify after it, over a restart", async ({ world }) => {
  const system = await newSystem(world);
  const { body } = await signIn(world, form(await system.assertion()));
  const { consentId } = await makeReferral(world, "offered");
  const { receipt } = (await world.as(world.eva).get(`/consents/${consentId}/receipt`)).body;

  const before = JSON.stringify(world.keys.SIGNING_KEYS);
  const after = await rotated(before, world.clock.time);
  const later = await restarted(world, after);
  const ask = (token: string) => later.app.request(`${issuer}/v1/events`, { headers: bearer(token) });
  expect((await ask(body.access_token)).status).toBe(200);
  const at = world.clock.time;
  const keys = await published(later);
  expect(await verifyReceipt(receipt, { baseUrl: issuer, keys, at })).toMatchObject({
    consent: { purpose: "handoff" },
  });
  const fresh = await signIn(later, form(await system.assertion()));
  expect((await ask(fresh.body.access_token)).status).toBe(200);

  // All public halves are published, each under its name, and nothing else.
  expect(keys.keys.map(({ kid }) => kid)).toHaveLength(2);
  for (const key of keys.keys)
    expect(Object.keys(key).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
  const [, old] = JSON.parse(after);
  expect(old.d).toBeUndefined();
});

test("a key made known ahead is published and verifies, and signs after the rotation", async ({ world }) => {
  const ahead = await rotated(JSON.stringify(world.keys.SIGNING_KEYS), world.clock.time, true);
  const [one, other] = [
    await restarted(world, ahead),
    await restarted(world, await rotated(ahead, world.clock.time)),
  ];
  const system = await newSystem(world);
  const { body } = await signIn(other, form(await system.assertion()));
  // An instance that was not started again yet takes it.
  const answer = await one.app.request(`${issuer}/v1/events`, { headers: bearer(body.access_token) });
  expect(answer.status).toBe(200);
  expect((await published(one)).keys).toHaveLength(2);
  expect(JSON.parse(await rotated(ahead, world.clock.time))[0].kid).toBe(JSON.parse(ahead)[1].kid);
});

plain("the embedded database's keys are rotated in their file, which stays private", async () => {
  const folder = mkdtempSync(join(tmpdir(), "handreiking-"));
  const rotate = (...more: string[]) =>
    execFileSync(
      process.execPath,
      ["--import", "./src/platform/quick-imports.ts", "src/commands/cli.ts", "keys", "rotate", ...more],
      { encoding: "utf8", env: { PATH: process.env.PATH, DATA_DIR: folder }, stdio: "pipe" },
    );
  try {
    expect(rotate).toThrow("SIGNING_KEYS: there are none to rotate");
    const path = join(folder, "keys.json");
    const made = await makeKeys();
    writeFileSync(path, JSON.stringify(made), { mode: 0o600 });
    expect(rotate()).toContain("started again");
    const kept = JSON.parse(readFileSync(path, "utf8"));
    expect(kept.SIGNING_KEYS).toHaveLength(2);
    expect(kept.SIGNING_KEYS[1].x).toBe(made.SIGNING_KEYS[0]?.x);
    expect({ ...kept, SIGNING_KEYS: [] }).toEqual({ ...made, SIGNING_KEYS: [] });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
