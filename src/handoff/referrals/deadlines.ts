import { calendarLater, workingDaysLater } from "../../platform/calendar.ts";
import type { Urgency } from "../codes.ts";
import { isLive, type ReferralState, type Step } from "./referral.ts";

/** How soon a partner answers, in working days unless said; as agreed when a referral was offered. */
export interface Terms {
  acknowledgeWithin: number;
  answerWithin: number;
  answerGrace: number;
  /** In calendar days. */
  introduceWithin: number;
  confirmWithin: number;
  /** Weekdays, 1 for Monday. */
  workingDays: number[];
}

/** What a partner reached by telephone is given, that has agreed on nothing. */
export const usualTerms: Terms = {
  acknowledgeWithin: 1,
  answerWithin: 2,
  answerGrace: 2,
  introduceWithin: 14,
  confirmWithin: 1,
  workingDays: [1, 2, 3, 4, 5],
};

/** How far the passing of a deadline has been told: not, to the recipient, to the counsellor, to the coordinator. */
export const urgingStages = ["running", "nudged", "due", "overdue"] as const;
export type UrgingStage = (typeof urgingStages)[number];

export interface Deadline {
  dueAt: Date | null;
  /** Half-time, where it is the recipient who has to do something. */
  nudgeAt: Date | null;
  /** When the coordinator is told. */
  overdueAt: Date | null;
  /** When the referral lapses or a draft is discarded; null for what a person has to close. */
  lapseAt: Date | null;
}

interface Facts {
  state: ReferralState;
  urgency: Urgency;
  terms: Terms | null;
  offeredAt: Date | null;
  acceptedAt: Date | null;
  introductionAt: Date | null;
  connectedAt: Date | null;
  heldUntil: Date | null;
  /** Since when it waits for a decision, which is due when the basis would carry it no longer. */
  suspendedAt: Date | null;
  basisExpiresAt: Date | null;
  /** In seconds. */
  givenBack: number;
}

const none: Deadline = { dueAt: null, nudgeAt: null, overdueAt: null, lapseAt: null };
/** Working days of grace for what is not agreed with a partner: an introduction to fix, a contact to confirm. */
const grace = 2;
const followUpAfter = { days: 14 };

/** Nothing is due of a draft; it is discarded. */
export function draftDeadline(draftedAt: Date): { lapseAt: Date; wakeAt: Date } {
  const lapseAt = calendarLater(draftedAt, { days: 7 });
  return { lapseAt, wakeAt: lapseAt };
}

/** The one next deadline of a referral, past its draft, that stands as `facts` say; `from` is when that began. */
export function deadlineOf(facts: Facts, from: Date): Deadline {
  if (!isLive(facts.state)) return none;
  if (facts.suspendedAt) return { ...none, dueAt: facts.basisExpiresAt };
  return held(facts.heldUntil, later(liveDeadline(facts, from), facts.givenBack));
}

/** Whether a step begins another deadline: what was given back of the one before counts no more. */
export const beginsAnew = (step: Step): boolean =>
  step === "accepted" || step === "scheduled" || step === "rescheduled" || step === "connected";

/** How many whole seconds a suspension took: never less. */
export const secondsBetween = (from: Date, until: Date): number =>
  Math.ceil((until.getTime() - from.getTime()) / 1000);

function later({ dueAt, nudgeAt, overdueAt, lapseAt }: Deadline, seconds: number): Deadline {
  const by = (time: Date | null) => time && new Date(time.getTime() + seconds * 1000);
  return { dueAt: by(dueAt), nudgeAt: by(nudgeAt), overdueAt: by(overdueAt), lapseAt: by(lapseAt) };
}

function liveDeadline({ state, urgency, terms: agreed, ...at }: Facts, from: Date): Deadline {
  const terms = agreed ?? usualTerms;
  const urgent = urgency === "urgent";
  const later = (time: Date, days: number) => workingDaysLater(time, days, terms.workingDays);
  switch (state) {
    case "offered":
    case "acknowledged": {
      // Urgent: one working day for both, and no grace.
      const offeredAt = at.offeredAt ?? from;
      const answerBy = later(offeredAt, urgent ? 1 : terms.answerWithin);
      const lapseAt = urgent ? answerBy : later(answerBy, terms.answerGrace);
      const acknowledgeBy = later(offeredAt, urgent ? 1 : terms.acknowledgeWithin);
      return urge(from, state === "offered" ? earlier(acknowledgeBy, answerBy) : answerBy, lapseAt, true);
    }
    case "accepted": {
      const allowed = urgent ? { hours: 72 } : { days: terms.introduceWithin };
      const dueAt = calendarLater(at.acceptedAt ?? from, allowed);
      return urge(from, dueAt, later(dueAt, grace), false);
    }
    case "scheduled": {
      const introductionAt = at.introductionAt ?? from;
      const dueAt = later(introductionAt, terms.confirmWithin);
      return urge(introductionAt, dueAt, later(dueAt, grace), true);
    }
    default: {
      // A silent connected referral never lapses: it waits for a person.
      const dueAt = calendarLater(at.connectedAt ?? from, followUpAfter);
      return { dueAt, nudgeAt: null, overdueAt: later(dueAt, grace), lapseAt: null };
    }
  }
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);

function urge(from: Date, dueAt: Date, lapseAt: Date, recipientActs: boolean): Deadline {
  const halfTime = new Date((from.getTime() + dueAt.getTime()) / 2);
  return {
    dueAt,
    nudgeAt: recipientActs && halfTime < dueAt ? halfTime : null,
    overdueAt: earlier(workingDaysLater(dueAt, 1), lapseAt),
    lapseAt,
  };
}

/** Nothing of a held referral is due before the hold ends; what it had left begins to count then. */
function held(until: Date | null, deadline: Deadline): Deadline {
  const { dueAt } = deadline;
  if (!until || !dueAt || dueAt >= until) return deadline;
  const later = (time: Date | null) => time && new Date(until.getTime() + (time.getTime() - dueAt.getTime()));
  return {
    dueAt: until,
    nudgeAt: null,
    overdueAt: later(deadline.overdueAt),
    lapseAt: later(deadline.lapseAt),
  };
}

/** What the clock has to do with a deadline at `now`, besides telling nothing twice. */
export type Urging =
  | { kind: "wait" }
  | { kind: "tell"; stage: Exclude<UrgingStage, "running"> }
  | { kind: "lapse" };

/** The furthest thing that has come due: after a silence of the clock one step is made up for, not each. */
export function urging(deadline: Deadline & { stage: UrgingStage }, now: Date): Urging {
  const { stage, lapseAt } = deadline;
  if (lapseAt && lapseAt <= now) return { kind: "lapse" };
  const reached = stageAt(deadline, now);
  return reached !== "running" && urgingStages.indexOf(reached) > urgingStages.indexOf(stage)
    ? { kind: "tell", stage: reached }
    : { kind: "wait" };
}

function stageAt({ overdueAt, dueAt, nudgeAt }: Deadline, now: Date): UrgingStage {
  if (overdueAt && overdueAt <= now) return "overdue";
  if (dueAt && dueAt <= now) return "due";
  return nudgeAt && nudgeAt <= now ? "nudged" : "running";
}

/** When the clock has to look again; `until` is when the basis runs out by itself. */
export function wakeAt(deadline: Deadline & { stage: UrgingStage }, until: Date | null): Date {
  const { stage, nudgeAt, dueAt, overdueAt, lapseAt } = deadline;
  const ahead = [
    stage === "running" ? nudgeAt : null,
    stage === "running" || stage === "nudged" ? dueAt : null,
    stage === "overdue" ? null : overdueAt,
    lapseAt,
    until,
  ].filter((time) => time !== null);
  return ahead.reduce(earlier);
}

/** An hour: a clock that slept longer gives the time back, for nobody could answer while the service was away. */
const tolerated = 3_600_000;

/** When a referral lapses that should have been looked at at `wakeAt` and is only now. */
export function lapseGivenBack(lapseAt: Date, wakeAt: Date, now: Date): Date {
  const slept = now.getTime() - wakeAt.getTime();
  return slept > tolerated ? new Date(lapseAt.getTime() + slept) : lapseAt;
}
