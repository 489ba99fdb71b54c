import { describe, expect } from "vitest";
import { retain } from "../../../src/handoff/index.ts";
import { agreePartnership } from "../../../src/identity/agree-partnership.ts";
import { PartnershipTerms } from "../../../src/identity/wire.ts";
import { talk } from "../../intake/conversations/make.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { type Participant, test, type World } from "../../world/world.ts";
import { later, makeReferral, openQuestion } from "../make.ts";

const keepFor = (world: World, of: Participant, terms: object) =>
  agreePartnership(
    world.job(world.operator.id),
    of.id,
    PartnershipTerms.parse({ sends: true, receives: true, ...terms }),
  );

/** A case of Eva that ended with advice. */
async function advised(world: World): Promise<string> {
  const { caseId, questionId } = await openQuestion(world);
  await world.as(world.eva).post(`/help-questions/${questionId}/end`, { reason: "advised" });
  return caseId;
}

const standing = async (world: World, caseId: string) =>
  (await world.as(world.eva).get(`/cases/${caseId}`)).status === 200;

describe("a participant that agreed to keep closed cases for 30 days", () => {
  test("keeps them so long and no longer, and says which it let go and how much of each", async ({
    world,
  }) => {
    await keepFor(world, world.helpline, { caseRetentionDays: 30 });
    const caseId = await advised(world);
    world.clock.time = later(world, { days: 29 });
    await retain(world.platform);
    expect(await standing(world, caseId)).toBe(true);
    world.clock.time = later(world, { days: 2 });
    await retain(world.platform);
    expect(await standing(world, caseId)).toBe(false);
    expect(await world.audited(world.helpline.id, caseId)).toContain("case.erased");
    const [written] = await asParticipant(
      world.platform.db,
      world.helpline.id,
      `select reason, removed from handreiking.erasure where case_id = '${caseId}'`,
    );
    expect(written).toEqual({
      reason: "retention",
      removed: {
        helpQuestions: 1,
        consents: 0,
        overrides: 0,
        referrals: 0,
        notes: 0,
        conversations: 0,
        requests: 0,
      },
    });
  });

  test("keeps what is not closed: an open question, a young note, a consent in force, an answer that is owed", async ({
    world,
  }) => {
    await keepFor(world, world.helpline, { caseRetentionDays: 30 });
    const eva = world.as(world.eva);
    const { caseId: open } = await openQuestion(world);
    const noted = await advised(world);
    const agreed = await makeReferral(world, "declined");
    await eva.post(`/help-questions/${agreed.questionId}/end`, { reason: "advised" });
    const owed = await makeReferral(world, "scheduled");
    await world.as(world.noor).get(`${owed.path}/disclosure`);
    await eva.post(`/consents/${owed.consentId}/withdrawal`);
    await eva.post(`/help-questions/${owed.questionId}/end`, { reason: "no-longer-wanted" });
    world.clock.time = later(world, { days: 31 });
    await eva.post(`/cases/${noted}/notes`, { text: "Phoned again." });
    await retain(world.platform);
    for (const caseId of [open, noted, agreed.caseId, owed.caseId])
      expect(await standing(world, caseId)).toBe(true);

    const met = { endedAs: "deleted", function: "intake" };
    await world.as(world.noor).post(`/obligations/${owed.id}/fulfilment`, met);
    await retain(world.platform);
    expect(await standing(world, owed.caseId)).toBe(false);
    expect(await standing(world, agreed.caseId)).toBe(true);
  });

  test("keeps what was talked about lately, whose steps are open or that just changed hands", async ({
    world,
  }) => {
    await keepFor(world, world.helpline, { caseRetentionDays: 30 });
    const ilse = await world.member(world.helpline, "counsellor");
    const [talked, added, endangered, decided, given, closed] = [
      await advised(world),
      await advised(world),
      await advised(world),
      await advised(world),
      await advised(world),
      await advised(world),
    ] as const;
    const calm = { dangerSigns: [] };
    const [addedTo, gone] = [
      await talk(world, added, world.eva, calm),
      await talk(world, decided),
      await talk(world, endangered),
      await talk(world, closed, world.eva, calm),
    ];
    world.clock.time = later(world, { days: 31 });
    await talk(world, talked, world.eva, calm);
    const eva = world.as(world.eva);
    await eva.post(`/conversations/${addedTo}/additions`, { text: "Phoned again." });
    await eva.post(`/cases/${given}/hand-overs`, { toId: ilse.memberId, reason: "workload" });
    for (const step of ["map-signals", "consult", "talk", "weigh", "decide"])
      await eva.post(`/conversations/${gone}/steps`, { step, decision: "not-possible", reason: "other" });
    await retain(world.platform);
    for (const caseId of [talked, added, endangered, decided])
      expect(await standing(world, caseId)).toBe(true);
    expect((await world.as(ilse).get(`/cases/${given}`)).status).toBe(200);
    expect(await standing(world, closed)).toBe(false);
    world.clock.time = later(world, { days: 31 });
    await retain(world.platform);
    // Only where danger was seen and nobody decided, it goes on.
    expect(await standing(world, endangered)).toBe(true);
    for (const caseId of [talked, added, decided]) expect(await standing(world, caseId)).toBe(false);
    expect((await world.as(ilse).get(`/cases/${given}`)).status).toBe(404);
  });

  test("takes nobody else's, and none where nothing was agreed", async ({ world }) => {
    await keepFor(world, world.bridge, { caseRetentionDays: 30 });
    const caseId = await advised(world);
    world.clock.time = later(world, { days: 400 });
    await retain(world.platform);
    expect(await standing(world, caseId)).toBe(true);
  });
});

describe("a recipient that agreed to keep ended referrals for 30 days", () => {
  test("sees them no more after that, while their sender does", async ({ world }) => {
    await keepFor(world, world.bridge, { retentionDays: 30 });
    const [ended, live] = [await makeReferral(world, "declined"), await makeReferral(world, "offered")];
    const noor = world.as(world.noor);
    world.clock.time = later(world, { days: 31 });
    expect((await noor.get(ended.path)).status).toBe(200);
    await retain(world.platform);
    expect((await noor.get(ended.path)).status).toBe(404);
    const { items } = (await noor.get("/referrals?direction=received")).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([live.id]);
    expect((await world.as(world.eva).get(ended.path)).body.state).toBe("declined");
    expect(await world.audited(world.bridge.id, ended.id)).toContain("received.forgotten");
    const seen = await asParticipant(
      world.platform.db,
      world.bridge.id,
      "select id from handreiking.referral",
    );
    expect(seen).toEqual([{ id: live.id }]);
  });

  test("is not made to forget by its sender, nor what is live", async ({ world }) => {
    const [ended, live] = [await makeReferral(world, "declined"), await makeReferral(world, "offered")];
    const forget = (id: string) =>
      `update handreiking.referral set forgotten_at = '2026-02-01' where id = '${id}' returning id`;
    const { db } = world.platform;
    expect(await outcome(asParticipant(db, world.helpline.id, forget(ended.id)))).toBe("HR072");
    expect(await outcome(asParticipant(db, world.bridge.id, forget(live.id)))).toBe("HR072");
    const none = `select * from handreiking.forget_received('2026-01-01', '2026-02-01', 50)`;
    expect(await asParticipant(db, world.bridge.id, none)).toEqual([]);
  });
});
