import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { partnerships } from "../../../src/identity/schema.ts";
import { letGoOfRequests } from "../../../src/intake/index.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { asParticipant } from "../../walls/raw.ts";
import { test, type World } from "../../world/world.ts";
import { planFor, rowOf, takeOne, toldFully } from "../samples.ts";

const day = 86_400_000;
const daysLater = async (world: World, days: number) => {
  world.clock.time = new Date(world.clock.time.getTime() + days * day);
  await letGoOfRequests(world.platform);
};
const keyCount = async (world: World, id: string) =>
  (
    await asParticipant(
      world.platform.db,
      world.helpline.id,
      `select 1 as one from keys.request_key where request_id = '${id}'`,
    )
  ).length;

describe("what was told", () => {
  test("is destroyed 90 days after the end, with its key and an audit entry; codes stay", async ({
    world,
  }) => {
    const { id, path } = await takeOne(world);
    const eva = world.as(world.eva);
    await daysLater(world, 30);
    await eva.post(`${path}/end`, { reason: "talked" });
    await daysLater(world, 89);
    expect((await eva.get(path)).body.told).toMatchObject({ name: toldFully.name });
    await daysLater(world, 2);
    const { body } = await eva.get(path);
    expect(body).toMatchObject({ state: "ended", endReason: "talked", topics: ["manipulation"] });
    expect(body.told).toBeUndefined();
    expect(await rowOf(world, id)).toMatchObject({ sealed: null, letGoAt: world.clock.time });
    expect(await keyCount(world, id)).toBe(0);
    await daysLater(world, 1);
    const forgotten = (await world.audited(world.helpline.id, id)).filter((action) =>
      action.endsWith("forgotten"),
    );
    expect(forgotten).toHaveLength(1);
  });

  test("is destroyed sooner where the helpline agreed on it", async ({ world }) => {
    await transact(world.job(world.operator.id), (tx) =>
      tx
        .update(partnerships)
        .set({ caseRetentionDays: 30 })
        .where(eq(partnerships.participantId, world.helpline.id)),
    );
    const { id, path } = await takeOne(world);
    await world.as(world.eva).post(`${path}/end`, { reason: "talked" });
    await daysLater(world, 31);
    expect((await rowOf(world, id))?.letGoAt).not.toBeNull();
  });

  test("of a request that stood open all that time is destroyed, and the request ended", async ({
    world,
  }) => {
    const { id } = await takeOne(world);
    await daysLater(world, 91);
    expect(await rowOf(world, id)).toMatchObject({
      state: "ended",
      endReason: "kept-long-enough",
      sealed: null,
    });
  });

  test("stays while an appointment for it is still to come", async ({ world }) => {
    const { id } = await takeOne(world);
    await planFor(world, id, new Date(world.clock.time.getTime() + 100 * day));
    await daysLater(world, 91);
    expect((await rowOf(world, id))?.sealed).not.toBeNull();
  });
});

describe("the privacy officer", () => {
  test("erases what was told before its time, once, and ends the request with it", async ({ world }) => {
    const { id, path } = await takeOne(world);
    const marije = world.as(await world.member(world.helpline, "privacy-officer"));
    const erased = await marije.post(`${path}/erasure`);
    expect(erased).toMatchObject({ status: 200, body: { id, erasedAt: world.clock.time.toISOString() } });
    expect(await rowOf(world, id)).toMatchObject({
      state: "ended",
      endReason: "no-longer-wanted",
      sealed: null,
    });
    expect(await keyCount(world, id)).toBe(0);
    world.clock.time = new Date(world.clock.time.getTime() + day);
    expect((await marije.post(`${path}/erasure`)).body).toEqual(erased.body);
    expect((await marije.get(path)).status).toBe(403);
    expect(await world.audited(world.helpline.id, id)).toContain("callback-request.erased");
  });

  test("erases the case of a request that became one, not the request", async ({ world }) => {
    const { path } = await takeOne(world);
    await world.as(world.eva).post(`${path}/case`, {});
    const marije = world.as(await world.member(world.helpline, "privacy-officer"));
    expect(await marije.post(`${path}/erasure`)).toMatchObject({
      status: 409,
      body: { type: "/problems/callback-request-became-case" },
    });
  });
});
