import type { Partner, Side } from "./commands.ts";
import { refuse } from "./overrides.ts";

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
  /** Whether it waits for a decision since the caller refused. */
  suspended: boolean;
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
  madeAt: Date;
  ends: Date;
  /** Acts at once until then, unless reviewed. */
  reviewBy?: Date;
  approved: boolean;
  reviewed?: { at: Date; upheld: boolean };
  objection: "none" | "open" | "decided";
  /** Counts as ended from then on, unless the objection is decided. */
  decideBy?: Date;
  ended: boolean;
}

/** What there is, as the design says it should be. A question stands for its case: each has one. */
export interface Model {
  referrals: Referral[];
  consents: Consent[];
  overrides: Override[];
  /** Whom the caller of a question refused, in whichever way. */
  refused: Set<string>;
  /** When a coordinator of a helpline last let the owner of its cases act alone again. */
  released: Partial<Record<0 | 1, Date>>;
}

export const emptyModel = (): Model => ({
  referrals: [],
  consents: [],
  overrides: [],
  refused: new Set(),
  released: {},
});

/** Two questions of one helpline, one of the other. */
export const helplineOf = (question: number): 0 | 1 => (question % 3 === 2 ? 1 : 0);

const live: readonly State[] = ["offered", "acknowledged", "accepted", "scheduled", "connected"];
export const isLive = (state: State) => live.includes(state);
export const isEnded = (state: State) => state !== "draft" && !isLive(state);
export const isOpen = (state: State) => state === "scheduled" || state === "connected";

/** The state as it is told at `now`: a clock may be late, a basis is not. */
export const told = ({ state, basisEnds }: Referral, now: Date): State =>
  isLive(state) && basisEnds && basisEnds <= now ? "withdrawn" : state;

/** The state as its recipient is told it, and as every step but the end of a suspension finds it. */
export const opened = (referral: Referral, now: Date): State =>
  referral.suspended && isLive(referral.state) ? "withdrawn" : told(referral, now);

export function newReferral(question: number, partner: Partner): Referral {
  return {
    question,
    partner,
    state: "draft",
    suspended: false,
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

export function withdrawConsent(model: Model, index: number, now: Date): void {
  const consent = model.consents[index];
  if (!consent || consent.withdrawn) return;
  consent.withdrawn = true;
  for (const referral of model.referrals) {
    if (!referral.basis || !("consent" in referral.basis) || referral.basis.consent !== index) continue;
    if (isLive(referral.state)) move(referral, "withdrawn");
    else if (referral.state === "completed") oblige(referral);
  }
  if (consent.purpose === "handoff") refuse(model, consent, now);
}
