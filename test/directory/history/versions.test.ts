import { expect } from "vitest";
import { importDirectory } from "../../../src/directory/index.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { test, type World } from "../../world/world.ts";
import { edit, ownEntries, tagOf } from "../editing.ts";

async function change(world: World, path: string, body: unknown, person = world.noor) {
  const headers = { "if-match": await tagOf(world, path, person) };
  return world.as(person).send("PATCH", path, body, headers);
}

const serviceOf = ({ bridge }: World) => `/services/${bridge.serviceId}`;
const versionsOf = async (world: World, path: string, person = world.noor) =>
  (await world.as(person).get(`${path}/versions?pageSize=100`)).body.items;

test("every version of a service and its parts is kept: what, when, for whom; a removed phone as deleted", async ({
  world,
}) => {
  const path = serviceOf(world);
  await change(world, path, { phones: [{ number: "030-1111111" }] });
  world.clock.time = new Date("2026-01-05T10:00:00Z");
  await change(world, path, { name: "Opvang", phones: [] });
  const versions = await versionsOf(world, path);
  expect(
    versions.map(({ record, change, fields, at }: Record<string, unknown>) => ({
      record,
      change,
      fields,
      at,
    })),
  ).toEqual([
    { record: "phone", change: "deleted", at: "2026-01-05T10:00:00.000Z" },
    { record: "service", change: "changed", fields: ["name"], at: "2026-01-05T10:00:00.000Z" },
    { record: "phone", change: "created", at: "2026-01-05T09:00:00.000Z" },
    expect.objectContaining({ record: "service", change: "created" }),
  ]);
  const phone = (await world.as(world.noor).get(`${path}/versions/${versions[0].id}`)).body;
  expect(phone.content).toContainEqual({ field: "number", value: "030-1111111" });
  const created = (await world.as(world.noor).get(`${path}/versions/${versions[3].id}`)).body;
  expect(created.content).toContainEqual({ field: "name", value: "Hulp van De Brug" });
});

test("who did it is told to the own participant and the network's coordinators, to others only for which participant", async ({
  world,
}) => {
  const path = serviceOf(world);
  await change(world, path, { name: "Opvang" });
  const [own] = await versionsOf(world, path);
  expect(own.by).toEqual({
    participantId: world.bridge.id,
    participantName: "De Brug",
    kind: "client",
    actorId: world.noor.clientId,
    onBehalfOf: world.noor.memberId,
  });
  const coordinator = await world.member(world.operator, "coordinator");
  expect((await versionsOf(world, path, coordinator))[0].by).toEqual(own.by);
  expect((await versionsOf(world, path, world.stranger))[0].by).toEqual({
    participantId: world.bridge.id,
    participantName: "De Brug",
  });
});

test("the pages of a history hold each version once, the newest first", async ({ world }) => {
  const path = serviceOf(world);
  for (const name of ["Een", "Twee", "Drie", "Vier"]) await change(world, path, { name });
  const all = await versionsOf(world, path);
  const noor = world.as(world.noor);
  const first = (await noor.get(`${path}/versions?pageSize=3`)).body;
  const second = (await noor.get(`${path}/versions?pageSize=3&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items]).toEqual(all);
});

test("the history of a deleted place remains, without where it is if it ever was confidential", async ({
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
  const { locationId } = await ownEntries(world, {
    confidential: true,
    latitude: 52.1,
    addresses: [address],
  });
  const path = `/locations/${locationId}`;
  await change(world, path, { confidential: false });
  const { headers } = await edit(world, "DELETE", "locations", locationId);
  await world.as(world.noor).send("DELETE", path, undefined, headers);
  const coordinator = await world.member(world.operator, "coordinator");
  const readAll = async (person = world.noor) => {
    const versions = await versionsOf(world, path, person);
    const contents = versions.map(({ id }: { id: string }) => world.as(person).get(`${path}/versions/${id}`));
    return JSON.stringify((await Promise.all(contents)).map(({ body }) => body));
  };
  for (const person of [coordinator, world.stranger])
    expect(await readAll(person)).not.toMatch(/Schuilstraat|52\.1/);
  expect(await readAll()).toMatch(/Schuilstraat.*52\.1/);
  expect(await readAll()).toMatch(/"deleted"/);
});

test("imports and raw SQL are kept too, and an import that changes nothing leaves no version", async ({
  world,
}) => {
  const path = serviceOf(world);
  const record = {
    id: world.bridge.serviceId,
    organization_id: world.bridge.organizationId,
    name: "Uit een bestand",
    status: "active",
  };
  async function* file() {
    yield new TextEncoder().encode(JSON.stringify([record]));
  }
  await importDirectory(world.job(world.operator.id), file());
  await importDirectory(world.job(world.operator.id), file());
  const { db } = world.platform;
  await asParticipant(
    db,
    world.bridge.id,
    `update handreiking.service set name = 'Raw' where id = '${record.id}'`,
  );
  await asParticipant(
    db,
    world.bridge.id,
    `update handreiking.service set name = 'Raw' where id = '${record.id}'`,
  );
  const [raw, imported, created, ...others] = await versionsOf(world, path);
  expect(others).toEqual([]);
  expect([raw.fields, imported.fields[0], created.change]).toEqual([["name"], "description", "created"]);
  expect([raw.by.participantId, imported.by.participantId]).toEqual([world.bridge.id, world.operator.id]);
});

test("the service's login neither writes, changes nor removes a version or a change, nor a number once given", async ({
  world,
}) => {
  await change(world, serviceOf(world), { name: "Opvang" });
  await world.as(world.noor).get("/directory-changes");
  const { db } = world.platform;
  for (const table of ["directory_version", "directory_change"])
    for (const statement of [
      `update handreiking.${table} set change = 'created'`,
      `delete from handreiking.${table}`,
      `insert into handreiking.${table} (entity, record_id, change, at) values ('service', gen_random_uuid(), 'deleted', now())`,
    ])
      expect(await outcome(asParticipant(db, world.operator.id, statement)), statement).toBe("42501");
  const renumber = "update handreiking.directory_change set number = 0";
  expect(await outcome(asParticipant(db, world.operator.id, renumber))).toBe("42501");
});
