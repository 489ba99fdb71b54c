import { describe, expect } from "vitest";
import { makeReferral, openQuestion } from "../../handoff/make.ts";
import { nameIn, talk, today } from "../../intake/conversations/make.ts";
import { sharingTest as test, type World } from "../../world/world.ts";

const framed = { domain: "legal", topics: ["legal-advice"] };
const words = "I want to know whether I can get my savings back.";

async function teamCase(world: World) {
  const { caseId, questionId } = await openQuestion(world);
  const ilse = await world.member(world.helpline, "counsellor");
  await nameIn(world, caseId, [ilse]);
  return { caseId, questionId, ilse, path: `/cases/${caseId}/help-questions` };
}

const suspend = async (world: World, memberId: string | undefined) => {
  const administrator = await world.member(world.helpline, "administrator");
  await world.member(world.helpline, "administrator");
  return world.as(administrator).put(`/members/${memberId}/suspension`);
};

describe("a help question", () => {
  test("is framed in a conversation, in the caller's own words, with who sees to it and what comes next", async ({
    world,
  }) => {
    const { caseId, ilse, path } = await teamCase(world);
    const conversationId = await talk(world, caseId);
    const eva = world.as(world.eva);
    const nextAction = { action: "find-partner", on: today(world, 2) };
    const added = await eva.post(path, {
      ...framed,
      conversationId,
      ownWords: words,
      ownerId: ilse.memberId,
      nextAction,
    });
    expect(added).toMatchObject({
      status: 201,
      body: { conversationId, ownerId: ilse.memberId, nextAction: "find-partner", hasOwnWords: true },
    });
    expect(JSON.stringify(added.body)).not.toContain(words);
    const file = await eva.get(`/help-questions/${added.body.id}`);
    expect(file.body).toMatchObject({
      ownWords: words,
      history: [{ ownerId: ilse.memberId, nextActionOn: nextAction.on, byId: world.eva.memberId }],
    });
    expect((await world.audited(world.helpline.id, added.body.id)).sort()).toEqual([
      "help-question.added",
      "help-question.read",
    ]);
  });

  test("names a conversation of its own case, and no other's", async ({ world }) => {
    const { path } = await teamCase(world);
    const elsewhere = await talk(world, (await openQuestion(world)).caseId);
    for (const conversationId of [elsewhere, crypto.randomUUID()])
      expect(await world.as(world.eva).post(path, { ...framed, conversationId })).toMatchObject({
        status: 409,
        body: { type: "/problems/conversation-elsewhere" },
      });
  });

  test("keeps how it went from hand to hand, whoever or whatever changed it", async ({ world }) => {
    const { caseId, questionId, path: referral } = await makeReferral(world, "offered");
    const ilse = await world.member(world.helpline, "counsellor");
    await nameIn(world, caseId, [ilse]);
    const eva = world.as(world.eva);
    const plan = { action: "call-back", on: today(world) };
    await eva.put(`/help-questions/${questionId}/owner`, { ownerId: ilse.memberId });
    await world.as(ilse).put(`/help-questions/${questionId}/next-action`, plan);
    await world.as(world.noor).post(`${referral}/declination`, { reason: "no-capacity" });
    await world.as(ilse).post(`/help-questions/${questionId}/end`, { reason: "advised" });
    const { history } = (await eva.get(`/help-questions/${questionId}`)).body;
    const hand = { ownerId: ilse.memberId };
    const at = world.clock.time.toISOString();
    expect(history).toEqual([
      { at, byId: world.eva.memberId, ownerId: world.eva.memberId },
      { at, byId: world.eva.memberId, ...hand },
      { at, byId: ilse.memberId, ...hand, nextAction: "call-back", nextActionOn: plan.on },
      { at, ...hand, nextAction: "referral-declined", nextActionOn: plan.on },
      { at, byId: ilse.memberId, ...hand, endReason: "advised" },
    ]);
  });

  test("is listed with its case, the ended ones too, a page at a time", async ({ world }) => {
    const { caseId, questionId, path } = await teamCase(world);
    const eva = world.as(world.eva);
    await eva.post(`/help-questions/${questionId}/end`, { reason: "listened" });
    await eva.post(path, framed);
    const first = (await eva.get(`/cases/${caseId}/help-questions?pageSize=1`)).body;
    const next = `${path}?pageSize=1&cursor=${encodeURIComponent(first.nextCursor)}`;
    const second = (await eva.get(next)).body;
    const told = [...first.items, ...second.items];
    expect(told.map(({ domain }: { domain: string }) => domain).sort()).toEqual(["care", "legal"]);
    expect(second.nextCursor).toBeUndefined();
  });
});

describe("seeing to a help question", () => {
  test("is given to a colleague who reads the case, and shows in their day", async ({ world }) => {
    const { questionId, ilse } = await teamCase(world);
    const eva = world.as(world.eva);
    await eva.put(`/help-questions/${questionId}/next-action`, { action: "call-back", on: today(world) });
    await eva.put(`/help-questions/${questionId}/owner`, { ownerId: ilse.memberId });
    const tasks = (await world.as(ilse).get("/tasks")).body.items;
    expect(tasks).toMatchObject([{ kind: "see-to-question", subjectId: questionId, why: "call-back" }]);
    const own = (await eva.get("/tasks")).body.items;
    expect(own.map(({ subjectId }: { subjectId: string }) => subjectId)).not.toContain(questionId);
  });

  test("is somebody's to do as long as nothing is planned and no handoff goes on", async ({ world }) => {
    const { questionId } = await openQuestion(world);
    const eva = world.as(world.eva);
    const why = async (id: string) => {
      const { items } = (await eva.get("/tasks")).body;
      return items
        .filter(({ subjectId }: { subjectId: string }) => subjectId === id)
        .map(({ kind, why, dueAt }: Record<string, string>) => [kind, why, dueAt]);
    };
    // Until the end of the next working day, by the network's clock.
    expect(await why(questionId)).toEqual([
      ["see-to-question", "nothing-planned", "2026-01-06T09:00:00.000Z"],
    ]);
    await eva.put(`/help-questions/${questionId}/next-action`, { action: "call-back", on: today(world, 2) });
    expect(await why(questionId)).toEqual([]);
    const offered = await makeReferral(world, "offered");
    expect(await why(offered.questionId)).toEqual([]);
    const completed = await makeReferral(world, "completed");
    expect(await why(completed.questionId)).toEqual([
      ["see-to-question", "completed", "2026-01-07T11:00:00.000Z"],
    ]);
    await eva.post(`/help-questions/${completed.questionId}/end`, { reason: "referred" });
    expect(await why(completed.questionId)).toEqual([]);
    expect(
      (await world.as(await world.member(world.helpline, "counsellor")).get("/tasks")).body.items,
    ).toEqual([]);
  });

  test("is given to nobody who does not read the case, is no counsellor, or can sign in no more", async ({
    world,
  }) => {
    const { caseId, questionId, ilse, path } = await teamCase(world);
    const outsider = await world.member(world.helpline, "counsellor");
    const officer = await world.member(world.helpline, "privacy-officer");
    await nameIn(world, caseId, [ilse, officer]);
    expect((await suspend(world, ilse.memberId)).status).toBe(200);
    const eva = world.as(world.eva);
    for (const [memberId, problem] of [
      [outsider.memberId, "colleague-reads-not"],
      [officer.memberId, "colleague-cannot-act"],
      [ilse.memberId, "colleague-cannot-act"],
      [world.stranger.memberId, "colleague-cannot-act"],
    ] as const)
      for (const answer of [
        await eva.put(`/help-questions/${questionId}/owner`, { ownerId: memberId }),
        await eva.post(path, { ...framed, ownerId: memberId }),
      ])
        expect(answer).toMatchObject({ status: 409, body: { type: `/problems/${problem}` } });
  });

  test("falls to the case's owner when the colleague is named in it no more", async ({ world }) => {
    const { caseId, questionId, ilse } = await teamCase(world);
    const eva = world.as(world.eva);
    await eva.put(`/help-questions/${questionId}/owner`, { ownerId: ilse.memberId });
    await nameIn(world, caseId, []);
    expect((await eva.get(`/help-questions/${questionId}`)).body.ownerId).toBe(world.eva.memberId);
  });

  test("stays in somebody's day after its owner is suspended, also once a referral ends", async ({
    world,
  }) => {
    const { caseId, questionId, path } = await makeReferral(world, "offered");
    const ilse = await world.member(world.helpline, "counsellor");
    await nameIn(world, caseId, [ilse]);
    await world.as(world.eva).put(`/help-questions/${questionId}/owner`, { ownerId: ilse.memberId });
    expect((await suspend(world, ilse.memberId)).status).toBe(200);
    await world.as(world.noor).post(`${path}/declination`, { reason: "no-capacity" });
    const tasks = (await world.as(world.eva).get("/tasks")).body.items;
    expect(tasks).toContainEqual(
      expect.objectContaining({ kind: "see-to-question", subjectId: questionId, why: "referral-declined" }),
    );
  });
});

describe("services for a help question", () => {
  test("are searched by its codes, say why, and are found without a word of the caller's", async ({
    world,
  }) => {
    const { caseId } = await openQuestion(world);
    const eva = world.as(world.eva);
    const { body } = await eva.post(`/cases/${caseId}/help-questions`, {
      domain: "care",
      topics: ["manipulation"],
      ownWords: "canary-Words-3K",
    });
    const found = await eva.get(`/help-questions/${body.id}/suggested-services?most=5`);
    expect(found.status).toBe(200);
    expect(found.body.understoodAs.length).toBeGreaterThan(0);
    expect(found.body.items.length).toBeGreaterThan(0);
    const [first] = found.body.items;
    expect(first.matched.length).toBeGreaterThan(0);
    expect(JSON.stringify([found.body, world.logged])).not.toContain("canary-Words-3K");
  });
});
