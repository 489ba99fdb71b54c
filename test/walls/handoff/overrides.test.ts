import { describe, expect } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { later, makeOverride, makeReferral } from "../../handoff/make.ts";
import { test, type World } from "../../world/world.ts";
import { rawHand } from "../hand.ts";
import { attempt, rawEntry, rawStep } from "../moves.ts";

const set = (id: string, columns: string) => `update handreiking.override set ${columns} where id = '${id}'`;
const entry = ({ helpline, clock }: World, id: string, done: string) =>
  rawEntry(helpline.id, helpline.id, `override.${done}`, id, clock.time);

describe("an override", () => {
  test("is approved by another than its maker, told, and once", async ({ world }) => {
    const { id, ilse } = await makeOverride(world, { ground: "legal-duty" });
    const { helpline, eva, clock } = world;
    const approve = (by: string | undefined) =>
      set(id, `approved_by = '${by}', approved_at = '${clock.time.toISOString()}'`);
    const approved = entry(world, id, "approved");
    expect(await attempt(world, helpline.id, approve(eva.memberId), approved)).toBe("23514");
    expect(await attempt(world, helpline.id, approve(world.noor.memberId), approved)).toBe("23503");
    expect(await attempt(world, helpline.id, approve(ilse.memberId))).toBe("HR036");
    expect(await attempt(world, helpline.id, approved)).toBe("HR012");
    expect(await attempt(world, helpline.id, approve(ilse.memberId), approved)).toBe("HR127");
    await world.signIn(ilse);
    const hand = rawHand(id, ilse.memberId, eva.memberId);
    expect(await attempt(world, helpline.id, hand, approve(ilse.memberId), approved)).toBe("committed");
    const again = set(id, `approved_at = '${later(world, { hours: 1 }).toISOString()}'`);
    expect(await attempt(world, helpline.id, again)).toBe("HR035");
  });

  test("is no basis before it is approved", async ({ world }) => {
    const { id, questionId, ilse } = await makeOverride(world, { ground: "legal-duty" });
    const draft = await world.as(world.eva).post("/referrals", {
      helpQuestionId: questionId,
      serviceId: world.bridge.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    });
    const { id: by } = world.helpline;
    const at = world.clock.time.toISOString();
    const basis = `offered_at = '${at}', terms = '{}', due_at = '${at}', override_id = '${id}',
      basis_expires_at = (select expires_at from handreiking.override where id = '${id}')`;
    const offer = () => rawStep(world, by, { id: draft.body.id }, "offered", { set: basis });
    expect(await attempt(world, by, ...offer())).toBe("23503");
    expect(await attempt(world, by, set(id, "live = true"))).toBe("428C9");
    await (await world.inPerson(ilse)).post(`/overrides/${id}/approval`);
    expect(await attempt(world, by, ...offer())).toBe("committed");
    const end = set(id, `ended_at = '${at}'`);
    expect(await attempt(world, by, end, entry(world, id, "withdrawn"))).toBe("23503");
  });

  test("stays what it was: its grounds, its objection, its end", async ({ world }) => {
    const { id } = await makeOverride(world, { objected: true });
    const { id: by } = world.helpline;
    const at = world.clock.time.toISOString();
    for (const columns of [
      "categories = '{contact,health}'",
      "ground = 'court-order'",
      "expires_at = '2030-01-01'",
      "review_due_at = '2030-01-01'",
      "after_refusal = true",
      "objected_at = null",
      `objected_at = '${later(world, { hours: 1 }).toISOString()}'`,
    ])
      expect(await attempt(world, by, set(id, columns)), columns).toBe("HR035");
    const end = set(id, `ended_at = '${at}'`);
    expect(await attempt(world, by, end)).toBe("HR036");
    expect(await attempt(world, by, end, entry(world, id, "withdrawn"))).toBe("committed");
    expect(await attempt(world, by, set(id, "ended_at = null"))).toBe("HR035");
    expect(await attempt(world, by, "delete from handreiking.override")).toBe("42501");
  });

  test("is not reviewed after its time", async ({ world }) => {
    const { id, ilse } = await makeOverride(world);
    const { id: by } = world.helpline;
    const review = (days: number) =>
      set(
        id,
        `upheld = true, reviewed_by = '${ilse.memberId}', reviewed_at = '${later(world, { days }).toISOString()}'`,
      );
    expect(await attempt(world, by, review(3))).toBe("HR035");
    await world.signIn(ilse);
    const hand = rawHand(id, ilse.memberId, world.eva.memberId);
    expect(await attempt(world, by, review(0), entry(world, id, "upheld"))).toBe("HR127");
    expect(await attempt(world, by, hand, review(0), entry(world, id, "upheld"))).toBe("committed");
  });

  test("begins undecided, and tells of a refusal", async ({ world }) => {
    const { id, ilse } = await makeOverride(world);
    const { consentId, caseId } = await makeReferral(world, "offered");
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    const { id: by } = world.helpline;
    // On a ground that always waits for approval.
    const copy = (caseWanted: string, decided = "null, null", refused = false) => {
      const copyId = randomIds();
      return [
        `insert into handreiking.override (id, participant_id, case_id, recipient_id, subject, categories, ground, sealed,
            consulted_id, caller_told, after_refusal, made_by, made_at, expires_at, approved_by, approved_at)
          select '${copyId}', participant_id, ${caseWanted}, recipient_id, subject, categories, 'legal-duty', sealed,
            consulted_id, caller_told, ${refused}, made_by, made_at, expires_at, ${decided}
          from handreiking.override where id = '${id}'`,
        entry(world, copyId, "made"),
      ];
    };
    expect(await attempt(world, by, ...copy("case_id"))).toBe("committed");
    expect(await attempt(world, by, ...copy("case_id", `'${ilse.memberId}'::uuid, made_at`))).toBe("HR034");
    expect(await attempt(world, by, ...copy("case_id", "null, null", true))).toBe("HR034");
    expect(await attempt(world, by, ...copy(`'${caseId}'::uuid`))).toBe("HR034");
    expect(await attempt(world, by, ...copy(`'${caseId}'::uuid`, "null, null", true))).toBe("committed");
    expect(await attempt(world, by, copy("case_id")[0] ?? "")).toBe("HR036");
  });
});
