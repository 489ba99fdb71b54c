import type { Action, Partner } from "./commands.ts";
import { helplineOf, isLive, type Model, move, type Override, type Referral } from "./model.ts";

interface Recipient {
  question: number;
  partner: Partner;
}

const nameOf = ({ question, partner }: Recipient) => `${question} ${partner}`;
const later = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);

/** Until when it carries anything, if nobody reviews or decides what is due. */
export const standsUntil = ({ ends, reviewBy, reviewed, objection, decideBy }: Override): Date => {
  const times = [ends, ...(reviewBy && !reviewed ? [reviewBy] : [])];
  if (objection === "open" && decideBy) times.push(decideBy);
  return new Date(Math.min(...times.map(Number)));
};

const stood = ({ ended, approved, needsApproval }: Override) => !ended && (approved || !needsApproval);
const ranOut = (override: Override, now: Date) => override.ended || standsUntil(override) <= now;

export const inForce = (override: Override, now: Date) =>
  stood(override) && override.objection !== "open" && !ranOut(override, now);

const resting = (model: Model, override: Override): Referral[] => {
  const index = model.overrides.indexOf(override);
  return model.referrals.filter(
    ({ basis, state }) => basis && "override" in basis && basis.override === index && isLive(state),
  );
};

export function endOverride(model: Model, override: Override): void {
  override.ended = true;
  for (const referral of resting(model, override)) move(referral, "withdrawn");
}

/** What nobody reviewed or decided on in time. */
export const isDue = ({ ended, reviewBy, reviewed, objection, decideBy }: Override, now: Date): boolean =>
  !ended &&
  ((reviewBy !== undefined && !reviewed && reviewBy <= now) ||
    (objection === "open" && decideBy !== undefined && decideBy <= now));

/** The caller's no: what stands for this recipient waits for a decision, and what rests on it with that. */
export function refuse(model: Model, recipient: Recipient, now: Date): void {
  model.refused.add(nameOf(recipient));
  for (const override of model.overrides) {
    if (nameOf(override) !== nameOf(recipient) || !inForce(override, now)) continue;
    override.objection = "open";
    override.decideBy = later(now, 1);
    for (const referral of resting(model, override)) {
      referral.suspended = true;
      referral.basisEnds = standsUntil(override);
      referral.steps.push("suspended");
    }
  }
}

/** Whether the owner of a helpline's cases may make one alone. */
function mayActAlone(model: Model, helpline: 0 | 1): boolean {
  const since = model.released[helpline]?.getTime() ?? 0;
  const theirs = model.overrides.filter(
    ({ question, reviewBy }) => reviewBy !== undefined && helplineOf(question) === helpline,
  );
  if (theirs.some(({ madeAt, reviewed }) => !reviewed && madeAt.getTime() >= since)) return false;
  const reviews = theirs.flatMap(({ reviewed }) =>
    reviewed && reviewed.at.getTime() >= since ? [reviewed] : [],
  );
  const last = Math.max(...reviews.map(({ at }) => at.getTime()));
  return !reviews.some(({ at, upheld }) => at.getTime() === last && !upheld);
}

export function newOverride(
  model: Model,
  { question: pick, partner, ground }: Extract<Action, { kind: "override" }>,
  ends: Date,
  now: Date,
): Override {
  const question = pick % 3;
  const needsApproval =
    ground !== "vital-interest" ||
    model.refused.has(nameOf({ question, partner })) ||
    !mayActAlone(model, helplineOf(question));
  return {
    question,
    partner,
    needsApproval,
    madeAt: now,
    ends,
    ...(!needsApproval && { reviewBy: later(now, 2) }),
    approved: false,
    objection: "none",
    ended: false,
  };
}

const ok = 200;
const refused = 409;

export function decide(
  model: Model,
  override: Override,
  action: Extract<Action, { override: number }>,
  now: Date,
): number {
  if (action.kind === "withdrawOverride") {
    if (!override.ended) endOverride(model, override);
    return ok;
  }
  if (action.kind === "object") {
    if (override.ended) return refused;
    if (override.objection !== "open") refuse(model, override, now);
    return ok;
  }
  // Whoever made it does not decide on it, and nobody does once it is too late.
  if (action.writer === "owner" || ranOut(override, now)) return refused;
  if (action.kind === "approve") {
    if (!override.needsApproval) return refused;
    override.approved = true;
    return ok;
  }
  if (action.kind === "review") return review(model, override, action.yes, now);
  if (override.objection !== "open") return refused;
  override.objection = "decided";
  if (action.yes) endOverride(model, override);
  else resume(model, override);
  return ok;
}

function review(model: Model, override: Override, upheld: boolean, now: Date): number {
  if (!override.reviewBy || override.reviewed) return refused;
  override.reviewed = { at: now, upheld };
  if (upheld) for (const referral of resting(model, override)) referral.basisEnds = standsUntil(override);
  else {
    endOverride(model, override);
    refuse(model, override, now);
  }
  return ok;
}

function resume(model: Model, override: Override): void {
  for (const referral of resting(model, override)) {
    if (!referral.suspended) continue;
    referral.suspended = false;
    referral.basisEnds = standsUntil(override);
    referral.steps.push("resumed");
  }
}
