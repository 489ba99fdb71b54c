import { expect } from "vitest";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { test, type World } from "../../world/world.ts";
import { keptOf, tickAt, toldTo } from "../clock/ticking.ts";
import { fixIntroduction, later, makeReferral } from "../make.ts";

const suspend = async (world: World, suspended = true) =>
  world
    .as(await world.member(world.operator, "coordinator"))
    .put(`/participants/${world.bridge.id}/suspension`, { suspended });

const kindsOf = async (world: World, id: string): Promise<string[]> =>
  (await world.as(world.eva).get("/tasks")).body.items
    .filter(({ subjectId }: { subjectId: string }) => subjectId === id)
    .map(({ kind }: { kind: string }) => kind);

const stateOf = async (world: World, path: string) => (await world.as(world.eva).get(path)).body;

test("while a partner is suspended its sender has a task at once, nothing comes due, and the time is given back", async ({
  world,
}) => {
  const { id, path } = await makeReferral(world, "offered");
  const { dueAt } = await stateOf(world, path);
  expect(await kindsOf(world, id)).toEqual([]);
  world.clock.time = later(world, { hours: 2 });
  await suspend(world);
  expect(await kindsOf(world, id)).toEqual(["suspended-partner"]);
  expect((await stateOf(world, path)).dueAt).toBeUndefined();
  // Three weeks: everything would have passed.
  for (let day = 0; day < 21; day++) {
    world.clock.time = later(world, { days: 1 });
    await tickAt(world);
  }
  expect(await stateOf(world, path)).toMatchObject({ state: "offered" });
  expect(await toldTo(world, world.eva, id)).toEqual(["drafted", "offered"]);
  await suspend(world, false);
  expect(await kindsOf(world, id)).toEqual([]);
  const again = new Date((await stateOf(world, path)).dueAt);
  expect(again.getTime() - new Date(dueAt).getTime()).toBe(21 * 86_400_000);
  await tickAt(world);
  expect(await toldTo(world, world.eva, id)).toEqual(["drafted", "offered"]);
  await tickAt(world, new Date(again.getTime() + 1000));
  expect(await toldTo(world, world.eva, id)).toContain("due");
  for (let times = 0; times < 3; times++) await tickAt(world, (await keptOf(world, id))?.wakeAt);
  expect((await stateOf(world, path)).state).toBe("lapsed");
});

test("a suspension that nobody looked at is given back as well", async ({ world }) => {
  const { id, path } = await makeReferral(world, "offered");
  await suspend(world);
  world.clock.time = later(world, { hours: 5 });
  await suspend(world, false);
  const { dueAt } = await stateOf(world, path);
  await tickAt(world, new Date(new Date(dueAt).getTime() - 60_000));
  expect(await toldTo(world, world.eva, id)).not.toContain("due");
  await tickAt(world, dueAt);
  expect(await toldTo(world, world.eva, id)).toContain("due");
});

test("a basis that runs out ends a referral to a suspended partner all the same", async ({ world }) => {
  const { path } = await makeReferral(world, "offered");
  await suspend(world);
  await tickAt(world, "2026-05-01T09:00:00Z");
  expect((await stateOf(world, path)).state).toBe("withdrawn");
});

test("nothing about the caller is sealed for a suspended partner, nor does the schema let it lapse", async ({
  world,
}) => {
  const accepted = await makeReferral(world, "accepted");
  const offered = await makeReferral(world, "offered");
  await suspend(world);
  expect(await fixIntroduction(world, accepted)).toMatchObject({
    status: 409,
    body: { type: "/problems/recipient-suspended" },
  });
  const lapse = `update handreiking.referral set state = 'lapsed', last_step = 'lapsed', move_id = gen_random_uuid(),
    moved_at = lapse_at, ended_at = lapse_at, due_at = null, nudge_at = null, overdue_at = null, lapse_at = null,
    wake_at = null where id = '${offered.id}'`;
  expect(await outcome(asParticipant(world.platform.db, world.helpline.id, lapse))).toBe("HR171");
});
