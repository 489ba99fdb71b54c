import { describe, expect } from "vitest";
import { openQuestion } from "../../handoff/make.ts";
import { asParticipant } from "../../walls/raw.ts";
import { sharingTest as test, type World } from "../../world/world.ts";
import { aCounsellor, aRequest, plan } from "../appointments/make.ts";
import { charted, nameIn, talk } from "./make.ts";

const openCase = async (world: World) => (await openQuestion(world)).caseId;

describe("a conversation", () => {
  test("takes no more than how, how long and what it came to", async ({ world }) => {
    const caseId = await openCase(world);
    const body = { channel: "chat", minutes: 15, outcome: "listened" };
    expect(await world.as(world.eva).post(`/cases/${caseId}/conversations`, body)).toMatchObject({
      status: 201,
      body: {
        ...body,
        caseId,
        counsellorId: world.eva.memberId,
        startedAt: "2026-01-05T08:45:00.000Z",
        topics: [],
        dangerSigns: [],
        hasNote: false,
      },
    });
  });

  test("is charted in codes, and its note is told to whoever opens it alone", async ({ world }) => {
    const caseId = await openCase(world);
    const eva = world.as(world.eva);
    const id = await talk(world, caseId);
    const { note, ...codes } = charted;
    const listed = await eva.get(`/cases/${caseId}/conversations`);
    expect(listed.body.items).toMatchObject([{ id, ...codes, hasNote: true }]);
    expect(JSON.stringify(listed.body)).not.toContain(note);
    expect((await eva.get(`/conversations/${id}`)).body).toMatchObject({ ...codes, note, additions: [] });
    expect((await world.audited(world.helpline.id, id)).sort()).toEqual([
      "conversation.read",
      "conversation.recorded",
    ]);
  });

  test("is added to, in the order in which that was written, and never changed", async ({ world }) => {
    const id = await talk(world, await openCase(world));
    const eva = world.as(world.eva);
    for (const text of ["She called again.", "Her brother knows."])
      expect(await eva.post(`/conversations/${id}/additions`, { text })).toMatchObject({
        status: 201,
        body: { conversationId: id, authorId: world.eva.memberId },
      });
    const { additions } = (await eva.get(`/conversations/${id}`)).body;
    expect(additions.map(({ text }: { text: string }) => text).sort()).toEqual([
      "Her brother knows.",
      "She called again.",
    ]);
    for (const method of ["PUT", "PATCH", "DELETE"])
      expect((await eva.send(method, `/conversations/${id}`, {})).status).toBe(405);
  });

  test("names kinds of abuse by the terms of that taxonomy, the broader and the narrower", async ({
    world,
  }) => {
    const caseId = await openCase(world);
    const record = (topics: string[]) =>
      world.as(world.eva).post(`/cases/${caseId}/conversations`, {
        channel: "phone",
        minutes: 5,
        outcome: "advised",
        topics,
      });
    const six = ["child-abuse", "violence", "sexual-exploitation", "labour-exploitation", "financial-abuse"];
    expect((await record([...six, "psychological-abuse", "coercion"])).status).toBe(201);
    // A need is none, and neither is what nobody wrote down.
    for (const topic of ["legal-advice", "boredom"])
      expect(await record(["violence", topic])).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: "/topics/1" }] },
      });
  });

  test("did not begin in the future, and holds no citizen number", async ({ world }) => {
    const caseId = await openCase(world);
    const eva = world.as(world.eva);
    const path = `/cases/${caseId}/conversations`;
    const wrong = { ...charted, startedAt: "2026-01-05T09:00:01Z" };
    expect(await eva.post(path, wrong)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/startedAt" }] },
    });
    expect((await eva.post(path, { ...charted, note: "BSN 111222333" })).status).toBe(400);
  });

  test("is a colleague's to read once named in the case, and not before", async ({ world }) => {
    const caseId = await openCase(world);
    const id = await talk(world, caseId);
    const ilse = await world.member(world.helpline, "counsellor");
    const paths = [
      `/conversations/${id}`,
      `/conversations/${id}/step-list`,
      `/cases/${caseId}/conversations`,
    ];
    for (const path of paths) expect((await world.as(ilse).get(path)).status, path).toBe(403);
    const added = { text: "I know her." };
    expect((await world.as(ilse).post(`/conversations/${id}/additions`, added)).status).toBe(403);
    await nameIn(world, caseId, [ilse]);
    for (const path of paths) expect((await world.as(ilse).get(path)).status, path).toBe(200);
    await nameIn(world, caseId, []);
    for (const path of paths) expect((await world.as(ilse).get(path)).status, path).toBe(403);
  });

  test("comes a page at a time, the newest first, each once", async ({ world }) => {
    const caseId = await openCase(world);
    const ids: string[] = [];
    for (const minute of [10, 20, 30])
      ids.push(await talk(world, caseId, world.eva, { startedAt: `2026-01-05T08:${minute}:00Z` }));
    const eva = world.as(world.eva);
    const path = `/cases/${caseId}/conversations?pageSize=2`;
    const first = (await eva.get(path)).body;
    const second = (await eva.get(`${path}&cursor=${encodeURIComponent(first.nextCursor)}`)).body;
    const told = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(told).toEqual(ids.toReversed());
  });

  test("said again with its key is one conversation", async ({ world }) => {
    const caseId = await openCase(world);
    const record = () =>
      world.as(world.eva).post(`/cases/${caseId}/conversations`, charted, { "idempotency-key": "talked" });
    expect((await record()).body).toEqual((await record()).body);
    expect((await world.as(world.eva).get(`/cases/${caseId}/conversations`)).body.items).toHaveLength(1);
  });
});

describe("an appointment", () => {
  test("is held by the conversation of its case, in the same moment, once", async ({ world }) => {
    const caseId = await openCase(world);
    const eva = world.as(world.eva);
    const planned = await plannedFor(world, caseId);
    const record = (of: string) =>
      eva.post(`/cases/${of}/conversations`, {
        channel: "phone",
        minutes: 30,
        outcome: "advised",
        appointmentId: planned,
      });
    expect(await record(await openCase(world))).toMatchObject({
      status: 409,
      body: { type: "/problems/appointment-of-another" },
    });
    expect((await record(caseId)).status).toBe(201);
    expect(await world.audited(world.helpline.id, planned)).toContain("appointment.held");
    expect(await record(caseId)).toMatchObject({
      status: 409,
      body: { type: "/problems/appointment-ended" },
    });
  });

  test("that was planned for somebody else looks as an unknown one", async ({ world }) => {
    const caseId = await openCase(world);
    const colleague = await aCounsellor(world);
    const { body } = await plan(world, colleague, { requestId: await aRequest(world) });
    for (const appointmentId of [body.id, crypto.randomUUID()])
      expect(
        await world.as(world.eva).post(`/cases/${caseId}/conversations`, { ...charted, appointmentId }),
      ).toMatchObject({ status: 409, body: { type: "/problems/appointment-of-another" } });
  });
});

/** An appointment of that case, as a request that became it left it. */
async function plannedFor(world: World, caseId: string): Promise<string> {
  const counsellor = await aCounsellor(world);
  const requestId = await aRequest(world);
  const { body } = await plan(world, counsellor, { requestId });
  await asParticipant(
    world.platform.db,
    world.helpline.id,
    `update handreiking.callback_request set state = 'ended', ended_at = '2026-01-05T09:00:00Z',
      end_reason = 'became-case', sealed = null, let_go_at = '2026-01-05T09:00:00Z', case_id = '${caseId}' where id = '${requestId}'`,
  );
  return body.id;
}
