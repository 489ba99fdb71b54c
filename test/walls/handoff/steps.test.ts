import { describe, expect } from "vitest";
import { later, makeReferral } from "../../handoff/make.ts";
import { test } from "../../world/world.ts";
import { attempt, endedNow, rawEntry, rawStep } from "../moves.ts";

describe("the service's own login cannot", () => {
  test("take a step under another step's name, and so around what that one asks for", async ({ world }) => {
    const referral = await makeReferral(world, "offered");
    const accepting = "accepted_at = now(), accepted_by_name = 'x', accepted_by_contact = 'y'";
    const { id: by } = world.bridge;
    const misnamed = rawStep(world, by, referral, "accepted", { step: "proposed", set: accepting });
    expect(await attempt(world, by, ...misnamed)).toBe("HR005");
    expect(await attempt(world, by, ...rawStep(world, by, referral, "accepted", { set: accepting }))).toBe(
      "committed",
    );
  });

  test("change in one step what another is about", async ({ world }) => {
    const referral = await makeReferral(world, "scheduled");
    const at = later(world, { days: 2 }).toISOString();
    const { helpline, bridge } = world;
    const proposing = (set: string) =>
      attempt(
        world,
        bridge.id,
        ...rawStep(world, bridge.id, referral, "scheduled", { step: "proposed", set }),
      );
    expect(await proposing(`introduction_at = '${at}'`)).toBe("HR038");
    expect(await proposing("accepted_by_name = 'Somebody else'")).toBe("HR038");
    expect(await proposing("disclosed_categories = '{contact}'")).toBe("HR038");
    expect(await proposing(`proposed_times = '{"${at}"}'`)).toBe("committed");
    const declining = rawStep(world, bridge.id, referral, "declined", {
      set: `decline_reason = 'safety', fetched_at = '${at}', ${endedNow(world)}`,
    });
    expect(await attempt(world, bridge.id, ...declining)).toBe("HR038");
    const withdrawing = rawStep(world, helpline.id, referral, "withdrawn", {
      set: `missed_at = '${at}', ${endedNow(world)}`,
    });
    expect(await attempt(world, helpline.id, ...withdrawing)).toBe("HR038");
  });

  test("say that nobody opened a disclosure that was fetched", async ({ world }) => {
    const referral = await makeReferral(world, "scheduled");
    await world.as(world.noor).get(`${referral.path}/disclosure`);
    const { id: by } = world.bridge;
    const quietly = `update handreiking.referral set fetched_at = null where id = '${referral.id}'`;
    expect(await attempt(world, by, quietly)).toBe("HR016");
    const decline = (more: string) =>
      rawStep(world, by, referral, "declined", {
        set: `decline_reason = 'safety'${more}, ${endedNow(world)}`,
      });
    expect(await attempt(world, by, ...decline(", fetched_at = null"))).toBe("HR038");
    expect(await attempt(world, by, ...decline(""))).toBe("committed");
  });

  test("fix an introduction with a stale or without a safe contact, or in the past", async ({ world }) => {
    const referral = await makeReferral(world, "scheduled");
    const { id: by } = world.helpline;
    const move = (at: Date, moment?: Date) =>
      attempt(
        world,
        by,
        ...rawStep(world, by, referral, "scheduled", {
          step: "rescheduled",
          set: `introduction_at = '${at.toISOString()}'`,
          ...(moment && { at: moment }),
        }),
      );
    expect(await move(later(world, { minutes: -1 }))).toBe("HR021");
    expect(await move(later(world, { days: 9 }), later(world, { days: 8 }))).toBe("HR021");
    const forget = `update handreiking.safe_contact set verified_at = null, verified_by = null where case_id = '${referral.caseId}'`;
    expect(await move(later(world, { days: 2 }))).toBe("committed");
    expect(await attempt(world, by, forget)).toBe("committed");
    expect(await move(later(world, { days: 3 }))).toBe("HR021");
  });

  test("move back in time, or without an own entry", async ({ world }) => {
    const referral = await makeReferral(world, "offered");
    const { id: by } = world.bridge;
    const acknowledging = {
      set: `acknowledged_at = '${world.clock.time.toISOString()}', acknowledged_by_function = 'x'`,
    };
    const earlier = { ...acknowledging, at: later(world, { minutes: -1 }) };
    expect(await attempt(world, by, ...rawStep(world, by, referral, "acknowledged", earlier))).toBe("HR017");
    const untold = { ...acknowledging, entry: false };
    expect(await attempt(world, by, ...rawStep(world, by, referral, "acknowledged", untold))).toBe("HR010");
    expect(await attempt(world, by, ...rawStep(world, by, referral, "acknowledged", acknowledging))).toBe(
      "committed",
    );
  });

  test("change the terms of an offer", async ({ world }) => {
    const referral = await makeReferral(world, "offered");
    const { id: by } = world.helpline;
    const longer = `update handreiking.referral set terms = '{"answerWithin":90}' where id = '${referral.id}'`;
    expect(await attempt(world, by, longer)).toBe("HR004");
  });

  test("hold twice, for 31 days, or again without saying until when", async ({ world }) => {
    const referral = await makeReferral(world, "offered");
    const { id: by } = world.helpline;
    const hold = (days: number | undefined) =>
      attempt(
        world,
        by,
        ...rawStep(world, by, referral, "offered", {
          step: "held",
          ...(days && { set: `held_until = '${later(world, { days }).toISOString()}'` }),
        }),
      );
    expect(await hold(undefined)).toBe("HR019");
    expect(await hold(31)).toBe("HR019");
    expect(await hold(30)).toBe("committed");
    expect(await hold(29)).toBe("HR019");
    expect(await hold(undefined)).toBe("HR019");
  });

  test("miss an introduction before its time, twice at once, without counting it, or again", async ({
    world,
  }) => {
    const referral = await makeReferral(world, "scheduled");
    const { id: by } = world.bridge;
    const miss = (times: number | undefined) =>
      attempt(
        world,
        by,
        ...rawStep(world, by, referral, "scheduled", {
          step: "missed",
          ...(times && { set: `missed_times = ${times}, missed_at = '${world.clock.time.toISOString()}'` }),
        }),
      );
    expect(await miss(1)).toBe("HR020");
    world.clock.time = later(world, { days: 1, hours: 2 });
    expect(await miss(2)).toBe("HR018");
    expect(await miss(undefined)).toBe("HR018");
    expect(await miss(1)).toBe("committed");
    expect(await miss(2)).toBe("HR018");
  });

  test("lapse before its time, take time away, or make the clock sleep", async ({ world }) => {
    const referral = await makeReferral(world, "offered");
    const { helpline, bridge } = world;
    const lapse = () =>
      attempt(
        world,
        helpline.id,
        ...rawStep(world, helpline.id, referral, "lapsed", { set: endedNow(world) }),
      );
    const clock = (by: string, set: string) =>
      attempt(world, by, `update handreiking.referral set ${set} where id = '${referral.id}'`);
    expect(await lapse()).toBe("HR022");
    for (const set of ["lapse_at = '2026-01-05'", "lapse_at = null", "wake_at = '2027-01-01'"])
      expect(await clock(helpline.id, set), set).toBe("HR037");
    for (const set of [
      "stage = 'overdue'",
      "lapse_at = lapse_at + interval '1 year'",
      "wake_at = '2027-01-01'",
    ])
      expect(await clock(bridge.id, set), set).toBe("HR037");
    expect(await clock(helpline.id, "lapse_at = lapse_at + interval '1 hour'")).toBe("committed");
    world.clock.time = later(world, { days: 7 });
    expect(await lapse()).toBe("committed");
  });

  test("leave an offer without an end", async ({ world }) => {
    const referral = await makeReferral(world, "offered");
    const { id: by } = world.helpline;
    const set = `held_until = '${later(world, { days: 1 }).toISOString()}', lapse_at = null`;
    const hold = rawStep(world, by, referral, "offered", { step: "held", set });
    expect(await attempt(world, by, ...hold)).toBe("HR037");
  });

  test("write down what did not happen", async ({ world }) => {
    const { id } = await makeReferral(world, "offered");
    const { helpline, clock } = world;
    for (const step of ["held", "missed", "resealed", "confirmed", "lapsed", "overdue", "nudged"])
      expect(
        await attempt(
          world,
          helpline.id,
          rawEntry(helpline.id, helpline.id, `referral.${step}`, id, clock.time),
        ),
        step,
      ).toBe("HR012");
    for (const action of ["obligation.met", "obligation.chased", "override.made", "override.approved"])
      expect(
        await attempt(world, helpline.id, rawEntry(helpline.id, helpline.id, action, id, clock.time)),
        action,
      ).toBe("HR012");
  });
});
