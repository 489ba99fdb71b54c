import { expect } from "vitest";
import { tickAt } from "../handoff/clock/ticking.ts";
import { consentTerms, makeReferral, openQuestion } from "../handoff/make.ts";
import { asParticipant } from "../walls/raw.ts";
import { test } from "../world/world.ts";

test("of two referrals of one question that are declined at once, the later one leaves a next action", async ({
  world,
}) => {
  for (let round = 0; round < 10; round++) {
    const { caseId, questionId } = await openQuestion(world);
    const eva = world.as(world.eva);
    const paths: string[] = [];
    for (const partner of [world.bridge, world.elsewhere]) {
      const { body: consent } = await eva.post(`/cases/${caseId}/consents`, {
        ...consentTerms,
        recipientId: partner.id,
      });
      const { body: draft } = await eva.post("/referrals", {
        helpQuestionId: questionId,
        serviceId: partner.serviceId,
        ageBand: "26-64",
        ageBandOf: "caller",
        urgency: "normal",
      });
      await eva.post(`/referrals/${draft.id}/offer`, { consentId: consent.id });
      paths.push(`/referrals/${draft.id}/declination`);
    }
    const answers = await Promise.all([
      world.as(world.noor).post(paths[0] ?? "", { reason: "no-capacity" }),
      world.as(world.stranger).post(paths[1] ?? "", { reason: "no-capacity" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await tickAt(world);
    const { body } = await eva.get(`/cases/${caseId}`);
    expect(body.helpQuestions[0].nextAction).toBe("referral-declined");
  }
});

test("an offer and the end of its question never both succeed", async ({ world }) => {
  for (let round = 0; round < 10; round++) {
    const { path, questionId, consentId } = await makeReferral(world, "draft");
    const eva = world.as(world.eva);
    const answers = await Promise.all([
      eva.post(`${path}/offer`, { consentId }),
      eva.post(`/help-questions/${questionId}/end`, { reason: "advised" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [both] = await asParticipant(
      world.platform.db,
      world.helpline.id,
      `select count(*)::int as n from handreiking.referral join handreiking.help_question q on q.id = help_question_id
        where q.id = '${questionId}' and needs_live and q.ended_at is not null`,
    );
    expect(both?.n).toBe(0);
  }
});

test("a contact and a key are made once, however many write first", async ({ world }) => {
  const { caseId } = await openQuestion(world);
  const eva = world.as(world.eva);
  const names = Array.from({ length: 8 }, (_, count) => ({ name: `Name ${count}` }));
  const answers = await Promise.all(names.map((body) => eva.put(`/cases/${caseId}/contact`, body)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const kept = answers.find(({ status }) => status === 200)?.body;
  expect((await eva.get(`/cases/${caseId}/contact`)).body).toEqual(kept);
});
