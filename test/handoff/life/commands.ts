import fc from "fast-check";

/** Numbers pick among what there is by then: the third of two referrals is the first. */
type Pick = number;
export type Partner = "bridge" | "phone";
/** The owner of a case, or a colleague named in it. */
export type Counsellor = "owner" | "colleague";
export type Side = "helpline" | "recipient";

export type Action =
  | { kind: "draft"; question: Pick; partner: Partner }
  | {
      kind: "agree";
      question: Pick;
      partner: Partner;
      purpose: "handoff" | "feedback";
      days: number;
      ends?: Date;
    }
  | {
      kind: "override";
      question: Pick;
      partner: Partner;
      ground: "vital-interest" | "legal-duty";
      ends?: Date;
    }
  | { kind: "offer"; referral: Pick; on: "consent" | "override"; basis: Pick }
  | { kind: "acknowledge" | "accept" | "propose" | "fetch"; referral: Pick; variant: boolean; at?: Date }
  | { kind: "decline"; referral: Pick; variant: boolean }
  | { kind: "fix" | "reschedule"; referral: Pick; spoken: boolean; at?: Date }
  | { kind: "miss"; referral: Pick; side: Side }
  | { kind: "confirm"; referral: Pick; side: Side; by: "caller" | "counsellor"; writer: Counsellor }
  | { kind: "report"; referral: Pick; side: Side; variant: boolean }
  | { kind: "hold"; referral: Pick; days: number; until?: Date }
  | { kind: "withdraw" | "continue"; referral: Pick; partner: Partner }
  | { kind: "withdrawConsent"; consent: Pick; writer: Counsellor }
  | { kind: "refuse"; question: Pick; partner: Partner; writer: Counsellor }
  /** A coordinator of the question's helpline lets the owner of its cases act alone again. */
  | { kind: "release"; question: Pick }
  | { kind: "approve"; override: Pick; writer: Counsellor }
  | { kind: "object"; override: Pick; writer: Counsellor }
  | { kind: "withdrawOverride"; override: Pick; writer: Counsellor }
  | { kind: "review"; override: Pick; writer: Counsellor; yes: boolean }
  | { kind: "decide"; override: Pick; writer: Counsellor; yes: boolean }
  | { kind: "spoken"; referral: Pick; said: Said; writer: Counsellor; variant: boolean }
  | { kind: "meet"; referral: Pick; side: Side; as: "deleted" | "never-opened" | "retained" };

type Said = "acknowledged" | "accepted" | "declined" | "contact-confirmed";

export type Command =
  | Action
  /** The right next step of a referral, or the step after it: sent before its turn. */
  | { kind: "proceed"; referral: Pick }
  | { kind: "leap"; referral: Pick }
  /** What was sent some commands ago, once more: as a retry, or as somebody who presses twice. */
  | { kind: "again"; back: number; retry: boolean }
  /** Time goes by with a clock that looks in time, one that looks too late, or none at all. */
  | { kind: "wait"; hours: number; clock: "punctual" | "late" | "stopped" };

const pick = fc.nat({ max: 7 });
const variant = fc.boolean();
const partner = fc.constantFrom<Partner>("bridge", "bridge", "phone");
const writer = fc.constantFrom<Counsellor>("owner", "colleague");
const side = fc.constantFrom<Side>("helpline", "recipient");
const of = <T extends Command["kind"]>(...kinds: T[]) => fc.constantFrom(...kinds);
const arbitrary = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model) as fc.Arbitrary<T>;

const begin: fc.Arbitrary<Command>[] = [
  arbitrary({ kind: of("draft"), question: pick, partner }),
  arbitrary({
    kind: of("agree"),
    question: pick,
    partner,
    purpose: fc.constantFrom("handoff" as const, "feedback" as const),
    days: fc.constantFrom(3, 90),
  }),
  arbitrary({
    kind: of("override"),
    question: pick,
    partner,
    ground: fc.constantFrom("vital-interest" as const, "legal-duty" as const),
  }),
  arbitrary({
    kind: of("offer"),
    referral: pick,
    on: fc.constantFrom("consent" as const, "override" as const),
    basis: pick,
  }),
];

const answers: fc.Arbitrary<Command>[] = [
  arbitrary({ kind: of("acknowledge", "accept", "propose", "fetch", "fetch"), referral: pick, variant }),
  arbitrary({ kind: of("decline"), referral: pick, variant }),
  arbitrary({ kind: of("miss"), referral: pick, side }),
  arbitrary({
    kind: of("confirm"),
    referral: pick,
    side,
    by: fc.constantFrom("caller" as const, "counsellor" as const),
    writer,
  }),
  arbitrary({ kind: of("report"), referral: pick, side, variant }),
  arbitrary({
    kind: of("spoken"),
    referral: pick,
    said: fc.constantFrom<Said>("acknowledged", "accepted", "declined", "contact-confirmed"),
    writer,
    variant,
  }),
  arbitrary({
    kind: of("meet"),
    referral: pick,
    side,
    as: fc.constantFrom("deleted" as const, "never-opened" as const, "retained" as const),
  }),
];

const counselling: fc.Arbitrary<Command>[] = [
  arbitrary({ kind: of("fix", "reschedule", "reschedule"), referral: pick, spoken: fc.boolean() }),
  arbitrary({ kind: of("hold"), referral: pick, days: fc.constantFrom(1, 29) }),
  arbitrary({ kind: of("withdraw", "continue"), referral: pick, partner }),
  arbitrary({ kind: of("withdrawConsent"), consent: pick, writer }),
  arbitrary({ kind: of("withdrawOverride"), override: pick, writer }),
];

/** Who stands for an override, and the caller who does not want it. */
const deciding: fc.Arbitrary<Command>[] = [
  arbitrary({ kind: of("refuse"), question: pick, partner, writer }),
  arbitrary({ kind: of("approve", "approve", "object"), override: pick, writer }),
  arbitrary({ kind: of("review", "decide", "decide"), override: pick, writer, yes: fc.boolean() }),
  arbitrary({ kind: of("release"), question: pick }),
];

const time = arbitrary<Extract<Command, { kind: "wait" }>>({
  kind: of("wait"),
  hours: fc.constantFrom(1, 26, 26, 100, 400),
  clock: fc.constantFrom("punctual" as const, "punctual" as const, "late" as const, "stopped" as const),
});

export const anyAction = fc.oneof(...begin, ...answers, ...counselling, ...deciding) as fc.Arbitrary<Action>;

/** Mostly what leads on: else hardly a referral would see its introduction. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 14, arbitrary: arbitrary({ kind: of("proceed"), referral: pick }) as fc.Arbitrary<Command> },
  { weight: 3, arbitrary: fc.oneof(...begin) },
  { weight: 5, arbitrary: fc.oneof(...answers) },
  { weight: 5, arbitrary: fc.oneof(...counselling) },
  { weight: 4, arbitrary: fc.oneof(...deciding) },
  { weight: 2, arbitrary: time },
  { weight: 1, arbitrary: arbitrary({ kind: of("leap"), referral: pick }) as fc.Arbitrary<Command> },
  {
    weight: 3,
    arbitrary: arbitrary({
      kind: of("again"),
      back: fc.nat({ max: 4 }),
      retry: fc.boolean(),
    }) as fc.Arbitrary<Command>,
  },
);
