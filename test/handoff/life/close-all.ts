import { expect } from "vitest";
import { isEnded, isLive, type Model } from "./model.ts";
import { observe } from "./observed.ts";
import type { Real } from "./real.ts";
import { Step } from "./run.ts";

/** Every caller withdraws: nothing stands in the way of any of it, and afterwards nothing lives (I7). */
export async function closeAll(model: Model, real: Real): Promise<void> {
  const { stage } = real;
  const live = (await observe(stage)).filter(({ state }) => isLive(state));
  for (const consent of stage.consentIds.keys())
    await new Step({ kind: "withdrawConsent", consent, writer: "colleague" }).run(model, real);
  for (const override of stage.overrideIds.keys())
    await new Step({ kind: "withdrawOverride", override, writer: "colleague" }).run(model, real);
  for (const [referral, { state }] of model.referrals.entries())
    if (state === "draft") await new Step({ kind: "withdraw", referral, partner: "bridge" }).run(model, real);
  for (const [referral, { obligation, partner }] of model.referrals.entries())
    if (obligation && !obligation.endedAs)
      await new Step({
        kind: "meet",
        referral,
        side: partner === "bridge" ? "recipient" : "helpline",
        as: "deleted",
      }).run(model, real);
  const closed = await observe(stage);
  expect(closed.filter(({ state }) => !isEnded(state))).toEqual([]);
  const states = live.map(({ id }) => closed.find((one) => one.id === id)?.state);
  expect(states).toEqual(live.map(() => "withdrawn"));
}
