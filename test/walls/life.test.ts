import { describe, expect } from "vitest";
import { services } from "../../src/directory/schema.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { later, makeReferral } from "../handoff/make.ts";
import { test, type World } from "../world/world.ts";
import { asParticipant, outcome } from "./raw.ts";

interface Step {
  by: string;
  step: string;
  state: string;
  set?: string;
}

/** A step of a referral as the service would make it: state, audit entry and both parties' events. */
function rawStep(world: World, id: string, { by, step, state, set = "" }: Step): string[] {
  const { helpline, bridge } = world;
  const moveId = randomIds();
  const at = world.clock.time.toISOString();
  return [
    `update handreiking.referral set state = '${state}', last_step = '${step}', move_id = '${moveId}',
      moved_at = '${at}'${set && `, ${set}`} where id = '${id}'`,
    `insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, action, subject_id, at)
      values ('${moveId}', '${by}', '${helpline.id}', 'member', '${randomIds()}', 'referral.${step}', '${id}', '${at}')`,
    ...[helpline.id, bridge.id].map(
      (
        party,
      ) => `insert into handreiking.event (id, participant_id, type, subject_id, at, move_id, referral_id, sender_id, recipient_id)
        values ('${randomIds()}', '${party}', 'referral.${step}', '${id}', '${at}', '${moveId}', '${id}', '${helpline.id}', '${bridge.id}')`,
    ),
  ];
}

/** A second service of De Brug. */
async function anotherService(world: World): Promise<string> {
  const { organizationId } = world.bridge;
  const id = randomIds();
  await transact(world.job(world.operator.id), (tx) =>
    tx.insert(services).values({
      id,
      organizationId,
      name: "Tweede hulp van De Brug",
      description: "Hulp na dwang en manipulatie.",
      status: "active",
      domain: "care",
      audiences: ["harmed"],
      channels: ["phone"],
      cost: "free",
      lastModified: world.clock.time,
    }),
  );
  return id;
}

const attempt = (world: World, by: string, ...statements: string[]) =>
  outcome(asParticipant(world.platform.db, by, ...statements));

const ending = (world: World) =>
  `ended_at = '${world.clock.time.toISOString()}', due_at = null, wake_at = null, nudge_at = null, overdue_at = null, lapse_at = null`;

const disclosing = (world: World, id: string) =>
  `insert into handreiking.disclosure (referral_id, sender_id, recipient_id, method, categories, sealed, sealed_by, sealed_at)
    values ('${id}', '${world.helpline.id}', '${world.bridge.id}', 'code', '{contact}', '\\x00', '${world.eva.memberId}', '${world.clock.time.toISOString()}')`;

const scheduling = (world: World) => {
  const at = later(world, { days: 1 }).toISOString();
  return `scheduled_at = '${world.clock.time.toISOString()}', introduction_at = '${at}', introduction_channel = 'video',
    disclosed_categories = '{contact}', due_at = '${at}'`;
};

describe("the service's own login cannot commit", () => {
  test("a disclosure of what is not scheduled, nor what is scheduled without one", async ({ world }) => {
    const sent = world.helpline.id;
    const { id, caseId } = await makeReferral(world, "accepted");
    expect(await attempt(world, sent, disclosing(world, id))).toBe("23503");
    const schedule = () =>
      rawStep(world, id, { by: sent, step: "scheduled", state: "scheduled", set: scheduling(world) });
    expect(await attempt(world, sent, ...schedule(), disclosing(world, id))).toBe("HR021");
    await world.as(world.eva).put(`/cases/${caseId}/safe-contact`, {
      channel: "phone",
      windows: [{ weekday: "monday", from: "00:00", to: "00:00" }],
      mayLeaveVoicemail: false,
    });
    await world.as(world.eva).post(`/cases/${caseId}/safe-contact/verification`);
    expect(await attempt(world, sent, ...schedule())).toBe("HR024");
    expect(await attempt(world, sent, ...schedule(), disclosing(world, id))).toBe("committed");
  });

  test("two disclosures of one question", async ({ world }) => {
    const first = await makeReferral(world, "scheduled");
    const eva = world.as(world.eva);
    const second = await eva.post("/referrals", {
      helpQuestionId: first.questionId,
      serviceId: await anotherService(world),
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    });
    const { id } = second.body;
    await eva.post(`/referrals/${id}/offer`, { consentId: first.consentId });
    await world.as(world.noor).post(`/referrals/${id}/acceptance`, { name: "Noor", contact: "030-1234567" });
    const by = world.helpline.id;
    const schedule = rawStep(world, id, {
      by,
      step: "scheduled",
      state: "scheduled",
      set: scheduling(world),
    });
    expect(await attempt(world, by, ...schedule, disclosing(world, id))).toBe("23505");
  });

  test("two live offers of one question to one service", async ({ world }) => {
    const first = await makeReferral(world, "offered");
    const { body: draft } = await world.as(world.eva).post("/referrals", {
      helpQuestionId: first.questionId,
      serviceId: world.bridge.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    });
    const set = `(consent_id, basis_expires_at, terms, offered_at, due_at, lapse_at, wake_at)
      = (select consent_id, basis_expires_at, terms, offered_at, due_at, lapse_at, wake_at
        from handreiking.referral where id = '${first.id}')`;
    const by = world.helpline.id;
    const offer = rawStep(world, draft.id, { by, step: "offered", state: "offered", set });
    expect(await attempt(world, by, ...offer)).toBe("23505");
  });

  test("a contact that two persons did not confirm", async ({ world }) => {
    const { id } = await makeReferral(world, "scheduled");
    world.clock.time = later(world, { days: 1, hours: 2 });
    const at = world.clock.time.toISOString();
    const by = world.helpline.id;
    const connect = rawStep(world, id, {
      by,
      step: "connected",
      state: "connected",
      set: `connected_at = '${at}'`,
    });
    expect(await attempt(world, by, ...connect)).toBe("HR025");
    const forged = `insert into handreiking.contact_confirmation (referral_id, sender_id, recipient_id, side, confirmed_by, recorded_by, at)
      values ('${id}', '${by}', '${world.bridge.id}', 'recipient', 'partner', '${world.eva.memberId}', '${at}')`;
    expect(await attempt(world, by, forged)).toBe("HR026");
  });
});

test("a caller can be withdrawn from every live state, and what was opened is owed for", async ({
  world,
}) => {
  const by = world.helpline.id;
  for (const state of ["offered", "acknowledged", "accepted", "scheduled", "connected"] as const) {
    const { id, path } = await makeReferral(world, state);
    if (state === "connected") await world.as(world.noor).get(`${path}/disclosure`);
    const withdraw = rawStep(world, id, { by, step: "withdrawn", state: "withdrawn", set: ending(world) });
    expect(await attempt(world, by, ...withdraw), state).toBe("committed");
    const left = await asParticipant(
      world.platform.db,
      by,
      `select (select count(*)::int from handreiking.disclosure where referral_id = '${id}') as disclosures,
        (select count(*)::int from handreiking.obligation where referral_id = '${id}' and ended_at is null) as owed`,
    );
    expect(left, state).toEqual([{ disclosures: 0, owed: state === "connected" ? 1 : 0 }]);
  }
});

test("a consent withdrawn after completion obliges whoever could know", async ({ world }) => {
  const { id, consentId } = await makeReferral(world, "completed");
  const at = world.clock.time.toISOString();
  const by = world.helpline.id;
  const owed = `select referral_id as id from handreiking.obligation where referral_id = '${id}'`;
  expect(await asParticipant(world.platform.db, by, owed)).toEqual([]);
  const withdrawal = [
    `update handreiking.consent set withdrawn_at = '${at}' where id = '${consentId}'`,
    `insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, action, subject_id, at)
      values ('${randomIds()}', '${by}', '${by}', 'member', '${randomIds()}', 'consent.withdrawn', '${consentId}', '${at}')`,
  ];
  expect(await attempt(world, by, ...withdrawal)).toBe("committed");
  expect(await asParticipant(world.platform.db, by, owed)).toEqual([{ id }]);
});
