import { describe, expect } from "vitest";
import { makeReferral } from "../handoff/make.ts";
import { test, type World } from "../world/world.ts";

const officerOf = async (world: World, side: "helpline" | "bridge" = "helpline") =>
  world.as(await world.member(world[side], "privacy-officer"));

interface Told {
  id: string;
  action: string;
  at: string;
}
const actions = (body: { items: Told[] }) => body.items.map(({ action }) => action);

describe("the list of audit entries", () => {
  test("answers who did what, as whom, why and about whose case; the newest first", async ({ world }) => {
    const { caseId } = await makeReferral(world, "draft");
    world.clock.time = new Date("2026-01-05T10:00:00Z");
    await world.as(world.eva).get(`/cases/${caseId}`);
    const officer = await officerOf(world);
    const { body } = await officer.get("/audit-events?action=case.read");
    expect(body.items[0]).toMatchObject({
      action: "case.read",
      dealing: "read",
      operation: "getCase",
      purpose: "helping",
      outcome: "allowed",
      actorKind: "client",
      actorId: world.eva.clientId,
      onBehalfOf: world.eva.memberId,
      actorRoles: ["counsellor"],
      caseId,
      subjectId: caseId,
      participantId: world.helpline.id,
    });
    expect(body.items.every((entry: { number?: number }) => entry.number !== undefined)).toBe(true);
  });

  test("is filtered by time, record, case, actor and action, and read page by page", async ({ world }) => {
    const { caseId, id } = await makeReferral(world, "accepted");
    const other = await makeReferral(world, "draft");
    const officer = await officerOf(world);
    const ask = async (query: string) => (await officer.get(`/audit-events?pageSize=100&${query}`)).body;
    const ofCase = await ask(`caseId=${caseId}`);
    expect(actions(ofCase)).toEqual(
      expect.arrayContaining(["case.opened", "help-question.added", "consent.recorded", "referral.accepted"]),
    );
    expect(JSON.stringify(ofCase)).not.toContain(other.caseId);
    expect(actions(await ask(`subjectId=${id}`)).sort()).toEqual([
      "referral.accepted",
      "referral.drafted",
      "referral.offered",
    ]);
    expect(new Set(actions(await ask("action=case.opened")))).toEqual(new Set(["case.opened"]));
    expect(actions(await ask(`actorId=${world.eva.memberId}`))).toContain("case.opened");
    expect(actions(await ask(`actorId=${world.noor.memberId}`))).toEqual([]);
    expect(actions(await ask("until=2026-01-05T09:00:00Z"))).toEqual([]);
    expect(actions(await ask("since=2026-01-05T09:00:00Z"))).not.toEqual([]);
    const all: string[] = [];
    let next = "";
    do {
      const { body } = await officer.get(`/audit-events?pageSize=3&action=referral.drafted${next}`);
      all.push(...body.items.map((entry: Told) => entry.id));
      next = body.nextCursor ? `&cursor=${body.nextCursor}` : "";
    } while (next);
    expect(new Set(all).size).toBe(2);
    expect(all).toHaveLength(2);
  });

  test("shows a recipient's looks at one's own referrals, and none of its people", async ({ world }) => {
    const { id, path } = await makeReferral(world, "accepted");
    await world.as(world.noor).get(path);
    const { body } = await (await officerOf(world)).get(`/audit-events?subjectId=${id}&pageSize=100`);
    const looks = body.items.filter(
      (entry: { participantId: string }) => entry.participantId === world.bridge.id,
    );
    expect(looks.map((entry: Told) => entry.action).sort()).toEqual([
      "referral-summary.read",
      "referral.accepted",
    ]);
    for (const look of looks) {
      expect(look).toMatchObject({ actorRoles: ["partner"] });
      for (const hidden of ["actorId", "onBehalfOf", "number"]) expect(look).not.toHaveProperty(hidden);
    }
  });

  test("tells a recipient neither which case a referral is of, nor that two are of one", async ({
    world,
  }) => {
    const { caseId, id } = await makeReferral(world, "accepted");
    const officer = await officerOf(world, "bridge");
    const own = await officer.get(`/audit-events?subjectId=${id}`);
    expect(actions(own.body)).toEqual(["referral.accepted"]);
    expect(own.body.items[0]).not.toHaveProperty("caseId");
    expect((await officer.get(`/audit-events?caseId=${caseId}`)).body.items).toEqual([]);
  });

  test("is empty about another organization's records, as about records that nobody has", async ({
    world,
  }) => {
    const { caseId, id } = await makeReferral(world, "draft");
    const stranger = world.as(world.stranger);
    for (const query of [`caseId=${caseId}`, `subjectId=${id}`, `actorId=${world.eva.memberId}`]) {
      const { status, body } = await stranger.get(`/audit-events?${query}`);
      expect({ status, items: body.items }).toEqual({ status: 200, items: [] });
    }
    expect(JSON.stringify((await stranger.get("/audit-events?pageSize=100")).body)).not.toContain(
      world.helpline.id,
    );
  });

  test("takes a cursor from nobody but the one whom it was given to, with the same filters", async ({
    world,
  }) => {
    await makeReferral(world, "draft");
    const officer = await officerOf(world);
    const { nextCursor } = (await officer.get("/audit-events?pageSize=1")).body;
    expect((await officer.get(`/audit-events?pageSize=1&cursor=${nextCursor}`)).status).toBe(200);
    const colleague = await officerOf(world);
    for (const [by, query] of [
      [colleague, ""],
      [world.as(world.stranger), ""],
      [officer, "&action=case.opened"],
    ] as const)
      expect((await by.get(`/audit-events?pageSize=1&cursor=${nextCursor}${query}`)).status).toBe(400);
  });

  test("tells of requests that were refused, and of what they asked for", async ({ world }) => {
    const { caseId } = await makeReferral(world, "draft");
    const ilse = await world.member(world.helpline, "counsellor");
    const arjen = await world.member(world.helpline, "coordinator");
    expect((await world.as(ilse).get(`/cases/${caseId}/contact`)).status).toBe(403);
    expect((await world.as(arjen).get(`/cases/${caseId}/notes`)).status).toBe(403);
    expect((await world.as(world.stranger).get(`/cases/${caseId}`)).status).toBe(404);
    const { body } = await (await officerOf(world)).get("/audit-events?action=request.refused");
    expect(body.items).toHaveLength(2);
    for (const [operation, person] of [
      ["getContact", ilse],
      ["listNotes", arjen],
    ] as const)
      expect(body.items).toContainEqual(
        expect.objectContaining({
          operation,
          onBehalfOf: person.memberId,
          outcome: "refused",
          purpose: "protection",
          caseId,
        }),
      );
  });
});
