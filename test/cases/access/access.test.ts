import { describe, expect } from "vitest";
import { openQuestion } from "../../handoff/make.ts";
import { asParticipant } from "../../walls/raw.ts";
import { test, type World } from "../../world/world.ts";

async function newCase(world: World) {
  const { caseId } = await openQuestion(world);
  const { body } = await world.as(world.eva).get(`/cases/${caseId}`);
  return { caseId, path: `/cases/${caseId}`, code: body.code as string };
}

describe("a case's code", () => {
  test("finds it for its owner, however it is typed", async ({ world }) => {
    const { caseId, code } = await newCase(world);
    for (const typed of [code, code.toLowerCase(), code.replace("-", " "), [...code].join(" ")])
      expect((await world.as(world.eva).post("/case-lookups", { code: typed })).body).toEqual({
        caseId,
        ownerId: world.eva.memberId,
        access: "owner",
      });
  });

  test("tells another counsellor of the helpline whose it is, and opens nothing", async ({ world }) => {
    const { path, code } = await newCase(world);
    const ilse = await world.member(world.helpline, "counsellor");
    // A case of her own opens no other one.
    await openQuestion(world, ilse);
    expect((await world.as(ilse).post("/case-lookups", { code })).body).toMatchObject({
      ownerId: world.eva.memberId,
      access: "none",
    });
    for (const part of ["", "/contact", "/safe-contact", "/notes", "/colleagues"])
      expect(await world.as(ilse).get(`${path}${part}`)).toMatchObject({
        status: 403,
        body: { type: "/problems/case-not-shared" },
      });
  });

  test("is nobody's elsewhere, and a mistyped one looks as an unknown one", async ({ world }) => {
    const { code } = await newCase(world);
    const answers = await Promise.all(
      ["2222-2222", code.slice(0, -1), code].map((said) =>
        world.as(world.stranger).post("/case-lookups", { code: said }),
      ),
    );
    for (const { status, body } of answers)
      expect({ status, ...body, instance: "" }).toEqual({ status: 404, ...answers[0]?.body, instance: "" });
  });
});

describe("taking over", () => {
  test("makes a counsellor the owner, and the former one reads the case no more", async ({ world }) => {
    const { caseId, path } = await newCase(world);
    const ilse = await world.member(world.helpline, "counsellor");
    const taken = await world.as(ilse).post(`${path}/take-over`, { reason: "owner-absent" });
    expect(taken).toMatchObject({
      status: 200,
      body: { id: caseId, ownerId: ilse.memberId, helpQuestions: [{ ownerId: ilse.memberId }] },
    });
    expect((await world.as(world.eva).get(path)).status).toBe(403);
    expect(await world.audited(world.helpline.id, caseId)).toContain("case.taken-over");
    const { items } = (await world.as(world.eva).get("/events?pageSize=100")).body;
    expect(items.at(-1)).toMatchObject({ type: "case.taken-over", subjectId: caseId });
    expect(
      await asParticipant(
        world.platform.db,
        world.helpline.id,
        "select from_member_id, to_member_id, reason from handreiking.case_take_over",
      ),
    ).toEqual([{ from_member_id: world.eva.memberId, to_member_id: ilse.memberId, reason: "owner-absent" }]);
  });

  test("one's own case, or again, changes nothing", async ({ world }) => {
    const { caseId, path } = await newCase(world);
    const ilse = await world.member(world.helpline, "counsellor");
    expect((await world.as(world.eva).post(`${path}/take-over`, { reason: "workload" })).status).toBe(200);
    for (let time = 0; time < 2; time++)
      await world.as(ilse).post(`${path}/take-over`, { reason: "workload" });
    const entries = await world.audited(world.helpline.id, caseId);
    expect(entries.filter((entry) => entry === "case.taken-over")).toHaveLength(1);
  });

  test("leaves a colleague no second right beside being its owner", async ({ world }) => {
    const ilse = await world.member(world.helpline, "counsellor");
    const eva = world.as(world.eva);
    const opened = await eva.post("/cases", {
      relation: "relative",
      language: "nl",
      colleagueIds: [ilse.memberId],
    });
    const taken = await world.as(ilse).post(`/cases/${opened.body.id}/take-over`, { reason: "workload" });
    expect(taken.body.colleagueIds).toEqual([]);
  });
});

describe("colleagues", () => {
  test("are named by the owner, who names the revision; and not by a colleague", async ({ world }) => {
    const { path } = await newCase(world);
    const ilse = await world.member(world.helpline, "counsellor");
    const eva = world.as(world.eva);
    const body = { memberIds: [ilse.memberId] };
    expect((await eva.put(`${path}/colleagues`, body)).status).toBe(428);
    const before = (await eva.get(`${path}/colleagues`)).headers.get("etag") ?? "";
    const named = await eva.put(`${path}/colleagues`, body, { "if-match": before });
    expect(named).toMatchObject({ status: 200, body });
    expect(await eva.put(`${path}/colleagues`, { memberIds: [] }, { "if-match": before })).toMatchObject({
      status: 412,
      body: { type: "/problems/version-outdated" },
    });
    const { headers } = await world.as(ilse).get(`${path}/colleagues`);
    expect(headers.get("etag")).toBe(named.headers.get("etag"));
    const byColleague = { "if-match": headers.get("etag") ?? "" };
    expect(await world.as(ilse).put(`${path}/colleagues`, body, byColleague)).toMatchObject({
      status: 403,
      body: { type: "/problems/case-owner-only" },
    });
  });

  test("are members of the helpline", async ({ world }) => {
    const { path } = await newCase(world);
    const eva = world.as(world.eva);
    const { headers } = await eva.get(`${path}/colleagues`);
    const body = { memberIds: [world.noor.memberId] };
    expect(
      await eva.put(`${path}/colleagues`, body, { "if-match": headers.get("etag") ?? "" }),
    ).toMatchObject({ status: 409, body: { type: "/problems/colleague-not-found" } });
  });
});
