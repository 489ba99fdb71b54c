import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { actFor, rows } from "../../../src/platform/database/transact.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { keepSafe, later, makeByPhone, makeReferral } from "../../handoff/make.ts";
import { onOverride } from "../../handoff/refusals/suspended.ts";
import { askAsOwner } from "../../world/database.ts";
import { test, type World } from "../../world/world.ts";
import { rawHand } from "../hand.ts";
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
  if (told) await asParticipant(world.platform.db, by, look(world, by, id, at, entry));
  return (await asParticipant(world.platform.db, by, taking(id, entry, moment))).length;
}

const look = (world: World, by: string, id: string, at: Date, entry: string) =>
  rawEntry(by, world.helpline.id, "disclosure.read", id, at, entry);

const taking = (id: string, entry: string, moment: Date) =>
  `select wrapped from handreiking.take_disclosure_key('${id}', '${entry}', '${moment.toISOString()}')`;

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

  test("of an override is opened no more once its review is overdue", async ({ world }) => {
    const { id } = await onOverride(world, "scheduled");
    expect(await take(world, id, { moment: later(world, { hours: 47 }) })).toBe(1);
    expect(await take(world, id, { moment: later(world, { hours: 49 }) })).toBe(0);
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

describe("a disclosure's key", () => {
  const scheduled = async (world: World) => (await makeReferral(world, "scheduled")).id;

  test("is not given on a look that is not committed, nor in a part of its transaction", async ({
    world,
  }) => {
    const id = await scheduled(world);
    const { bridge, clock, platform } = world;
    const entry = randomIds();
    const telling = look(world, bridge.id, id, clock.time, entry);
    const take = taking(id, entry, clock.time);
    for (const statements of [
      [telling, take],
      ["savepoint part", telling, "release savepoint part", take],
      [telling, `select handreiking.seal_audit('${bridge.id}')`, take],
    ]) {
      const undone = platform.db.transaction(async (tx) => {
        await actFor(tx, bridge.id);
        let found: unknown[] = [];
        for (const statement of statements) found = await rows(tx, sql.raw(statement));
        expect(found).toEqual([]);
        return tx.rollback();
      });
      await expect(undone).rejects.toThrow();
    }
    expect(await world.audited(world.helpline.id, id)).not.toContain("disclosure.read");
  });

  test("is read by nobody from the table itself, its sender included", async ({ world }) => {
    await scheduled(world);
    for (const { id } of [world.helpline, world.bridge, world.operator])
      expect(await attempt(world, id, "select wrapped from keys.disclosure_key")).toBe("42501");
  });

  test("is given once a look, in the minute after it by the database's clock", async ({ world }) => {
    const id = await scheduled(world);
    const [first, second] = [randomIds(), randomIds()];
    expect(await take(world, id, { entry: first })).toBe(1);
    expect(await take(world, id, { entry: first, told: false })).toBe(0);
    const { bridge, clock, platform } = world;
    await asParticipant(platform.db, bridge.id, look(world, bridge.id, id, clock.time, second));
    const made = `record_id = '${second}' and kind = 'look'`;
    const age = (by: string) =>
      `update handreiking.origin set at = at ${by} interval '61 seconds' where ${made}`;
    await askAsOwner(world.database, age("-"));
    expect(await take(world, id, { entry: second, told: false })).toBe(0);
    await askAsOwner(world.database, age("+"));
    expect(await take(world, id, { entry: second, told: false })).toBe(1);
    expect(await attempt(world, bridge.id, "select from handreiking.origin")).toBe("42501");
  });

  test("is not given on a look at what was sealed before", async ({ world }) => {
    const id = await scheduled(world);
    const at = world.clock.time;
    world.clock.time = later(world, { minutes: 0.5 });
    const anew = `update handreiking.disclosure set sealed = '\\x01', sealed_at = '${world.clock.time.toISOString()}'
      where referral_id = '${id}'`;
    expect(await attempt(world, world.helpline.id, anew)).toBe("committed");
    expect(await take(world, id, { at, moment: world.clock.time })).toBe(0);
    expect(await take(world, id, { at: world.clock.time, moment: later(world, { minutes: 0.5 }) })).toBe(1);
  });

  test("is not given once the receiving key is revoked", async ({ world }) => {
    const id = await scheduled(world);
    expect(await take(world, id)).toBe(1);
    const revoke = "update handreiking.participant_key set revoked_at = now() where use = 'enc'";
    expect(await attempt(world, world.bridge.id, revoke)).toBe("committed");
    expect(await take(world, id)).toBe(0);
    const fetched = await world.as(world.noor).get(`/referrals/${id}/disclosure`);
    expect(fetched.status).toBe(410);
    expect(await world.audited(world.helpline.id, id)).toContain("disclosure.read");
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
    expect(await attempt(world, helpline.id, ...connect(eva.memberId ?? ""))).toBe("HR128");
    expect(await attempt(world, helpline.id, ...connect(randomIds()))).toBe("HR026");
    const ilse = await world.member(helpline, "counsellor");
    expect(caseId).toBeDefined();
    expect(await attempt(world, helpline.id, ...connect(ilse.memberId ?? ""))).toBe("HR128");
    await world.signIn(ilse);
    const hand = rawHand(id, ilse.memberId, eva.memberId);
    expect(await attempt(world, helpline.id, hand, ...connect(ilse.memberId ?? ""))).toBe("committed");
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
