import { expect } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { test, type World } from "../../world/world.ts";

const verification = (id: string, changes = {}) => ({
  entry: { kind: "service", id },
  checkedOn: "2026-01-05",
  method: "phone",
  ...changes,
});

const coordinatorOf = (world: World) => world.member(world.operator, "coordinator");
const readService = async (world: World) =>
  (await world.as(world.eva).get(`/services/${world.bridge.serviceId}`)).body;

test("a service that the coordinator checked tells so, and is not edited by it", async ({ world }) => {
  const before = await readService(world);
  expect(before.verification).toEqual({ verified: false });
  world.clock.time = new Date("2026-03-01T09:00:00Z");
  const kept = await world
    .as(await coordinatorOf(world))
    .post("/verifications", verification(world.bridge.serviceId, { checkedOn: "2026-02-27" }));
  expect(kept.body).toMatchObject({ selfConfirmed: false, participantId: world.operator.id });
  const after = await readService(world);
  expect(after.verification).toEqual({ verified: true, on: "2026-02-27" });
  expect(after.lastModifiedAt).toBe(before.lastModifiedAt);
});

test("an organization that confirms its own service is shown to have done so itself", async ({ world }) => {
  const kept = await world.as(world.noor).post("/verifications", verification(world.bridge.serviceId));
  expect(kept.body).toMatchObject({ selfConfirmed: true, participantId: world.bridge.id });
  const { body } = await world
    .as(world.eva)
    .get(`/verifications?entryKind=service&entryId=${world.bridge.serviceId}`);
  expect(body.items).toEqual([kept.body]);
});

test("who checked is told as a participant: the member stands in the audit only", async ({ world }) => {
  const kept = await world.as(world.noor).post("/verifications", verification(world.bridge.serviceId));
  expect(JSON.stringify(kept.body)).not.toContain(world.noor.memberId);
  expect(await world.audited(world.bridge.id, kept.body.id)).toEqual(["entry.verified"]);
});

test("an older check that is recorded later does not make the entry older", async ({ world }) => {
  const operator = world.as(await coordinatorOf(world));
  await operator.post("/verifications", verification(world.bridge.serviceId));
  await operator.post("/verifications", verification(world.bridge.serviceId, { checkedOn: "2025-06-01" }));
  expect((await readService(world)).verification.on).toBe("2026-01-05");
});

test("search finds by the new day at once", async ({ world }) => {
  const found = async () =>
    (
      await world
        .as(world.eva)
        .get(`/services?verifiedSince=2026-01-05&organizationId=${world.bridge.organizationId}`)
    ).body.items.length;
  expect(await found()).toBe(0);
  await world.as(world.noor).post("/verifications", verification(world.bridge.serviceId));
  expect(await found()).toBe(1);
});

test("checks of an entry are listed once each, the latest first", async ({ world }) => {
  const operator = world.as(await coordinatorOf(world));
  for (const checkedOn of ["2025-06-01", "2026-01-05", "2025-06-01"])
    await operator.post(
      "/verifications",
      verification(world.bridge.organizationId, {
        entry: { kind: "organization", id: world.bridge.organizationId },
        checkedOn,
      }),
    );
  const days: string[] = [];
  let next = "";
  do {
    const { body } = await operator.get(
      `/verifications?entryKind=organization&entryId=${world.bridge.organizationId}&pageSize=1${next}`,
    );
    days.push(...body.items.map(({ checkedOn }: { checkedOn: string }) => checkedOn));
    next = body.nextCursor ? `&cursor=${encodeURIComponent(body.nextCursor)}` : "";
  } while (next);
  expect(days).toEqual(["2026-01-05", "2025-06-01", "2025-06-01"]);
});

test("another's entry is not theirs to verify", async ({ world }) => {
  const answer = await world.as(world.stranger).post("/verifications", verification(world.bridge.serviceId));
  expect(answer).toMatchObject({ status: 403, body: { type: "/problems/not-your-entry" } });
  expect((await readService(world)).verification.verified).toBe(false);
});

test("an entry that is none, or of another kind, is not found", async ({ world }) => {
  const operator = world.as(await coordinatorOf(world));
  for (const entry of [
    { kind: "service", id: randomIds() },
    { kind: "organization", id: world.bridge.serviceId },
  ])
    expect((await operator.post("/verifications", verification("", { entry }))).body.type).toBe(
      `/problems/${entry.kind}-not-found`,
    );
  expect((await operator.get(`/verifications?entryKind=service&entryId=${randomIds()}`)).status).toBe(404);
});

test("nobody has checked tomorrow", async ({ world }) => {
  const answer = await world
    .as(world.noor)
    .post("/verifications", verification(world.bridge.serviceId, { checkedOn: "2026-01-06" }));
  expect(answer.body.errors).toEqual([
    { in: "body", pointer: "/checkedOn", detail: "must be a day from 1990 to today" },
  ]);
});

test("a repeated request records one check", async ({ world }) => {
  const once = () =>
    world
      .as(world.noor)
      .post("/verifications", verification(world.bridge.serviceId), { "idempotency-key": "one" });
  const first = await once();
  expect((await once()).body).toEqual(first.body);
  const { body } = await world
    .as(world.eva)
    .get(`/verifications?entryKind=service&entryId=${world.bridge.serviceId}`);
  expect(body.items).toHaveLength(1);
});
