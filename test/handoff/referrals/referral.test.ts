import fc from "fast-check";
import { expect, test } from "vitest";
import {
  after,
  endedStates,
  hasEnded,
  isLive,
  referralMoves,
  referralStates,
  stateAt,
} from "../../../src/handoff/referrals/referral.ts";

test.each([
  ["offer", "draft", "offered"],
  ["acknowledge", "offered", "acknowledged"],
  ["accept", "offered", "accepted"],
  ["accept", "acknowledged", "accepted"],
  ["decline", "offered", "declined"],
  ["decline", "acknowledged", "declined"],
  ["decline", "accepted", "declined"],
  ["withdraw", "draft", "withdrawn"],
  ["withdraw", "accepted", "withdrawn"],
] as const)("%s leads from %s to %s", (move, from, to) => {
  expect(after(move, from)).toBe(to);
});

test.each([
  ["offer", "offered"],
  ["acknowledge", "draft"],
  ["acknowledge", "accepted"],
  ["accept", "draft"],
  ["accept", "accepted"],
  ["decline", "draft"],
] as const)("there is no %s from %s", (move, from) => {
  expect(after(move, from)).toBeUndefined();
});

test("no path leads out of an ended state", () => {
  for (const state of endedStates)
    for (const move of referralMoves) expect(after(move, state)).toBeUndefined();
});

test("whatever is done to a referral, a live one can be withdrawn", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...referralMoves)), (moves) => {
      let state: (typeof referralStates)[number] = "draft";
      for (const move of moves) state = after(move, state) ?? state;
      expect(hasEnded(state) || after("withdraw", state) === "withdrawn").toBe(true);
    }),
  );
});

test("from the moment its basis runs out a live referral counts as withdrawn", () => {
  const basisExpiresAt = new Date("2026-04-05T08:00:00Z");
  for (const state of referralStates) {
    expect(stateAt({ state, basisExpiresAt }, new Date("2026-04-05T07:59:59.999Z"))).toBe(state);
    expect(stateAt({ state, basisExpiresAt }, basisExpiresAt)).toBe(isLive(state) ? "withdrawn" : state);
  }
});
