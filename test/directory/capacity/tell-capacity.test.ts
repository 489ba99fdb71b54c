import { expect } from "vitest";
import { test, type World } from "../../world/world.ts";

const tell = (world: World, told: object, person = world.noor) =>
  world.as(person).put(`/services/${world.bridge.serviceId}/capacity`, told);
const shown = async (world: World) =>
  (await world.as(world.eva).get(`/services/${world.bridge.serviceId}`)).body.capacity;
const daysLater = (world: World, days: number) => {
  world.clock.time = new Date(world.clock.time.getTime() + days * 24 * 60 * 60 * 1000);
};

test("a service of which nothing was told shows no room and no fullness", async ({ world }) => {
  expect(await shown(world)).toBeUndefined();
});

test("one call tells the room, and counsellors see it with its age", async ({ world }) => {
  const told = { current: true, asOf: "2026-01-05T09:00:00.000Z", availablePlaces: 3, waitingDays: 14 };
  expect((await tell(world, { availablePlaces: 3, waitingDays: 14 })).body).toEqual(told);
  daysLater(world, 30);
  expect(await shown(world)).toEqual(told);
});

test("what was told more than thirty days ago is shown as last told only", async ({ world }) => {
  await tell(world, { availablePlaces: 3 });
  daysLater(world, 31);
  expect(await shown(world)).toEqual({
    current: false,
    asOf: "2026-01-05T09:00:00.000Z",
    lastTold: { availablePlaces: 3 },
  });
});

test("what is told replaces all that was told before", async ({ world }) => {
  await tell(world, { availablePlaces: 3, waitingDays: 14 });
  daysLater(world, 1);
  await tell(world, { waitingDays: 60 });
  expect(await shown(world)).toEqual({ current: true, asOf: "2026-01-06T09:00:00.000Z", waitingDays: 60 });
});

test("search shows it beside each match", async ({ world }) => {
  await tell(world, { availablePlaces: 0 });
  const { body } = await world.as(world.eva).get(`/services?organizationId=${world.bridge.organizationId}`);
  expect(body.items[0].capacity).toMatchObject({ current: true, availablePlaces: 0 });
});

test("the standard's readers find the places, dated, and no longer when they are unknown", async ({
  world,
}) => {
  const standard = async () => {
    const answer = await world.app.request(
      `https://handreiking.example/hsds/services/${world.bridge.serviceId}`,
    );
    return ((await answer.json()) as { capacities?: { available: number; updated: string }[] }).capacities;
  };
  await tell(world, { availablePlaces: 3 });
  await tell(world, { availablePlaces: 2 });
  const capacities = await standard();
  expect(capacities).toHaveLength(1);
  expect(capacities?.[0]).toMatchObject({ available: 2 });
  expect(Date.parse(capacities?.[0]?.updated ?? "")).toBe(world.clock.time.getTime());
  await tell(world, { waitingDays: 7 });
  expect((await standard()) ?? []).toEqual([]);
});

test("another organization's room is not theirs to tell, and nothing is no room", async ({ world }) => {
  expect((await tell(world, { availablePlaces: 9 }, world.stranger)).body.type).toBe(
    "/problems/not-your-entry",
  );
  expect((await tell(world, {})).body.errors).toEqual([
    { in: "body", pointer: "", detail: "must tell places, waiting days or both" },
  ]);
  expect(await shown(world)).toBeUndefined();
});
