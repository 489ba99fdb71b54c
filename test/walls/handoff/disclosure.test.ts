import { describe, expect } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { keepSafe, later, makeByPhone, makeReferral } from "../../handoff.ts";
import { test, type World } from "../../world.ts";
import { attempt, rawEntry, rawStep } from "../moves.ts";
import { asParticipant } from "../raw.ts";

const change = (set: string, id: string) =>
  `update handreiking.disclosure set ${set} where referral_id = '${id}'`;

/** A disclosure of one referral written down for another, by hand. */
const copyTo = (toId: string, fromId: string) => `insert into handreiking.disclosure
  (referral_id, sender_id, recipient_id, method, categories, recipient_kid, sealed, sealed_by, sealed_at)
  select '${toId}', sender_id, recipient_id, method, categories, recipient_kid, sealed, sealed_by, sealed_at
  from handreiking.disclosure where referral_id = '${fromId}'`;

/** What the recipient, or `by`, gets of the key: how many rows. */
async function take(
  world: World,
  id: string,
  more: { by?: string; moment?: Date; entry?: string; told?: boolean; at?: Date } = {},
): Promise<number> {
  const { by = world.bridge.id, moment = world.clock.time, entry = randomIds(), told = true } = more;
  const at = more.at ?? moment;
  const statement = `select wrapped from handreiking.take_disclosure_key('${id}', '${entry}', '${moment.toISOString()}')`;
  const entries = told ? [rawEntry(by, world.helpline.id, "disclosure.read", id, at, entry)] : [];
  return (await asParticipant(world.platform.db, by, ...entries, statement)).length;
}

describe("a disclosure", () => {
  test("stands of a scheduled or connected referral alone", async ({ world }) => {
    const scheduled = await makeReferral(world, "scheduled");
    const { id: by } = world.helpline;
    for (const state of ["offered", "accepted", "declined"] as const) {
      const other = await makeReferral(world, state);
      expect(await attempt(world, by, copyTo(other.id, scheduled.id)), state).toBe("23503");
    }
  });

  test("goes with an introduction, and none is fixed without it", async ({ world }) => {
    const referral = await makeReferral(world, "accepted");
    await world.as(world.eva).put(`/cases/${referral.caseId}/safe-contact`, {
      channel: "phone",
      windows: [{ weekday: "monday", from: "00:00", to: "00:00" }],
      mayLeaveVoicemail: false,
    });
    await world.as(world.eva).post(`/cases/${referral.caseId}/safe-contact/verification`);
    const { id: by } = world.helpline;
    const at = world.clock.time.toISOString();
    const set = `scheduled_at = '${at}', introduction_at = '${later(world, { days: 1 }).toISOString()}',
      introduction_channel = 'video', disclosed_categories = '{contact}'`;
    const fixing = rawStep(world, by, referral, "scheduled", { set });
    expect(await attempt(world, by, ...fixing)).toBe("HR024");
    const scheduled = await makeReferral(world, "scheduled");
    expect(await attempt(world, by, copyTo(referral.id, scheduled.id), ...fixing)).toBe("committed");
  });

  test("is sealed by the sender, to a living key, and holds no more than the basis covers", async ({
    world,
  }) => {
    const { id } = await makeReferral(world, "scheduled");
    const { helpline, bridge } = world;
    expect(await attempt(world, bridge.id, change("categories = '{contact}'", id))).toBe("HR027");
    expect(await attempt(world, bridge.id, copyTo(randomIds(), id))).toBe("HR027");
    expect(await attempt(world, helpline.id, change("categories = '{contact,health}'", id))).toBe("HR029");
    expect(await attempt(world, helpline.id, change("sealed_by = gen_random_uuid()", id))).toBe("23503");
    const spoken =
      "method = 'spoken', recipient_kid = null, sealed = null, told_name = 'x', told_function = 'y'";
    expect(await attempt(world, helpline.id, change(spoken, id))).toBe("HR028");
    expect(await attempt(world, helpline.id, change("sealed = '\\x00'", id))).toBe("committed");
    const revoke = "update handreiking.participant_key set revoked_at = now() where use = 'enc'";
    expect(await attempt(world, bridge.id, revoke)).toBe("committed");
    expect(await attempt(world, bridge.id, revoke.replace("now()", "null"))).toBe("HR042");
    expect(await attempt(world, helpline.id, change("sealed = '\\x01'", id))).toBe("HR039");
    expect(await attempt(world, helpline.id, `delete from handreiking.disclosure`)).toBe("42501");
  });

  test("is opened by its recipient, told in an entry of that look, while it may", async ({ world }) => {
    const { id } = await makeReferral(world, "scheduled");
    const entry = randomIds();
    expect(await take(world, id, { told: false })).toBe(0);
    expect(await take(world, id, { by: world.helpline.id })).toBe(0);
    expect(await take(world, id, { by: world.elsewhere.id })).toBe(0);
    expect(await take(world, id, { at: later(world, { days: -1 }) })).toBe(0);
    expect(await take(world, id, { moment: later(world, { days: -1 }) })).toBe(0);
    expect(await take(world, id, { moment: later(world, { days: 100 }) })).toBe(0);
    expect(await take(world, id, { entry })).toBe(1);
    expect(await take(world, id, { entry, told: false })).toBe(0);
    await world.as(world.eva).post(`/referrals/${id}/withdrawal`);
    expect(await take(world, id)).toBe(0);
  });

  test("under a one-time code is opened once, and its recipient does not make that undone", async ({
    world,
  }) => {
    const { id } = await makeReferral(world, "scheduled");
    const { helpline, bridge } = world;
    const byCode = change("method = 'code', recipient_kid = null", id);
    expect(await attempt(world, helpline.id, byCode)).toBe("committed");
    expect(await take(world, id)).toBe(1);
    expect(await take(world, id)).toBe(0);
    for (const by of [bridge.id, helpline.id])
      expect(await attempt(world, by, change("spent_at = null", id))).toBe("HR027");
    expect(await take(world, id)).toBe(0);
    expect(await attempt(world, helpline.id, change("spent_at = null, sealed = '\\x02'", id))).toBe(
      "committed",
    );
    expect(await take(world, id)).toBe(1);
  });
});

describe("a confirmation", () => {
  const confirming = (
    world: World,
    id: string,
    recipientId: string,
    [side, confirmedBy]: [string, string],
    recordedBy = "",
  ) => `insert into handreiking.contact_confirmation
      (referral_id, sender_id, recipient_id, side, confirmed_by, recorded_by, at)
    values ('${id}', '${world.helpline.id}', '${recipientId}', '${side}', '${confirmedBy}', '${recordedBy}',
      '${world.clock.time.toISOString()}')`;

  test("is each side's own, in its own people's name, told as a step", async ({ world }) => {
    const referral = await makeReferral(world, "scheduled");
    const { helpline, bridge, eva, noor } = world;
    world.clock.time = later(world, { days: 1, hours: 2 });
    const say = (side: [string, string], recordedBy = "") =>
      confirming(world, referral.id, bridge.id, side, recordedBy);
    const theirs = say(["recipient", "partner"], noor.memberId);
    const ours = say(["helpline", "counsellor"], eva.memberId);
    expect(await attempt(world, helpline.id, theirs)).toBe("HR026");
    expect(await attempt(world, bridge.id, ours)).toBe("HR026");
    expect(await attempt(world, bridge.id, say(["recipient", "partner"], eva.memberId))).toBe("HR026");
    expect(await attempt(world, bridge.id, say(["recipient", "caller"], noor.memberId))).toBe("23514");
    expect(await attempt(world, bridge.id, theirs)).toBe("HR040");
    const step = (by: string) => rawStep(world, by, referral, "scheduled", { step: "confirmed" });
    const connect = (by: string) =>
      rawStep(world, by, referral, "connected", {
        set: `connected_at = '${world.clock.time.toISOString()}'`,
      });
    expect(await attempt(world, bridge.id, theirs, ...connect(bridge.id))).toBe("HR025");
    expect(await attempt(world, bridge.id, theirs, ...step(bridge.id))).toBe("committed");
    expect(await attempt(world, helpline.id, ours, ...connect(helpline.id))).toBe("committed");
    expect(await attempt(world, helpline.id, "delete from handreiking.contact_confirmation")).toBe("42501");
  });

  test("of a partner by telephone and of a counsellor are two persons'", async ({ world }) => {
    const { id, path, caseId, recipientId } = await scheduledByPhone(world);
    const { helpline, eva } = world;
    world.clock.time = later(world, { days: 1, hours: 2 });
    const said = { answer: "contact-confirmed", by: { name: "Bo", function: "intake" } };
    expect((await world.as(eva).post(`${path}/spoken-answers`, said)).status).toBe(200);
    const connect = (recordedBy: string, who = "counsellor") => [
      confirming(world, id, recipientId, ["helpline", who], recordedBy),
      ...rawStep(world, helpline.id, { id, recipientId }, "connected", {
        set: `connected_at = '${world.clock.time.toISOString()}'`,
      }),
    ];
    expect(await attempt(world, helpline.id, ...connect(eva.memberId ?? ""))).toBe("HR025");
    expect(await attempt(world, helpline.id, ...connect(randomIds()))).toBe("HR026");
    const ilse = await world.member(helpline, "counsellor");
    expect(caseId).toBeDefined();
    expect(await attempt(world, helpline.id, ...connect(ilse.memberId ?? ""))).toBe("committed");
  });
});

async function scheduledByPhone(world: World) {
  const made = await makeByPhone(world);
  const eva = world.as(world.eva);
  await eva.post(`${made.path}/spoken-answers`, {
    answer: "accepted",
    by: { name: "Bo", function: "intake", contact: "030-7654321" },
  });
  await keepSafe(world, made.caseId);
  const fixed = await eva.post(`${made.path}/introduction`, {
    at: later(world, { days: 1, hours: 1 }).toISOString(),
    channel: "three-way-call",
    disclosure: { method: "spoken", categories: ["contact"], to: { name: "Bo", function: "intake" } },
  });
  return { ...made, recipientId: fixed.body.recipient.id as string };
}
