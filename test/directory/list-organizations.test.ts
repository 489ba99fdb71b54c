import { expect } from "vitest";
import { test } from "../world/world.ts";
import { organizationId } from "./entries.ts";

test("pages hold every organization once", async ({ world }) => {
  const names: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { status, body } = await world
      .as(world.eva)
      .get(`/organizations?pageSize=7${cursor ? `&cursor=${cursor}` : ""}`);
    expect(status).toBe(200);
    names.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor;
    if (!cursor) break;
  }
  expect(names.length).toBeGreaterThanOrEqual(31);
  expect(new Set(names).size).toBe(names.length);
});

test("an organization tells its numbers, the general one first", async ({ world }) => {
  const { body } = await world.as(world.eva).get(`/organizations/${await organizationId(world, "Politie")}`);
  expect(body).toMatchObject({
    name: "Politie",
    description: "Aangifte of melding doen; Zedenpolitie.",
    website: "https://www.politie.nl",
    country: "NL",
    phones: [{ number: "0900-8844" }, { number: "112" }],
    handoff: { receives: false },
  });
});

test("an organization tells the participant that answers for it", async ({ world }) => {
  const { body } = await world.as(world.eva).get(`/organizations/${world.bridge.organizationId}`);
  expect(body.handoff).toEqual({ receives: true, participantId: world.bridge.id, reach: "api" });
});

test("an unknown id does not exist", async ({ world }) => {
  expect(await world.as(world.eva).get(`/organizations/${world.platform.newId()}`)).toMatchObject({
    status: 404,
    body: { type: "/problems/organization-not-found" },
  });
});
