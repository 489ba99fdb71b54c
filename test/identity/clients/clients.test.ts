import { describe, expect } from "vitest";
import { type Answer, type Person, test, type World } from "../../world/world.ts";
import { form, newSystem, pairOf, type System, signIn } from "../systems.ts";

const administrator = async (world: World) => world.member(world.bridge, "administrator");

const addKey = async (world: World, by: Person, { clientId }: System, body: object): Promise<Answer> =>
  world.as(by).post(`/clients/${clientId}/keys`, body);

const change = async (world: World, by: Person, { clientId }: System, body: object): Promise<Answer> => {
  const { headers } = await world.as(by).get(`/clients/${clientId}`);
  return world.send(by, "PATCH", `/clients/${clientId}`, body, { "if-match": headers.get("etag") ?? "" });
};

/** In no order: the clock stands still. */
const audited = async (world: World, subjectId: string) =>
  (await world.audited(world.bridge.id, subjectId)).sort();

const type = ({ body, status }: Answer) => (status < 300 ? status : body.type);

test("an administrator lists, reads and changes the systems of their own participant", async ({ world }) => {
  const [by, system] = [await administrator(world), await newSystem(world)];
  const elsewhere = await world.as(await world.member(world.elsewhere, "administrator")).get("/clients");
  expect(elsewhere.body.items.map(({ id }: { id: string }) => id)).toEqual([world.elsewhere.clientId]);
  const { body } = await world.as(by).get("/clients?pageSize=1");
  const rest = await world.as(by).get(`/clients?pageSize=1&cursor=${body.nextCursor}`);
  const ids = [...body.items, ...rest.body.items].map(({ id }) => id).sort();
  expect(ids).toEqual([system.clientId, world.bridge.clientId].sort());
  const changed = await change(world, by, system, { name: "Dossiers", scopes: ["tasks", "tasks"] });
  expect(changed).toMatchObject({
    status: 200,
    body: { name: "Dossiers", scopes: ["tasks"], requiresDpop: false, profile: "fapi", suspended: false },
  });
  expect(await audited(world, system.clientId)).toEqual(["client.added", "client.changed"]);
});

test("a change names the version that it is of, and one of nothing leaves no trace", async ({ world }) => {
  const [by, system] = [await administrator(world), await newSystem(world)];
  const path = `/clients/${system.clientId}`;
  const { headers } = await world.as(by).get(path);
  const etag = headers.get("etag") ?? "";
  expect(type(await world.send(by, "PATCH", path, { name: "A" }))).toBe("/problems/version-not-named");
  expect(type(await world.send(by, "PATCH", path, { name: "System" }, { "if-match": etag }))).toBe(200);
  expect(await audited(world, system.clientId)).toEqual(["client.added"]);
  await addKey(world, by, system, { publicKey: (await pairOf("EdDSA")).publicJwk });
  expect(type(await world.send(by, "PATCH", path, { name: "A" }, { "if-match": etag }))).toBe(
    "/problems/version-outdated",
  );
});

test("a suspended system is refused until it is let in again, and once more changes nothing", async ({
  world,
}) => {
  const [by, system] = [await administrator(world), await newSystem(world)];
  const suspend = (suspended: boolean) =>
    world.as(by).put(`/clients/${system.clientId}/suspension`, { suspended });
  for (const suspended of [true, true, false, false]) {
    expect((await suspend(suspended)).body.suspended).toBe(suspended);
    expect((await signIn(world, form(await system.assertion()))).status).toBe(suspended ? 401 : 200);
  }
  expect(await audited(world, system.clientId)).toEqual([
    "client.added",
    "client.readmitted",
    "client.suspended",
  ]);
});

describe("a key", () => {
  test("is followed by the next one without a pause: both are good until the old one is revoked", async ({
    world,
  }) => {
    const [by, system, next] = [await administrator(world), await newSystem(world), await newSystem(world)];
    const added = await addKey(world, by, system, { publicKey: next.publicJwk });
    const signedByNext = () =>
      next.assertion({ iss: system.clientId, sub: system.clientId }, { kid: added.body.kid });
    for (const assertion of [await system.assertion(), await signedByNext()])
      expect((await signIn(world, form(assertion))).status).toBe(200);
    const path = `/clients/${system.clientId}/keys/${system.keyId}/revocation`;
    const revoked = await world.as(by).post(path);
    expect(revoked.body.revokedAt).toBe(world.clock.time.toISOString());
    expect((await world.as(by).post(path)).body).toEqual(revoked.body);
    expect(await world.audited(world.bridge.id, system.keyId)).toEqual(["client-key.revoked"]);
    expect((await signIn(world, form(await system.assertion()))).status).toBe(401);
    expect((await signIn(world, form(await signedByNext()))).status).toBe(200);
  });

  test("ends when it was said to", async ({ world }) => {
    const [by, system, next] = [await administrator(world), await newSystem(world), await newSystem(world)];
    const expiresAt = new Date(world.clock.time.getTime() + 60_000).toISOString();
    const { body } = await addKey(world, by, system, { publicKey: next.publicJwk, expiresAt });
    expect(body.expiresAt).toBe(expiresAt);
    const signing = () => next.assertion({ iss: system.clientId, sub: system.clientId }, { kid: body.kid });
    expect((await signIn(world, form(await signing()))).status).toBe(200);
    world.clock.time = new Date(world.clock.time.getTime() + 60_000);
    expect((await signIn(world, form(await signing()))).status).toBe(401);
  });

  test("is named as its owner wants, and comes once: by its name and by itself, also when revoked", async ({
    world,
  }) => {
    const [by, system] = [await administrator(world), await newSystem(world)];
    const [one, other] = [(await pairOf("ES256")).publicJwk, (await pairOf("ES256")).publicJwk];
    const { body } = await addKey(world, by, system, { publicKey: { ...one, kid: "2026-11" } });
    expect(body.kid).toBe("2026-11");
    await world.as(by).post(`/clients/${system.clientId}/keys/${body.id}/revocation`);
    for (const publicKey of [one, { ...one, kid: "new" }, { ...other, kid: "2026-11" }, system.publicJwk])
      expect(type(await addKey(world, by, system, { publicKey }))).toBe("/problems/client-key-known");
    expect(type(await addKey(world, by, system, { publicKey: other }))).toBe(201);
    // Another system may have it: it signs in as itself.
    expect(type(await addKey(world, by, await newSystem(world), { publicKey: one }))).toBe(201);
  });

  test("is one that can be used", async ({ world }) => {
    const [by, system] = [await administrator(world), await newSystem(world)];
    const okp = await pairOf("EdDSA");
    const [ec, rsa] = [(await pairOf("ES256")).publicJwk, (await pairOf("PS256")).publicJwk];
    const short = (await pairOf("PS256", 2048)).publicJwk;
    const add = async (publicKey: object, more = {}) =>
      type(await addKey(world, by, system, { publicKey, ...more }));
    const faulty = "/problems/invalid-request";
    for (const wrong of [
      okp.privateJwk,
      { ...ec, d: ec.x },
      { ...rsa, p: "AQAB" },
      { ...okp.publicJwk, crv: "X25519" },
      { ...ec, crv: "P-384" },
      { ...ec, kty: "oct", k: "c2VjcmV0" },
      { ...rsa, e: "Aw" },
      { ...rsa, n: short.n?.slice(0, 300) },
      { ...okp.publicJwk, x: `${okp.publicJwk.x?.slice(0, 42)}B` },
      { ...okp.publicJwk, alg: "ES256" },
      { ...okp.publicJwk, use: "enc" },
      { ...okp.publicJwk, surprise: true },
      {},
    ])
      expect({ wrong, is: await add(wrong) }).toEqual({ wrong, is: faulty });
    expect(await add({ ...ec, y: ec.x })).toBe("/problems/client-key-unfit");
    expect(await add({ ...rsa, alg: "RS256" })).toBe("/problems/client-key-unfit");
    const later = (days: number) => ({
      expiresAt: new Date(world.clock.time.getTime() + days * 86_400_000).toISOString(),
    });
    expect(await add(ec, later(-1))).toBe("/problems/client-key-life-unfit");
    expect(await add(ec, later(732))).toBe("/problems/client-key-life-unfit");
    expect(await add({ ...ec, alg: "ES256", use: "sig" }, later(365))).toBe(201);
    expect(await add(rsa)).toBe(201);
    expect(await add({ ...okp.publicJwk, alg: "EdDSA" })).toBe(201);
  });

  test("that names its algorithm signs with no other", async ({ world }) => {
    const by = await administrator(world);
    const system = await newSystem(world, { alg: "RS256", profile: "nl-gov" });
    const only = await newSystem(world, { alg: "RS256", profile: "nl-gov" });
    const { body } = await addKey(world, by, system, { publicKey: { ...only.publicJwk, alg: "PS256" } });
    const assertion = await only.assertion({ iss: system.clientId, sub: system.clientId }, { kid: body.kid });
    expect((await signIn(world, form(assertion))).status).toBe(401);
    expect((await signIn(world, form(await system.assertion()))).status).toBe(200);
  });

  test("is another client's in no way", async ({ world }) => {
    const [by, one, other] = [await administrator(world), await newSystem(world), await newSystem(world)];
    const path = `/clients/${one.clientId}/keys/${other.keyId}/revocation`;
    expect(type(await world.as(by).post(path))).toBe("/problems/client-key-not-found");
  });
});
