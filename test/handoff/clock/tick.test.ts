import { describe, expect } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { test } from "../../world/world.ts";
import { later, makeOverride, makeReferral } from "../make.ts";
import { keptOf, tickAt, toldTo } from "./ticking.ts";

describe("after a day of silence", () => {
  test("each referral tells the one furthest thing, and a lapse gets its time back", async ({ world }) => {
    const made = [];
    for (let count = 0; count < 3; count++) made.push(await makeReferral(world, "offered"));
    await tickAt(world, "2026-01-05T21:00:00Z");
    await tickAt(world, "2026-01-06T09:00:00Z");
    // Awaited on Wednesday at nine, it comes by on Thursday at ten: a day and an hour late.
    await tickAt(world, "2026-01-08T10:00:00Z");
    for (const { id } of made) {
      expect(await toldTo(world, world.eva, id)).toEqual(["drafted", "offered", "due", "overdue"]);
      expect(await toldTo(world, world.noor, id)).toEqual(["offered", "nudged"]);
      expect(await keptOf(world, id)).toMatchObject({ stage: "overdue" });
      expect(new Date((await keptOf(world, id))?.lapseAt ?? "")).toEqual(new Date("2026-01-10T10:00:00Z"));
    }
    await tickAt(world, "2026-01-09T12:00:00Z");
    const [{ path } = { path: "" }] = made;
    expect((await world.as(world.eva).get(path)).body.state).toBe("offered");
    await tickAt(world, "2026-01-10T10:00:00Z");
    expect((await world.as(world.eva).get(path)).body.state).toBe("lapsed");
  });

  test("what should have lapsed meanwhile can still be answered", async ({ world }) => {
    const { path, id } = await makeReferral(world, "offered");
    await tickAt(world, "2026-01-12T09:00:00Z");
    expect(await toldTo(world, world.eva, id)).toEqual(["drafted", "offered", "overdue"]);
    const accepted = await world
      .as(world.noor)
      .post(`${path}/acceptance`, { name: "Noor de Wit", contact: "030-1234567" });
    expect(accepted.body.state).toBe("accepted");
  });
});

test("stopped in the middle, the next one does the rest and nothing twice", async ({ world }) => {
  const [first, second] = [await makeReferral(world, "offered"), await makeReferral(world, "offered")];
  world.clock.time = new Date("2026-01-06T09:00:00Z");
  let written = 0;
  const dies = () => {
    // The first referral takes two ids, for its audit entry and its event; then the power is gone.
    if (written++ >= 2) throw new Error("gone");
    return randomIds();
  };
  await tickAt(world, undefined, { ...world.platform, newId: dies }).catch(() => {});
  await tickAt(world);
  for (const { id } of [first, second])
    expect(await toldTo(world, world.eva, id)).toEqual(["drafted", "offered", "due"]);
});

test("a row that cannot be dealt with does not keep the clock from the others, and is tried again", async ({
  world,
}) => {
  const began = world.clock.time;
  // What other networks of this database left undone is none of this test's.
  await tickAt(world, "2026-01-06T09:00:00Z");
  world.clock.time = began;
  const [first, second] = [await makeReferral(world, "offered"), await makeReferral(world, "offered")];
  world.clock.time = new Date("2026-01-06T09:00:00Z");
  let failing = true;
  const logged: { operationId?: string | undefined; failure?: string | undefined }[] = [];
  const platform = {
    ...world.platform,
    newId: () => (failing ? "not an id" : randomIds()),
    log: (entry: (typeof logged)[number]) => {
      failing = false;
      logged.push(entry);
    },
  };
  await tickAt(world, undefined, platform);
  expect(logged.map(({ operationId }) => operationId)).toEqual(["wakeReferral"]);
  const told = [await toldTo(world, world.eva, first.id), await toldTo(world, world.eva, second.id)];
  expect(told.filter((types) => types.includes("due"))).toHaveLength(1);
  await tickAt(world);
  for (const { id } of [first, second])
    expect(await toldTo(world, world.eva, id)).toEqual(["drafted", "offered", "due"]);
});

describe("an override that acted at once", () => {
  test("and that nobody reviewed within 48 hours ends, with what rests on it, and an obligation", async ({
    world,
  }) => {
    const { id, questionId } = await makeOverride(world);
    const eva = world.as(world.eva);
    const draft = await eva.post("/referrals", {
      helpQuestionId: questionId,
      serviceId: world.bridge.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    });
    const path = `/referrals/${draft.body.id}`;
    await eva.post(`${path}/offer`, { overrideId: id });
    await tickAt(world, "2026-01-07T08:59:00Z");
    expect((await eva.get(`/overrides/${id}`)).body.endedAt).toBeUndefined();
    await tickAt(world, "2026-01-07T09:00:00Z");
    expect((await eva.get(`/overrides/${id}`)).body).toMatchObject({
      inForce: false,
      endedAt: "2026-01-07T09:00:00.000Z",
    });
    expect((await eva.get(path)).body.state).toBe("withdrawn");
    expect(await world.audited(world.helpline.id, id)).toContain("override.unreviewed");
  });

  test("is in force no longer than that, also while the clock is late", async ({ world }) => {
    const { id, questionId, ilse } = await makeOverride(world);
    const eva = world.as(world.eva);
    const draft = await eva.post("/referrals", {
      helpQuestionId: questionId,
      serviceId: world.bridge.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    });
    world.clock.time = later(world, { hours: 48 });
    expect((await eva.get(`/overrides/${id}`)).body.inForce).toBe(false);
    const offered = await eva.post(`/referrals/${draft.body.id}/offer`, { overrideId: id });
    expect(offered).toMatchObject({ status: 409, body: { type: "/problems/override-not-in-force" } });
    const reviewed = await (await world.inPerson(ilse)).post(`/overrides/${id}/review`, { upheld: true });
    expect(reviewed).toMatchObject({ status: 409, body: { type: "/problems/override-ended" } });
  });
});

test("what a recipient owes is asked for again, and after twice it is the privacy officer's", async ({
  world,
}) => {
  const { id, path, consentId } = await makeReferral(world, "scheduled");
  await world.as(world.noor).get(`${path}/disclosure`);
  await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
  const officer = await world.member(world.helpline, "privacy-officer");
  const tasks = async () => (await world.as(officer).get("/tasks")).body.items;
  const chased = async () =>
    (await toldTo(world, world.noor, id)).filter((type) => type === "obligation.chased").length;
  await tickAt(world, "2026-01-08T08:59:00Z");
  expect(await chased()).toBe(0);
  await tickAt(world, "2026-01-08T09:00:00Z");
  await tickAt(world, "2026-01-08T09:01:00Z");
  expect(await chased()).toBe(1);
  expect(await tasks()).toEqual([]);
  await tickAt(world, "2026-01-13T09:00:00Z");
  expect(await chased()).toBe(2);
  expect(await tasks()).toMatchObject([{ kind: "unanswered-obligation", subjectId: id }]);
  const owed = await world.as(officer).get("/obligations?direction=owed");
  expect(owed).toMatchObject({ status: 200, body: { items: [{ id }] } });
  await world
    .as(world.noor)
    .post(`/obligations/${id}/fulfilment`, { endedAs: "deleted", function: "intake" });
  expect(await tasks()).toEqual([]);
  await tickAt(world, "2026-01-20T09:00:00Z");
  expect(await chased()).toBe(2);
});
