import { describe, expect } from "vitest";
import { type Person, test, type World } from "../../world/world.ts";
import { aCounsellor, aRequest, keepWork, plan } from "./make.ts";
import { missAppointment } from "./samples.ts";

interface Told {
  kind: string;
  subjectId: string;
  why: string;
}

const todosOf = async (world: World, person: Person, subjectId: string) => {
  const { items }: { items: Told[] } = (await world.as(person).get("/tasks")).body;
  return items.filter((item) => item.subjectId === subjectId).map(({ kind, why }) => `${kind}: ${why}`);
};

async function planned(world: World, given: { requestId?: string } = {}) {
  const { eva, helpline } = world;
  await keepWork(world, eva);
  const coordinator = await world.member(helpline, "coordinator");
  // Friday afternoon.
  const { body } = await plan(world, eva, { ...given, startsAt: "2026-01-09T13:00:00Z" });
  const at = async (time: string) => {
    world.clock.time = new Date(time);
    return {
      eva: await todosOf(world, eva, body.id),
      coordinator: await todosOf(world, coordinator, body.id),
    };
  };
  return { id: body.id as string, coordinator, at };
}

describe("an appointment", () => {
  test("is the counsellor's on its day and after it, and a working day later the coordinator's, too", async ({
    world,
  }) => {
    const { at } = await planned(world);
    expect(await at("2026-01-08T22:59:00Z")).toEqual({ eva: [], coordinator: [] });
    expect(await at("2026-01-08T23:00:00Z")).toEqual({ eva: ["hold-appointment: today"], coordinator: [] });
    expect(await at("2026-01-10T08:00:00Z")).toEqual({
      eva: ["hold-appointment: no-conversation"],
      coordinator: [],
    });
    expect((await at("2026-01-12T13:44:00Z")).coordinator).toEqual([]);
    expect(await at("2026-01-12T13:45:00Z")).toEqual({
      eva: ["hold-appointment: no-conversation"],
      coordinator: ["overdue-appointment: no-conversation"],
    });
  });

  test("that was missed waits until somebody decides", async ({ world }) => {
    const requestId = await aRequest(world);
    const { id, at, coordinator } = await planned(world, { requestId });
    await at("2026-01-09T13:00:00Z");
    await missAppointment(world, world.eva, id);
    const decide = ["decide-missed-appointment: missed"];
    expect((await at("2026-01-09T13:10:00Z")).eva).toEqual(decide);
    expect(await at("2026-01-13T09:00:00Z")).toEqual({
      eva: decide,
      coordinator: ["overdue-appointment: missed"],
    });
    await world.as(world.eva).post(`/appointments/${id}/settlement`);
    expect(await todosOf(world, coordinator, id)).toEqual([]);
    expect(await todosOf(world, world.eva, id)).toEqual([]);
  });

  test.for(["planned again", "ended"])(
    "that was missed waits no more when its request is %s",
    async (end, { world }) => {
      const requestId = await aRequest(world);
      const { id, at } = await planned(world, { requestId });
      await at("2026-01-09T13:00:00Z");
      await missAppointment(world, world.eva, id);
      if (end === "ended")
        await world.as(world.eva).post(`/callback-requests/${requestId}/end`, { reason: "not-reached" });
      else await plan(world, world.eva, { requestId, startsAt: "2026-01-12T13:00:00Z" });
      expect((await at("2026-01-09T13:10:00Z")).eva).toEqual([]);
    },
  );

  test("in a leave is the coordinator's to give to somebody else", async ({ world }) => {
    const { eva } = world;
    const { id, coordinator, at } = await planned(world);
    expect((await at("2026-01-05T09:00:00Z")).coordinator).toEqual([]);
    const leave = { startsAt: "2026-01-08T00:00:00Z", endsAt: "2026-01-12T00:00:00Z" };
    await world.as(eva).post(`/counsellors/${eva.memberId}/leaves`, leave);
    expect(await todosOf(world, coordinator, id)).toEqual(["reassign-appointment: leave"]);
    const { memberId } = await aCounsellor(world);
    await world.as(coordinator).post(`/appointments/${id}/reassignment`, { counsellorId: memberId });
    expect(await todosOf(world, coordinator, id)).toEqual([]);
  });

  test("of a request that ends is called off, and the time is free again", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const requestId = await aRequest(world);
    const { body } = await plan(world, eva, { requestId });
    await world.as(eva).post(`/callback-requests/${requestId}/end`, { reason: "no-longer-wanted" });
    expect((await world.as(eva).get(`/appointments/${body.id}`)).body).toMatchObject({
      state: "cancelled",
      endReason: "reached-otherwise",
    });
    expect((await plan(world, eva, { startsAt: body.startsAt })).status).toBe(201);
  });

  test("of a request that becomes a case goes on as the case's", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const requestId = await aRequest(world, { relation: "harmed" });
    const { body } = await plan(world, eva, { requestId });
    const opened = await world.as(eva).post(`/callback-requests/${requestId}/case`, {});
    expect(opened.status).toBe(201);
    expect((await world.as(eva).get(`/appointments/${body.id}`)).body).toMatchObject({
      state: "planned",
      requestId,
      caseId: opened.body.id,
    });
  });
});
