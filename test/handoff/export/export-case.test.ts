import { describe, expect } from "vitest";
import { test, type World } from "../../world/world.ts";
import { everythingInACase } from "../erasure/everything.ts";

const exported = async (world: World, casePath: string) =>
  (await world.as(world.eva).get(`${casePath}/export`)).body;

describe("an export", () => {
  test("tells a caller all that is kept of them, in words where there are words", async ({ world }) => {
    const { casePath } = await everythingInACase(world);
    const told = await exported(world, casePath);
    expect(told).toMatchObject({
      relation: "harmed",
      language: "nl",
      province: "Utrecht",
      contact: { name: "Marije", phones: [{ number: "06 12345678" }] },
      safeContact: { channel: "phone" },
      codeWordAgreed: true,
      notes: [{ text: "Wants to talk to a lawyer first." }],
      helpQuestions: expect.arrayContaining([
        expect.objectContaining({
          domain: "care",
          topics: ["manipulation"],
          // Framed, and taken over.
          history: [expect.anything(), expect.anything()],
        }),
        expect.objectContaining({ domain: "legal", ownWords: "I want my savings back." }),
      ]),
      handOvers: [{ kind: "taken-over", reason: "owner-absent" }],
      requests: [{ door: "phone", endReason: "became-case" }],
      appointments: [{ state: "held", channel: "phone" }],
      conversations: [
        {
          topics: ["psychological-abuse", "fraud"],
          dangerSigns: ["stalking"],
          note: "Left the group in March.",
          additions: [{ text: "Her brother knows." }],
          steps: [{ step: "map-signals", decision: "signals-mapped", words: "He waits at her work." }],
        },
      ],
      consents: [{ recipient: "De Brug", purpose: "handoff", categories: ["contact", "identity"] }],
      overrides: [{ recipient: "De Brug", ground: "vital-interest", necessity: "Her life is in danger." }],
    });
    expect(told.consents[0].text[0]).toContain("in contact brengen met {recipient}");
  });

  test("tells who received what and when, and what became of it", async ({ world }) => {
    const { casePath, consentId, path, id } = await everythingInACase(world);
    const noor = world.as(world.noor);
    const at = world.clock.time.toISOString();
    expect((await exported(world, casePath)).handoffs).toMatchObject([
      {
        recipient: "De Brug",
        service: "Hulp van De Brug",
        state: "scheduled",
        offeredAt: at,
        summary: { domain: "care", ageBand: "26-64", safetyFlags: ["no-voicemail"] },
        disclosed: { categories: ["contact", "identity"], since: at },
      },
    ]);
    await noor.get(`${path}/disclosure`);
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    await noor.post(`/obligations/${id}/fulfilment`, { endedAs: "deleted", function: "intake" });
    expect((await exported(world, casePath)).handoffs).toMatchObject([
      {
        state: "withdrawn",
        endedAt: at,
        disclosed: { learnedAt: at },
        deletion: { askedAt: at, answeredAt: at, answer: "deleted" },
      },
    ]);
  });

  test("tells who looked, here and at the recipient: the organization, and nobody's name or id", async ({
    world,
  }) => {
    const { casePath, path } = await everythingInACase(world);
    await world.as(world.eva).get(`${casePath}/contact`);
    await world.as(world.noor).get(`${path}/disclosure`);
    const { looks } = await exported(world, casePath);
    const did = (action: string) => looks.filter((look: { action: string }) => look.action === action);
    expect(did("contact.read")).toEqual([
      expect.objectContaining({ organization: "Helplijn", by: "client", action: "contact.read" }),
    ]);
    expect(did("disclosure.read")).toMatchObject([{ organization: "De Brug" }]);
    // This export is one of them.
    expect(did("case.exported")).toMatchObject([{ organization: "Helplijn" }]);
    const people = [world.eva.memberId, world.noor.memberId, world.eva.clientId];
    for (const id of people) expect(JSON.stringify(looks)).not.toContain(id);
  });

  test("is its team's alone, and none is made without being written down", async ({ world }) => {
    const { casePath, caseId, officer } = await everythingInACase(world, "draft");
    const outsider = await world.member(world.helpline, "counsellor");
    expect((await world.as(outsider).get(`${casePath}/export`)).status).toBe(403);
    expect((await world.as(officer).get(`${casePath}/export`)).status).toBe(403);
    expect((await world.as(world.stranger).get(`${casePath}/export`)).status).toBe(404);
    expect(await world.audited(world.helpline.id, caseId)).not.toContain("case.exported");
    await exported(world, casePath);
    expect(await world.audited(world.helpline.id, caseId)).toContain("case.exported");
  });
});
