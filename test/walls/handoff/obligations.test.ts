import { describe, expect } from "vitest";
import { later, makeReferral } from "../../handoff/make.ts";
import { test, type World } from "../../world/world.ts";
import { attempt, endedNow, rawEntry, rawStep } from "../moves.ts";
import { asParticipant } from "../raw.ts";

/** An obligation of De Brug: it knew who the caller is when the consent was withdrawn. */
async function owing(world: World) {
  const referral = await makeReferral(world, "scheduled");
  await world.as(world.noor).get(`${referral.path}/disclosure`);
  await world.as(world.eva).post(`/consents/${referral.consentId}/withdrawal`);
  return referral;
}

const answering = (id: string, set: string) =>
  `update handreiking.obligation set ${set} where referral_id = '${id}'`;
const deleted = "ended_at = '2026-02-01', ended_as = 'deleted', ended_by_function = 'x'";

describe("an obligation", () => {
  test("is answered once, by who owes it, truly, and told", async ({ world }) => {
    const { id } = await owing(world);
    const { helpline, bridge, clock } = world;
    const entry = () => rawEntry(bridge.id, helpline.id, "obligation.met", id, clock.time);
    expect(await attempt(world, helpline.id, answering(id, deleted))).toBe("HR030");
    const never = deleted.replace("deleted", "never-opened");
    expect(await attempt(world, bridge.id, answering(id, never), entry())).toBe("23514");
    const kept = deleted.replace("deleted", "retained");
    expect(await attempt(world, bridge.id, answering(id, kept), entry())).toBe("23514");
    expect(await attempt(world, bridge.id, answering(id, "fetched_at = null"))).toBe("42501");
    expect(await attempt(world, bridge.id, answering(id, "due_at = '2030-01-01'"))).toBe("HR030");
    expect(await attempt(world, bridge.id, answering(id, deleted))).toBe("HR041");
    expect(await attempt(world, bridge.id, answering(id, deleted), entry())).toBe("committed");
    expect(await attempt(world, bridge.id, answering(id, deleted), entry())).toBe("HR030");
    const revive = answering(id, "ended_at = null, ended_as = null");
    expect(await attempt(world, bridge.id, revive)).toBe("HR030");
  });

  test("is asked for by the sender, once at a time, and told", async ({ world }) => {
    const { id } = await owing(world);
    const { helpline, bridge, clock } = world;
    const entry = rawEntry(helpline.id, helpline.id, "obligation.chased", id, clock.time);
    const chase = (times: number) => answering(id, `chases = ${times}, due_at = '2026-02-01'`);
    expect(await attempt(world, helpline.id, chase(2), entry)).toBe("HR030");
    expect(await attempt(world, bridge.id, chase(1))).toBe("HR030");
    expect(await attempt(world, helpline.id, chase(1))).toBe("HR041");
    expect(await attempt(world, helpline.id, chase(1), entry)).toBe("committed");
  });

  test("is neither deleted, made by hand nor left out when a disclosed referral ends", async ({ world }) => {
    const referral = await makeReferral(world, "connected");
    await world.as(world.noor).get(`${referral.path}/disclosure`);
    const { helpline, bridge } = world;
    for (const by of [helpline.id, bridge.id]) {
      expect(await attempt(world, by, "delete from handreiking.obligation")).toBe("42501");
      const made = `insert into handreiking.obligation (referral_id, sender_id, recipient_id, raised_at, due_at)
        values ('${referral.id}', '${helpline.id}', '${bridge.id}', now(), now())`;
      expect(await attempt(world, by, made)).toBe("42501");
    }
    const ending = rawStep(world, helpline.id, referral, "withdrawn", { set: endedNow(world) });
    expect(await attempt(world, helpline.id, ...ending)).toBe("committed");
    const [raised] = await asParticipant(
      world.platform.db,
      bridge.id,
      `select ended_at, fetched_at is not null as opened from handreiking.obligation where referral_id = '${referral.id}'`,
    );
    expect(raised).toMatchObject({ ended_at: null, opened: true });
  });
});

describe("an outcome", () => {
  test("is the recipient's to report only while the caller's consent to that stands", async ({ world }) => {
    const referral = await makeReferral(world, "connected");
    const { id: by } = world.bridge;
    const report = (set: string) =>
      attempt(
        world,
        by,
        ...rawStep(world, by, referral, "completed", {
          set: `outcome = 'helped', ${set}, ${endedNow(world)}`,
        }),
      );
    expect(await report("outcome_by = 'recipient'")).toBe("HR023");
    expect(await report("outcome_by = 'helpline'")).toBe("HR023");
    const consent = await world.as(world.eva).post(`/cases/${referral.caseId}/consents`, {
      subject: "caller",
      purpose: "feedback",
      categories: ["contact"],
      capacity: "adult",
      method: "spoken",
      textVersion: "feedback-2026.1",
      textLanguage: "nl",
      recipientId: by,
      expiresAt: later(world, { days: 5 }).toISOString(),
    });
    expect(consent.status).toBe(201);
    world.clock.time = later(world, { days: 6 });
    expect(await report("outcome_by = 'recipient'")).toBe("HR023");
    expect((await world.as(world.noor).get(referral.path)).body.feedbackAgreed).toBe(false);
    world.clock.time = later(world, { days: -2 });
    expect(await report("outcome_by = 'recipient'")).toBe("committed");
  });
});
