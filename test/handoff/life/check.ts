import { expect } from "vitest";
import { broken, revived } from "./invariants.ts";
import { helplineOf, isEnded, isLive, type Model, opened, told } from "./model.ts";
import { observe } from "./observed.ts";
import type { Real } from "./real.ts";
import type { Stage } from "./stage.ts";

/** The model and the service agree, both sides are shown what they may, and every invariant holds. */
export async function check(model: Model, { stage, ended }: Real): Promise<void> {
  const seen = await observe(stage);
  expect(broken(seen)).toEqual([]);
  expect(revived(ended, seen)).toEqual([]);
  const now = stage.world.clock.time;
  for (const [index, id] of stage.referralIds.entries()) {
    const referral = model.referrals[index];
    const found = seen.find((one) => one.id === id);
    if (!referral || !found) throw new Error("a referral is missing");
    expect({ id, state: found.state, entries: found.entries }).toEqual({
      id,
      state: referral.state,
      entries: referral.steps.map((step) => `referral.${step}`).sort(),
    });
    expect({ id, obligation: found.obligation?.endedAs }).toEqual({
      id,
      obligation: referral.obligation ? (referral.obligation.endedAs ?? null) : undefined,
    });
  }
  await checkShown(model, stage, now);
}

const unseenOfRecipient = ["caseId", "helpQuestionId", "consentId", "owner", "recipient"];

async function checkShown(model: Model, { world, of, referralIds }: Stage, now: Date): Promise<void> {
  const [referral, id] = [model.referrals.at(-1), referralIds.at(-1)];
  if (!referral || !id) return;
  const state = told(referral, now);
  const sent = await world.as(of(referral.question).owner).get(`/referrals/${id}`);
  expect(sent.body.state).toBe(state);
  expect(sent.body.dueAt !== undefined).toBe(isLive(state));
  expect(sent.body.suspendedAt !== undefined).toBe(referral.suspended && isLive(state));
  const other = await world.as(of(helplineOf(referral.question) === 0 ? 2 : 0).owner).get(`/referrals/${id}`);
  expect(other.status).toBe(404);
  const received = await world.as(world.noor).get(`/referrals/${id}`);
  const offered = referral.partner === "bridge" && referral.steps.includes("offered");
  expect(received.status).toBe(offered ? 200 : 404);
  if (!offered) return;
  const open = opened(referral, now);
  // What a completed one rested on was taken back.
  const seen = open === "completed" && referral.obligation ? "withdrawn" : open;
  expect(received.body.state).toBe(seen);
  const keys = Object.keys(received.body);
  expect(keys.filter((key) => unseenOfRecipient.includes(key))).toEqual([]);
  if (isEnded(seen) && seen !== "completed")
    expect(
      keys.filter((key) => !["direction", "id", "state", "endedAt", "obligation"].includes(key)),
    ).toEqual([]);
}
