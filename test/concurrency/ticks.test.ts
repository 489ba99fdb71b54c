import { expect } from "vitest";
import { tick } from "../../src/handoff/index.ts";
import { toldTo } from "../handoff/clock/ticking.ts";
import { makeOverride, makeReferral } from "../handoff/make.ts";
import { test } from "../world/world.ts";

test("four clocks at once move each referral, chase each obligation and end each override once", async ({
  world,
}) => {
  const offered = await Promise.all(Array.from({ length: 12 }, () => makeReferral(world, "offered")));
  const ended = await makeReferral(world, "scheduled");
  await world.as(world.noor).get(`${ended.path}/disclosure`);
  await world.as(world.eva).post(`/consents/${ended.consentId}/withdrawal`);
  const override = await makeOverride(world);
  for (const time of ["05T21:00", "06T09:00", "07T09:00", "09T09:00"]) {
    world.clock.time = new Date(`2026-01-${time}:00Z`);
    await Promise.all(Array.from({ length: 4 }, () => tick(world.platform)));
    // Whatever one of them left to another is done by now.
    await tick(world.platform);
  }
  for (const { id } of offered) {
    const moves = await world.audited(world.helpline.id, id);
    expect(moves.slice(2)).toEqual([
      "referral.nudged",
      "referral.due",
      "referral.overdue",
      "referral.lapsed",
    ]);
  }
  const feed = await toldTo(world, world.noor, ended.id);
  expect(feed.filter((type) => type === "obligation.chased")).toHaveLength(1);
  const decided = await world.audited(world.helpline.id, override.id);
  expect(decided.filter((action) => action === "override.unreviewed")).toHaveLength(1);
  expect(world.logged.filter(({ status }) => status === 500)).toEqual([]);
});
