import { describe, expect } from "vitest";
import { later, openQuestion } from "../../handoff/make.ts";
import { nameIn } from "../../intake/conversations/make.ts";
import { test, type World } from "../../world/world.ts";

async function given(world: World, reason = "workload") {
  const { caseId, questionId } = await openQuestion(world);
  const ilse = await world.member(world.helpline, "counsellor");
  const path = `/cases/${caseId}`;
  const over = await world.as(world.eva).post(`${path}/hand-overs`, { toId: ilse.memberId, reason });
  return { caseId, questionId, ilse, path, over, handOver: `/hand-overs/${over.body.id}` };
}

const taskOf = async (world: World, person: World["eva"], id: string) =>
  (await world.as(person).get("/tasks")).body.items.find(
    (one: { subjectId: string }) => one.subjectId === id,
  );

describe("a case that is handed over", () => {
  test("is the colleague's from that moment, with its open help questions, and in their day", async ({
    world,
  }) => {
    const { caseId, ilse, path, over } = await given(world);
    expect(over).toMatchObject({
      status: 201,
      body: {
        caseId,
        fromId: world.eva.memberId,
        toId: ilse.memberId,
        byId: world.eva.memberId,
        returnableUntil: "2026-01-12T09:00:00.000Z",
      },
    });
    expect((await world.as(world.eva).get(path)).status).toBe(403);
    expect((await world.as(ilse).get(path)).body).toMatchObject({
      ownerId: ilse.memberId,
      helpQuestions: [{ ownerId: ilse.memberId }],
    });
    expect(await taskOf(world, ilse, over.body.id)).toMatchObject({ kind: "accept-case", why: "workload" });
    const { items } = (await world.as(ilse).get("/events?pageSize=100")).body;
    expect(items.at(-1)).toMatchObject({ type: "case.handed-over", subjectId: caseId });
  });

  test("leaves with a colleague what they see to", async ({ world }) => {
    const { caseId, questionId } = await openQuestion(world);
    const [ilse, jan] = [
      await world.member(world.helpline, "counsellor"),
      await world.member(world.helpline, "counsellor"),
    ];
    await nameIn(world, caseId, [jan]);
    await world.as(world.eva).put(`/help-questions/${questionId}/owner`, { ownerId: jan.memberId });
    const body = { toId: ilse.memberId, reason: "workload" };
    await world.as(world.eva).post(`/cases/${caseId}/hand-overs`, body);
    expect((await world.as(ilse).get(`/help-questions/${questionId}`)).body.ownerId).toBe(jan.memberId);
  });

  test("goes from the day once it is accepted, and cannot be given back any more", async ({ world }) => {
    const { ilse, over, handOver } = await given(world);
    for (let time = 0; time < 2; time++)
      expect(await world.as(ilse).post(`${handOver}/acceptance`)).toMatchObject({
        status: 200,
        body: { answer: "accepted" },
      });
    expect(await taskOf(world, ilse, over.body.id)).toBeUndefined();
    expect(await world.as(ilse).post(`${handOver}/return`)).toMatchObject({
      status: 409,
      body: { type: "/problems/hand-over-answered" },
    });
  });

  test("is given back within five working days, with what came with it", async ({ world }) => {
    const { caseId, questionId, ilse, path, handOver } = await given(world);
    world.clock.time = later(world, { days: 7 });
    expect(await world.as(ilse).post(`${handOver}/return`)).toMatchObject({
      status: 200,
      body: { answer: "returned" },
    });
    expect((await world.as(ilse).get(path)).status).toBe(403);
    expect((await world.as(world.eva).get(`/help-questions/${questionId}`)).body.ownerId).toBe(
      world.eva.memberId,
    );
    expect(await world.audited(world.helpline.id, caseId)).toEqual(
      expect.arrayContaining(["case.handed-over", "case.returned"]),
    );
  });

  test("is not given back later", async ({ world }) => {
    const { ilse, handOver } = await given(world);
    world.clock.time = later(world, { days: 7, minutes: 1 });
    expect(await world.as(ilse).post(`${handOver}/return`)).toMatchObject({
      status: 409,
      body: { type: "/problems/hand-over-too-old" },
    });
  });

  test("is nobody's to answer but the new owner's, and not once it has moved on", async ({ world }) => {
    const { ilse, path, handOver, over } = await given(world);
    for (const part of ["acceptance", "return"])
      expect((await world.as(world.eva).post(`${handOver}/${part}`)).status).toBe(404);
    await world.as(world.eva).post(`${path}/take-over`, { reason: "caller-asked" });
    for (const part of ["acceptance", "return"])
      expect((await world.as(ilse).post(`${handOver}/${part}`)).status).toBe(409);
    expect(await taskOf(world, ilse, over.body.id)).toBeUndefined();
  });

  test("goes to a counsellor who can sign in, and not to its owner", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const officer = await world.member(world.helpline, "privacy-officer");
    for (const [toId, problem] of [
      [officer.memberId, "colleague-cannot-act"],
      [world.stranger.memberId, "colleague-cannot-act"],
      [world.eva.memberId, "already-owner"],
    ])
      expect(
        await world.as(world.eva).post(`/cases/${caseId}/hand-overs`, { toId, reason: "workload" }),
      ).toMatchObject({ status: 409, body: { type: `/problems/${problem}` } });
  });

  test("is handed over by its owner, not by a colleague named in it", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const ilse = await world.member(world.helpline, "counsellor");
    const body = { toId: ilse.memberId, reason: "workload" };
    const byIlse = () => world.as(ilse).post(`/cases/${caseId}/hand-overs`, body);
    expect(await byIlse()).toMatchObject({ status: 403, body: { type: "/problems/case-not-shared" } });
    await nameIn(world, caseId, [ilse]);
    expect(await byIlse()).toMatchObject({ status: 403, body: { type: "/problems/case-owner-only" } });
  });
});

describe("a coordinator", () => {
  test("finds the cases of whoever can act no more, hands them over, and reads nothing of them", async ({
    world,
  }) => {
    const { caseId } = await openQuestion(world);
    const [bert, ilse] = [
      await world.member(world.helpline, "coordinator"),
      await world.member(world.helpline, "counsellor"),
    ];
    const administrator = await world.member(world.helpline, "administrator");
    expect((await world.as(administrator).put(`/members/${world.eva.memberId}/suspension`)).status).toBe(200);
    expect(await taskOf(world, bert, caseId)).toMatchObject({
      kind: "hand-over-case",
      why: "owner-suspended",
      next: { operationId: "handOverCase", href: `/v1/cases/${caseId}/hand-overs` },
    });
    const body = { toId: ilse.memberId, reason: "owner-absent" };
    expect((await world.as(bert).post(`/cases/${caseId}/hand-overs`, body)).status).toBe(201);
    expect((await world.as(ilse).get(`/cases/${caseId}`)).status).toBe(200);
    for (const part of ["", "/notes", "/conversations", "/help-questions", "/contact", "/export"])
      expect((await world.as(bert).get(`/cases/${caseId}${part}`)).status, part).toBe(403);
    expect(await taskOf(world, bert, caseId)).toBeUndefined();
  });
});
