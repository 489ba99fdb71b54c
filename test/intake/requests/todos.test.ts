import { describe, expect } from "vitest";
import { claimRequest, markOpen, markPlanned } from "../../../src/intake/requests/store.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { type Person, test, type World } from "../../world/world.ts";
import { takeOne, toldFully } from "../samples.ts";

const tasksOf = async (world: World, person: Person) =>
  (await world.as(person).get("/tasks")).body.items.filter(({ kind }: { kind: string }) =>
    /-request$/.test(kind),
  );

const later = (world: World, time: string) => {
  world.clock.time = new Date(time);
};

const mark = (world: World, id: string, as: typeof markPlanned) => {
  const ctx = world.job(world.helpline.id);
  return transact(ctx, async (tx) => as(tx, await claimRequest(tx, ctx, id)));
};

describe("nobody is forgotten", () => {
  test("who takes requests sees those that nobody planned, the most pressing first", async ({ world }) => {
    const normal = await takeOne(world);
    const urgent = await takeOne(world, { ...toldFully, urgency: "urgent" });
    const acute = await takeOne(world, { ...toldFully, urgency: "acute" });
    const intake = await world.member(world.helpline, "intake");
    const tasks = await tasksOf(world, intake);
    expect(tasks).toMatchObject([
      {
        kind: "see-to-request",
        subjectId: acute.id,
        why: "acute",
        dueAt: "2026-01-05T09:00:00.000Z",
        overdue: true,
      },
      { kind: "see-to-request", subjectId: urgent.id, why: "urgent", dueAt: "2026-01-05T11:00:00.000Z" },
      { kind: "see-to-request", subjectId: normal.id, why: "normal", dueAt: "2026-01-06T09:00:00.000Z" },
    ]);
    expect(tasks[0].next).toEqual({ operationId: "getRequest", method: "GET", href: `/v1${acute.path}` });
    expect(await tasksOf(world, world.eva)).toEqual(tasks);
    expect(await tasksOf(world, world.stranger)).toEqual([]);
  });

  test("whoever may be in danger comes before what is days late", async ({ world }) => {
    await takeOne(world);
    later(world, "2026-01-19T09:00:00Z");
    const acute = await takeOne(world, { ...toldFully, urgency: "acute" });
    expect((await tasksOf(world, world.eva))[0]).toMatchObject({ subjectId: acute.id, acute: true });
  });

  test("a planned one is no task, and one whose appointment fell through is again", async ({ world }) => {
    const { id } = await takeOne(world);
    await mark(world, id, markPlanned);
    expect(await tasksOf(world, world.eva)).toEqual([]);
    await mark(world, id, markOpen);
    expect(await tasksOf(world, world.eva)).toHaveLength(1);
  });

  test("a working day after it was due it is the coordinator's, by id and reference alone", async ({
    world,
  }) => {
    const { id, reference, path } = await takeOne(world);
    const coordinator = await world.member(world.helpline, "coordinator");
    later(world, "2026-01-07T08:59:00Z");
    expect(await tasksOf(world, coordinator)).toEqual([]);
    later(world, "2026-01-07T09:00:00Z");
    expect(await tasksOf(world, coordinator)).toMatchObject([
      { kind: "overdue-request", subjectId: id, why: "unplanned" },
    ]);
    const overdue = await world.as(coordinator).get("/overdue-callback-requests");
    expect(overdue.body).toEqual({
      items: [
        { id, reference, receivedAt: "2026-01-05T09:00:00.000Z", overdueAt: "2026-01-07T09:00:00.000Z" },
      ],
      more: false,
    });
    expect((await world.as(coordinator).get(path)).status).toBe(403);
    const elsewhere = await world.member(world.elsewhere, "coordinator");
    expect((await world.as(elsewhere).get("/overdue-callback-requests")).body.items).toEqual([]);
  });
});

test("a request that has ended is planned no more", async ({ world }) => {
  const { id, path } = await takeOne(world);
  await world.as(world.eva).post(`${path}/end`, { reason: "talked" });
  await expect(mark(world, id, markPlanned)).rejects.toMatchObject({
    definition: { code: "callback-request-ended" },
  });
});
