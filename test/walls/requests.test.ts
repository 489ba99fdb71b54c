import { describe, expect } from "vitest";
import { anonymously, openForm, takeOne, toldFully } from "../intake/samples.ts";
import { sharingTest as test, type World } from "../world/world.ts";
import { asParticipant, outcome } from "./raw.ts";

const raw = (world: World, ...statements: string[]) =>
  outcome(asParticipant(world.platform.db, world.helpline.id, ...statements));
const change = (world: World, id: string, set: string) =>
  raw(world, `update handreiking.callback_request set ${set} where id = '${id}'`);

const ended = "state = 'ended', ended_at = '2026-01-05', end_reason";
const gone = "sealed = null, code_word = null, let_go_at = '2026-01-06'";

describe("a request, whatever the service's login tries", () => {
  test.for([
    ["moves to planned and back", "state = 'planned'", "committed"],
    ["knows no other state", "state = 'lost'", "23514"],
    ["does not end without a reason", "state = 'ended', ended_at = '2026-01-05'", "23514"],
    ["has no end while it is open", "end_reason = 'talked'", "23514"],
    ["does not become a case without one", `${ended} = 'became-case', ${gone}`, "23514"],
    ["keeps what was told while it is open", gone, "23514"],
    ["does not lose what was told unseen", "sealed = null", "23514"],
    ["is not let go with what was told", `${ended} = 'talked', let_go_at = '2026-01-06'`, "23514"],
    ["has no agreed time without a code word", "agreed_at = '2026-02-01', reachable = false", "23514"],
    ["has no agreed time beside a number", "agreed_at = '2026-02-01', code_word = '\\x00'", "23514"],
    ["has codes for topics", "topics = '{\"Marije from Zwolle\"}'", "23514"],
    ["takes no words for a language", "language = 'Dutch'", "23514"],
    ["counts wrong words to five", "code_word_failures = 6", "23514"],
    ["keeps its reference", "reference = 'AAAA-AAAA'", "42501"],
    ["keeps its helpline", "participant_id = gen_random_uuid()", "42501"],
    ["keeps its door", "door = 'mail'", "42501"],
    ["keeps when it was received", "received_at = '2020-01-01'", "42501"],
    ["is nobody's case of another helpline", "case_id = gen_random_uuid()", "23514"],
  ] as const)("%s", async ([, set, expected], { world }) => {
    const { id } = await takeOne(world);
    expect(await change(world, id, set)).toBe(expected);
  });

  test("only ever becomes more urgent", async ({ world }) => {
    const { id } = await takeOne(world, { ...toldFully, urgency: "urgent" });
    expect(await change(world, id, "urgency = 'normal'")).toBe("HR121");
    expect(await change(world, id, "urgency = 'acute'")).toBe("committed");
    expect(await change(world, id, "urgency = 'urgent'")).toBe("HR121");
  });

  test("stays ended: only what was told may still go, and does not come back", async ({ world }) => {
    const { id } = await takeOne(world, anonymously);
    expect(await change(world, id, `${ended} = 'talked'`)).toBe("committed");
    for (const set of [
      "state = 'open', ended_at = null, end_reason = null",
      "end_reason = 'not-reached'",
      "urgency = 'acute'",
      "language = 'en'",
      "sealed = '\\x00'",
      `${gone}, language = 'en'`,
    ])
      expect(await change(world, id, set), set).toBe("HR122");
    expect(await change(world, id, gone)).toBe("committed");
    expect(await change(world, id, "sealed = '\\x00', let_go_at = null")).toBe("HR122");
    expect(await change(world, id, "let_go_at = '2026-02-01'")).toBe("HR122");
  });

  test("does not begin ended, and is not removed", async ({ world }) => {
    const { id } = await takeOne(world);
    const copy = `insert into handreiking.callback_request (id, participant_id, reference, door, state, urgency,
        language, topics, reachable, sealed, code_word_failures, revision, received_at, ended_at, end_reason)
      select gen_random_uuid(), participant_id, 'ZZZZ-ZZZZ', door, 'ended', urgency, language, topics, reachable,
        sealed, 0, revision, received_at, received_at, 'talked' from handreiking.callback_request where id = '${id}'`;
    expect(await raw(world, copy)).toBe("HR120");
    expect(await raw(world, copy.replace("'ended'", "'open'"))).toBe("23514");
    const double = copy
      .replace(", ended_at, end_reason)", ")")
      .replace(", received_at, 'talked'", "")
      .replace("'ended'", "'open'");
    expect(await raw(world, double.replace("'ZZZZ-ZZZZ'", "reference"))).toBe("23505");
    expect(await raw(world, `delete from handreiking.callback_request where id = '${id}'`)).toBe("42501");
  });
});

describe("a request's key", () => {
  const insert = (participantId: string, requestId: string) =>
    `insert into keys.request_key values ('${requestId}', '${participantId}', '\\x00', 'k')`;

  test("goes when what it opens is let go, and no other is made", async ({ world }) => {
    const { id } = await takeOne(world);
    await change(world, id, `${ended} = 'talked'`);
    await change(world, id, gone);
    const left = `select 1 as one from keys.request_key where request_id = '${id}'`;
    expect(await asParticipant(world.platform.db, world.helpline.id, left)).toEqual([]);
    expect(await raw(world, insert(world.helpline.id, id))).toBe("HR123");
  });

  test("is not removed by itself, and belongs to the request's helpline", async ({ world }) => {
    const { id } = await takeOne(world);
    expect(await raw(world, `delete from keys.request_key where request_id = '${id}'`)).toBe("42501");
    const { db } = world.platform;
    const foreign = asParticipant(db, world.elsewhere.id, insert(world.elsewhere.id, id));
    expect(await outcome(foreign)).toMatch(/^23/);
  });
});

describe("another helpline", () => {
  test("neither sees nor changes a request", async ({ world }) => {
    const { id } = await takeOne(world);
    const { db } = world.platform;
    for (const who of [world.elsewhere.id, undefined]) {
      const seen = `select id from handreiking.callback_request where id = '${id}'`;
      expect(await asParticipant(db, who, seen)).toEqual([]);
      const moved = `update handreiking.callback_request set state = 'planned' where id = '${id}' returning id`;
      expect(await asParticipant(db, who, moved)).toEqual([]);
    }
  });

  test("does not become the case of a request", async ({ world }) => {
    const { body } = await world.as(world.stranger).post("/cases", { relation: "harmed", language: "nl" });
    const { id } = await takeOne(world);
    expect(await change(world, id, `${ended} = 'became-case', ${gone}, case_id = '${body.id}'`)).toBe(
      "23503",
    );
  });

  test("does not open the form of this one", async ({ world }) => {
    await openForm(world);
    const { db } = world.platform;
    const closed = `update handreiking.web_form set open = false where participant_id = '${world.helpline.id}' returning open`;
    expect(await asParticipant(db, world.elsewhere.id, closed)).toEqual([]);
    const form = `insert into handreiking.web_form values ('${world.bridge.id}', true, '2026-01-05')`;
    expect(await outcome(asParticipant(db, world.elsewhere.id, form))).toBe("42501");
  });
});
