/** The five steps of the Dutch reporting code for domestic violence and child abuse, in their order. */
export const stepNames = ["map-signals", "consult", "talk", "weigh", "decide"] as const;
export type StepName = (typeof stepNames)[number];

const decisionsOf = {
  "map-signals": ["signals-mapped"],
  consult: ["colleague-consulted", "veilig-thuis-consulted", "both-consulted"],
  talk: ["talked"],
  weigh: ["acute-danger", "structural-danger", "no-danger-now", "unclear"],
  decide: ["report", "organize-help", "report-and-organize-help", "neither"],
} as const satisfies Record<StepName, readonly string[]>;

export const stepDecisions = [
  "not-possible",
  ...decisionsOf["map-signals"],
  ...decisionsOf.consult,
  ...decisionsOf.talk,
  ...decisionsOf.weigh,
  ...decisionsOf.decide,
] as const;
export type StepDecision = (typeof stepDecisions)[number];

export const stepReasons = [
  "signals-clear",
  "signals-unclear",
  "consulted-advises",
  "danger-to-caller",
  "danger-to-child",
  "caller-wishes",
  "caller-refuses",
  "caller-unreachable",
  "nobody-to-consult",
  "help-suffices",
  "help-not-accepted",
  "done-by-another",
  "other",
] as const;
export type StepReason = (typeof stepReasons)[number];

/** What can be decided at a step; every step may turn out not to be possible. */
export const decisionsAt = (step: StepName): readonly StepDecision[] => [
  ...decisionsOf[step],
  "not-possible",
];

/** Whether a decision says why: where a step was left out, and where others build on it. */
export const needsReason = (step: StepName, decision: StepDecision): boolean =>
  decision === "not-possible" || step === "weigh" || step === "decide";

/** Whether a step's turn has come: the first, one that was decided before, or the one after such a one. */
export function isReached(step: StepName, decided: readonly StepName[]): boolean {
  const before = stepNames[stepNames.indexOf(step) - 1];
  return before === undefined || decided.includes(before);
}

/** A list is gone through once its last step was decided, one way or another. */
export const isGoneThrough = (decided: readonly StepName[]): boolean => decided.includes("decide");
