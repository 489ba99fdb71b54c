import { describe, expect } from "vitest";
import { openQuestion } from "../handoff/make.ts";
import { aCounsellor, aRequest, keepWork, morning, plan } from "../intake/appointments/make.ts";
import { missAppointment } from "../intake/appointments/samples.ts";
import { type Person, sharingTest as test, type World } from "../world/world.ts";
import { asParticipant, outcome } from "./raw.ts";

/** What the database says to raw statements of the service's login, for the helpline. */
const tried = ({ platform, helpline }: World, ...statements: string[]) =>
  outcome(asParticipant(platform.db, helpline.id, ...statements));

interface Row {
  counsellor: Person;
  requestId?: string | null;
  caseId?: string;
  startsAt: string;
  outside?: boolean;
  state?: string;
  movedFrom?: string;
}

const quoted = (value: string | null | undefined) => (value ? `'${value}'` : "null");

/** An appointment of an hour, as raw SQL writes it. */
async function inserted(world: World, { requestId, outside = false, state = "planned", ...row }: Row) {
  const request = requestId === undefined ? await aRequest(world) : requestId;
  return `insert into handreiking.appointment (id, participant_id, number, request_id, case_id, counsellor_id, starts_at,
      ends_at, channel, language, state, outside_availability, moved_from_id, planned_at)
    values (gen_random_uuid(), '${world.helpline.id}', gen_random_uuid()::text, ${quoted(request)}, ${quoted(row.caseId)},
      '${row.counsellor.memberId}', '${row.startsAt}', '${row.startsAt}'::timestamptz + interval '1 hour', 'phone', 'nl',
      '${state}', ${outside}, ${quoted(row.movedFrom)}, '2026-01-05')`;
}

const plus = (time: string, minutes: number) => new Date(Date.parse(time) + minutes * 60_000).toISOString();

describe("raw SQL in the service's login", () => {
  test("books no counsellor twice at a time, not even outside of what they offer", async ({ world }) => {
    const counsellor = await aCounsellor(world);
    const startsAt = morning(world);
    const row = { counsellor, outside: true };
    expect(await tried(world, await inserted(world, { ...row, startsAt }))).toBe("committed");
    for (const shift of [0, 59, -59])
      expect(await tried(world, await inserted(world, { ...row, startsAt: plus(startsAt, shift) }))).toBe(
        "23P01",
      );
    expect(await tried(world, await inserted(world, { ...row, startsAt: plus(startsAt, 60) }))).toBe(
      "committed",
    );
  });

  test("books nobody who is suspended or no counsellor", async ({ world }) => {
    const administrator = await world.member(world.helpline, "administrator");
    const counsellor = await aCounsellor(world);
    const startsAt = morning(world);
    const book = async (person: Person, time: string) =>
      tried(world, await inserted(world, { counsellor: person, startsAt: time, outside: true }));
    expect(await book(administrator, startsAt)).toBe("HR201");
    expect(await book(counsellor, startsAt)).toBe("committed");
    await world.as(administrator).put(`/members/${counsellor.memberId}/suspension`);
    expect(await book(counsellor, plus(startsAt, 120))).toBe("HR201");
  });

  test("books no more than a day's most, in no pause, and nobody who is off or offers nothing", async ({
    world,
  }) => {
    const counsellor = await aCounsellor(world, { dailyMost: 2, pauseMinutes: 15 });
    const startsAt = morning(world);
    const at = async (minutes: number) =>
      tried(world, await inserted(world, { counsellor, startsAt: plus(startsAt, minutes) }));
    expect([await at(0), await at(70), await at(80), await at(180)]).toEqual([
      "committed",
      "HR205",
      "committed",
      "HR205",
    ]);
    const off = { kind: "off", startsAt: morning(world, 2), endsAt: plus(morning(world, 2), 30) };
    await world.as(counsellor).post(`/counsellors/${counsellor.memberId}/availability-exceptions`, off);
    expect(await tried(world, await inserted(world, { counsellor, startsAt: off.startsAt }))).toBe("HR204");
    const silent = await world.member(world.helpline, "counsellor");
    expect(await tried(world, await inserted(world, { counsellor: silent, startsAt }))).toBe("HR204");
  });

  test("books nobody who is no counsellor, for no request that has ended, and nothing but as planned", async ({
    world,
  }) => {
    const intake = await world.member(world.helpline, "intake");
    const counsellor = await aCounsellor(world);
    const startsAt = morning(world);
    const row = { counsellor, startsAt, outside: true };
    expect(await tried(world, await inserted(world, { ...row, counsellor: intake }))).toBe("HR201");
    const requestId = await aRequest(world);
    await world.as(counsellor).post(`/callback-requests/${requestId}/end`, { reason: "not-for-us" });
    expect(await tried(world, await inserted(world, { ...row, requestId }))).toBe("HR202");
    expect(await tried(world, await inserted(world, { ...row, state: "missed" }))).toBe("HR200");
    expect(await tried(world, await inserted(world, { ...row, requestId: null }))).toBe("23514");
  });

  test("plans one live appointment for a request", async ({ world }) => {
    const [one, other] = [await aCounsellor(world), await aCounsellor(world)];
    const [requestId, startsAt] = [await aRequest(world), morning(world)];
    expect(await tried(world, await inserted(world, { counsellor: one, requestId, startsAt }))).toBe(
      "committed",
    );
    expect(await tried(world, await inserted(world, { counsellor: other, requestId, startsAt }))).toBe(
      "23505",
    );
  });

  test("changes nothing of an appointment but what becomes of it, once, and with what follows", async ({
    world,
  }) => {
    const counsellor = await aCounsellor(world);
    const { body } = await plan(world, counsellor);
    const change = (what: string, id = body.id) =>
      `update handreiking.appointment set ${what} where id = '${id}'`;
    for (const what of [
      "starts_at = starts_at + interval '1 day'",
      "ends_at = ends_at + interval '1 minute'",
      "counsellor_id = gen_random_uuid()",
      "number = 'A'",
      "channel = 'chat'",
      "outside_availability = true",
    ])
      expect(await tried(world, change(what))).toBe("42501");
    expect(await tried(world, `delete from handreiking.appointment where id = '${body.id}'`)).toBe("42501");
    const ended = (state: string) => change(`state = '${state}', ended_at = '2026-01-06'`);
    expect(await tried(world, ended("moved"))).toBe("HR209");
    expect(await tried(world, ended("held"))).toBe("HR209");
    expect(await tried(world, ended("missed"))).toBe("HR208");
    expect(await tried(world, ended("cancelled"))).toBe("23514");
    expect(await tried(world, change("settled_at = '2026-01-06'"))).toBe("23514");
    await world.as(counsellor).post(`/appointments/${body.id}/cancellation`, { reason: "mistake" });
    expect(await tried(world, change("state = 'planned', ended_at = null, end_reason = null"))).toBe("HR206");
    expect(await tried(world, change("end_reason = 'not-safe'"))).toBe("HR206");
  });

  test("puts an appointment in no other's place than that of the same caller's which was moved", async ({
    world,
  }) => {
    const counsellor = await aCounsellor(world);
    const { body: old } = await plan(world, counsellor);
    const row = { counsellor, startsAt: morning(world, 2), movedFrom: old.id };
    expect(await tried(world, await inserted(world, { ...row, requestId: old.requestId }))).toBe("HR203");
    await world.as(counsellor).post(`/appointments/${old.id}/move`, { startsAt: morning(world, 3) });
    expect(await tried(world, await inserted(world, row))).toBe("HR203");
  });

  test("makes an appointment no case's but that of its request", async ({ world }) => {
    const counsellor = await aCounsellor(world);
    const { caseId } = await openQuestion(world, counsellor);
    const { body } = await plan(world, counsellor);
    const statement = `update handreiking.appointment set case_id = '${caseId}' where id = '${body.id}'`;
    expect(await tried(world, statement)).toBe("HR207");
  });

  test("tries nobody more often than agreed, in an order of its own, or after the end; no attempt changes", async ({
    world,
  }) => {
    const counsellor = await aCounsellor(world);
    const { body } = await plan(world, counsellor);
    const attempt = (number: number, said = "nothing-said") =>
      `insert into handreiking.contact_attempt values (gen_random_uuid(), '${world.helpline.id}', '${body.id}',
        ${number}, 'no-answer', '${said}', '${counsellor.memberId}', '2026-01-06')`;
    expect(await tried(world, attempt(2))).toBe("HR211");
    expect(await tried(world, attempt(1, "helpline-named"))).toBe("23514");
    for (const number of [1, 2, 3]) expect(await tried(world, attempt(number))).toBe("committed");
    expect(await tried(world, attempt(4))).toBe("HR211");
    expect(await tried(world, "update handreiking.contact_attempt set outcome = 'line-busy'")).toBe("42501");
    expect(await tried(world, "delete from handreiking.contact_attempt")).toBe("42501");
    await world.as(counsellor).post(`/appointments/${body.id}/cancellation`, { reason: "mistake" });
    expect(await tried(world, attempt(4))).toBe("HR210");
  });

  test("brings no revoked calendar back, and reads no other's", async ({ world }) => {
    const counsellor = await aCounsellor(world);
    const { body } = await world.as(counsellor).post("/calendar-feeds");
    await world.as(counsellor).send("DELETE", `/calendar-feeds/${body.id}`);
    const back = `update handreiking.calendar_feed set revoked = false where id = '${body.id}'`;
    expect(await tried(world, back)).toBe("HR212");
    expect(await tried(world, `update handreiking.calendar_feed set token_hash = repeat('A', 43)`)).toBe(
      "42501",
    );
    const { platform, elsewhere } = world;
    expect(await asParticipant(platform.db, elsewhere.id, "select * from handreiking.calendar_feed")).toEqual(
      [],
    );
  });
});

test("an erased case takes its appointments and their attempts with it", async ({ world }) => {
  const counsellor = await aCounsellor(world);
  const marije = await world.member(world.helpline, "privacy-officer");
  await keepWork(world, counsellor);
  const { caseId } = await openQuestion(world, counsellor);
  const startsAt = world.clock.time.toISOString();
  const windows = ["monday", "tuesday"].map((weekday) => ({ weekday, from: "00:00", to: "00:00" }));
  const safe = { channel: "phone", windows, mayLeaveVoicemail: false };
  await world.as(counsellor).put(`/cases/${caseId}/safe-contact`, safe);
  const { body } = await plan(world, counsellor, { caseId, startsAt, outsideAvailability: true });
  await missAppointment(world, counsellor, body.id);
  expect((await world.as(marije).post(`/cases/${caseId}/erasure`, { reason: "mistake" })).status).toBe(200);
  expect((await world.as(counsellor).get(`/appointments/${body.id}`)).status).toBe(404);
});
