import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { later, makeReferral, openQuestion } from "../handoff/make.ts";
import { aMovement, aSignal } from "../signals/make.ts";
import { askAsOwner, ownDatabase } from "../world/database.ts";
import { test as base, createWorld, type World } from "../world/world.ts";
import { attempt, rawEntry } from "./moves.ts";

const latestMoment = readFileSync("drizzle/functions/latest_moment.sql", "utf8");

/** A network in which the database believes its own clock, as it does outside of tests. */
const test = base.extend<{ strict: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern
  strict: async ({}, use) => {
    const world = await createWorld(await ownDatabase());
    await askAsOwner(world.database, latestMoment);
    await use(world);
  },
});

const future = "'2999-01-01'::timestamptz";

describe("what clears away, by raw statements of the service's login", { timeout: 240_000 }, () => {
  test("believes no time that has not come, and keeps what is kept", async ({ strict: world }) => {
    await world.signIn(await world.member(world.helpline, "counsellor"));
    const left = () =>
      askAsOwner<{ left: string }>(world.database, `select count(*)::text as left from handreiking.session`);
    const before = await left();
    for (const call of [
      `clear_sessions(${future})`,
      `clear_used(${future})`,
      `forget_quotas(${future})`,
      `forget_idempotency_keys(${future})`,
      `forget_received(${future}, ${future}, 50)`,
      `erase_case(gen_random_uuid(), 'mistake', ${future})`,
      `clear_sessions(null)`,
    ])
      expect(await attempt(world, world.helpline.id, `select handreiking.${call}`), call).toBe("HR140");
    expect(await left()).toEqual(before);
  });

  test("forgets of a recipient only what it agreed to keep no longer, with an entry", async ({ world }) => {
    const { id } = await makeReferral(world, "declined");
    const { bridge, operator } = world;
    const now = later(world, { days: 31 }).toISOString();
    const forget = `select handreiking.forget_received('${now}', '${now}', 50)`;
    const forgotten = () =>
      askAsOwner<{ forgotten: boolean }>(
        world.database,
        `select forgotten_at is not null as forgotten from handreiking.referral where id = '${id}'`,
      );
    expect(await attempt(world, bridge.id, forget)).toBe("committed");
    expect(await forgotten()).toEqual([{ forgotten: false }]);
    const agree = (days: number) =>
      `update handreiking.partnership set retention_days = ${days} where participant_id = '${bridge.id}'`;
    expect(await attempt(world, operator.id, agree(60))).toBe("committed");
    await attempt(world, bridge.id, forget);
    expect(await forgotten()).toEqual([{ forgotten: false }]);
    expect(await attempt(world, operator.id, agree(30))).toBe("committed");
    expect(await attempt(world, bridge.id, forget)).toBe("HR147");
    const entry = rawEntry(bridge.id, bridge.id, "received.forgotten", id, new Date(now));
    expect(await attempt(world, bridge.id, forget, entry)).toBe("committed");
    expect(await forgotten()).toEqual([{ forgotten: true }]);
  });

  test("destroys a signal's note when it has expired, no earlier", async ({ strict: world }) => {
    world.clock.time = new Date();
    const id = await aSignal(world, (await aMovement(world)).id, world.eva, { note: "Seen by two." });
    const drop = `update handreiking.signal set note = null where id = '${id}'`;
    expect(await attempt(world, world.helpline.id, drop)).toBe("HR148");
  });
});

describe("an erasure, by raw statements of the service's login", () => {
  const erase = (caseId: string, at: Date, why = "mistake") =>
    `select handreiking.erase_case('${caseId}', '${why}', '${at.toISOString()}')`;

  test("is dated when it is done and told in an entry", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const { id: by } = world.helpline;
    const told = (at: Date) => rawEntry(by, by, "case.erased", caseId, at);
    const now = world.clock.time;
    world.clock.time = later(world, { minutes: 5 });
    expect((await world.as(world.eva).get(`/cases/${caseId}`)).status).toBe(200);
    const [before, opened] = [new Date(now.getTime() - 1000), now];
    expect(await attempt(world, by, erase(caseId, before), told(before))).toBe("HR142");
    expect(await attempt(world, by, erase(caseId, opened), told(opened))).toBe("HR142");
    expect(await attempt(world, by, erase(caseId, world.clock.time))).toBe("HR143");
    expect(await attempt(world, by, erase(caseId, world.clock.time), told(before))).toBe("HR143");
    const otherwise = rawEntry(by, by, "case.read", caseId, world.clock.time);
    expect(await attempt(world, by, erase(caseId, world.clock.time), otherwise)).toBe("HR143");
    expect(await attempt(world, by, erase(caseId, world.clock.time), told(world.clock.time))).toBe(
      "committed",
    );
  });

  test("for age takes what is as old as that: no obligation is skipped by the word", async ({ world }) => {
    const { caseId, questionId } = await openQuestion(world);
    await world.as(world.eva).post(`/help-questions/${questionId}/end`, { reason: "advised" });
    const { id: by } = world.helpline;
    const at = (days: number) => later(world, { days });
    const grown = (days: number) => [
      erase(caseId, at(days), "retention"),
      rawEntry(by, by, "case.erased", caseId, at(days)),
    ];
    expect(await attempt(world, by, ...grown(1))).toBe("HR142");
    expect(await attempt(world, by, ...grown(28))).toBe("HR142");
    expect(await attempt(world, by, ...grown(31))).toBe("committed");
  });
});
