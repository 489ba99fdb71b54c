import { expect } from "vitest";
import { deleteEntry } from "../../../src/directory/edit/edit-entry.ts";
import { locations, organizations } from "../../../src/directory/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type Person, test, type World } from "../../world/world.ts";

const coordinatorOf = (world: World) => world.member(world.operator, "coordinator");

const propose = (world: World, changes: object = { email: "hulp@example.org" }, by: Person = world.eva) =>
  world.as(by).post("/corrections", {
    kind: "service",
    id: world.bridge.serviceId,
    changes,
    reason: "outdated",
    sourceUrl: "https://www.example.org/contact",
  });

const accept = (world: World, id: string, by: Person) => world.as(by).post(`/corrections/${id}/acceptance`);
const refuse = (world: World, id: string, by: Person, reason = "not-right") =>
  world.as(by).post(`/corrections/${id}/refusal`, { reason });
const readService = async (world: World) =>
  (await world.as(world.eva).get(`/services/${world.bridge.serviceId}`)).body;
const eventsOf = async (world: World, person: Person, id: string) =>
  (await world.as(person).get("/events?pageSize=100")).body.items
    .filter(({ subjectId }: { subjectId: string }) => subjectId === id)
    .map(({ type }: { type: string }) => type);
const idsOf = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);

test("a counsellor's correction changes nothing until the organization accepts it, and then at once", async ({
  world,
}) => {
  const { body: proposed } = await propose(world);
  expect(proposed).toMatchObject({
    state: "proposed",
    participantId: world.helpline.id,
    changes: { email: "hulp@example.org" },
    before: { email: null },
  });
  expect((await readService(world)).email).toBeUndefined();
  world.clock.time = new Date("2026-01-06T10:00:00Z");
  expect((await accept(world, proposed.id, world.noor)).body).toMatchObject({
    state: "accepted",
    decidedBy: world.bridge.id,
    decidedAt: "2026-01-06T10:00:00.000Z",
  });
  expect(await readService(world)).toMatchObject({
    email: "hulp@example.org",
    lastModifiedAt: "2026-01-06T10:00:00.000Z",
  });
});

test("whoever decides is told of a proposal, and its proposer of the decision", async ({ world }) => {
  const { body: accepted } = await propose(world);
  const { body: refused } = await propose(world, { url: "https://www.example.org" });
  expect(await eventsOf(world, world.noor, accepted.id)).toEqual(["correction.proposed"]);
  expect(await eventsOf(world, await coordinatorOf(world), accepted.id)).toEqual(["correction.proposed"]);
  await accept(world, accepted.id, world.noor);
  await refuse(world, refused.id, world.noor, "already-so");
  expect(await eventsOf(world, world.eva, accepted.id)).toEqual(["correction.accepted"]);
  expect(await eventsOf(world, world.eva, refused.id)).toEqual(["correction.refused"]);
  expect((await world.as(world.eva).get(`/corrections/${refused.id}`)).body.refusalReason).toBe("already-so");
  expect((await readService(world)).url).toBeUndefined();
  expect(await eventsOf(world, world.stranger, accepted.id)).toEqual([]);
});

test("each step leaves its audit entry with whoever took it", async ({ world }) => {
  const { body } = await propose(world);
  expect(await world.audited(world.helpline.id, body.id)).toEqual(["correction.proposed"]);
  await accept(world, body.id, world.noor);
  expect((await world.audited(world.bridge.id, body.id)).sort()).toEqual([
    "correction.accepted",
    "correction.proposed",
  ]);
});

test("a correction is not accepted over what has changed in its fields, and is over other changes", async ({
  world,
}) => {
  const { body: one } = await propose(world);
  const { body: two } = await propose(world, { email: "later@example.org" });
  const { body: other } = await propose(world, { alternateName: "Brug" });
  await accept(world, one.id, world.noor);
  expect((await accept(world, two.id, world.noor)).body.type).toBe("/problems/correction-outdated");
  expect((await accept(world, other.id, world.noor)).status).toBe(200);
  expect(await readService(world)).toMatchObject({ email: "hulp@example.org", alternateName: "Brug" });
  expect((await refuse(world, two.id, world.noor, "already-so")).status).toBe(200);
});

test("lists are corrected and compared as a whole", async ({ world }) => {
  const changes = { phones: [{ number: "030-7654321", country: "NL" }], channels: ["phone", "chat"] };
  const { body } = await propose(world, changes);
  await accept(world, body.id, await coordinatorOf(world));
  expect(await readService(world)).toMatchObject({
    phones: [{ number: "030-7654321" }],
    channels: ["phone", "chat"],
  });
});

test("the same decision again changes nothing, another one is refused", async ({ world }) => {
  const { body } = await propose(world);
  const first = await accept(world, body.id, world.noor);
  expect((await accept(world, body.id, world.noor)).body).toEqual(first.body);
  expect((await refuse(world, body.id, world.noor)).body.type).toBe("/problems/correction-decided");
  const { body: other } = await propose(world, { alternateName: "Brug" });
  await refuse(world, other.id, world.noor);
  expect((await refuse(world, other.id, world.noor)).status).toBe(200);
  for (const again of [
    await refuse(world, other.id, world.noor, "already-so"),
    await accept(world, other.id, world.noor),
  ])
    expect(again.body.type).toBe("/problems/correction-decided");
});

test("whoever proposed it does not decide it, unless the entry is theirs to keep", async ({ world }) => {
  const { body } = await propose(world);
  expect((await accept(world, body.id, world.eva)).body.type).toBe("/problems/permission-missing");
  const coordinator = await world.member(world.helpline, "coordinator");
  for (const answer of [await accept(world, body.id, coordinator), await refuse(world, body.id, coordinator)])
    expect(answer.body.type).toBe("/problems/not-your-entry");
  const { body: own } = await propose(world, { alternateName: "Brug" }, world.noor);
  expect((await accept(world, own.id, world.noor)).status).toBe(200);
});

test("a correction exists for its proposer's participant, the organization's and the operator, for nobody else", async ({
  world,
}) => {
  const { body } = await propose(world);
  const colleague = await world.member(world.helpline, "intake");
  for (const person of [colleague, world.noor, await coordinatorOf(world)])
    expect((await world.as(person).get(`/corrections/${body.id}`)).body).toEqual(body);
  expect((await world.as(world.stranger).get(`/corrections/${body.id}`)).status).toBe(404);
  expect((await world.as(world.stranger).get(`/corrections/${randomIds()}`)).status).toBe(404);
});

test("each sees what they proposed, and what waits for them, once each", async ({ world }) => {
  const proposed: string[] = [];
  for (const alternateName of ["Een", "Twee", "Drie"]) {
    world.clock.time = new Date(world.clock.time.getTime() + 1000);
    proposed.push((await propose(world, { alternateName })).body.id);
  }
  await refuse(world, proposed[0] ?? "", world.noor);
  const listOf = async (person: Person, query: string) => {
    const ids: string[] = [];
    let cursor = "";
    do {
      const answer = await world.as(person).get(`/corrections?pageSize=1&${query}${cursor}`);
      ids.push(...idsOf(answer));
      cursor = answer.body.nextCursor ? `&cursor=${encodeURIComponent(answer.body.nextCursor)}` : "";
    } while (cursor);
    return ids;
  };
  expect(await listOf(world.eva, "list=proposed-by-us")).toEqual([...proposed].reverse());
  expect(await listOf(world.eva, "state=refused")).toEqual(proposed.slice(0, 1));
  expect(await listOf(world.noor, "list=to-decide")).toEqual(proposed.slice(1));
  expect(await listOf(world.stranger, "list=to-decide")).toEqual([]);
  expect(await listOf(await coordinatorOf(world), "list=to-decide")).toEqual(
    expect.arrayContaining(proposed.slice(1)),
  );
  expect((await world.as(world.eva).get("/corrections?list=to-decide")).status).toBe(403);
});

test("an organization that nobody answers for is the operator's to correct", async ({ world }) => {
  const id = randomIds();
  await transact(world.job(world.operator.id), (tx) =>
    tx
      .insert(organizations)
      .values({ id, name: "Los", description: "Los", country: "NL", lastModified: world.clock.time }),
  );
  const { body } = await world
    .as(world.noor)
    .post("/corrections", { kind: "organization", id, changes: { name: "Vast" }, reason: "wrong" });
  expect((await accept(world, body.id, world.noor)).body.type).toBe("/problems/not-your-entry");
  expect((await accept(world, body.id, await coordinatorOf(world))).status).toBe(200);
  expect((await world.as(world.eva).get(`/organizations/${id}`)).body.name).toBe("Vast");
});

test("an accepted correction makes a checked entry due again", async ({ world }) => {
  const entry = { kind: "service", id: world.bridge.serviceId };
  await world.as(world.noor).post("/verifications", { entry, checkedOn: "2026-01-05", method: "told" });
  world.clock.time = new Date("2026-02-01T09:00:00Z");
  const { body } = await propose(world);
  await accept(world, body.id, world.noor);
  const due = (await world.as(world.noor).get("/verifications-due")).body.items;
  expect(due.find((item: { entry: { id: string } }) => item.entry.id === entry.id)).toMatchObject({
    why: "corrected",
    checkedOn: "2026-01-05",
  });
});

test.for([
  ["no field", {}, "/changes"],
  ["a field that no entry has", { surprise: true }, "/changes"],
  ["a wrong value", { status: "open" }, "/changes/status"],
] as const)("%s is refused when it is proposed", async ([, changes, pointer], { world }) => {
  const { status, body } = await propose(world, changes);
  expect(status).toBe(400);
  expect(body.errors[0]).toMatchObject({ in: "body", pointer });
});

test("an entry that is not there cannot be corrected", async ({ world }) => {
  const answer = await world
    .as(world.eva)
    .post("/corrections", { kind: "location", id: randomIds(), changes: { name: "X" }, reason: "moved" });
  expect(answer.body.type).toBe("/problems/location-not-found");
});

test("a repeated proposal is made once", async ({ world }) => {
  const once = () =>
    world.as(world.eva).post(
      "/corrections",
      {
        kind: "service",
        id: world.bridge.serviceId,
        changes: { alternateName: "Brug" },
        reason: "incomplete",
      },
      { "idempotency-key": "one" },
    );
  const first = await once();
  expect((await once()).body).toEqual(first.body);
  expect(idsOf(await world.as(world.eva).get("/corrections"))).toEqual([first.body.id]);
});

test("a confidential place's address is corrected by its organization alone, and shown to nobody by a proposal", async ({
  world,
}) => {
  const place = await world.as(world.noor).post("/corrections", {
    kind: "location",
    id: await confidentialPlace(world),
    changes: { latitude: 52.1 },
    reason: "wrong",
  });
  expect(place.status).toBe(201);
  const refused = await world.as(world.eva).post("/corrections", {
    kind: "location",
    id: place.body.entry.id,
    changes: { latitude: 52.98765, name: "Huis" },
    reason: "wrong",
  });
  expect(refused.body.errors).toMatchObject([{ in: "body", pointer: "/changes/latitude" }]);
  expect(JSON.stringify(refused.body)).not.toMatch(/52\.[59]/);
});

async function confidentialPlace(world: World): Promise<string> {
  const id = randomIds();
  await transact(world.job(world.operator.id), (tx) =>
    tx.insert(locations).values({
      id,
      organizationId: world.bridge.organizationId,
      locationType: "physical",
      latitude: 52.5,
      longitude: 5.1,
      confidential: true,
    }),
  );
  return id;
}

test("a correction of an entry deleted meanwhile cannot be accepted", async ({ world }) => {
  const { body } = await propose(world);
  await transact(world.job(world.operator.id), (tx) =>
    deleteEntry(tx, world.job(world.operator.id), "service", world.bridge.serviceId),
  );
  expect((await accept(world, body.id, world.noor)).body.type).toBe("/problems/entry-deleted");
  expect((await refuse(world, body.id, world.noor)).status).toBe(200);
});
