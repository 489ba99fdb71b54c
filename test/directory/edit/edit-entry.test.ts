import { expect } from "vitest";
import { test, type World } from "../../world/world.ts";
import { edit, emptyOrganization, ownEntries, tagOf } from "../editing.ts";

const pathOf = ({ bridge }: World) => `/services/${bridge.serviceId}`;

/** Changes a service of De Brug's, on the version that stands now. */
async function change(world: World, body: unknown, person = world.noor, path = pathOf(world)) {
  const headers = { "if-match": await tagOf(world, path, person) };
  return world.as(person).send("PATCH", path, body, headers);
}

const coordinatorOf = (world: World) => world.member(world.operator, "coordinator");

test("a partner changes what its patch names of its own service, and the rest stays", async ({ world }) => {
  const before = (await world.as(world.noor).get(pathOf(world))).body;
  const { status, body } = await change(world, { name: "Opvang na dwang", statusNote: null });
  expect(status).toBe(200);
  expect(body.name).toBe("Opvang na dwang");
  expect({ ...body.entry, name: before.entry.name }).toEqual(before.entry);
});

test("a patch may come as a merge patch, and null takes a value away", async ({ world }) => {
  await change(world, { url: "https://www.example.org", minimumAge: 18 });
  const headers = {
    "if-match": await tagOf(world, pathOf(world)),
    "content-type": "application/merge-patch+json",
  };
  const { body } = await world.as(world.noor).send("PATCH", pathOf(world), { url: null }, headers);
  expect(body.entry.url).toBeUndefined();
  expect(body.entry.minimumAge).toBe(18);
});

test("a list takes the place of the list; an item with its id stays the record that it is", async ({
  world,
}) => {
  const first = await change(world, {
    phones: [{ number: "030-1111111", languages: [{ code: "nl" }] }, { number: "030-2222222" }],
    contacts: [{ name: "Balie", phones: [{ number: "030-3333333" }] }],
    schedules: [{ freq: "WEEKLY", byday: "MO", opensAt: "09:00", closesAt: "17:00" }],
  });
  const kept = first.body.entry.phones.find(({ number }: { number: string }) => number === "030-1111111");
  const second = await change(world, { phones: [{ ...kept, description: "Algemeen" }], contacts: [] });
  expect(second.body.entry.phones).toEqual([{ ...kept, description: "Algemeen" }]);
  expect(second.body.entry.contacts).toEqual([]);
  expect(second.body.entry.schedules).toEqual(first.body.entry.schedules);
});

test("a service is filed under topics and given at places that exist", async ({ world }) => {
  const { locationId } = await ownEntries(world);
  const { body } = await change(world, { topics: ["fraud", "shelter"], locations: [{ locationId }] });
  expect(body.entry.topics).toEqual(["fraud", "shelter"]);
  expect(body.locations.map(({ id }: { id: string }) => id)).toEqual([locationId]);
  const emptied = await change(world, { topics: ["shelter"], locations: null });
  expect(emptied.body.entry).toMatchObject({ topics: ["shelter"], locations: [] });
});

test("every fault is named at once, by pointer, and nothing is changed", async ({ world }) => {
  const path = pathOf(world);
  const tag = await tagOf(world, path);
  const id = world.bridge.organizationId;
  const unknown = await change(world, {
    phones: [{ id, number: "1" }],
    topics: ["nowhere"],
    locations: [{ locationId: id }],
  });
  expect(unknown.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    "/phones/0/id",
    "/topics/0",
    "/locations/0/locationId",
  ]);
  const malformed = await change(world, {
    name: null,
    url: "no address",
    minimumAge: 1.5,
    domain: "magic",
    schedules: [{ opensAt: "25:00", validFrom: "2026-02-30" }],
    phones: [{}],
  });
  expect(malformed.status).toBe(400);
  expect(malformed.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    "/domain",
    "/minimumAge",
    "/name",
    "/phones/0/number",
    "/schedules/0/opensAt",
    "/schedules/0/validFrom",
    "/url",
  ]);
  expect(await tagOf(world, path)).toBe(tag);
});

test("a phone of another service cannot be taken over by its id", async ({ world }) => {
  const { serviceId } = await ownEntries(world);
  const other = await change(
    world,
    { phones: [{ number: "030-4444444" }] },
    world.noor,
    `/services/${serviceId}`,
  );
  const { status } = await change(world, { phones: [{ ...other.body.entry.phones[0], number: "1" }] });
  expect(status).toBe(400);
});

test("an edit without its version is refused, and so is one of a version that is no more", async ({
  world,
}) => {
  const noor = world.as(world.noor);
  const path = pathOf(world);
  expect((await noor.send("PATCH", path, { name: "Anders" })).body.type).toBe("/problems/version-not-named");
  const stale = await tagOf(world, path);
  await change(world, { name: "Eerst" });
  const late = await noor.send("PATCH", path, { name: "Later" }, { "if-match": stale });
  expect({ status: late.status, type: late.body.type }).toEqual({
    status: 412,
    type: "/problems/version-outdated",
  });
  expect((await noor.send("DELETE", path, undefined, { "if-match": stale })).status).toBe(412);
  expect((await noor.send("DELETE", path)).status).toBe(428);
  expect((await noor.get(path)).body.name).toBe("Eerst");
});

test("who has the version already is told so, and is sent a new one after any change, an agreement's too", async ({
  world,
}) => {
  const path = pathOf(world);
  const tag = await tagOf(world, path);
  const again = await world.as(world.noor).get(path, { "if-none-match": tag });
  expect({ status: again.status, body: again.body, tag: again.headers.get("etag") }).toEqual({
    status: 304,
    body: undefined,
    tag,
  });
  const coordinator = world.as(await coordinatorOf(world));
  await coordinator.put(`/participants/${world.bridge.id}/partnership`, { sends: false, receives: false });
  const changed = await world.as(world.noor).get(path, { "if-none-match": tag });
  expect(changed.status).toBe(200);
  expect(changed.body.handoff.receives).toBe(false);
});

test("a coordinator of the network edits any entry, a coordinator elsewhere none but their own", async ({
  world,
}) => {
  expect((await change(world, { name: "Beter" }, await coordinatorOf(world))).status).toBe(200);
  const other = await world.member(world.elsewhere, "coordinator");
  const refused = await change(world, { name: "Slechter" }, other);
  expect(refused.body.type).toBe("/problems/not-your-entry");
  const unknown = `/services/${world.bridge.id}`;
  const nothing = await world.as(other).send("PATCH", unknown, { name: "x" }, { "if-match": "*" });
  expect(nothing.body.type).toBe("/problems/service-not-found");
});

test("an edit is dated, is found by its new words at once, and shows at /hsds as modified", async ({
  world,
}) => {
  world.clock.time = new Date("2026-03-01T09:00:00Z");
  const { body } = await change(world, { name: "Zonnebloemhuis" });
  expect(body.lastModifiedAt).toBe("2026-03-01T09:00:00.000Z");
  const found = await world.as(world.eva).post("/service-searches", { words: "zonnebloemhuis" });
  expect(found.body.items.map(({ service }: { service: { id: string } }) => service.id)).toEqual([
    world.bridge.serviceId,
  ]);
  const hsds = await world.app.request("/hsds/services?modified_after=2026-02-28T00:00:00Z");
  const { contents } = (await hsds.json()) as { contents: { id: string }[] };
  expect(contents.map(({ id }) => id)).toContain(world.bridge.serviceId);
});

test("an edit that changes nothing is not dated, and leaves no entry and no version", async ({ world }) => {
  const { name } = (await change(world, { name: "Opvang" })).body;
  const before = await world.as(world.noor).get(`${pathOf(world)}/versions`);
  world.clock.time = new Date("2026-03-01T09:00:00Z");
  const { body } = await change(world, { name });
  expect(body.lastModifiedAt).toBe("2026-01-05T09:00:00.000Z");
  expect((await world.as(world.noor).get(`${pathOf(world)}/versions`)).body).toEqual(before.body);
  expect(await world.audited(world.bridge.id, world.bridge.serviceId)).toEqual(["service.changed"]);
});

test("where a confidential place is, only its own organization is shown and may change", async ({
  world,
}) => {
  const address = {
    address1: "Schuilstraat 1",
    city: "Utrecht",
    stateProvince: "Utrecht",
    postalCode: "3511 AA",
    country: "NL",
    addressType: "physical",
  };
  const place = { confidential: true, latitude: 52.1, longitude: 5.1, addresses: [address] };
  const { locationId } = await ownEntries(world, place);
  const path = `/locations/${locationId}`;
  expect((await world.as(world.noor).get(path)).body.entry.addresses).toMatchObject([address]);
  const coordinator = await coordinatorOf(world);
  for (const person of [coordinator, world.stranger])
    expect(JSON.stringify((await world.as(person).get(path)).body)).not.toMatch(/Schuilstraat|52\.1/);
  const lifted = await change(world, { confidential: false, addresses: [] }, coordinator, path);
  expect(lifted.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    "/addresses",
    "/confidential",
  ]);
  expect((await change(world, { name: "Huis" }, coordinator, path)).status).toBe(200);
  await change(world, { locations: [{ locationId }] });
  expect(JSON.stringify((await world.as(world.stranger).get(pathOf(world))).body)).not.toMatch(/52\.1/);
});

test("the same POST with one Idempotency-Key adds one service", async ({ world }) => {
  const body = {
    organizationId: world.bridge.organizationId,
    name: "Nieuw",
    status: "active",
    domain: "care",
  };
  const noor = world.as(world.noor);
  const first = await noor.post("/services", body, { "idempotency-key": "once" });
  const second = await noor.post("/services", body, { "idempotency-key": "once" });
  expect(second.body).toEqual(first.body);
  expect(first.headers.get("etag")).toBe(await tagOf(world, `/services/${first.body.id}`));
  const found = await world.as(world.eva).post("/service-searches", { words: "nieuw" });
  expect(found.body.items.map(({ service }: { service: { id: string } }) => service.id)).toContain(
    first.body.id,
  );
});

test("an organization is deleted after its entries, a place after the services there have left", async ({
  world,
}) => {
  const { serviceId, locationId } = await ownEntries(world);
  await change(world, { locations: [{ locationId }] }, world.noor, `/services/${serviceId}`);
  const remove = async (collection: string, id: string) => {
    const { method, path, headers } = await edit(world, "DELETE", collection, id);
    return (await world.send(world.noor, method, path, undefined, headers)).status;
  };
  expect(await remove("organizations", world.bridge.organizationId)).toBe(409);
  expect(await remove("locations", locationId)).toBe(409);
  expect(await remove("services", serviceId)).toBe(204);
  expect(await remove("locations", locationId)).toBe(204);
  expect(await remove("organizations", (await emptyOrganization(world)).organizationId)).toBe(204);
});
