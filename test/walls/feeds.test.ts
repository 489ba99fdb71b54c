import { describe, expect } from "vitest";
import { randomIds } from "../../src/platform/ids.ts";
import { makeReferral } from "../handoff/make.ts";
import { test, type World } from "../world/world.ts";
import { attempt, rawEntry } from "./moves.ts";

interface Told {
  type: string;
  feed: string;
  referral?: { id: string };
  subject?: string;
  move?: string;
  seq?: number;
}

/** A raw event in the feed of a party, of whoever. */
const event = (world: World, { type, feed, referral, subject, move, seq }: Told) => {
  const parties = referral
    ? `'${referral.id}', '${world.helpline.id}', '${world.bridge.id}'`
    : "null, null, null";
  return `insert into handreiking.event
      (id, participant_id, type, subject_id, at, move_id, referral_id, sender_id, recipient_id, seq)
    values ('${randomIds()}', '${feed}', '${type}', '${subject ?? referral?.id ?? randomIds()}',
      '${world.clock.time.toISOString()}', ${move ? `'${move}'` : "null"}, ${parties}, ${seq ?? "null"})`;
};

describe("an event, by raw statements of the service's login", () => {
  test("tells the other party nothing that did not happen to their referral", async ({ world }) => {
    const referral = await makeReferral(world, "accepted");
    const { helpline, bridge, clock } = world;
    const told = (type: string, more: Partial<Told> = {}, ...others: string[]) =>
      attempt(world, bridge.id, event(world, { type, feed: helpline.id, referral, ...more }), ...others);
    for (const type of [
      "referral.withdrawn",
      "referral.overdue",
      "case.erased",
      "obligation.met",
      "anything",
    ])
      expect(await told(type), type).toBe("HR141");
    const entry = (type: string, id = randomIds()) =>
      rawEntry(bridge.id, helpline.id, type, referral.id, clock.time, id);
    for (const type of ["anything", "case.erased", "disclosure.read"])
      expect(await told(type, {}, entry(type)), type).toBe("HR141");
    const move = randomIds();
    expect(await told("referral.declined", { move }, entry("referral.declined", move))).toBe("HR012");
    expect(await told("referral.accepted", { move }, entry("referral.declined", move))).not.toBe("committed");
    expect(await told("referral.accepted", { subject: randomIds() })).toBe("HR141");
    expect(await told("referral.accepted", { referral: { id: randomIds() } })).toBe("23503");
  });

  test("is not told again of a move that is long told", async ({ world }) => {
    const referral = await makeReferral(world, "accepted");
    const again = event(world, { type: "referral.accepted", feed: world.bridge.id, referral });
    expect(await attempt(world, world.helpline.id, again)).toBe("HR141");
  });

  test("in one's own feed tells what an entry of the same transaction tells, and takes no number", async ({
    world,
  }) => {
    const { helpline, clock } = world;
    const subject = randomIds();
    const own = (more: Partial<Told> = {}) =>
      event(world, { type: "proposal.made", feed: helpline.id, subject, ...more });
    const entry = rawEntry(helpline.id, helpline.id, "proposal.made", subject, clock.time);
    expect(await attempt(world, helpline.id, own())).toBe("HR141");
    expect(await attempt(world, helpline.id, own({ type: "case.erased" }), entry)).toBe("HR141");
    expect(await attempt(world, helpline.id, own({ seq: 1_000 }), entry)).toBe("HR141");
    expect(await attempt(world, helpline.id, own(), entry)).toBe("committed");
    expect(await attempt(world, helpline.id, own({ feed: world.bridge.id }), entry)).toBe("42501");
  });
});
