import type { Action, Command } from "./commands.ts";
import { type Model, opened, type Referral } from "./model.ts";
import { inForce } from "./overrides.ts";

type Next = Action | Extract<Command, { kind: "wait" }>;

/** The right next step of a picked referral; for `leap` the one that is right only after it. */
export function nextStep(model: Model, kind: "proceed" | "leap", pick: number, now: Date): Next | undefined {
  const living = model.referrals.flatMap((one, index) => (hasNext(one, now) ? [index] : []));
  const index = living[pick % living.length];
  const referral = index === undefined ? undefined : model.referrals[index];
  if (!referral || index === undefined)
    return { kind: "draft", question: pick, partner: pick % 3 === 0 ? "phone" : "bridge" };
  const { state } = referral;
  if (kind === "leap") return leaps(referral, index)[state];
  if (state === "draft") return offering(model, referral, index, { pick, now });
  if (state !== "scheduled") return steps(referral, index)[state];
  if (referral.introductionAt && referral.introductionAt > now) {
    const hours = Math.ceil((referral.introductionAt.getTime() - now.getTime()) / 3_600_000);
    return pick % 3 === 0 && referral.partner === "bridge"
      ? { kind: "fetch", referral: index, variant: true }
      : { kind: "wait", hours, clock: "punctual" };
  }
  return confirming(referral, index);
}

const hasNext = (referral: Referral, now: Date) =>
  ["draft", "offered", "acknowledged", "accepted", "scheduled", "connected"].includes(opened(referral, now));

function offering(
  model: Model,
  referral: Referral,
  index: number,
  { pick, now }: { pick: number; now: Date },
): Next {
  const { question, partner } = referral;
  const decided = model.overrides.findIndex(
    (one) => one.question === question && one.partner === partner && inForce(one, now),
  );
  if (decided >= 0) return { kind: "offer", referral: index, on: "override", basis: decided };
  if (pick % 2 === 1) return { kind: "override", question, partner, ground: "vital-interest" };
  const basis = model.consents.findIndex(
    (one) =>
      one.question === referral.question &&
      one.partner === referral.partner &&
      one.purpose === "handoff" &&
      !one.withdrawn &&
      one.ends > now,
  );
  return basis >= 0
    ? { kind: "offer", referral: index, on: "consent", basis }
    : {
        kind: "agree",
        question: referral.question,
        partner: referral.partner,
        purpose: "handoff",
        days: 90,
      };
}

const spoken = (referral: number, said: "acknowledged" | "accepted" | "contact-confirmed"): Action => ({
  kind: "spoken",
  referral,
  said,
  writer: "owner",
  variant: true,
});

type Steps = Partial<Record<Referral["state"], Action>>;

function steps({ partner }: Referral, index: number): Steps {
  const byPhone = partner === "phone";
  const accept: Action = byPhone
    ? spoken(index, "accepted")
    : { kind: "accept", referral: index, variant: true };
  return {
    offered: byPhone
      ? spoken(index, "acknowledged")
      : { kind: "acknowledge", referral: index, variant: true },
    acknowledged: accept,
    accepted: { kind: "fix", referral: index, spoken: byPhone },
    connected: { kind: "report", referral: index, side: "helpline", variant: true },
  };
}

function leaps(referral: Referral, index: number): Steps {
  const { acknowledged, accepted } = steps(referral, index);
  return {
    ...(acknowledged && { draft: acknowledged }),
    ...(accepted && { offered: accepted, acknowledged: accepted }),
    accepted: confirming(referral, index),
    scheduled: { kind: "report", referral: index, side: "helpline", variant: true },
    connected: { kind: "meet", referral: index, side: "recipient", as: "deleted" },
  };
}

function confirming({ confirmed, partner }: Referral, index: number): Action {
  if (!confirmed.recipient)
    return partner === "phone"
      ? spoken(index, "contact-confirmed")
      : { kind: "confirm", referral: index, side: "recipient", by: "counsellor", writer: "owner" };
  return { kind: "confirm", referral: index, side: "helpline", by: "counsellor", writer: "colleague" };
}
