import { describe, expect } from "vitest";
import { openDisclosure } from "../../src/client/index.ts";
import { expected, partner } from "../client/disclosure/sealing.ts";
import { test } from "../world/world.ts";
import {
  consentTerms,
  exchangeKeys,
  fixIntroduction,
  keepSafe,
  later,
  makeReferral,
  sealFor,
} from "./make.ts";

describe("an introduction", () => {
  test("is fixed with the caller, and from then on the recipient can open who they are", async ({
    world,
  }) => {
    const referral = await makeReferral(world, "accepted");
    const noor = world.as(world.noor);
    expect(await noor.get(`${referral.path}/disclosure`)).toMatchObject({
      status: 409,
      body: { type: "/problems/disclosure-not-yet" },
    });
    expect(await fixIntroduction(world, referral)).toMatchObject({
      status: 200,
      body: { state: "scheduled", disclosedCategories: ["contact", "identity"] },
    });
    const fetched = await noor.get(`${referral.path}/disclosure`);
    expect(fetched.status).toBe(200);
    const opened = await openDisclosure(fetched.body.sealed, {
      ...expected,
      referralId: referral.id,
      opener: partner.own,
    });
    expect(opened.data.contact?.name).toBe("Mira");
    expect(await world.audited(world.helpline.id, referral.id)).toContain("disclosure.read");
  });

  test("of what has not been accepted is refused, whatever is to be disclosed", async ({ world }) => {
    const { path } = await makeReferral(world, "draft");
    const told = { method: "spoken", categories: ["contact"], to: { name: "Noor", function: "intake" } };
    const at = later(world, { days: 1 }).toISOString();
    const answer = await world
      .as(world.eva)
      .post(`${path}/introduction`, { at, channel: "video", disclosure: told });
    expect(answer).toMatchObject({ status: 409, body: { type: "/problems/referral-not-open" } });
  });

  test("needs a safe contact that was checked in the last seven days, and a time that is safe", async ({
    world,
  }) => {
    const referral = await makeReferral(world, "accepted");
    const { path, caseId, id, consentId } = referral;
    await exchangeKeys(world);
    const eva = world.as(world.eva);
    const fix = async (at: Date) => {
      const answer = await eva.post(`${path}/introduction`, {
        at: at.toISOString(),
        channel: "three-way-call",
        disclosure: await sealFor(id, consentId),
      });
      return answer.body.type ?? answer.body.state;
    };
    expect(await fix(later(world, { days: 1 }))).toBe("/problems/safe-contact-stale");
    await keepSafe(world, caseId, world.eva, { from: "09:00", to: "18:00" });
    expect(await fix(later(world, { hours: 12 }))).toBe("/problems/introduction-unsafe");
    expect(await fix(later(world, { hours: -1 }))).toBe("/problems/introduction-too-late");
    expect(await fix(later(world, { days: 61 }))).toBe("/problems/introduction-too-late");
    world.clock.time = later(world, { days: 7, minutes: 1 });
    expect(await fix(later(world, { days: 1 }))).toBe("/problems/safe-contact-stale");
    await eva.post(`/cases/${caseId}/safe-contact/verification`);
    expect(await fix(later(world, { days: 1 }))).toBe("scheduled");
  });

  test("is refused with a disclosure that is sealed to somebody else, or holds more than was agreed", async ({
    world,
  }) => {
    const referral = await makeReferral(world, "accepted");
    await exchangeKeys(world);
    await keepSafe(world, referral.caseId);
    const disclosure = await sealFor(referral.id, referral.consentId);
    const fix = (change: object) =>
      world.as(world.eva).post(`${referral.path}/introduction`, {
        at: later(world, { days: 1 }).toISOString(),
        channel: "video",
        disclosure: { ...disclosure, ...change },
      });
    const [theirs] = disclosure.sealed.recipients;
    for (const change of [
      { categories: ["contact", "health"] },
      { method: "code" },
      { sealed: { ...disclosure.sealed, recipients: [theirs, theirs] } },
    ])
      expect(await fix(change)).toMatchObject({ status: 409, body: { type: "/problems/disclosure-unfit" } });
    expect(await fix({ method: "spoken" })).toMatchObject({ status: 400 });
    expect((await fix({})).status).toBe(200);
  });

  test("at one partner at a time: another referral of the same question is refused meanwhile", async ({
    world,
  }) => {
    const referral = await makeReferral(world, "scheduled");
    const eva = world.as(world.eva);
    const draft = await eva.post("/referrals", {
      helpQuestionId: referral.questionId,
      serviceId: world.elsewhere.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    });
    const { body: consent } = await eva.post(`/cases/${referral.caseId}/consents`, {
      ...consentTerms,
      recipientId: world.elsewhere.id,
    });
    await eva.post(`/referrals/${draft.body.id}/offer`, { consentId: consent.id });
    const stranger = world.as(world.stranger);
    await stranger.post(`/referrals/${draft.body.id}/acceptance`, { name: "Noor", contact: "030-1234567" });
    const second = { id: draft.body.id, caseId: referral.caseId, consentId: consent.id };
    expect(await fixIntroduction(world, second).catch(String)).toMatchObject({
      status: 409,
      body: { type: "/problems/question-already-disclosed" },
    });
  });

  test("is moved by the counsellor to a time that the recipient proposed", async ({ world }) => {
    const { path } = await makeReferral(world, "scheduled");
    const at = later(world, { days: 2 }).toISOString();
    const proposed = await world.as(world.noor).put(`${path}/proposed-times`, { times: [at] });
    expect(proposed).toMatchObject({ status: 200, body: { proposedTimes: [at] } });
    const moved = await world.as(world.eva).put(`${path}/introduction`, { at, channel: "video" });
    expect(moved).toMatchObject({ status: 200, body: { introduction: { at, channel: "video" } } });
  });

  test("that was missed is missed once, also when it is said again after other steps", async ({ world }) => {
    const { path } = await makeReferral(world, "scheduled");
    world.clock.time = later(world, { days: 1, hours: 2 });
    const noor = world.as(world.noor);
    const missed = async (by: typeof noor) =>
      (await by.post(`${path}/missed-introductions`)).body.introduction.missedTimes;
    expect(await missed(noor)).toBe(1);
    await noor.put(`${path}/proposed-times`, { times: [later(world, { days: 1 }).toISOString()] });
    expect(await missed(world.as(world.eva))).toBe(1);
    expect(await missed(noor)).toBe(1);
  });

  test("that is missed three times lapses, whoever says so; said twice of one it is still one", async ({
    world,
  }) => {
    const { path } = await makeReferral(world, "scheduled");
    const eva = world.as(world.eva);
    const noor = world.as(world.noor);
    expect((await noor.post(`${path}/missed-introductions`)).body.type).toBe(
      "/problems/introduction-not-yet",
    );
    const again = async () => {
      const at = later(world, { hours: 2 }).toISOString();
      await eva.put(`${path}/introduction`, { at, channel: "three-way-call" });
      world.clock.time = later(world, { hours: 3 });
    };
    world.clock.time = later(world, { days: 1, hours: 2 });
    expect((await noor.post(`${path}/missed-introductions`)).body.introduction.missedTimes).toBe(1);
    expect((await eva.post(`${path}/missed-introductions`)).body.introduction.missedTimes).toBe(1);
    await again();
    expect((await eva.post(`${path}/missed-introductions`)).body.introduction.missedTimes).toBe(2);
    await again();
    const third = await noor.post(`${path}/missed-introductions`);
    expect(third.body).toMatchObject({ state: "lapsed", obligation: { endedAs: "never-opened" } });
  });
});

describe("a contact", () => {
  test("is made when both sides have confirmed it, and then followed up", async ({ world }) => {
    const { path } = await makeReferral(world, "scheduled");
    const confirm = (who: typeof world.noor, confirmedBy: string) =>
      world.as(who).post(`${path}/contact-confirmation`, { confirmedBy });
    expect((await confirm(world.noor, "partner")).body.type).toBe("/problems/introduction-not-yet");
    world.clock.time = later(world, { days: 1, hours: 2 });
    expect((await confirm(world.noor, "caller")).body.type).toBe("/problems/contact-not-two-persons");
    expect((await confirm(world.noor, "partner")).body.state).toBe("scheduled");
    expect((await confirm(world.noor, "partner")).body.state).toBe("scheduled");
    const connected = await confirm(world.eva, "caller");
    expect(connected.body).toMatchObject({ state: "connected", dueAt: "2026-01-20T11:00:00.000Z" });
    const outcome = await world.as(world.eva).post(`${path}/outcome`, { outcome: "partly" });
    expect(outcome.body).toMatchObject({
      state: "completed",
      outcome: { outcome: "partly", by: "helpline" },
    });
  });

  test("is reported on by the recipient only where the caller agreed", async ({ world }) => {
    const referral = await makeReferral(world, "connected");
    const noor = world.as(world.noor);
    expect((await noor.get(referral.path)).body.feedbackAgreed).toBe(false);
    const report = () => noor.post(`${referral.path}/outcome`, { outcome: "helped" });
    expect((await report()).body.type).toBe("/problems/feedback-not-agreed");
    await world.as(world.eva).post(`/cases/${referral.caseId}/consents`, {
      subject: "caller",
      purpose: "feedback",
      categories: ["contact"],
      capacity: "adult",
      method: "spoken",
      textVersion: "feedback-2026.1",
      textLanguage: "nl",
      recipientId: world.bridge.id,
    });
    expect((await noor.get(referral.path)).body.feedbackAgreed).toBe(true);
    expect((await report()).body).toMatchObject({ state: "completed", outcome: { by: "recipient" } });
  });
});

describe("what was disclosed", () => {
  test("is gone for the recipient once the caller withdraws, and what it knew it has to answer for", async ({
    world,
  }) => {
    const { path, id, consentId } = await makeReferral(world, "scheduled");
    const noor = world.as(world.noor);
    expect((await noor.get(`${path}/disclosure`)).status).toBe(200);
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    expect(await noor.get(`${path}/disclosure`)).toMatchObject({
      status: 410,
      body: { type: "/problems/disclosure-gone" },
    });
    const told = await noor.get(path);
    expect(Object.keys(told.body).sort()).toEqual(["direction", "endedAt", "id", "obligation", "state"]);
    const fulfil = (body: object) => noor.post(`/obligations/${id}/fulfilment`, body);
    expect((await fulfil({ endedAs: "never-opened", function: "intake" })).body.type).toBe(
      "/problems/opened-after-all",
    );
    expect(await fulfil({ endedAs: "deleted", function: "intake" })).toMatchObject({
      status: 200,
      body: { endedAs: "deleted", function: "intake" },
    });
    expect((await fulfil({ endedAs: "deleted", function: "intake" })).status).toBe(200);
    expect((await world.as(world.eva).get(path)).body.obligation.endedAs).toBe("deleted");
  });

  test("and never fetched needs no answer", async ({ world }) => {
    const { path } = await makeReferral(world, "scheduled");
    const declined = await world.as(world.noor).post(`${path}/declination`, { reason: "safety" });
    expect(declined.body.obligation).toMatchObject({ endedAs: "never-opened" });
  });

  test("is sealed anew where something was wrong with it", async ({ world }) => {
    const { path, id, consentId } = await makeReferral(world, "scheduled");
    const resealed = await world.as(world.eva).put(`${path}/disclosure`, await sealFor(id, consentId));
    expect(resealed.status).toBe(200);
    expect((await world.as(world.noor).get(`${path}/disclosure`)).status).toBe(200);
  });

  test("calls for an answer too when the consent is withdrawn after the handoff was completed", async ({
    world,
  }) => {
    const { path, consentId } = await makeReferral(world, "completed");
    expect((await world.as(world.noor).get(path)).body.obligation).toBeUndefined();
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    expect((await world.as(world.noor).get(path)).body.obligation).toBeDefined();
  });
});
