import { describe, expect } from "vitest";
import { receivingKey, signingKey } from "../../client/disclosure/sealing.ts";
import { exchangeKeys, later, makeReferral, sealFor } from "../../handoff/make.ts";
import { test, type World } from "../../world/world.ts";

const system = (world: World) => world.as(world.system(world.bridge));
const kidsOf = async (world: World): Promise<string[]> =>
  (await world.as(world.eva).get(`/participants/${world.bridge.id}/keys`)).body.items.map(
    ({ kid }: { kid: string }) => kid,
  );

describe("a participant's keys", () => {
  test("are told to everyone in the network while they are good, the newest last", async ({ world }) => {
    const [first, second] = [await receivingKey(), await receivingKey("P-256")];
    const added = await system(world).post("/participant-keys", { use: "enc", publicKey: first.pinned.key });
    expect(added).toMatchObject({ status: 201, body: { kid: first.pinned.thumbprint } });
    world.clock.time = later(world, { minutes: 1 });
    const until = later(world, { days: 2 }).toISOString();
    await system(world).post("/participant-keys", {
      use: "enc",
      publicKey: second.pinned.key,
      expiresAt: until,
    });
    expect(await kidsOf(world)).toEqual([first.pinned.thumbprint, second.pinned.thumbprint]);
    const revoke = () => system(world).post(`/participant-keys/${added.body.id}/revocation`);
    expect((await revoke()).status).toBe(200);
    expect((await revoke()).status).toBe(200);
    expect(await world.audited(world.bridge.id, added.body.id)).toEqual([
      "participant-key.added",
      "participant-key.revoked",
    ]);
    expect(await kidsOf(world)).toEqual([second.pinned.thumbprint]);
    world.clock.time = later(world, { days: 2 });
    expect(await kidsOf(world)).toEqual([]);
  });

  test("fit their use, are new, end within two years, and hold nothing private", async ({ world }) => {
    const { own, pinned } = await receivingKey();
    const { pinned: sealing } = await signingKey();
    const add = async (body: object) => {
      const answer = await system(world).post("/participant-keys", body);
      return answer.body.type ?? answer.status;
    };
    expect(await add({ use: "sig", publicKey: pinned.key })).toBe("/problems/key-unfit");
    expect(await add({ use: "enc", publicKey: sealing.key })).toBe("/problems/key-unfit");
    expect(await add({ use: "enc", publicKey: own })).toBe("/problems/invalid-request");
    const life = (days: number) => ({ expiresAt: later(world, { days }).toISOString() });
    expect(await add({ use: "enc", publicKey: pinned.key, ...life(732) })).toBe("/problems/key-life-unfit");
    expect(await add({ use: "enc", publicKey: pinned.key, ...life(0) })).toBe("/problems/key-life-unfit");
    expect(await add({ use: "enc", publicKey: pinned.key })).toBe(201);
    expect(await add({ use: "enc", publicKey: pinned.key })).toBe("/problems/key-known");
  });

  test("once revoked seal nothing more, and what was sealed to it before is given out no more", async ({
    world,
  }) => {
    await exchangeKeys(world);
    const { path, id, consentId } = await makeReferral(world, "scheduled");
    const { items } = (await world.as(world.eva).get(`/participants/${world.bridge.id}/keys`)).body;
    await system(world).post(`/participant-keys/${items[0].id}/revocation`);
    const resealed = await world.as(world.eva).put(`${path}/disclosure`, await sealFor(id, consentId));
    expect(resealed).toMatchObject({ status: 409, body: { type: "/problems/disclosure-unfit" } });
    expect((await world.as(world.noor).get(`${path}/disclosure`)).status).toBe(410);
  });

  test("are revoked by nobody else", async ({ world }) => {
    const { pinned } = await receivingKey();
    const added = await system(world).post("/participant-keys", { use: "enc", publicKey: pinned.key });
    const foreign = world.as(world.system(world.elsewhere));
    const revoked = await foreign.post(`/participant-keys/${added.body.id}/revocation`);
    expect(revoked).toMatchObject({ status: 404, body: { type: "/problems/participant-key-not-found" } });
    expect(await kidsOf(world)).toEqual([pinned.thumbprint]);
  });
});
