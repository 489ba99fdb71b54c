import { describe, expect } from "vitest";
import { fillCase, later, makeReferral, openQuestion } from "../../handoff/make.ts";
import { nameIn, talk, today } from "../../intake/conversations/make.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { type Person, test, type World } from "../../world/world.ts";

const midnight = "T23:00:00.000Z";

async function cover(world: World, by: Person, from: number, until: number, member?: Person) {
  const ilse = await world.member(world.helpline, "counsellor");
  const answer = await world.as(by).post("/covers", {
    ...(member && { memberId: member.memberId }),
    coveredById: ilse.memberId,
    from: today(world, from),
    until: today(world, until),
  });
  return { ilse, answer, path: `/covers/${answer.body.id}` };
}

describe("a colleague who covers a leave", () => {
  test("reads and acts from the first day to the last, and not a moment longer", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    await fillCase(world, caseId);
    const talked = await talk(world, caseId);
    const { ilse, answer } = await cover(world, world.eva, 1, 3);
    expect(answer).toMatchObject({
      status: 201,
      body: { startsAt: `2026-01-05${midnight}`, endsAt: `2026-01-08${midnight}` },
    });
    const paths = [
      ...["", "/notes", "/contact", "/conversations", "/help-questions"].map(
        (part) => `/cases/${caseId}${part}`,
      ),
      `/conversations/${talked}`,
    ];
    const reading = async () => [
      ...new Set(await Promise.all(paths.map(async (path) => (await world.as(ilse).get(path)).status))),
    ];
    for (const [time, expected] of [
      ["2026-01-05T22:59:59.999Z", 403],
      ["2026-01-05T23:00:00.000Z", 200],
      ["2026-01-08T22:59:59.999Z", 200],
      ["2026-01-08T23:00:00.000Z", 403],
    ] as const) {
      world.clock.time = new Date(time);
      expect({ time, read: await reading() }).toEqual({ time, read: [expected] });
    }
  });

  test("is written down by their own name at every look", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const { ilse } = await cover(world, world.eva, 0, 1);
    await world.as(ilse).get(`/cases/${caseId}`);
    const { items } = (await world.as(world.eva).get(`/cases/${caseId}/access-log`)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ action: "case.read", memberId: ilse.memberId, outcome: "allowed" }),
    );
    const { code } = (await world.as(world.eva).get(`/cases/${caseId}`)).body;
    expect((await world.as(ilse).post("/case-lookups", { code })).body.access).toBe("covering");
  });

  test("finds the colleague's tasks in their own day, marked as theirs, and no others", async ({ world }) => {
    const { id } = await makeReferral(world, "accepted");
    const { caseId, questionId } = await openQuestion(world);
    const eva = world.as(world.eva);
    await eva.put(`/help-questions/${questionId}/next-action`, { action: "call-back", on: today(world) });
    const talked = await talk(world, caseId, world.eva, { dangerSigns: ["weapon"] });
    const { ilse, answer } = await cover(world, world.eva, 0, 2);
    const { items } = (await world.as(ilse).get("/tasks")).body;
    const forEva = items.filter(({ coveringFor }: { coveringFor?: string }) => coveringFor);
    expect(forEva.map(({ subjectId }: { subjectId: string }) => subjectId).sort()).toEqual(
      [id, questionId, talked].sort(),
    );
    for (const { coveringFor } of forEva) expect(coveringFor).toBe(world.eva.memberId);
    expect(items[0]).toMatchObject({ subjectId: talked, acute: true });
    expect(items).toContainEqual(
      expect.objectContaining({ kind: "begin-cover", subjectId: answer.body.id, why: "begun" }),
    );
    const step = { step: "map-signals", decision: "signals-mapped" };
    expect((await world.as(ilse).post(`/conversations/${talked}/steps`, step)).status).toBe(201);
    world.clock.time = later(world, { days: 4 });
    expect((await world.as(ilse).get("/tasks")).body.items).toEqual([]);
  });

  test("reads what the colleague was named in, frames questions for its owner, and does not own", async ({
    world,
  }) => {
    const jan = await world.member(world.helpline, "counsellor");
    const { caseId } = await openQuestion(world, jan);
    await nameIn(world, caseId, [world.eva], jan);
    const { ilse } = await cover(world, world.eva, 0, 2);
    const added = await world
      .as(ilse)
      .post(`/cases/${caseId}/help-questions`, { domain: "legal", topics: ["legal-advice"] });
    expect(added).toMatchObject({ status: 201, body: { ownerId: jan.memberId } });
    expect(await nameIn(world, caseId, [ilse], ilse)).toMatchObject({
      status: 403,
      body: { type: "/problems/case-owner-only" },
    });
  });

  test("passes it to nobody by going on leave themselves", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const { ilse } = await cover(world, world.eva, 0, 5);
    const { ilse: second } = await cover(world, ilse, 0, 5);
    expect((await world.as(ilse).get(`/cases/${caseId}`)).status).toBe(200);
    expect((await world.as(second).get(`/cases/${caseId}`)).status).toBe(403);
  });

  test("reads nothing more once either of them, or a coordinator, ended it", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const bert = await world.member(world.helpline, "coordinator");
    const outsider = await world.member(world.helpline, "counsellor");
    for (const who of ["eva", "ilse", "bert"] as const) {
      const { ilse, path } = await cover(world, world.eva, 0, 5);
      expect((await world.as(outsider).post(`${path}/end`)).status).toBe(403);
      const ended = await world.as({ eva: world.eva, ilse, bert }[who]).post(`${path}/end`);
      expect(ended).toMatchObject({ status: 200, body: { endedAt: world.clock.time.toISOString() } });
      expect((await world.as(ilse).get(`/cases/${caseId}`)).status).toBe(403);
    }
  });
});

describe("a cover", () => {
  test("is arranged for oneself, or by a coordinator for a colleague who is ill", async ({ world }) => {
    const jan = await world.member(world.helpline, "counsellor");
    const bert = await world.member(world.helpline, "coordinator");
    expect((await cover(world, jan, 0, 1, world.eva)).answer).toMatchObject({
      status: 403,
      body: { type: "/problems/cover-not-yours" },
    });
    const arranged = await cover(world, bert, 0, 1, world.eva);
    expect(arranged.answer).toMatchObject({ status: 201, body: { arrangedById: bert.memberId } });
    const listed = async (person: Person) =>
      (await world.as(person).get("/covers")).body.items.map(({ id }: { id: string }) => id);
    for (const person of [bert, world.eva, arranged.ilse])
      expect(await listed(person)).toEqual([arranged.answer.body.id]);
    for (const person of [jan, world.stranger]) expect(await listed(person)).toEqual([]);
  });

  test("is given by another: no coordinator opens a colleague's cases to themselves", async ({ world }) => {
    const bert = await world.member(world.helpline, "coordinator", "counsellor");
    const named = { memberId: world.eva.memberId, coveredById: bert.memberId };
    const days = { from: today(world, 0), until: today(world, 1) };
    expect(await world.as(bert).post("/covers", { ...named, ...days })).toMatchObject({
      status: 403,
      body: { type: "/problems/cover-not-yours" },
    });
    const own = world.helpline.id;
    const forged = `insert into handreiking.cover values (gen_random_uuid(), '${own}', '${world.eva.memberId}',
      '${bert.memberId}', '2026-01-05', '2026-01-06', '${bert.memberId}', '2026-01-05', null)`;
    expect(await outcome(asParticipant(world.platform.db, own, forged))).toBe("23514");
  });

  test.for([
    [-1, 3, "/from"],
    [3, 2, "/until"],
    [0, 92, "/until"],
  ] as const)("from %i to %i days ahead is refused", async ([from, until, pointer], { world }) => {
    expect((await cover(world, world.eva, from, until)).answer).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  });

  test("over the change of the clocks lasts whole days", async ({ world }) => {
    world.clock.time = new Date("2026-03-27T09:00:00Z");
    expect((await cover(world, world.eva, 1, 2)).answer.body).toMatchObject({
      startsAt: "2026-03-27T23:00:00.000Z",
      endsAt: "2026-03-29T22:00:00.000Z",
    });
  });

  test("is by a counsellor of the same helpline, who is not on that leave", async ({ world }) => {
    const day = today(world);
    const ask = (coveredById: string | undefined) =>
      world.as(world.eva).post("/covers", { coveredById, from: day, until: day });
    expect((await ask(world.eva.memberId)).status).toBe(400);
    for (const { memberId } of [world.stranger, await world.member(world.helpline, "intake")])
      expect(await ask(memberId)).toMatchObject({
        status: 409,
        body: { type: "/problems/colleague-cannot-act" },
      });
  });
});
