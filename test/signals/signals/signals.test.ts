import { describe, expect } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { expireNotes } from "../../../src/signals/index.ts";
import { rawHand } from "../../walls/hand.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { askAsOwner } from "../../world/database.ts";
import { test as aloneTest, sharingTest, type World } from "../../world/world.ts";
import { aConversation, aMovement, aSignal, partnerSignal } from "../make.ts";

const test = sharingTest;
const note = "Passports are taken when somebody moves in.";

const fromConversation = (movementId: string, conversationId: string) => ({
  movementId,
  kinds: ["coercion"],
  nature: "psychological",
  goingOn: true,
  sourceRelation: "relative",
  reliability: "heard",
  conversationId,
});

describe("a signal", () => {
  test("counts once a colleague has reviewed it, and the latest review holds", async ({ world }) => {
    const eva = world.as(world.eva);
    const { id: movement } = await aMovement(world);
    const signal = await aSignal(world, movement);
    const ilse = await world.member(world.helpline, "counsellor");
    const counted = async () => (await eva.get(`/movements/${movement}`)).body.signals;
    expect(await counted()).toBe(0);
    const own = await eva.post(`/signals/${signal}/reviews`, { verdict: "counts" });
    expect(own.body.type).toBe("/problems/own-signal");
    await (await world.inPerson(ilse)).post(`/signals/${signal}/reviews`, { verdict: "counts" });
    expect(await counted()).toBe(1);
    world.clock.step = 1;
    const other = await aSignal(world, movement);
    const duplicate = { verdict: "duplicate-of", duplicateOfId: other };
    const reviewed = await (await world.inPerson(ilse)).post(`/signals/${signal}/reviews`, duplicate);
    world.clock.step = 0;
    expect(reviewed.body.review).toMatchObject({ ...duplicate, reviewedBy: ilse.memberId });
    expect(await counted()).toBe(0);
    const items = async (state: string) =>
      (await eva.get(`/signals?movementId=${movement}&state=${state}`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await items("duplicate-of")).toEqual([signal]);
    expect(await items("unreviewed")).toEqual([other]);
    expect(await items("counts")).toEqual([]);
  });

  test("is a task of every colleague but its registrar until one of them reviews it", async ({ world }) => {
    const { id: movement } = await aMovement(world);
    const signal = await aSignal(world, movement);
    const ilse = await world.member(world.helpline, "counsellor");
    const coordinator = await world.member(world.helpline, "coordinator");
    const has = async (person: typeof ilse) =>
      (await world.as(person).get("/tasks")).body.items.some(
        ({ kind, subjectId }: { kind: string; subjectId: string }) =>
          kind === "review-signal" && subjectId === signal,
      );
    expect([await has(ilse), await has(coordinator), await has(world.eva)]).toEqual([true, true, false]);
    await (await world.inPerson(ilse)).post(`/signals/${signal}/reviews`, { verdict: "does-not-count" });
    expect(await has(coordinator)).toBe(false);
  });

  test("comes from a conversation of a case that one may read, or from a partner", async ({ world }) => {
    const { id: movement } = await aMovement(world);
    const { id: conversation } = await aConversation(world);
    const told = fromConversation(movement, conversation);
    const eva = world.as(world.eva);
    expect((await eva.post("/signals", told)).status).toBe(201);
    const ilse = world.as(await world.member(world.helpline, "counsellor"));
    expect((await ilse.post("/signals", told)).body.type).toBe("/problems/case-not-shared");
    expect((await eva.post("/signals", { ...told, conversationId: randomIds() })).status).toBe(404);
    const partner = partnerSignal(world, movement);
    expect((await eva.post("/signals", { ...partner, conversationId: conversation })).status).toBe(400);
    expect((await eva.post("/signals", { ...partner, sourceRelation: "harmed" })).status).toBe(400);
    expect((await eva.post("/signals", { ...told, conversationId: undefined })).status).toBe(400);
    for (const reportedById of [world.helpline.id, randomIds()])
      expect((await eva.post("/signals", { ...partner, reportedById })).body.type).toBe(
        "/problems/partner-not-found",
      );
    expect((await eva.post("/signals", { ...partner, kinds: ["shelter"] })).status).toBe(400);
    expect((await eva.post("/signals", { ...partner, fromYear: 2024 })).status).toBe(400);
  });

  test("loses its note and its conversation with the case, and stays in codes", async ({ world }) => {
    const { id: movement } = await aMovement(world);
    const { id: conversation } = await aConversation(world);
    const eva = world.as(world.eva);
    const { body } = await eva.post("/signals", { ...fromConversation(movement, conversation), note });
    expect((await eva.get(`/signals/${body.id}`)).body).toMatchObject({ note, conversationId: conversation });
    await askAsOwner(world.database, `delete from handreiking.conversation where id = '${conversation}'`);
    const left = (await eva.get(`/signals/${body.id}`)).body;
    expect(left).toMatchObject({ id: body.id, kinds: ["coercion"] });
    expect([left.note, left.conversationId]).toEqual([undefined, undefined]);
  });
});

describe("in the service's login, raw SQL", () => {
  const insertion = (world: World, movement: string, more: Record<string, string> = {}) => {
    const columns: Record<string, string> = {
      id: "gen_random_uuid()",
      participant_id: `'${world.helpline.id}'`,
      movement_id: `'${movement}'`,
      kinds: "'{coercion}'",
      nature: "'both'",
      going_on: "false",
      source_relation: "'partner'",
      reliability: "'seen'",
      reported_by_id: `'${world.bridge.id}'`,
      expires_at: "'2027-01-05'",
      registered_by: `'${world.eva.memberId}'`,
      registered_at: "'2026-01-05'",
      ...more,
    };
    return `insert into handreiking.signal (${Object.keys(columns)}) values (${Object.values(columns)})`;
  };

  test("registers no signal that the codes, the sources and the time of its note do not allow", async ({
    world,
  }) => {
    const { id: movement } = await aMovement(world);
    const tried = (more: Record<string, string> = {}) =>
      outcome(asParticipant(world.platform.db, world.helpline.id, insertion(world, movement, more)));
    expect(await tried()).toBe("committed");
    for (const wrong of [
      { expires_at: "'2028-01-06'" },
      { kinds: "'{}'" },
      { kinds: "'{Jan Jansen}'" },
      { nature: "'bad'" },
      { reported_by_id: "null", source_relation: "'harmed'" },
      { reported_by_id: `'${world.helpline.id}'` },
      { source_relation: "'harmed'" },
      { going_on: "true", to_year: "2020" },
      { from_year: "2024", to_year: "2020" },
    ])
      expect(await tried(wrong), JSON.stringify(wrong)).toBe("23514");
    expect(await tried({ expires_at: "null" })).toBe("23502");
    expect(await tried({ participant_id: `'${world.bridge.id}'` })).toBe("42501");
    const { id: foreign } = await aMovement(world, world.stranger);
    expect(await tried({ movement_id: `'${foreign}'` })).toBe("23503");
  });

  test("reviews no signal as its registrar, under a false one, or twice over", async ({ world }) => {
    const { id: movement } = await aMovement(world);
    const signal = await aSignal(world, movement);
    const ilse = await world.member(world.helpline, "counsellor");
    const review = (
      registrar: string | undefined,
      reviewer: string | undefined,
      verdict = "counts",
      ...before: string[]
    ) =>
      outcome(
        asParticipant(
          world.platform.db,
          world.helpline.id,
          ...before,
          `insert into handreiking.signal_review values (gen_random_uuid(), '${world.helpline.id}', '${signal}',
            '${registrar}', '${reviewer}', '${verdict}', null, now())`,
        ),
      );
    expect(await review(world.eva.memberId, world.eva.memberId)).toBe("23514");
    expect(await review(ilse.memberId, world.eva.memberId)).toBe("23503");
    expect(await review(world.eva.memberId, ilse.memberId, "duplicate-of")).toBe("23514");
    expect(await review(world.eva.memberId, ilse.memberId)).toBe("HR127");
    await world.signIn(ilse);
    const hand = rawHand(signal, ilse.memberId, world.eva.memberId);
    expect(await review(world.eva.memberId, ilse.memberId, "counts", hand)).toBe("committed");
    for (const statement of [
      "update handreiking.signal_review set verdict = 'counts'",
      "delete from handreiking.signal_review",
      "update handreiking.signal set nature = 'both'",
      "update handreiking.signal set expires_at = '2027-12-01'",
      "delete from handreiking.signal",
    ])
      expect(await outcome(asParticipant(world.platform.db, world.helpline.id, statement)), statement).toBe(
        "42501",
      );
    const rewritten = `update handreiking.signal set note = 'x' where id = '${signal}'`;
    expect(await outcome(asParticipant(world.platform.db, world.helpline.id, rewritten))).toBe("23514");
  });
});

aloneTest("a note is destroyed when it expires, and not read after that", async ({ world }) => {
  const { id: movement } = await aMovement(world);
  const signal = await aSignal(world, movement, world.eva, { note, noteMonths: 1 });
  const kept = await aSignal(world, movement, world.eva, { note, noteMonths: 24 });
  const read = async (id: string) => (await world.as(world.eva).get(`/signals/${id}`)).body.note;
  expect([await read(signal), await read(kept)]).toEqual([note, note]);
  world.clock.time = new Date("2026-02-05T09:00:00Z");
  expect([await read(signal), await read(kept)]).toEqual([undefined, note]);
  await expireNotes(world.platform);
  const found = await asParticipant(
    world.platform.db,
    world.helpline.id,
    `select id, note is null as gone from handreiking.signal order by registered_at, gone`,
  );
  expect(found).toEqual([
    { id: kept, gone: false },
    { id: signal, gone: true },
  ]);
  expect(await world.audited(world.helpline.id, signal)).toContain("signal.note-expired");
});
