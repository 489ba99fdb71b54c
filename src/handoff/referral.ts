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
  withdraw: { from: ["draft", ...liveStates], to: "withdrawn" },
} as const satisfies Record<string, { from: readonly ReferralState[]; to: ReferralState }>;

export type ReferralMove = keyof typeof moves;
export const referralMoves = Object.keys(moves) as ReferralMove[];

/** The state after `move`, or undefined when the referral may not make it. */
export function after(move: ReferralMove, state: ReferralState): ReferralState | undefined {
  const { from, to } = moves[move];
  return (from as readonly ReferralState[]).includes(state) ? to : undefined;
}

export const isLive = (state: ReferralState): boolean => (liveStates as readonly string[]).includes(state);
export const hasEnded = (state: ReferralState): boolean => (endedStates as readonly string[]).includes(state);

/**
 * The state as it is to be told and moved from at `now`: a live referral whose basis has run out counts as
 * withdrawn, however late the clock that says so.
 */
export function stateAt(
  referral: { state: ReferralState; basisExpiresAt: Date | null },
  now: Date,
): ReferralState {
  const runOut = referral.basisExpiresAt !== null && referral.basisExpiresAt <= now;
  return runOut && isLive(referral.state) ? "withdrawn" : referral.state;
}
