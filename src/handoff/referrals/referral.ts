/*
 * draft → offered → acknowledged → accepted → scheduled → connected → completed
 *             └──────────┴────────────┴───────────┴→ declined            (the recipient)
 *   any live state → withdrawn (the caller, at any time)
 *   offered … scheduled → lapsed (the clock)                live = offered … connected
 */

export const liveStates = ["offered", "acknowledged", "accepted", "scheduled", "connected"] as const;
export const endedStates = ["completed", "declined", "withdrawn", "lapsed"] as const;
export const referralStates = ["draft", ...liveStates, ...endedStates] as const;
export type ReferralState = (typeof referralStates)[number];

const moves = {
  offer: { from: ["draft"], to: "offered" },
  acknowledge: { from: ["offered"], to: "acknowledged" },
  accept: { from: ["offered", "acknowledged"], to: "accepted" },
  decline: { from: ["offered", "acknowledged", "accepted", "scheduled"], to: "declined" },
  schedule: { from: ["accepted"], to: "scheduled" },
  connect: { from: ["scheduled"], to: "connected" },
  complete: { from: ["connected"], to: "completed" },
  withdraw: { from: ["draft", ...liveStates], to: "withdrawn" },
  lapse: { from: ["offered", "acknowledged", "accepted", "scheduled"], to: "lapsed" },
} as const satisfies Record<string, { from: readonly ReferralState[]; to: ReferralState }>;

export type ReferralMove = keyof typeof moves;
export const referralMoves = Object.keys(moves) as ReferralMove[];

/** What happens within a state: where it may, and what it is called once done. */
const turns = {
  propose: { in: ["accepted", "scheduled"], done: "proposed" },
  reschedule: { in: ["scheduled"], done: "rescheduled" },
  miss: { in: ["scheduled"], done: "missed" },
  reseal: { in: ["scheduled"], done: "resealed" },
  confirm: { in: ["scheduled"], done: "confirmed" },
  hold: { in: liveStates, done: "held" },
  suspend: { in: liveStates, done: "suspended" },
  resume: { in: liveStates, done: "resumed" },
} as const satisfies Record<string, { in: readonly ReferralState[]; done: string }>;

export type ReferralTurn = keyof typeof turns;
export const referralTurns = Object.keys(turns) as ReferralTurn[];

/** Everything that can have been done last: a draft made, a move into a state, or a turn within one. */
export type Step = "drafted" | Exclude<ReferralState, "draft"> | (typeof turns)[ReferralTurn]["done"];
export const steps: readonly [Step, ...Step[]] = [
  "drafted",
  ...liveStates,
  ...endedStates,
  ...Object.values(turns).map(({ done }) => done),
];

/** The state after `move`, or undefined when the referral may not make it. */
export function after(move: ReferralMove, state: ReferralState): ReferralState | undefined {
  const { from, to } = moves[move];
  return (from as readonly ReferralState[]).includes(state) ? to : undefined;
}

/** What `turn` is called once done, or undefined when it cannot be taken in `state`. */
export function done(turn: ReferralTurn, state: ReferralState): Step | undefined {
  return (turns[turn].in as readonly ReferralState[]).includes(state) ? turns[turn].done : undefined;
}

/** An introduction that was missed this often is not fixed again: the referral lapses. */
export const mostMissed = 3;

export const isLive = (state: ReferralState): boolean => (liveStates as readonly string[]).includes(state);
export const hasEnded = (state: ReferralState): boolean => (endedStates as readonly string[]).includes(state);

/** Whether the recipient may fetch who the caller is. */
export const isDisclosed = (state: ReferralState): boolean => state === "scheduled" || state === "connected";

interface Standing {
  state: ReferralState;
  basisExpiresAt: Date | null;
}

/**
 * The state as its sender is told it at `now`: a live referral whose basis carries it no longer counts as withdrawn,
 * however late the clock that says so.
 */
export function stateAt({ state, basisExpiresAt }: Standing, now: Date): ReferralState {
  const runOut = basisExpiresAt !== null && basisExpiresAt <= now;
  return runOut && isLive(state) ? "withdrawn" : state;
}

/**
 * The state as its recipient is told it, and as every step but the end of a suspension finds it: a suspended referral
 * is to them a withdrawn one.
 */
export function openStateAt(referral: Standing & { suspendedAt: Date | null }, now: Date): ReferralState {
  return referral.suspendedAt && isLive(referral.state) ? "withdrawn" : stateAt(referral, now);
}
