import { describe, expect } from "vitest";
import { makeReferral, openQuestion } from "../handoff/make.ts";
import { test } from "../world/world.ts";
import { asParticipant, outcome } from "./raw.ts";

const forget = (questionId: string) =>
  `update handreiking.help_question set next_action = null, next_action_on = null where id = '${questionId}'`;
const end = (questionId: string) =>
  `update handreiking.help_question set ended_at = '2026-01-05', end_reason = 'advised', next_action = null,
    next_action_on = null where id = '${questionId}'`;

describe("the service's own login cannot commit", () => {
  test("that a question whose referrals all ended has no next action", async ({ world }) => {
    const { db } = world.platform;
    const { questionId } = await makeReferral(world, "declined");
    expect(await outcome(asParticipant(db, world.helpline.id, forget(questionId)))).toBe("HR061");
    expect(await outcome(asParticipant(db, world.helpline.id, end(questionId)))).toBe("committed");
    for (const { questionId: other } of [await openQuestion(world), await makeReferral(world, "offered")])
      expect(await outcome(asParticipant(db, world.helpline.id, forget(other)))).toBe("committed");
  });

  test("that a question ends with a referral open, without a reason or with a made-up one", async ({
    world,
  }) => {
    const { db } = world.platform;
    const { questionId } = await makeReferral(world, "accepted");
    expect(await outcome(asParticipant(db, world.helpline.id, end(questionId)))).toBe("23503");
    const open = await openQuestion(world);
    const change = (set: string) =>
      outcome(
        asParticipant(
          db,
          world.helpline.id,
          `update handreiking.help_question set ${set} where id = '${open.questionId}'`,
        ),
      );
    expect(await change("ended_at = '2026-01-05'")).toBe("23514");
    expect(await change("ended_at = '2026-01-05', end_reason = 'she moved to Utrecht'")).toBe("23514");
    expect(await change("next_action = 'phone her sister', next_action_on = '2026-01-05'")).toBe("23514");
  });

  test("another owner of a data key, or a key without its case", async ({ world }) => {
    const { db } = world.platform;
    const { caseId } = await openQuestion(world);
    // Taken back by the division: nothing could open such a key.
    const insert = (id: string, participantId: string) =>
      outcome(
        asParticipant(
          db,
          participantId,
          `insert into keys.case_key values ('${id}', '${participantId}', 'x', 'k')`,
          "select 1 / 0",
        ),
      );
    expect(await insert(world.eva.memberId ?? "", world.helpline.id)).toBe("23503");
    expect(await insert(caseId, world.elsewhere.id)).toBe("23503");
    expect(await insert(caseId, world.helpline.id)).toBe("22012");
    const steal = `update keys.case_key set participant_id = '${world.elsewhere.id}'`;
    expect(await outcome(asParticipant(db, world.helpline.id, steal))).toBe("42501");
    expect(await outcome(asParticipant(db, world.helpline.id, "delete from keys.case_key"))).toBe("42501");
  });
});
