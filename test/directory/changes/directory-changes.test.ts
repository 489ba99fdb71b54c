import { expect } from "vitest";
import { systemOf } from "../../client/system.ts";
import { test, type World } from "../../world/world.ts";
import { ownEntries, tagOf } from "../editing.ts";

const after = async (world: World) => {
  let number = 0;
  for (let more = true; more; ) {
    const { body } = await world.as(world.noor).get(`/directory-changes?after=${number}&pageSize=100`);
    ({ after: number, more } = body);
  }
  return number;
};

test("an edit is one change of the entry, however many of its parts it touches", async ({ world }) => {
  const path = `/services/${world.bridge.serviceId}`;
  const from = await after(world);
  await world
    .as(world.noor)
    .send(
      "PATCH",
      path,
      { name: "Opvang", phones: [{ number: "030-1111111", languages: [{ code: "nl" }] }], topics: ["fraud"] },
      { "if-match": await tagOf(world, path) },
    );
  const { body } = await world.as(world.noor).get(`/directory-changes?after=${from}`);
  expect(body.items).toEqual([
    {
      number: from + 1,
      entity: "service",
      id: world.bridge.serviceId,
      change: "changed",
      at: "2026-01-05T09:00:00.000Z",
    },
  ]);
  expect(body.more).toBe(false);
});

test("the typed client follows the changes from where it was", async ({ world }) => {
  const from = await after(world);
  const { serviceId, locationId } = await ownEntries(world);
  const client = (await systemOf(world, world.bridge)).connect();
  const told: string[] = [];
  for await (const { entity, id, change } of client.directoryChanges({ after: from }))
    told.push(`${entity} ${id} ${change}`);
  expect(told.sort()).toEqual([`location ${locationId} created`, `service ${serviceId} created`].sort());
});
