import { breaking } from "../mutant.ts";

const rule = breaking("override", "test/handoff/overrides/");
const wall = breaking("override", "test/walls/handoff/overrides.test.ts");
const folder = "handoff/overrides";

export const ofOverrides = [
  rule.code(
    "one that has run out, or that nobody reviewed in time, carries an offer",
    `${folder}/in-force.ts`,
    "endedAt !== null || standsUntil <= now;",
    "endedAt !== null;",
  ),
  rule.code(
    "one that has ended carries an offer",
    `${folder}/in-force.ts`,
    "!hasRunOut(override, now) && holdsAgainst(override, override.refusedAt);",
    "holdsAgainst(override, override.refusedAt);",
  ),
  rule.code(
    "one that the caller refused carries an offer as far as the code goes",
    `${folder}/in-force.ts`,
    "!hasRunOut(override, now) && holdsAgainst(override, override.refusedAt);",
    "!hasRunOut(override, now);",
  ),
  rule.code(
    "one of another case or for another recipient carries an offer",
    "handoff/referrals/offer-referral.ts",
    "if (!theirs || !isInForce(override, now)) fail(overrideNotInForce);",
    "if (!isInForce(override, now)) fail(overrideNotInForce);",
  ),
  rule.code(
    "who made it decides on it",
    `${folder}/store.ts`,
    "if (found.madeBy === actingMember(ctx)) fail(secondMemberNeeded);",
    "if (found.madeBy === found.id) fail(secondMemberNeeded);",
  ),
  rule.code(
    "one that has ended is approved",
    `${folder}/store.ts`,
    "if (hasRunOut(found, ctx.now())) fail(overrideEnded);",
    "if (found.standsUntil <= ctx.now()) fail(overrideEnded);",
  ),
  rule.code(
    "one that nobody reviewed in time is upheld",
    `${folder}/store.ts`,
    "if (hasRunOut(found, ctx.now())) fail(overrideEnded);",
    "if (found.endedAt) fail(overrideEnded);",
  ),
  rule.code(
    "what rested on one that has ended goes on",
    `${folder}/store.ts`,
    'for (const referral of resting) await moveReferral(tx, ctx, referral, "withdraw", at);',
    'for (const referral of resting.slice(99)) await moveReferral(tx, ctx, referral, "withdraw", at);',
  ),
  rule.code(
    "who makes it consults nobody but themselves",
    `${folder}/record-override.ts`,
    "if (input.consultedId === madeBy) fail(secondMemberNeeded);",
    "if (input.consultedId === caseId) fail(secondMemberNeeded);",
  ),
  rule.code(
    "a refusal that the counsellor tells of is not minded",
    `${folder}/record-override.ts`,
    "if (known || !afterRefusal) return known;",
    "return known;",
  ),
  rule.code(
    "a duty to report acts at once",
    `${folder}/record-override.ts`,
    'const alone = input.ground === "vital-interest" && !afterRefusal;',
    "const alone = !afterRefusal;",
  ),
  rule.code(
    "a decision without a review in sight is not known to the one who decides",
    `${folder}/in-force.ts`,
    "(override.reviewDueAt !== null && !override.reviewedAt));",
    "false);",
  ),
  rule.code(
    "an objection that is followed ends nothing",
    `${folder}/decide-objection.ts`,
    "const decided = await (honored",
    "const decided = await (!honored",
  ),
  rule.code(
    "a review that refuses ends nothing",
    `${folder}/review-override.ts`,
    "if (upheld) {",
    "if (!upheld) {",
  ),
  rule.code(
    "the necessity is shown to any counsellor",
    `${folder}/get-override.ts`,
    "const mayDecide = row.madeBy !== actingMember(ctx) && isUndecided(row, now);",
    "const mayDecide = row.madeBy !== actingMember(ctx);",
  ),
  rule.code(
    "the caller's withdrawal of a handoff on an override passes by without an objection",
    "handoff/referrals/withdraw-referral.ts",
    "if (referral.overrideId) fail(objectionNeeded);",
    "if (!referral.id) fail(objectionNeeded);",
  ),
  wall.sql(
    "it acts at once against a consent that was withdrawn",
    "guard_override",
    "or new.after_refusal <> (refused_at(new.case_id, new.recipient_id) is not null)",
    "or false",
  ),
  wall.sql(
    "it begins approved",
    "guard_override",
    "num_nonnulls(new.ended_at, new.approved_at,",
    "num_nonnulls(new.ended_at,",
  ),
  wall.sql("one that has ended is opened again", "guard_override", "if old.ended_at is not null", "if false"),
  wall.sql("it is reviewed after its time", "guard_override", "or new.reviewed_at > new.review_due_at", ""),
  wall.sql("an objection is taken back", "guard_override", "if pg_trigger_depth() = 1", "if false"),
  wall.schema("it changes without an entry", "drop trigger override_told on handreiking.override"),
  wall.schema(
    "a live referral rests on one that has ended, or that nobody approved",
    "alter table handreiking.referral drop constraint referral_override",
  ),
  breaking("override", "test/walls/handoff/disclosure.test.ts").sql(
    "the key of what was disclosed is given out on one that nobody reviewed in time",
    "take_disclosure_key",
    "or not basis_stands(handoff, moment)",
    "",
  ),
];
