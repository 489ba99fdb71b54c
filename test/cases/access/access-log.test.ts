import { describe, expect } from "vitest";
import { fillCase, makeReferral } from "../../handoff/make.ts";
import { test } from "../../world/world.ts";

interface Look {
  action: string;
  organization: string;
}

describe("the access log of a case", () => {
  test("tells who looked, when, as what and why: colleagues by name, a recipient by its organization", async ({
    world,
  }) => {
    const { caseId, path } = await makeReferral(world, "scheduled");
    await fillCase(world, caseId);
    const eva = world.as(world.eva);
    await eva.get(`/cases/${caseId}/contact`);
    await world.as(world.noor).get(path);
    await world.as(world.noor).get(`${path}/disclosure`);
    const { body } = await eva.get(`/cases/${caseId}/access-log?pageSize=100`);
    expect(body.items).toContainEqual({
      at: "2026-01-05T09:00:00.000Z",
      organization: "Helplijn",
      by: "client",
      roles: ["counsellor"],
      memberId: world.eva.memberId,
      memberName: "Somebody",
      action: "contact.read",
      dealing: "read",
      purpose: "helping",
      outcome: "allowed",
    });
    const there = body.items.filter(({ organization }: Look) => organization === "De Brug");
    expect(there.map(({ action }: Look) => action).sort()).toEqual([
      "disclosure.read",
      "referral-summary.read",
      "referral.accepted",
    ]);
    for (const look of there) {
      expect(look).toMatchObject({ roles: ["partner"], purpose: "handing-over" });
      expect(look).not.toHaveProperty("memberId");
      expect(look).not.toHaveProperty("memberName");
    }
  });

  test("is read page by page, the oldest first, by who may read the case and by the privacy officer", async ({
    world,
  }) => {
    const { caseId } = await makeReferral(world, "accepted");
    const other = await makeReferral(world, "accepted");
    const marije = world.as(await world.member(world.helpline, "privacy-officer"));
    const seen: Look[] = [];
    let next = "";
    do {
      const { status, body } = await marije.get(`/cases/${caseId}/access-log?pageSize=2${next}`);
      expect(status).toBe(200);
      seen.push(...body.items);
      next = body.nextCursor ? `&cursor=${body.nextCursor}` : "";
    } while (next && seen.length < 50);
    const done = seen.map(({ action }) => action).filter((action) => action !== "access-log.read");
    expect(done.sort()).toEqual([
      "case.opened",
      "consent.recorded",
      "help-question.added",
      "referral.accepted",
      "referral.drafted",
      "referral.offered",
    ]);
    // It is their look that is accounted for, and nothing of the case that they are told.
    expect((await marije.get(`/cases/${caseId}`)).status).toBe(403);
    const ilse = world.as(await world.member(world.helpline, "counsellor"));
    expect(await ilse.get(`/cases/${caseId}/access-log`)).toMatchObject({
      status: 403,
      body: { type: "/problems/case-not-shared" },
    });
    const { nextCursor } = (await marije.get(`/cases/${caseId}/access-log?pageSize=1`)).body;
    expect(
      (await marije.get(`/cases/${other.caseId}/access-log?pageSize=1&cursor=${nextCursor}`)).status,
    ).toBe(400);
  });

  test("tells a look that was refused", async ({ world }) => {
    const { caseId } = await makeReferral(world, "draft");
    const ilse = await world.member(world.helpline, "counsellor");
    await world.as(ilse).get(`/cases/${caseId}`);
    const { body } = await world.as(world.eva).get(`/cases/${caseId}/access-log?pageSize=100`);
    expect(body.items).toContainEqual(
      expect.objectContaining({ action: "request.refused", outcome: "refused", memberId: ilse.memberId }),
    );
  });

  test("still answers the privacy officer, by the list of entries, when the case is erased", async ({
    world,
  }) => {
    const { caseId } = await makeReferral(world, "scheduled");
    const marije = world.as(await world.member(world.helpline, "privacy-officer"));
    await marije.post(`/cases/${caseId}/erasure`, { reason: "caller-request" });
    expect((await marije.get(`/cases/${caseId}/access-log`)).status).toBe(404);
    const { body } = await marije.get(`/audit-events?caseId=${caseId}&pageSize=100`);
    const told = body.items.map(({ action }: Look) => action);
    expect(told).toEqual(expect.arrayContaining(["case.erased", "referral.accepted", "case.opened"]));
  });
});
