import type { Partner, Side } from "./commands.ts";

export type State =
  | "draft"
  | "offered"
  | "acknowledged"
  | "accepted"
  | "scheduled"
  | "connected"
  | "completed"
  | "declined"
  | "withdrawn"
  | "lapsed";

export interface Referral {
  question: number;
  partner: Partner;
  state: State;
  basis?: { consent: number } | { override: number };
  basisEnds?: Date;
  /** What was done with it, one entry each. */
  steps: string[];
  acknowledged?: string;
  accepted?: string;
  declined?: string;
  introductionAt?: Date;
  /** Whether this introduction was reported missed; how many were. */
  missed: boolean;
  misses: number;
  /** Whether the recipient knows who the caller is. */
  opened: boolean;
  confirmed: Partial<Record<Side, { by: string; writer: string }>>;
  heldUntil?: Date;
  outcome?: string;
  obligation?: { endedAs?: string };
}

export interface Consent {
  question: number;
  partner: Partner;
  purpose: "handoff" | "feedback";
  ends: Date;
  withdrawn: boolean;
}

export interface Override {
  question: number;
  partner: Partner;
  needsApproval: boolean;
  ends: Date;
  /** Acts at once until then, unless reviewed. */
  reviewBy?: Date;
  approved: boolean;
  reviewed: boolean;
  objection: "none" | "open" | "decided";
  ended: boolean;
}

/** What there is, as the design says it should be. A question stands for its case: each has one. */
export interface Model {
  referrals: Referral[];
  consents: Consent[];
  overrides: Override[];
}

export const emptyModel = (): Model => ({ referrals: [], consents: [], overrides: [] });

/** Two questions of one helpline, one of the other. */
export const helplineOf = (question: number): 0 | 1 => (question % 3 === 2 ? 1 : 0);

const live: readonly State[] = ["offered", "acknowledged", "accepted", "scheduled", "connected"];
export const isLive = (state: State) => live.includes(state);
export const isEnded = (state: State) => state !== "draft" && !isLive(state);
export const isOpen = (state: State) => state === "scheduled" || state === "connected";

/** The state as it is told at `now`: a clock may be late, a basis is not. */
export const told = ({ state, basisEnds }: Referral, now: Date): State =>
  isLive(state) && basisEnds && basisEnds <= now ? "withdrawn" : state;

export const inForce = (override: Override, now: Date) =>
  !override.ended && override.ends > now && (override.approved || !override.needsApproval);

export function newReferral(question: number, partner: Partner): Referral {
  return {
    question,
    partner,
    state: "draft",
    steps: ["drafted"],
    missed: false,
    misses: 0,
    opened: false,
    confirmed: {},
  };
}

export function move(referral: Referral, to: State): void {
  const wasOpen = isOpen(referral.state);
  referral.state = to;
  referral.steps.push(to);
  if (wasOpen && isEnded(to) && to !== "completed") oblige(referral);
}

/** Whoever could know owes an answer; who never looked has given it. */
export function oblige(referral: Referral): void {
  referral.obligation ??= referral.opened ? {} : { endedAs: "never-opened" };
}

export function endOverride(model: Model, override: Override): void {
  override.ended = true;
  const index = model.overrides.indexOf(override);
  for (const referral of model.referrals)
    if (referral.basis && "override" in referral.basis && referral.basis.override === index)
      if (isLive(referral.state)) move(referral, "withdrawn");
}

export function withdrawConsent(model: Model, index: number): void {
  const consent = model.consents[index];
  if (!consent || consent.withdrawn) return;
  consent.withdrawn = true;
  for (const referral of model.referrals) {
    if (!referral.basis || !("consent" in referral.basis) || referral.basis.consent !== index) continue;
    if (isLive(referral.state)) move(referral, "withdrawn");
    else if (referral.state === "completed") oblige(referral);
  }
}
