import { describe, expect } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { later } from "../../handoff/make.ts";
import { begin, draftFor, onOverride } from "../../handoff/refusals/suspended.ts";
import { askAsOwner } from "../../world/database.ts";
import { test, type World } from "../../world/world.ts";
import { rawHand } from "../hand.ts";
import { attempt, endedNow, rawEntry, rawStep } from "../moves.ts";

const set = (id: string, columns: string) => `update handreiking.override set ${columns} where id = '${id}'`;
const told = ({ helpline, clock }: World, action: string, id: string, at = clock.time) =>
  rawEntry(helpline.id, helpline.id, action, id, at);

const refusal = (
  world: World,
  caseId: string,
  columns = `'asked', '${world.eva.memberId}'`,
  at = world.clock.time,
) => {
  const id = randomIds();
  return [
    `insert into handreiking.refusal (id, participant_id, case_id, recipient_id, at, source, recorded_by)
      values ('${id}', '${world.helpline.id}', '${caseId}', '${world.bridge.id}', '${at.toISOString()}', ${columns})`,
    told(world, "refusal.recorded", id, at),
  ];
};

/** A copy of an override that acts at once, with other values for some columns. */
const another = (world: World, id: string, changed: Record<string, string> = {}) => {
  const copyId = randomIds();
  const columns = `id, participant_id, case_id, recipient_id, subject, categories, ground, whose, sealed, consulted_id,
    caller_told, after_refusal, made_by, made_at, expires_at, review_due_at, maker_bound`;
  const values = columns
    .split(/,\s+/)
    .map((column) => (column === "id" ? `'${copyId}'` : (changed[column] ?? column)));
  return [
    `insert into handreiking.override (${columns}) select ${values.join(", ")} from handreiking.override where id = '${id}'`,
    told(world, "override.made", copyId),
  ];
};

const stands = async (world: World, id: string, at = world.clock.time) =>
  (
    await askAsOwner<{ stands: boolean }>(
      world.database,
      `select handreiking.basis_stands('${id}', '${at.toISOString()}') as stands`,
    )
  )[0]?.stands;

const sourcesOf = async (world: World, caseId: string) =>
  (
    await askAsOwner<{ source: string }>(
      world.database,
      `select source from handreiking.refusal where case_id = '${caseId}' order by source`,
    )
  ).map(({ source }) => source);

const offerOn = (world: World, id: string, overrideId: string, until = "stands_until") => {
  const at = world.clock.time.toISOString();
  return rawStep(world, world.helpline.id, { id }, "offered", {
    set: `offered_at = '${at}', terms = '{}', due_at = '${at}', wake_at = (
        select stands_until from handreiking.override where id = '${overrideId}'), override_id = '${overrideId}',
      basis_expires_at = (select ${until} from handreiking.override where id = '${overrideId}')`,
  });
};

describe("a refusal", () => {
  test("is told, by a member, and stays as it was written", async ({ world }) => {
    const { caseId } = await begin(world);
    const { id: by } = world.helpline;
    const [insert = "", entry = ""] = refusal(world, caseId);
    expect(await attempt(world, by, insert)).toBe("HR103");
    expect(await attempt(world, by, entry)).toBe("HR012");
    for (const source of ["asked", "consent-withdrawn", "review-refused"])
      expect(await attempt(world, by, ...refusal(world, caseId, `'${source}', null`)), source).toBe("HR102");
    const foreign = refusal(world, caseId, `'consent-withdrawn', '${world.eva.memberId}'`);
    expect(await attempt(world, by, ...foreign)).toBe("23514");
    expect(await attempt(world, world.elsewhere.id, insert, entry)).toBe("42501");
    expect(await attempt(world, by, insert, entry)).toBe("committed");
    expect(await attempt(world, by, "update handreiking.refusal set source = 'objected'")).toBe("42501");
    expect(await attempt(world, by, "delete from handreiking.refusal")).toBe("42501");
  });

  test("follows from what the caller takes back, whoever writes that", async ({ world }) => {
    const made = await begin(world);
    const consentId = await made.agree();
    const { id: by } = world.helpline;
    const at = world.clock.time.toISOString();
    const id = await draftFor(world, made.questionId);
    await world.as(world.eva).post(`/referrals/${id}/offer`, { consentId });
    const withdraw = rawStep(world, by, { id }, "withdrawn", { set: endedNow(world) });
    expect(await attempt(world, by, ...withdraw)).toBe("committed");
    expect(await sourcesOf(world, made.caseId)).toEqual(["referral-withdrawn"]);
    const consent = `update handreiking.consent set withdrawn_at = '${at}' where id = '${consentId}'`;
    expect(await attempt(world, by, consent, told(world, "consent.withdrawn", consentId))).toBe("committed");
    expect(await sourcesOf(world, made.caseId)).toEqual(["consent-withdrawn", "referral-withdrawn"]);
  });

  test("leaves nothing running on an override, whichever row is written last", async ({ world }) => {
    const made = await onOverride(world, "accepted");
    const { id: by } = world.helpline;
    const at = world.clock.time.toISOString();
    const consentId = await made.agree();
    const consent = `update handreiking.consent set withdrawn_at = '${at}' where id = '${consentId}'`;
    expect(await attempt(world, by, consent, told(world, "consent.withdrawn", consentId))).toBe("23503");
    expect(await attempt(world, by, ...refusal(world, made.caseId))).toBe("23503");
    const suspend = (more = "") =>
      rawStep(world, by, made, "accepted", {
        step: "suspended",
        set: `suspended_at = '${at}', nudge_at = null, overdue_at = null, lapse_at = null,
          wake_at = basis_expires_at, due_at = basis_expires_at${more}`,
      });
    expect(await attempt(world, by, ...suspend())).toBe("23503");
    expect(await attempt(world, by, ...refusal(world, made.caseId), ...suspend(", given_back = 3600"))).toBe(
      "HR038",
    );
    expect(await attempt(world, by, ...refusal(world, made.caseId), ...suspend())).toBe("committed");
    expect(await stands(world, made.id)).toBe(false);
    const other = await draftFor(world, await made.another());
    expect(await attempt(world, by, ...offerOn(world, other, made.overrideId))).toBe("23503");
  });

  test("keeps a suspended referral from every step but its end and its resumption", async ({ world }) => {
    const made = await onOverride(world, "accepted");
    await made.refuse();
    const { id: by } = world.helpline;
    const decline = rawStep(world, world.bridge.id, made, "declined", {
      set: `decline_reason = 'other', ${endedNow(world)}`,
    });
    expect(await attempt(world, world.bridge.id, ...decline)).toBe("HR100");
    const hold = rawStep(world, by, made, "accepted", {
      step: "held",
      set: `held_until = '${later(world, { days: 1 }).toISOString()}'`,
    });
    expect(await attempt(world, by, ...hold)).toBe("HR100");
    world.clock.time = later(world, { hours: 1 });
    const at = world.clock.time.toISOString();
    const running = `lapse_at = basis_expires_at, wake_at = basis_expires_at`;
    const resume = (back: number, party = by) =>
      rawStep(world, party, made, "accepted", {
        step: "resumed",
        set: `suspended_at = null, given_back = ${back}, ${running}`,
      });
    expect(await attempt(world, world.bridge.id, ...resume(3600, world.bridge.id))).toBe("HR007");
    expect(await attempt(world, by, ...resume(86_400))).toBe("HR101");
    expect(await attempt(world, by, ...resume(3600))).toBe("23503");
    const decide = set(
      made.overrideId,
      `objection_decided_at = '${at}', objection_decided_by = '${made.consulted.memberId}'`,
    );
    const entry = told(world, "override.objection-overruled", made.overrideId);
    await world.signIn(made.consulted);
    const hand = rawHand(made.overrideId, made.consulted.memberId, world.eva.memberId);
    expect(await attempt(world, by, hand, decide, entry)).toBe("23503");
    expect(await attempt(world, by, hand, decide, entry, ...resume(3600))).toBe("committed");
    expect(await stands(world, made.id)).toBe(true);
  });
});

describe("a decision after a refusal", () => {
  test("is taken in time, by another, after the refusal, and no objection is erased", async ({ world }) => {
    const made = await onOverride(world, "offered");
    const { id: by } = world.helpline;
    world.clock.time = later(world, { hours: 1 });
    await made.refuse();
    const decide = (hours: number, member = made.consulted.memberId) => {
      const at = later(world, { hours });
      return [
        set(
          made.overrideId,
          `objection_decided_at = '${at.toISOString()}', objection_decided_by = '${member}'`,
        ),
        told(world, "override.objection-overruled", made.overrideId, at),
      ];
    };
    expect(await attempt(world, by, ...decide(-1))).toBe("HR105");
    expect(await attempt(world, by, ...decide(24))).toBe("HR105");
    expect(await attempt(world, by, ...decide(0, world.eva.memberId))).toBe("23514");
    for (const columns of [
      "objected_at = null, decide_by = null",
      "decide_by = decide_by + interval '1 day'",
    ])
      expect(await attempt(world, by, set(made.overrideId, columns)), columns).toBe("HR035");
    const waiting = await made.override();
    await world.signIn(made.consulted);
    const approve = (at: Date) => [
      rawHand(waiting.body.id, made.consulted.memberId, world.eva.memberId),
      set(waiting.body.id, `approved_by = '${made.consulted.memberId}', approved_at = '${at.toISOString()}'`),
      told(world, "override.approved", waiting.body.id, at),
    ];
    expect(await attempt(world, by, ...approve(later(world, { hours: -1 })))).toBe("HR105");
    expect(await attempt(world, by, ...approve(world.clock.time))).toBe("committed");
  });

  test("takes no special data for a capable caller's own vital interest", async ({ world }) => {
    const made = await onOverride(world, "offered", { categories: ["health"] });
    await made.refuse();
    const { id: by } = world.helpline;
    const at = world.clock.time.toISOString();
    const overrule = set(
      made.overrideId,
      `objection_decided_at = '${at}', objection_decided_by = '${made.consulted.memberId}'`,
    );
    expect(await attempt(world, by, overrule)).toBe("HR106");
    const after = { after_refusal: "true", review_due_at: "null" };
    expect(await attempt(world, by, ...another(world, made.overrideId, after))).toBe("23514");
    const incapable = { ...after, whose: "'caller-incapable'" };
    expect(await attempt(world, by, ...another(world, made.overrideId, incapable))).toBe("committed");
  });
});

describe("an override that acts at once", () => {
  test("is none after a refusal, none of who acted alone unreviewed, and is reviewed in time", async ({
    world,
  }) => {
    const made = await onOverride(world, "accepted");
    const { id: by } = world.helpline;
    const copy = (changed: Record<string, string>) =>
      attempt(world, by, ...another(world, made.overrideId, changed));
    expect(await copy({})).toBe("HR104");
    expect(await copy({ made_by: `'${world.noor.memberId}'` })).toBe("HR104");
    expect(await copy({ review_due_at: "made_at + interval '49 hours'" })).toBe("HR109");
    expect(await copy({ expires_at: "made_at + interval '100 days'" })).toBe("HR109");
    expect(await copy({ maker_bound: "true" })).toBe("23514");
    expect(await copy({ maker_bound: "true", review_due_at: "null" })).toBe("committed");
    world.clock.time = later(world, { hours: 48 });
    expect(await stands(world, made.id)).toBe(false);
    const hold = rawStep(world, by, made, "accepted", {
      step: "held",
      set: `held_until = '${later(world, { days: 1 }).toISOString()}'`,
    });
    expect(await attempt(world, by, ...hold)).toBe("23514");
    const drafted = await draftFor(world, await made.another());
    for (const [until, refused] of [
      ["stands_until", "23514"],
      ["expires_at", "23503"],
    ] as const)
      expect(await attempt(world, by, ...offerOn(world, drafted, made.overrideId, until)), until).toBe(
        refused,
      );
    await made.refuse();
    expect(await copy({})).toBe("HR034");
  });

  test("is allowed again by a coordinator alone, who is another and says so", async ({ world }) => {
    const made = await onOverride(world, "offered");
    const { id: by } = world.helpline;
    const coordinator = await world.member(world.helpline, "coordinator");
    const colleague = await world.member(world.helpline, "counsellor");
    world.clock.time = later(world, { hours: 1 });
    const release = (releasedBy: string | undefined, of = world.eva.memberId) => {
      const id = randomIds();
      return [
        `insert into handreiking.override_release (id, participant_id, member_id, released_by, at)
          values ('${id}', '${by}', '${of}', '${releasedBy}', '${world.clock.time.toISOString()}')`,
        told(world, "override-release.recorded", id),
      ];
    };
    expect(await attempt(world, by, ...release(colleague.memberId))).toBe("HR107");
    expect(await attempt(world, by, ...release(coordinator.memberId, coordinator.memberId))).toBe("23514");
    expect(await attempt(world, by, release(coordinator.memberId)[0] ?? "")).toBe("HR108");
    expect(await attempt(world, by, release(coordinator.memberId)[1] ?? "")).toBe("HR012");
    expect(await attempt(world, by, ...release(coordinator.memberId))).toBe("committed");
    // Not by a time that lies before it.
    expect(await attempt(world, by, ...another(world, made.overrideId))).toBe("HR104");
    const now = `'${world.clock.time.toISOString()}'`;
    const again = another(world, made.overrideId, { made_at: now });
    expect(await attempt(world, by, ...again)).toBe("committed");
    expect(await attempt(world, by, "update handreiking.override_release set at = now()")).toBe("42501");
  });
});
