import { describe, expect } from "vitest";
import { type Person, test, type World } from "../../world/world.ts";
import { exchangeKeys, keepSafe, later, makeOverride, makeReferral, sealFor } from "../make.ts";

const draftFor = async (world: World, helpQuestionId: string) =>
  (
    await world.as(world.eva).post("/referrals", {
      helpQuestionId,
      serviceId: world.bridge.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    })
  ).body.id as string;

/** A referral offered on an override, in force unless it waits for approval. */
async function offerOn(world: World, ground: "vital-interest" | "legal-duty" = "vital-interest") {
  const made = await makeOverride(world, { ground });
  const referralId = await draftFor(world, made.questionId);
  const path = `/referrals/${referralId}`;
  const offered = await world.as(world.eva).post(`${path}/offer`, { overrideId: made.id });
  return { ...made, referralId, path, offered, over: `/overrides/${made.id}` };
}

/** Who the caller is, disclosed on the override and fetched. */
async function discloseOn(world: World) {
  const made = await offerOn(world);
  await world.as(world.noor).post(`${made.path}/acceptance`, { name: "Noor", contact: "030-1234567" });
  await exchangeKeys(world);
  await keepSafe(world, made.caseId);
  const disclosure = await sealFor(made.referralId, made.id);
  const fix = (change: object = {}) =>
    world.as(world.eva).post(`${made.path}/introduction`, {
      at: later(world, { days: 1 }).toISOString(),
      channel: "video",
      disclosure: { ...disclosure, ...change },
    });
  return { ...made, fix };
}

const stateOf = async (world: World, path: string) => (await world.as(world.eva).get(path)).body.state;

describe("an override", () => {
  test("for a vital interest carries an offer at once, and a second member upholds it", async ({ world }) => {
    const { over, offered, ilse, path } = await offerOn(world);
    expect(offered).toMatchObject({ status: 200, body: { state: "offered" } });
    expect(offered.body.consentId).toBeUndefined();
    const own = await world.as(world.eva).post(`${over}/review`, { upheld: true });
    expect(own).toMatchObject({ status: 409, body: { type: "/problems/second-member-needed" } });
    const upheld = await (await world.inPerson(ilse)).post(`${over}/review`, { upheld: true });
    expect(upheld).toMatchObject({ status: 200, body: { inForce: true } });
    expect(upheld.body.reviewedAt).toBeDefined();
    const again = await (await world.inPerson(ilse)).post(`${over}/review`, { upheld: false });
    expect(again).toMatchObject({ status: 409, body: { type: "/problems/nothing-to-decide" } });
    expect(await stateOf(world, path)).toBe("offered");
  });

  test("on another ground carries nothing before a second member approves it", async ({ world }) => {
    const { over, offered, ilse, path, id } = await offerOn(world, "legal-duty");
    expect(offered).toMatchObject({ status: 409, body: { type: "/problems/override-not-in-force" } });
    const own = await world.as(world.eva).post(`${over}/approval`);
    expect(own).toMatchObject({ status: 409, body: { type: "/problems/second-member-needed" } });
    expect((await (await world.inPerson(ilse)).post(`${over}/approval`)).body.inForce).toBe(true);
    expect((await (await world.inPerson(ilse)).post(`${over}/approval`)).status).toBe(200);
    expect((await world.as(world.eva).post(`${path}/offer`, { overrideId: id })).body.state).toBe("offered");
    const review = await (await world.inPerson(ilse)).post(`${over}/review`, { upheld: true });
    expect(review).toMatchObject({ status: 409, body: { type: "/problems/nothing-to-decide" } });
  });

  test("after a refusal, told or withdrawn here, waits for approval, whatever its ground", async ({
    world,
  }) => {
    const { caseId, consentId } = await makeReferral(world, "offered");
    const ilse = await world.member(world.helpline, "counsellor");
    const make = (afterRefusal: boolean) =>
      world.as(world.eva).post(`/cases/${caseId}/overrides`, {
        recipientId: world.bridge.id,
        subject: "caller",
        categories: ["contact"],
        ground: "vital-interest",
        consultedId: ilse.memberId,
        callerTold: "told",
        afterRefusal,
        necessity: "Her life is in danger.",
      });
    expect((await make(true)).body).toMatchObject({ inForce: false, needsApproval: true });
    // What was told once is known from then on.
    const waits = { inForce: false, needsApproval: true, afterRefusal: true };
    expect((await make(false)).body).toMatchObject(waits);
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    expect((await make(false)).body).toMatchObject(waits);
  });

  test("refused at its review takes with it what rests on it, and what was told is owed for", async ({
    world,
  }) => {
    const { fix, path, over, ilse } = await discloseOn(world);
    expect((await fix()).body.state).toBe("scheduled");
    expect((await world.as(world.noor).get(`${path}/disclosure`)).status).toBe(200);
    await (await world.inPerson(ilse)).post(`${over}/review`, { upheld: false });
    const { body } = await world.as(world.eva).get(path);
    expect(body).toMatchObject({ state: "withdrawn" });
    expect(body.obligation.endedAt).toBeUndefined();
    expect((await world.as(world.noor).get(`${path}/disclosure`)).status).toBe(410);
    const offer = await (await world.inPerson(ilse)).post(`${over}/approval`);
    expect(offer).toMatchObject({ status: 409, body: { type: "/problems/override-ended" } });
  });

  test("that nobody reviewed discloses nothing after 48 hours, however late the clock", async ({ world }) => {
    const { fix, path } = await discloseOn(world);
    await fix();
    world.clock.time = later(world, { hours: 48 });
    const fetched = await world.as(world.noor).get(`${path}/disclosure`);
    expect(fetched).toMatchObject({ status: 410, body: { type: "/problems/disclosure-gone" } });
  });

  test("discloses no more than it names", async ({ world }) => {
    const { fix } = await discloseOn(world);
    const more = await fix({ categories: ["contact", "health"] });
    expect(more).toMatchObject({ status: 409, body: { type: "/problems/disclosure-unfit" } });
    expect((await fix({ categories: ["contact"] })).status).toBe(200);
  });

  test("is objected to by the caller instead of withdrawn; overruled it stands, honored it ends", async ({
    world,
  }) => {
    const { over, path, ilse } = await offerOn(world);
    const eva = world.as(world.eva);
    const withdrawn = await eva.post(`${path}/withdrawal`);
    expect(withdrawn).toMatchObject({ status: 409, body: { type: "/problems/objection-needed" } });
    const objected = await eva.post(`${over}/objection`);
    expect(objected.body.objectedAt).toBeDefined();
    expect((await eva.post(`${over}/objection`)).status).toBe(200);
    const own = await eva.post(`${over}/objection-decision`, { honored: true });
    expect(own.body.type).toBe("/problems/second-member-needed");
    const decide = async (honored: boolean) =>
      (await world.inPerson(ilse)).post(`${over}/objection-decision`, { honored });
    expect((await decide(false)).body.inForce).toBe(true);
    expect((await decide(true)).body.type).toBe("/problems/nothing-to-decide");
    expect(await stateOf(world, path)).toBe("offered");
    world.clock.time = later(world, { hours: 1 });
    await eva.post(`${over}/objection`);
    expect((await decide(true)).body).toMatchObject({ inForce: false });
    expect(await stateOf(world, path)).toBe("withdrawn");
    expect(await world.audited(world.helpline.id, over.slice("/overrides/".length))).toEqual(
      expect.arrayContaining(["override.objection-overruled", "override.objection-honored"]),
    );
  });

  test("is taken back by the helpline with all that rests on it, also when repeated", async ({ world }) => {
    const { over, path } = await offerOn(world);
    const eva = world.as(world.eva);
    expect((await eva.post(`${over}/withdrawal`)).body.inForce).toBe(false);
    expect((await eva.post(`${over}/withdrawal`)).status).toBe(200);
    expect(await stateOf(world, path)).toBe("withdrawn");
    expect(Object.keys((await world.as(world.noor).get(path)).body).sort()).toEqual([
      "direction",
      "endedAt",
      "id",
      "state",
    ]);
  });

  test("of another case or for another recipient carries no offer", async ({ world }) => {
    const { id } = await makeOverride(world);
    const { path } = await makeReferral(world, "draft");
    const offered = await world.as(world.eva).post(`${path}/offer`, { overrideId: id });
    expect(offered).toMatchObject({ status: 409, body: { type: "/problems/override-not-in-force" } });
  });

  test("runs out by itself, and its offer with it", async ({ world }) => {
    const { path, over, ilse, id, questionId } = await offerOn(world);
    await (await world.inPerson(ilse)).post(`${over}/review`, { upheld: true });
    const late = await draftFor(world, questionId);
    world.clock.time = later(world, { days: 31 });
    expect((await world.as(world.eva).get(over)).body.inForce).toBe(false);
    expect(await stateOf(world, path)).toBe("withdrawn");
    const offered = await world.as(world.eva).post(`/referrals/${late}/offer`, { overrideId: id });
    expect(offered.body.type).toBe("/problems/override-not-in-force");
  });

  test("keeps its reasons for those who read the case, and for whoever has yet to decide", async ({
    world,
  }) => {
    const { over, ilse, caseId } = await offerOn(world);
    const reasons = (by: Person) => world.as(by).get(over);
    expect((await reasons(ilse)).body.necessity).toBe("Her life is in danger.");
    await (await world.inPerson(ilse)).post(`${over}/review`, { upheld: true }, { "idempotency-key": "one" });
    const decided = await reasons(ilse);
    expect(decided).toMatchObject({ status: 403, body: { type: "/problems/case-not-shared" } });
    // Who decided is shown again what was decided, and not why it was made.
    const again = await (await world.inPerson(ilse)).post(
      `${over}/review`,
      { upheld: true },
      { "idempotency-key": "one" },
    );
    expect(again.status).toBe(200);
    expect(again.body).not.toHaveProperty("necessity");
    expect((await reasons(world.eva)).body.necessity).toBe("Her life is in danger.");
    await world.as(world.eva).post(`${over}/objection`);
    expect((await reasons(ilse)).status).toBe(200);
    await (await world.inPerson(ilse)).post(`${over}/objection-decision`, { honored: false });
    expect((await reasons(ilse)).status).toBe(403);
    const { headers } = await world.as(world.eva).get(`/cases/${caseId}/colleagues`);
    await world
      .as(world.eva)
      .put(
        `/cases/${caseId}/colleagues`,
        { memberIds: [ilse.memberId] },
        { "if-match": headers.get("etag") ?? "" },
      );
    expect((await reasons(ilse)).status).toBe(200);
  });

  test("that nobody reviewed in time has nothing to decide, and shows its reasons to no other counsellor", async ({
    world,
  }) => {
    const { over, ilse } = await offerOn(world);
    world.clock.time = later(world, { hours: 48 });
    expect((await world.as(ilse).get(over)).status).toBe(403);
    expect((await world.as(world.eva).get(over)).status).toBe(200);
  });

  test("shows its reasons no more to who made it and gave the case away", async ({ world }) => {
    const { over, ilse, caseId } = await offerOn(world);
    await world.as(ilse).post(`/cases/${caseId}/take-over`, { reason: "owner-absent" });
    expect((await world.as(world.eva).get(over)).status).toBe(403);
    expect((await world.as(ilse).get(over)).status).toBe(200);
  });

  test("keeps its reasons for those who decide, and shows them to no recipient", async ({ world }) => {
    const { over, ilse, path } = await offerOn(world);
    expect((await world.as(ilse).get(over)).body.necessity).toBe("Her life is in danger.");
    expect((await world.as(world.noor).get(over)).status).toBe(403);
    expect((await world.as(world.stranger).get(over)).status).toBe(404);
    expect(JSON.stringify((await world.as(world.noor).get(path)).body)).not.toContain("danger");
  });
});
