import { expect } from "vitest";
import { tick } from "../../../src/handoff/clock/tick.ts";
import { askAsOwner } from "../../world/database.ts";
import type { Command } from "./commands.ts";
import { revived, undone } from "./invariants.ts";
import { isLive, type Model, move, type Referral, told } from "./model.ts";
import { type Observed, observe } from "./observed.ts";
import { endOverride, isDue } from "./overrides.ts";
import { hoursLater, type Real } from "./real.ts";
import type { Stage } from "./stage.ts";

type Wait = Extract<Command, { kind: "wait" }>;

/** Lets time go by; a clock that looks does what it may then, and the model follows if it was right to. */
export async function wait(model: Model, real: Real, { hours, clock }: Wait): Promise<void> {
  const { stage } = real;
  const { world } = stage;
  const until = hoursLater(world.clock.time, hours);
  if (clock === "stopped") {
    world.clock.time = until;
    return;
  }
  if (clock === "punctual") {
    await tickNow(model, real);
    for (let next = await nextWake(stage); next && next <= until; next = await nextWake(stage)) {
      world.clock.time = next;
      await tickNow(model, real);
    }
  }
  world.clock.time = until;
  await tickNow(model, real);
}

async function nextWake({ world, helplineIds }: Stage): Promise<Date | undefined> {
  const theirs = `(${helplineIds.map((id) => `'${id}'`).join(", ")})`;
  const [found] = await askAsOwner<{ at: string | null }>(
    world.database,
    `select to_json(min(at))#>>'{}' as at from (
      select wake_at as at from handreiking.referral where sender_id in ${theirs}
      union all select due_at from handreiking.obligation where sender_id in ${theirs} and ended_at is null
      union all select review_due_at from handreiking.override
        where participant_id in ${theirs} and reviewed_at is null and ended_at is null
      union all select decide_by from handreiking.override
        where participant_id in ${theirs} and disputed and ended_at is null) as waking`,
  );
  return found?.at ? new Date(found.at) : undefined;
}

/** What the clock may do, and no more: the model takes over what it did, if it was right to. */
async function tickNow(model: Model, { stage, ended }: Real): Promise<void> {
  const now = stage.world.clock.time;
  const before = new Map((await observe(stage)).map((one) => [one.id, one]));
  await tick(stage.world.platform);
  const after = await observe(stage);
  follow(model, stage, before, after, "lapsed");
  for (const override of model.overrides) if (isDue(override, now)) endOverride(model, override);
  follow(model, stage, before, after, "withdrawn");
  expect(undone(after, now)).toEqual([]);
  expect(revived(ended, after)).toEqual([]);
  expect(
    stage.world.logged.filter(({ operationId, status }) => operationId === "wakeReferral" && status >= 500),
  ).toEqual([]);
}

type Seen = ReadonlyMap<string, Observed>;

function follow(
  model: Model,
  { referralIds, world }: Stage,
  before: Seen,
  after: readonly Observed[],
  to: "lapsed" | "withdrawn",
): void {
  for (const [index, id] of referralIds.entries()) {
    const referral = model.referrals[index];
    const promised = before.get(id);
    const found = after.find((one) => one.id === id);
    if (referral && promised && found?.state === to) clockMoved(referral, promised, found, world.clock.time);
  }
}

function clockMoved(referral: Referral, promised: Observed, found: Observed, now: Date): void {
  if (found.state === referral.state) return;
  const passed = promised.lapseAt !== null && new Date(promised.lapseAt) <= now;
  const ranOut = isLive(referral.state) && told(referral, now) === "withdrawn";
  const right =
    (found.state === "lapsed" && passed && isLive(referral.state) && referral.state !== "connected") ||
    (found.state === "withdrawn" && (ranOut || (referral.state === "draft" && passed)));
  expect({ from: referral.state, to: found.state, right }).toMatchObject({ right: true });
  move(referral, found.state);
}
