import { expect } from "vitest";
import { askForVerification } from "../../../src/directory/index.ts";
import { organizations } from "../../../src/directory/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type Person, test, type World } from "../../world/world.ts";

interface Due {
  entry: { kind: string; id: string };
}

async function dueFor(world: World, person: Person, query = "") {
  const items: (Due & Record<string, unknown>)[] = [];
  let cursor = "";
  do {
    const { body } = await world.as(person).get(`/verifications-due?pageSize=20${query}${cursor}`);
    items.push(...body.items);
    cursor = body.nextCursor ? `&cursor=${encodeURIComponent(body.nextCursor)}` : "";
  } while (cursor);
  return items;
}

const requestsTo = async (world: World, person: Person) =>
  (await world.as(person).get("/events?pageSize=100")).body.items.filter(
    ({ type }: { type: string }) => type === "verification.requested",
  );

const verify = (world: World, person: Person, kind: string, id: string) =>
  world.as(person).post("/verifications", { entry: { kind, id }, checkedOn: "2026-01-05", method: "told" });

/** De Brug confirms all that it has. */
async function verifyAll(world: World) {
  await verify(world, world.noor, "service", world.bridge.serviceId);
  await verify(world, world.noor, "organization", world.bridge.organizationId);
}

const coordinatorOf = (world: World) => world.member(world.operator, "coordinator");
const idsOf = (due: Due[]) => due.map(({ entry }) => entry.id).sort();
const ask = (world: World) => askForVerification(world.job(world.operator.id));

test("a participant is due what it never checked: its own, and nothing of another's", async ({ world }) => {
  const due = await dueFor(world, world.noor);
  expect(idsOf(due)).toEqual([world.bridge.organizationId, world.bridge.serviceId].sort());
  expect(due[0]).toMatchObject({ why: "never", reachable: true });
  await verifyAll(world);
  expect(await dueFor(world, world.noor)).toEqual([]);
});

test("a year after its check an entry is due again, not a day earlier", async ({ world }) => {
  await verifyAll(world);
  world.clock.time = new Date("2027-01-05T09:00:00Z");
  expect(await dueFor(world, world.noor)).toEqual([]);
  world.clock.time = new Date("2027-01-06T09:00:00Z");
  expect(await dueFor(world, world.noor)).toMatchObject([
    { why: "old", checkedOn: "2026-01-05" },
    { why: "old", checkedOn: "2026-01-05" },
  ]);
});

test("a network may ask more often", async ({ world }) => {
  await verifyAll(world);
  const ctx = { ...world.job(world.operator.id), verifyAfterDays: 90 };
  world.clock.time = new Date("2026-05-01T09:00:00Z");
  await askForVerification(ctx);
  expect(await requestsTo(world, world.noor)).toHaveLength(1);
});

test("the coordinator sees everybody's, each once, the longest ago first", async ({ world }) => {
  const operator = await coordinatorOf(world);
  await verify(world, world.noor, "service", world.bridge.serviceId);
  world.clock.time = new Date("2027-02-01T09:00:00Z");
  const due = await dueFor(world, operator);
  const ids = idsOf(due);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain(world.helpline.serviceId);
  const days = due.map(({ checkedOn }) => checkedOn ?? "");
  expect(days).toEqual([...days].sort());
  expect(due.at(-1)?.checkedOn).toBe("2026-01-05");
  expect(ids).toContain(world.bridge.serviceId);
});

test("a round asks each organization once a period, by an event that holds its id only", async ({
  world,
}) => {
  await ask(world);
  const requests = await requestsTo(world, world.noor);
  expect(requests).toMatchObject([{ subjectId: world.bridge.organizationId }]);
  expect((await dueFor(world, world.noor))[0]?.askedAt).toBe("2026-01-05T09:00:00.000Z");
  expect(await ask(world)).toBeUndefined();
  world.clock.time = new Date("2026-12-01T09:00:00Z");
  expect(await ask(world)).toBeUndefined();
  world.clock.time = new Date("2027-01-06T09:00:00Z");
  await ask(world);
  expect(await requestsTo(world, world.noor)).toHaveLength(2);
});

test("a round leaves alone who has nothing due", async ({ world }) => {
  await verifyAll(world);
  await ask(world);
  expect(await requestsTo(world, world.noor)).toEqual([]);
});

test("an organization that nobody answers for is the coordinator's work", async ({ world }) => {
  const operator = await coordinatorOf(world);
  const id = randomIds();
  await transact(world.job(world.operator.id), (tx) =>
    tx
      .insert(organizations)
      .values({ id, name: "Los", description: "Los", country: "NL", lastModified: world.clock.time }),
  );
  const { body } = await world.as(operator).post("/verification-rounds");
  expect(body.unreachable).toBeGreaterThan(0);
  const left = await dueFor(world, operator, "&reachable=false");
  expect(left.find(({ entry }) => entry.id === id)).toMatchObject({ reachable: false, why: "never" });
  expect(left.find(({ entry }) => entry.id === id)).not.toHaveProperty("askedAt");
  expect(idsOf(left)).not.toContain(world.bridge.serviceId);
});

test("a round by hand is kept even if there was nobody to ask", async ({ world }) => {
  const operator = world.as(await coordinatorOf(world));
  const first = await operator.post("/verification-rounds", undefined, { "idempotency-key": "one" });
  expect(first.body.asked).toBeGreaterThan(0);
  expect((await operator.post("/verification-rounds", undefined, { "idempotency-key": "one" })).body).toEqual(
    first.body,
  );
  expect((await operator.post("/verification-rounds")).body.asked).toBe(0);
});
