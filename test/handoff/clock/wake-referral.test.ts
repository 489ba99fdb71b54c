import { describe, expect } from "vitest";
import { test, type World } from "../../world/world.ts";
import { fixIntroduction, later, makeReferral } from "../make.ts";
import { tickAt, toldTo } from "./ticking.ts";

const stateOf = async (world: World, path: string) => (await world.as(world.eva).get(path)).body.state;

describe("an offer", () => {
  // Offered on Monday the 5th at 9:00 UTC: to be acknowledged on Tuesday, answered by Wednesday, gone on Friday.
  test("urges the recipient at half-time, the counsellor when due, the coordinator later, and then lapses", async ({
    world,
  }) => {
    const { id, path, questionId } = await makeReferral(world, "offered");
    const toNoor = () => toldTo(world, world.noor, id);
    const toEva = () => toldTo(world, world.eva, id);
    await tickAt(world, "2026-01-05T20:59:00Z");
    expect(await toNoor()).toEqual(["offered"]);
    await tickAt(world, "2026-01-05T21:00:00Z");
    expect(await toNoor()).toEqual(["offered", "nudged"]);
    expect(await toEva()).toEqual(["drafted", "offered"]);
    await tickAt(world, "2026-01-06T09:00:00Z");
    expect(await toEva()).toEqual(["drafted", "offered", "due"]);
    expect(await toNoor()).toEqual(["offered", "nudged"]);
    await tickAt(world, "2026-01-07T09:00:00Z");
    expect(await toEva()).toEqual(["drafted", "offered", "due", "overdue"]);
    await tickAt(world, "2026-01-09T08:59:00Z");
    expect(await stateOf(world, path)).toBe("offered");
    await tickAt(world, "2026-01-09T09:00:00Z");
    expect(await stateOf(world, path)).toBe("lapsed");
    expect(await toEva()).toEqual(["drafted", "offered", "due", "overdue", "lapsed"]);
    expect(await toNoor()).toEqual(["offered", "nudged", "lapsed"]);
    const tasks = (await world.as(world.eva).get("/tasks")).body.items;
    expect(tasks).toContainEqual(
      expect.objectContaining({ kind: "see-to-question", subjectId: questionId, why: "referral-lapsed" }),
    );
  });

  test("is told of once, however often the clock comes by", async ({ world }) => {
    const { id } = await makeReferral(world, "offered");
    for (let count = 0; count < 3; count++) await tickAt(world, "2026-01-06T09:00:00Z");
    expect(await toldTo(world, world.eva, id)).toEqual(["drafted", "offered", "due"]);
    expect((await world.audited(world.helpline.id, id)).slice(2)).toEqual(["referral.due"]);
  });

  test("whose basis runs out is withdrawn, and the recipient no longer sees it", async ({ world }) => {
    const referral = await makeReferral(world, "draft");
    const consent = await world.as(world.eva).post(`/cases/${referral.caseId}/consents`, {
      subject: "caller",
      purpose: "handoff",
      categories: ["contact"],
      capacity: "adult",
      method: "spoken",
      textVersion: "handoff-2026.1",
      textLanguage: "nl",
      recipientId: world.bridge.id,
      expiresAt: later(world, { hours: 5 }).toISOString(),
    });
    await world.as(world.eva).post(`${referral.path}/offer`, { consentId: consent.body.id });
    await tickAt(world, later(world, { hours: 5 }));
    expect(await toldTo(world, world.eva, referral.id)).toEqual(["drafted", "offered", "withdrawn"]);
    const seen = await world.as(world.noor).get(referral.path);
    expect(Object.keys(seen.body).sort()).toEqual(["direction", "endedAt", "id", "state"]);
  });
});

describe("a held referral", () => {
  test("urges nobody until the hold ends, and then has its own time", async ({ world }) => {
    const { id, path } = await makeReferral(world, "offered");
    const until = later(world, { days: 20 });
    await world.as(world.eva).post(`${path}/hold`, { until: until.toISOString() });
    for (const days of [1, 4, 10]) await tickAt(world, later(world, { days }));
    expect(await toldTo(world, world.noor, id)).toEqual(["offered", "held"]);
    expect(await stateOf(world, path)).toBe("offered");
    await tickAt(world, until);
    expect(await toldTo(world, world.eva, id)).toEqual(["drafted", "offered", "held", "due"]);
    expect(await stateOf(world, path)).toBe("offered");
  });
});

describe("a scheduled referral", () => {
  test("asks for the confirmation after the introduction, and lapses with an obligation where it was opened", async ({
    world,
  }) => {
    const referral = await makeReferral(world, "accepted");
    await fixIntroduction(world, referral);
    await world.as(world.noor).get(`${referral.path}/disclosure`);
    // Fixed for Tuesday the 6th at 10:00: to be confirmed on Wednesday, gone on Friday.
    await tickAt(world, "2026-01-06T09:59:00Z");
    expect(await toldTo(world, world.noor, referral.id)).not.toContain("nudged");
    await tickAt(world, "2026-01-06T22:00:00Z");
    expect(await toldTo(world, world.noor, referral.id)).toContain("nudged");
    await tickAt(world, "2026-01-07T10:00:00Z");
    await tickAt(world, "2026-01-08T10:00:00Z");
    await tickAt(world, "2026-01-09T10:00:00Z");
    const { body } = await world.as(world.eva).get(referral.path);
    expect(body).toMatchObject({ state: "lapsed", obligation: { id: referral.id } });
    expect(body.obligation.endedAs).toBeUndefined();
    expect((await world.as(world.noor).get(`${referral.path}/disclosure`)).status).toBe(410);
  });
});

test("a contact is followed up after two weeks, urged on, and never lapses", async ({ world }) => {
  const { id, path } = await makeReferral(world, "connected");
  const connectedAt = world.clock.time;
  await tickAt(world, later(world, { days: 14 }));
  expect((await toldTo(world, world.eva, id)).at(-1)).toBe("due");
  world.clock.time = connectedAt;
  for (const days of [20, 40, 60]) await tickAt(world, new Date(connectedAt.getTime() + days * 86_400_000));
  expect((await toldTo(world, world.eva, id)).filter((type) => type === "overdue")).toHaveLength(1);
  expect(await stateOf(world, path)).toBe("connected");
});

test("a draft is discarded after seven days, and its recipient never hears of it", async ({ world }) => {
  const { id, path } = await makeReferral(world, "draft");
  await tickAt(world, "2026-01-12T08:59:00Z");
  expect(await stateOf(world, path)).toBe("draft");
  await tickAt(world, "2026-01-12T09:00:00Z");
  expect(await stateOf(world, path)).toBe("withdrawn");
  expect(await toldTo(world, world.eva, id)).toEqual(["drafted", "withdrawn"]);
  expect(await toldTo(world, world.noor, id)).toEqual([]);
  expect((await world.as(world.noor).get(path)).status).toBe(404);
});
