import { describe, expect } from "vitest";
import { createVault } from "../../../src/platform/keys/vault.ts";
import { rewrapMovementKeys } from "../../../src/signals/index.ts";
import { comparedName } from "../../../src/signals/movements/compared-name.ts";
import { getMovement } from "../../../src/signals/movements/get-movement.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { sharingTest as test, type World } from "../../world/world.ts";
import { aMovement, aSignal, movementCodes } from "../make.ts";

const inLogin = (world: World, statement: string) =>
  outcome(asParticipant(world.platform.db, world.helpline.id, statement));

test("a name is compared without case, accents, spaces, punctuation and a leading article", () => {
  const written = ["Het Huis van Licht", "huis van licht!", "HUIS-VAN-LÍCHT", "  huisvanlicht"];
  expect([...new Set(written.map(comparedName))]).toEqual(["huisvanlicht"]);
  expect(comparedName("Huis van Lucht")).not.toBe("huisvanlicht");
  expect(comparedName("Братство")).toBe("братство");
});

describe("a movement", () => {
  test("is found by its whole name, by nobody else, and stands in no list", async ({ world }) => {
    const eva = world.as(world.eva);
    const { id } = await aMovement(world, world.eva, "De Gouden Dageraad");
    expect((await eva.post("/movement-lookups", { name: "gouden dageraad" })).body.id).toBe(id);
    expect((await eva.post("/movement-lookups", { name: "Gouden" })).status).toBe(404);
    expect(
      (await world.as(world.stranger).post("/movement-lookups", { name: "Gouden Dageraad" })).status,
    ).toBe(404);
    expect((await eva.get(`/movements/${id}`)).body).toMatchObject({
      name: "De Gouden Dageraad",
      signals: 0,
    });
    expect(JSON.stringify((await eva.get("/movements?pageSize=100")).body)).not.toContain("Dageraad");
  });

  test("is registered once under a name", async ({ world }) => {
    const { name } = await aMovement(world);
    const again = await world.as(world.eva).post("/movements", { name: `De ${name}!`, ...movementCodes });
    expect(again.body.type).toBe("/problems/movement-known");
    const nameless = await world.as(world.eva).post("/movements", { name: "!?", ...movementCodes });
    expect(nameless.status).toBe(400);
    const secular = { name, ...movementCodes, kind: "religious", basis: "secular" };
    expect((await world.as(world.eva).post("/movements", secular)).status).toBe(400);
  });

  test("that was merged is found as the other one, with its signals, and no chain is left", async ({
    world,
  }) => {
    const eva = world.as(world.eva);
    const [a, b, c] = [await aMovement(world), await aMovement(world), await aMovement(world)];
    const signal = await aSignal(world, a.id);
    const ilse = await world.inPerson(await world.member(world.helpline, "counsellor"));
    await ilse.post(`/signals/${signal}/reviews`, { verdict: "counts" });
    expect((await eva.post(`/movements/${a.id}/merger`, { intoId: b.id })).body.mergedInto).toBe(b.id);
    expect((await eva.get(`/movements/${b.id}`)).body.signals).toBe(1);
    expect((await eva.post(`/movements/${b.id}/merger`, { intoId: c.id })).status).toBe(200);
    expect((await eva.post("/movement-lookups", { name: a.name })).body.id).toBe(c.id);
    const { signals, mergers } = (await eva.get(`/movements/${c.id}`)).body;
    expect(signals).toBe(1);
    expect(mergers.map(({ movementId }: { movementId: string }) => movementId)).toEqual([b.id]);
    expect((await eva.get(`/movements/${a.id}`)).body.mergers).toMatchObject([{ intoId: b.id }]);
    expect((await eva.get(`/signals?movementId=${c.id}`)).body.items).toHaveLength(1);
  });

  test("is merged neither into itself nor into one that was merged, nor a second time elsewhere", async ({
    world,
  }) => {
    const eva = world.as(world.eva);
    const [a, b, c] = [await aMovement(world), await aMovement(world), await aMovement(world)];
    expect((await eva.post(`/movements/${a.id}/merger`, { intoId: a.id })).status).toBe(400);
    await eva.post(`/movements/${a.id}/merger`, { intoId: b.id });
    expect((await eva.post(`/movements/${c.id}/merger`, { intoId: a.id })).body.type).toBe(
      "/problems/movement-merged",
    );
    expect((await eva.post(`/movements/${a.id}/merger`, { intoId: c.id })).status).toBe(409);
    expect((await eva.post(`/movements/${b.id}/merger`, { intoId: a.id })).status).toBe(409);
    expect((await eva.post(`/movements/${a.id}/merger`, { intoId: b.id })).status).toBe(200);
  });
});

describe("in the service's login, raw SQL", () => {
  test("makes no chain and no circle of mergers, and takes none back", async ({ world }) => {
    const [a, b, c] = [await aMovement(world), await aMovement(world), await aMovement(world)];
    await world.as(world.eva).post(`/movements/${a.id}/merger`, { intoId: b.id });
    const into = (from: string, to: string | null) =>
      `update handreiking.movement set merged_into = ${to ? `'${to}'` : "null"} where id = '${from}'`;
    const record = (from: string, to: string) =>
      `insert into handreiking.movement_merger values (gen_random_uuid(), '${world.helpline.id}', '${from}', '${to}', '${world.eva.memberId}', now())`;
    const both = (from: string, to: string) =>
      outcome(asParticipant(world.platform.db, world.helpline.id, record(from, to), into(from, to)));
    expect(await both(b.id, c.id)).toBe("23503");
    expect(await both(b.id, a.id)).toBe("23503");
    expect(await both(c.id, a.id)).toBe("23503");
    expect(await both(c.id, c.id)).toBe("23514");
    expect(await inLogin(world, into(a.id, null))).toBe("23514");
    // Without a word on who merged it.
    expect(await inLogin(world, into(c.id, b.id))).toBe("23514");
    expect(await both(c.id, b.id)).toBe("committed");
  });

  test("changes neither a movement's codes nor what is on record of its mergers", async ({ world }) => {
    const [a, b] = [await aMovement(world), await aMovement(world)];
    await world.as(world.eva).post(`/movements/${a.id}/merger`, { intoId: b.id });
    for (const statement of [
      `update handreiking.movement set kind = 'other' where id = '${a.id}'`,
      `update handreiking.movement set sealed = '' where id = '${a.id}'`,
      `delete from handreiking.movement where id = '${a.id}'`,
      `update handreiking.movement_merger set at = now()`,
      "delete from handreiking.movement_merger",
      `update keys.movement_key set participant_id = '${world.bridge.id}'`,
      "delete from keys.movement_key",
    ])
      expect(await inLogin(world, statement), statement).toBe("42501");
  });
});

test("the keys of movements come under the first key-encryption key, and open as before", async ({
  world,
}) => {
  const { id, name } = await aMovement(world);
  const fresh = { kty: "oct" as const, kid: "next", k: Buffer.alloc(32, 7).toString("base64url") };
  const vault = await createVault([fresh, ...world.keys.KEY_ENCRYPTION_KEYS]);
  const operator = { ...world.job(world.operator.id), vault };
  expect((await rewrapMovementKeys(operator)).movements).toBeGreaterThan(0);
  expect((await rewrapMovementKeys(operator)).movements).toBe(0);
  const kept = await asParticipant(
    world.platform.db,
    world.helpline.id,
    `select kek_id from keys.movement_key where movement_id = '${id}'`,
  );
  expect(kept).toEqual([{ kek_id: "next" }]);
  expect((await getMovement({ ...world.job(world.helpline.id), vault }, id)).name).toBe(name);
});
