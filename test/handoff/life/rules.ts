import type { Action, Partner } from "./commands.ts";
import {
  helplineOf,
  isEnded,
  isLive,
  isOpen,
  type Model,
  move,
  newReferral,
  opened,
  type Referral,
  type State,
  told,
  withdrawConsent,
} from "./model.ts";
import { decide, inForce, newOverride, refuse, standsUntil } from "./overrides.ts";

const ok = 200;
const made = 201;
const unknown = 404;
const refused = 409;
const gone = 410;

/** What a picked record is; undefined where there is none yet. */
export const picked = <T>(all: readonly T[], pick: number): T | undefined => all[pick % all.length];

/** The status that an action is to be answered with; the model stands as it is to stand after it. */
export function answer(model: Model, action: Action, now: Date): number {
  switch (action.kind) {
    case "draft":
      model.referrals.push(newReferral(action.question % 3, action.partner));
      return made;
    case "agree": {
      const { purpose, partner, ends } = action;
      if (!ends || ends <= now) return refused;
      model.consents.push({ question: action.question % 3, partner, purpose, ends, withdrawn: false });
      return made;
    }
    case "override":
      if (!action.ends || action.ends <= now) return refused;
      model.overrides.push(newOverride(model, action, action.ends, now));
      return made;
    case "withdrawConsent":
      withdrawConsent(model, action.consent % model.consents.length, now);
      return ok;
    case "refuse":
      refuse(model, { question: action.question % 3, partner: action.partner }, now);
      return made;
    case "release":
      model.released[helplineOf(action.question)] = now;
      return made;
    case "approve":
    case "object":
    case "withdrawOverride":
    case "review":
    case "decide": {
      const override = picked(model.overrides, action.override);
      return override ? decide(model, override, action, now) : unknown;
    }
    default: {
      const referral = picked(model.referrals, action.referral);
      return referral ? ofReferral(model, referral, action, now) : unknown;
    }
  }
}

type OfReferral = Extract<Action, { referral: number }>;

function ofReferral(model: Model, referral: Referral, action: OfReferral, now: Date): number {
  switch (action.kind) {
    case "offer":
      return offer(model, referral, action, now);
    case "fix":
      return fix(model, referral, action, now);
    case "hold":
      if (referral.heldUntil && referral.heldUntil.getTime() === action.until?.getTime()) return ok;
      if (referral.heldUntil || !isLive(opened(referral, now)) || !action.until) return refused;
      // A request that was sent before and comes again may name a time that has passed.
      if (action.until <= now) return refused;
      referral.heldUntil = action.until;
      referral.steps.push("held");
      return ok;
    case "withdraw":
      if (referral.state === "withdrawn") return ok;
      if (referral.basis && "override" in referral.basis) return refused;
      if (isEnded(referral.state)) return refused;
      move(referral, "withdrawn");
      if (referral.basis) refuse(model, referral, now);
      return ok;
    case "continue": {
      const state = told(referral, now);
      if (!isEnded(state) || state === "completed") return refused;
      model.referrals.push(newReferral(referral.question, action.partner));
      return made;
    }
    case "reschedule":
      if (opened(referral, now) !== "scheduled" || !action.at) return refused;
      if (referral.introductionAt?.getTime() === action.at.getTime()) return ok;
      if (action.at < now) return refused;
      referral.introductionAt = action.at;
      referral.missed = false;
      referral.steps.push("rescheduled");
      return ok;
    case "miss":
      if (action.side === "recipient" && !seenByBridge(referral)) return unknown;
      return miss(referral, now);
    case "report":
      if (action.side === "recipient" && !seenByBridge(referral)) return unknown;
      return report(model, referral, `${action.side} ${action.variant}`, action.side, now);
    case "confirm":
      if (action.side === "recipient")
        return seenByBridge(referral)
          ? confirm(referral, "recipient", { by: "partner", writer: "noor" }, now)
          : unknown;
      return confirm(referral, "helpline", action, now);
    case "spoken":
      return referral.partner === "phone" ? spoken(referral, action, now) : refused;
    case "meet":
      return meet(referral, action);
    default:
      return seenByBridge(referral) ? byBridge(referral, action, now) : unknown;
  }
}

/** De Brug knows of what was offered to it. */
const seenByBridge = ({ partner, steps }: Referral) => partner === "bridge" && steps.includes("offered");

function offer(
  model: Model,
  referral: Referral,
  { on, basis: pick }: Extract<Action, { kind: "offer" }>,
  now: Date,
): number {
  const bases = on === "consent" ? model.consents : model.overrides;
  const basis = picked<{ question: number; partner: Partner; ends: Date }>(bases, pick);
  if (!basis || helplineOf(basis.question) !== helplineOf(referral.question)) return unknown;
  const index = pick % bases.length;
  const same = referral.basis && (on in referral.basis ? Object.values(referral.basis)[0] === index : false);
  if (isLive(told(referral, now)) && same) return ok;
  const theirs = basis.question === referral.question && basis.partner === referral.partner;
  const consent = model.consents[index];
  const override = model.overrides[index];
  const stands =
    on === "consent"
      ? consent && !consent.withdrawn && consent.ends > now && consent.purpose === "handoff"
      : override && inForce(override, now);
  if (referral.state !== "draft" || !theirs || !stands) return refused;
  const asked = model.referrals.find(
    (other) =>
      other !== referral &&
      other.question === referral.question &&
      other.partner === referral.partner &&
      isLive(other.state),
  );
  if (asked && isLive(told(asked, now))) return refused;
  // Its basis has run out, and the clock has not been by.
  if (asked) move(asked, "withdrawn");
  referral.basis = on === "consent" ? { consent: index } : { override: index };
  referral.basisEnds = on === "override" && override ? standsUntil(override) : basis.ends;
  move(referral, "offered");
  return ok;
}

function fix(
  model: Model,
  referral: Referral,
  action: Extract<Action, { kind: "fix" | "reschedule" }>,
  now: Date,
): number {
  const { at, spoken: bySpeech } = action;
  if (!at) return refused;
  const state = opened(referral, now);
  if (state === "scheduled" && referral.introductionAt?.getTime() === at.getTime()) return ok;
  const elsewhere = model.referrals.some(
    (other) => other !== referral && other.question === referral.question && isOpen(other.state),
  );
  const byPhone = referral.partner === "phone";
  if (state !== "accepted" || elsewhere || at < now || bySpeech !== byPhone) return refused;
  referral.introductionAt = at;
  if (byPhone) referral.opened = true;
  move(referral, "scheduled");
  return ok;
}

function miss(referral: Referral, now: Date): number {
  if (!introduced(referral, now)) return refused;
  if (referral.missed) return ok;
  referral.missed = true;
  referral.misses++;
  if (referral.misses === 3) move(referral, "lapsed");
  else referral.steps.push("missed");
  return ok;
}

const introduced = (referral: Referral, now: Date) =>
  opened(referral, now) === "scheduled" && referral.introductionAt && referral.introductionAt <= now;

function report(model: Model, referral: Referral, outcome: string, side: string, now: Date): number {
  if (referral.outcome === outcome) return ok;
  if (opened(referral, now) !== "connected") return refused;
  const agreed = model.consents.some(
    (one) =>
      one.purpose === "feedback" &&
      one.question === referral.question &&
      one.partner === referral.partner &&
      !one.withdrawn &&
      one.ends > now,
  );
  if (side === "recipient" && !agreed) return refused;
  referral.outcome = outcome;
  move(referral, "completed");
  return ok;
}

function confirm(
  referral: Referral,
  side: "helpline" | "recipient",
  { by, writer }: { by: string; writer: string },
  now: Date,
): number {
  if (referral.confirmed[side]) return ok;
  if (!introduced(referral, now)) return refused;
  const other = referral.confirmed[side === "helpline" ? "recipient" : "helpline"];
  if (other && other.writer === writer && other.by !== "caller" && by !== "caller") return refused;
  referral.confirmed[side] = { by, writer };
  if (other) move(referral, "connected");
  else referral.steps.push("confirmed");
  return ok;
}

function spoken(referral: Referral, action: Extract<Action, { kind: "spoken" }>, now: Date): number {
  const { said, writer } = action;
  const content = `spoken ${action.variant}`;
  switch (said) {
    case "acknowledged":
      if (isLive(opened(referral, now)) && referral.acknowledged === content) return ok;
      return acknowledge(referral, content, now);
    case "accepted":
      if (isLive(opened(referral, now)) && referral.accepted === content) return ok;
      return accept(referral, content, now);
    case "declined":
      return decline(referral, content, now);
    default:
      return confirm(referral, "recipient", { by: "partner", writer }, now);
  }
}

function acknowledge(referral: Referral, content: string, now: Date): number {
  if (opened(referral, now) !== "offered") return refused;
  referral.acknowledged = content;
  move(referral, "acknowledged");
  return ok;
}

function accept(referral: Referral, content: string, now: Date): number {
  if (!["offered", "acknowledged"].includes(opened(referral, now))) return refused;
  referral.accepted = content;
  move(referral, "accepted");
  return ok;
}

function decline(referral: Referral, content: string, now: Date): number {
  if (referral.declined === content) return ok;
  if (!isLive(opened(referral, now)) || referral.state === "connected") return refused;
  referral.declined = content;
  move(referral, "declined");
  return ok;
}

function meet(referral: Referral, { side, as }: Extract<Action, { kind: "meet" }>): number {
  const { obligation, partner } = referral;
  if (!obligation || (side === "recipient" && partner === "phone")) return unknown;
  if (side === "helpline" && partner === "bridge") return refused;
  if (obligation.endedAs) return obligation.endedAs === as ? ok : refused;
  if (as === "never-opened") return refused;
  obligation.endedAs = as;
  return ok;
}

type ByBridge = Extract<Action, { kind: "acknowledge" | "accept" | "propose" | "fetch" | "decline" }>;

function byBridge(referral: Referral, { kind, variant, ...times }: ByBridge, now: Date): number {
  const state: State = opened(referral, now);
  const content = `${variant}`;
  switch (kind) {
    case "acknowledge":
      if (isLive(state) && referral.acknowledged === content) return ok;
      return acknowledge(referral, content, now);
    case "accept":
      if (isLive(state) && referral.accepted === content) return ok;
      return accept(referral, content, now);
    case "decline":
      return decline(referral, content, now);
    case "propose":
      if (state !== "accepted" && state !== "scheduled") return refused;
      if (!("at" in times) || !times.at || times.at < now) return refused;
      referral.steps.push("proposed");
      return ok;
    default:
      if (isEnded(state)) return gone;
      if (!isOpen(state)) return refused;
      referral.opened = true;
      return ok;
  }
}
