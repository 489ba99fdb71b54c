import { expect } from "vitest";
import { organizationIdentifiers, organizations, phones, services } from "../../../src/directory/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type Person, test, type World } from "../../world/world.ts";

interface Entry {
  phone?: string;
  kvk?: string;
}

/** An organization of the directory; its numbers and identifier as written. */
async function organization(world: World, name: string, { phone, kvk }: Entry = {}) {
  const id = randomIds();
  await transact(world.job(world.operator.id), async (tx) => {
    await tx
      .insert(organizations)
      .values({ id, name, description: name, country: "NL", lastModified: world.clock.time });
    if (phone)
      await tx.insert(phones).values({ id: randomIds(), organizationId: id, number: phone, country: "NL" });
    if (kvk)
      await tx
        .insert(organizationIdentifiers)
        .values({ id: randomIds(), organizationId: id, identifierType: "KvK", identifier: kvk });
  });
  return id;
}

async function service(world: World, organizationId: string, name: string) {
  const id = randomIds();
  await transact(world.job(world.operator.id), (tx) =>
    tx.insert(services).values({
      id,
      organizationId,
      name,
      status: "active",
      domain: "care",
      audiences: [],
      channels: [],
      lastModified: world.clock.time,
    }),
  );
  return id;
}

const coordinatorOf = (world: World) => world.member(world.operator, "coordinator");
const idOf = (...pair: string[]) => pair.sort().join(".");

async function listed(world: World, person: Person, query = "") {
  const found = new Map<string, string[]>();
  let cursor = "";
  do {
    const { body } = await world.as(person).get(`/duplicates?pageSize=2${query}${cursor}`);
    for (const { id, reasons } of body.items) {
      expect(found.has(id)).toBe(false);
      found.set(id, reasons);
    }
    cursor = body.nextCursor ? `&cursor=${encodeURIComponent(body.nextCursor)}` : "";
  } while (cursor);
  return found;
}

test("one registration number, one telephone number and nearly one name each tell, together or alone", async ({
  world,
}) => {
  const operator = await coordinatorOf(world);
  const [one, two, three, four] = [
    await organization(world, "Stichting Zilverlicht Opvang", { phone: "010-765 43 21", kvk: "1234 5678" }),
    await organization(world, "Zilverlicht Opvang", { phone: "+31 (0)10 7654321", kvk: "12345678" }),
    await organization(world, "Kompas na geweld", { phone: "0031107654321" }),
    await organization(world, "Zilverlicht Opfang"),
  ];
  const found = await listed(world, operator);
  expect(found.get(idOf(one, two))).toEqual(["same-identifier", "same-phone", "similar-name"]);
  expect(found.get(idOf(one, three))).toEqual(["same-phone"]);
  expect(found.get(idOf(two, four))).toEqual(["similar-name"]);
  expect(found.has(idOf(three, four))).toBe(false);
  expect([...found.keys()][0]).toBe(idOf(one, two));
});

test("names that differ in their number or their town are not nearly one", async ({ world }) => {
  const operator = await coordinatorOf(world);
  const ids = [
    await organization(world, "Wijkteam Morgenster 12"),
    await organization(world, "Wijkteam Morgenster 13"),
    await organization(world, "Buurtzorg Leeuwarden"),
    await organization(world, "Buurtzorg Maastricht"),
  ];
  const found = await listed(world, operator);
  for (const [at, id] of ids.entries())
    for (const other of ids.slice(at + 1)) expect(found.has(idOf(id, other))).toBe(false);
});

test("a number that many share tells nothing", async ({ world }) => {
  const operator = await coordinatorOf(world);
  const ids: string[] = [];
  for (const name of [
    "Aalscholver",
    "Bever",
    "Condor",
    "Das",
    "Ekster",
    "Fazant",
    "Gems",
    "Havik",
    "Ibis",
    "Jak",
    "Kauw",
  ])
    ids.push(await organization(world, name, { phone: "0800-7777777" }));
  const found = await listed(world, operator);
  expect(found.has(idOf(ids[0] ?? "", ids[1] ?? ""))).toBe(false);
});

test("services named alike are compared inside their organization only", async ({ world }) => {
  const operator = await coordinatorOf(world);
  const one = await service(world, world.bridge.organizationId, "Nazorg na uittreding");
  const two = await service(world, world.bridge.organizationId, "Nazorg na uittredding");
  const elsewhere = await service(world, world.elsewhere.organizationId, "Nazorg na uittreding");
  const found = await listed(world, operator);
  expect(found.get(idOf(one, two))).toEqual(["similar-name"]);
  expect(found.has(idOf(one, elsewhere))).toBe(false);
});

test("a dismissed pair stays away until it is restored", async ({ world }) => {
  const operator = await coordinatorOf(world);
  const pair = idOf(
    await organization(world, "Gloria Vangnet"),
    await organization(world, "Vereniging Gloria Vangnet"),
  );
  expect([...(await listed(world, operator)).keys()]).toContain(pair);
  await world.as(operator).put(`/duplicates/${pair}/dismissal`);
  await world.as(operator).put(`/duplicates/${pair}/dismissal`);
  expect([...(await listed(world, operator)).keys()]).not.toContain(pair);
  expect([...(await listed(world, operator, "&dismissed=true")).keys()]).toContain(pair);
  expect(await world.audited(world.operator.id, pair.split(".")[0] ?? "")).toEqual(["duplicate.dismissed"]);
  await world.as(operator).send("DELETE", `/duplicates/${pair}/dismissal`);
  expect([...(await listed(world, operator)).keys()]).toContain(pair);
});

test("two ids that are no pair of entries are not found", async ({ world }) => {
  const operator = world.as(await coordinatorOf(world));
  const { organizationId, serviceId } = world.bridge;
  const reversed = [organizationId, world.elsewhere.organizationId].sort().reverse().join(".");
  for (const pair of [idOf(organizationId, serviceId), idOf(randomIds(), randomIds()), reversed])
    expect((await operator.put(`/duplicates/${pair}/dismissal`)).body.type).toBe(
      "/problems/duplicate-not-found",
    );
  const never = idOf(organizationId, world.elsewhere.organizationId);
  expect((await operator.send("DELETE", `/duplicates/${never}/dismissal`)).status).toBe(404);
});
