import { describe, expect } from "vitest";
import { later, openQuestion, safeContact } from "../../handoff/make.ts";
import { asParticipant } from "../../walls/raw.ts";
import { type Person, test, type World } from "../../world/world.ts";
import { aCounsellor, aRequest, keepWork, office, plan, wholeWeek } from "./make.ts";
import { missAppointment } from "./samples.ts";

const tuesday = (time: string) => `2026-01-06T${time}:00.000Z`;
const nothing = { outcome: "no-answer", said: "nothing-said" };

const stateOf = async ({ platform, helpline }: World, requestId: string) => {
  const question = `select state from handreiking.callback_request where id = '${requestId}'`;
  const [row] = await asParticipant(platform.db, helpline.id, question);
  return row?.state;
};

/** An intake worker and a coordinator of the helpline. */
const staff = async (world: World) => ({
  intake: await world.member(world.helpline, "intake"),
  coordinator: await world.member(world.helpline, "coordinator"),
});

const propose = (world: World, by: Person, question: object) =>
  world.as(by).post("/slot-proposals", { count: 2, ...question });

describe("proposing slots", () => {
  test("finds the earliest times that fit the caller abroad and a counsellor who speaks their language", async ({
    world,
  }) => {
    const { eva } = world;
    const { intake } = await staff(world);
    await keepWork(world, eva);
    const ilse = await aCounsellor(world, { languages: ["en"], slotMinutes: 30 });
    const windows = wholeWeek("06:00", "08:00", "America/Paramaribo");
    const requestId = await aRequest(world, { language: "en", windows });
    const { body } = await propose(world, intake, { requestId });
    expect(body).toEqual({
      // Ten o'clock is now, and ten past it would be no slot: Paramaribo is four hours behind Amsterdam in winter.
      slots: [
        {
          counsellorId: ilse.memberId,
          startsAt: "2026-01-05T09:00:00.000Z",
          endsAt: "2026-01-05T09:30:00.000Z",
        },
        {
          counsellorId: ilse.memberId,
          startsAt: "2026-01-05T09:45:00.000Z",
          endsAt: "2026-01-05T10:15:00.000Z",
        },
      ],
      lookedUntil: "2026-02-16T09:00:00.000Z",
    });
  });

  test("says why there are none", async ({ world }) => {
    const { eva } = world;
    const hintOf = async (question: object, request: Parameters<typeof aRequest>[1] = {}) => {
      const requestId = await aRequest(world, request);
      const { body } = await propose(world, eva, { requestId, ...question });
      expect(body.slots).toEqual([]);
      return body.hint;
    };
    expect(await hintOf({})).toBe("nobody-available");
    await keepWork(world, eva);
    expect(await hintOf({}, { language: "uk" })).toBe("nobody-speaks-language");
    expect(await hintOf({ channel: "video" })).toBe("nobody-on-channel");
    expect(await hintOf({ channel: "phone" }, { channel: "mail" })).toBe("channel-not-safe");
    expect(await hintOf({}, { windows: wholeWeek("20:00", "21:00") })).toBe("windows-never-meet");
    expect(await hintOf({}, { windows: wholeWeek("16:30", "21:00") })).toBe("meeting-too-short");
    const leave = { startsAt: "2026-01-05T00:00:00Z", endsAt: "2026-03-01T00:00:00Z" };
    await world.as(eva).post(`/counsellors/${eva.memberId}/leaves`, leave);
    expect(await hintOf({})).toBe("nobody-available");
  });

  test("for a case goes by its safe contact, which only who may read the case has read", async ({
    world,
  }) => {
    const { eva } = world;
    const { intake } = await staff(world);
    await keepWork(world, eva);
    const { caseId } = await openQuestion(world);
    expect((await propose(world, eva, { caseId })).body.type).toBe("/problems/safe-contact-missing");
    await world.as(eva).put(`/cases/${caseId}/safe-contact`, safeContact);
    // Mondays from ten to half past twelve.
    expect(
      (await propose(world, eva, { caseId })).body.slots.map(
        ({ startsAt }: { startsAt: string }) => startsAt,
      ),
    ).toEqual(["2026-01-05T09:00:00.000Z", "2026-01-05T10:00:00.000Z"]);
    expect((await propose(world, intake, { caseId })).body.type).toBe("/problems/case-not-shared");
    expect(await world.audited(world.helpline.id, caseId)).toContain("safe-contact.matched");
  });

  test("for an anonymous caller looks at the time agreed with them", async ({ world }) => {
    await keepWork(world, world.eva);
    const anonymous = { codeWord: "rode fiets", agreedAt: new Date(tuesday("13:00")) };
    const requestId = await aRequest(world, { anonymous, told: {} });
    const { body } = await propose(world, world.eva, { requestId, count: 1 });
    expect(body.slots[0].startsAt).toBe(tuesday("13:00"));
  });
});

describe("planning an appointment", () => {
  test("takes the counsellor's time and marks the request, and names neither caller nor contents", async ({
    world,
  }) => {
    const { eva } = world;
    const { intake } = await staff(world);
    await keepWork(world, eva);
    const requestId = await aRequest(world);
    const { status, body } = await plan(world, eva, { by: intake, requestId });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: body.id,
      number: expect.stringMatching(/^A-[2-9A-Z]{4}-[2-9A-Z]{4}$/),
      counsellorId: eva.memberId,
      requestId,
      startsAt: tuesday("09:00"),
      endsAt: tuesday("09:45"),
      channel: "phone",
      language: "nl",
      state: "planned",
      outsideAvailability: false,
      plannedAt: "2026-01-05T09:00:00.000Z",
      attempts: [],
    });
    expect(await stateOf(world, requestId)).toBe("planned");
    expect((await world.as(intake).get(`/appointments/${body.id}`)).body).toEqual(body);
    expect(await world.audited(world.helpline.id, body.id)).toEqual(["appointment.planned"]);
  });

  test("refuses a second one for a request, and tells whoever is second what is free next", async ({
    world,
  }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const requestId = await aRequest(world);
    await plan(world, eva, { requestId });
    expect((await plan(world, eva, { requestId, startsAt: tuesday("13:00") })).body.type).toBe(
      "/problems/already-planned",
    );
    const { status, body } = await plan(world, eva, { startsAt: tuesday("09:30") });
    expect({ status, type: body.type, next: body.nextSlots[0] }).toEqual({
      status: 409,
      type: "/problems/slot-taken",
      next: { counsellorId: eva.memberId, startsAt: tuesday("10:00"), endsAt: tuesday("10:45") },
    });
  });

  test("keeps to what the counsellor offers, unless intake or a coordinator says otherwise", async ({
    world,
  }) => {
    const { eva } = world;
    const { intake, coordinator } = await staff(world);
    const ilse = await aCounsellor(world);
    await keepWork(world, eva);
    const evening = { startsAt: tuesday("19:00") };
    expect((await plan(world, eva, { by: intake, ...evening })).body.type).toBe(
      "/problems/counsellor-not-working",
    );
    const outside = { ...evening, outsideAvailability: true };
    expect((await plan(world, eva, { by: ilse, ...outside })).status).toBe(403);
    expect((await plan(world, eva, { by: intake, ...outside })).status).toBe(201);
    expect((await plan(world, eva, { by: coordinator, ...outside })).body.type).toBe("/problems/slot-taken");
    expect((await plan(world, eva, { ...outside, startsAt: tuesday("20:00") })).status).toBe(201);
  });

  test("never goes outside the caller's own windows, whoever asks", async ({ world }) => {
    const { eva } = world;
    const { coordinator } = await staff(world);
    await keepWork(world, eva);
    const requestId = await aRequest(world, { windows: wholeWeek("14:00", "15:00") });
    for (const outsideAvailability of [false, true]) {
      const given = { by: coordinator, requestId, outsideAvailability };
      const { body } = await plan(world, eva, given);
      expect(body).toMatchObject({
        type: "/problems/caller-not-safe-then",
        nextSlots: [{ startsAt: "2026-01-06T13:00:00.000Z" }, {}, {}],
      });
    }
  });

  test("reaches the caller by no other way than theirs", async ({ world }) => {
    await keepWork(world, world.eva, { channels: ["phone", "chat"] });
    const { caseId } = await openQuestion(world);
    await world.as(world.eva).put(`/cases/${caseId}/safe-contact`, safeContact);
    const startsAt = "2026-01-05T09:00:00.000Z";
    const by = (channel: string) => plan(world, world.eva, { caseId, startsAt, channel });
    expect((await by("chat")).body.type).toBe("/problems/caller-not-safe-then");
    expect((await by("phone")).status).toBe(201);
  });

  test("takes no more than a day's most, and none in the past", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva, { dailyMost: 1 });
    await plan(world, eva);
    const { body } = await plan(world, eva, { startsAt: tuesday("14:00") });
    expect(body).toMatchObject({
      type: "/problems/slot-taken",
      nextSlots: [{ startsAt: "2026-01-07T08:00:00.000Z" }, {}, {}],
    });
    const past = await plan(world, eva, { startsAt: "2026-01-05T08:00:00Z" });
    expect(past.body.type).toBe("/problems/appointment-not-ahead");
  });

  test("shows the case only to who may open cases", async ({ world }) => {
    const { eva } = world;
    const { intake } = await staff(world);
    await keepWork(world, eva);
    const { caseId } = await openQuestion(world);
    await world.as(eva).put(`/cases/${caseId}/safe-contact`, safeContact);
    const { status, body } = await plan(world, eva, { caseId, startsAt: "2026-01-12T09:00:00Z" });
    expect({ status, caseId: body.caseId }).toEqual({ status: 201, caseId });
    const { body: seen } = await world.as(intake).get(`/appointments/${body.id}`);
    expect(JSON.stringify(seen)).not.toContain(caseId);
  });

  test("repeated with its Idempotency-Key answers the appointment as it is now", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const given = {
      requestId: await aRequest(world),
      counsellorId: eva.memberId,
      startsAt: tuesday("09:00"),
    };
    const key = { "idempotency-key": "once" };
    const { body } = await world.as(eva).post("/appointments", given, key);
    await world.as(eva).post(`/appointments/${body.id}/cancellation`, { reason: "mistake" });
    const again = await world.as(eva).post("/appointments", given, key);
    expect(again.body).toMatchObject({ id: body.id, state: "cancelled" });
  });
});

describe("a planned appointment", () => {
  test("is moved as a new one that takes its place", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const requestId = await aRequest(world);
    const { body: old } = await plan(world, eva, { requestId });
    const moved = await world.as(eva).post(`/appointments/${old.id}/move`, { startsAt: tuesday("09:30") });
    expect(moved.body).toMatchObject({ movedFromId: old.id, state: "planned", endsAt: tuesday("10:15") });
    expect(moved.body.number).not.toBe(old.number);
    expect((await world.as(eva).get(`/appointments/${old.id}`)).body).toMatchObject({
      state: "moved",
      startsAt: old.startsAt,
    });
    expect(await stateOf(world, requestId)).toBe("planned");
    const again = await world.as(eva).post(`/appointments/${old.id}/move`, { startsAt: tuesday("14:00") });
    expect(again.body.type).toBe("/problems/appointment-ended");
  });

  test("stays where it is when the new time cannot be", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const { body } = await plan(world, eva);
    const refused = await world.as(eva).post(`/appointments/${body.id}/move`, { startsAt: tuesday("21:00") });
    expect(refused.body.type).toBe("/problems/counsellor-not-working");
    expect((await world.as(eva).get(`/appointments/${body.id}`)).body).toEqual(body);
  });

  test("is given to a colleague who is free at that very time", async ({ world }) => {
    const { eva } = world;
    const { coordinator } = await staff(world);
    await keepWork(world, eva);
    const [ilse, english] = [await aCounsellor(world), await aCounsellor(world, { languages: ["en"] })];
    const busy = await aCounsellor(world);
    await plan(world, busy);
    const { body: old } = await plan(world, eva);
    const { body: cover } = await world.as(coordinator).get(`/appointments/${old.id}/cover`);
    expect(cover.items.map(({ counsellorId }: { counsellorId: string }) => counsellorId)).toEqual([
      ilse.memberId,
    ]);
    const give = (to: Person) =>
      world.as(coordinator).post(`/appointments/${old.id}/reassignment`, { counsellorId: to.memberId });
    expect((await give(english)).body.type).toBe("/problems/counsellor-does-not-suit");
    const refused = await give(busy);
    expect(refused.body).toMatchObject({ type: "/problems/slot-taken" });
    expect(refused.body.nextSlots.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual([
      old.startsAt,
      old.startsAt,
    ]);
    const { status, body } = await give(ilse);
    expect({ status, counsellorId: body.counsellorId, startsAt: body.startsAt }).toEqual({
      status: 201,
      counsellorId: ilse.memberId,
      startsAt: old.startsAt,
    });
  });

  test("is called off with a reason, and the request is open again", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const requestId = await aRequest(world);
    const { body } = await plan(world, eva, { requestId });
    const off = (reason: string) => world.as(eva).post(`/appointments/${body.id}/cancellation`, { reason });
    expect((await off("caller-asked")).body).toMatchObject({ state: "cancelled", endReason: "caller-asked" });
    expect(await stateOf(world, requestId)).toBe("open");
    expect((await off("caller-asked")).status).toBe(200);
    expect((await off("mistake")).body.type).toBe("/problems/appointment-ended");
    expect((await plan(world, eva, { requestId })).status).toBe(201);
  });
});

describe("a caller who does not answer", () => {
  /** An appointment of Eva that begins now. */
  async function begun(world: World, given: { requestId?: string; caseId?: string } = {}) {
    await keepWork(world, world.eva);
    const { body } = await plan(world, world.eva, given);
    world.clock.time = new Date(body.startsAt);
    const attempt = (what: object) => world.as(world.eva).post(`/appointments/${body.id}/attempts`, what);
    return { id: body.id as string, attempt };
  }

  test("is tried as often as agreed; then the appointment is missed and the request open", async ({
    world,
  }) => {
    const requestId = await aRequest(world);
    const { id, attempt } = await begun(world, { requestId });
    const answered = { outcome: "other-person-answered", said: "agreed-cover-story" };
    expect((await attempt(answered)).body).toMatchObject({
      state: "planned",
      attempts: [{ number: 1, ...answered }],
    });
    expect((await attempt({ outcome: "line-busy", said: "nothing-said" })).body.state).toBe("planned");
    expect((await attempt(nothing)).body).toMatchObject({
      state: "missed",
      attempts: [{}, {}, { number: 3 }],
    });
    expect(await stateOf(world, requestId)).toBe("open");
    expect((await attempt(nothing)).body.type).toBe("/problems/appointment-ended");
    expect(await world.audited(world.helpline.id, id)).toContain("appointment.missed");
  });

  test("is tried more often only where a coordinator agreed so", async ({ world }) => {
    const { coordinator } = await staff(world);
    const { headers } = await world.as(coordinator).get("/planning-rules");
    const ifMatch = { "if-match": headers.get("etag") ?? "" };
    expect((await world.as(world.eva).put("/planning-rules", { attempts: 1 }, ifMatch)).status).toBe(403);
    expect((await world.as(coordinator).put("/planning-rules", { attempts: 1 }, ifMatch)).status).toBe(200);
    expect((await world.as(coordinator).put("/planning-rules", { attempts: 2 }, ifMatch)).status).toBe(412);
    const { attempt } = await begun(world);
    expect((await attempt(nothing)).body.state).toBe("missed");
  });

  test("is not tried again at a wrong number", async ({ world }) => {
    const { attempt } = await begun(world);
    expect((await attempt({ outcome: "wrong-number", said: "nothing-said" })).body.state).toBe("missed");
  });

  test("has no voicemail left, unless their safe contact says that it may", async ({ world }) => {
    const { eva } = world;
    const { caseId } = await openQuestion(world);
    const windows = wholeWeek("00:00", "00:00");
    const keep = async (mayLeaveVoicemail: boolean) => {
      const { headers } = await world.as(eva).get(`/cases/${caseId}/safe-contact`);
      const ifMatch = headers.get("etag");
      const safe = { channel: "phone", windows, mayLeaveVoicemail };
      await world.as(eva).put(`/cases/${caseId}/safe-contact`, safe, ifMatch ? { "if-match": ifMatch } : {});
    };
    await keep(false);
    const { attempt } = await begun(world, { caseId });
    const voicemail = { outcome: "voicemail-left", said: "own-name-only" };
    expect((await attempt(voicemail)).body.type).toBe("/problems/no-voicemail-agreed");
    await keep(true);
    expect((await attempt(voicemail)).status).toBe(201);
  });

  test("of a request has none left at all: nobody asked them yet", async ({ world }) => {
    const { attempt } = await begun(world);
    const voicemail = { outcome: "voicemail-left", said: "nothing-said" };
    expect((await attempt(voicemail)).body.type).toBe("/problems/no-voicemail-agreed");
  });

  test("is not said to have been told anything where nobody answered, nor before the time", async ({
    world,
  }) => {
    const { id, attempt } = await begun(world);
    expect((await attempt({ outcome: "no-answer", said: "helpline-named" })).status).toBe(400);
    world.clock.time = later(world, { minutes: -10 });
    const early = await world.as(world.eva).post(`/appointments/${id}/attempts`, nothing);
    expect(early.body.type).toBe("/problems/appointment-not-begun");
  });

  test("is let be by a decision", async ({ world }) => {
    const { id } = await begun(world);
    const settle = () => world.as(world.eva).post(`/appointments/${id}/settlement`);
    expect((await settle()).body.type).toBe("/problems/appointment-not-missed");
    await missAppointment(world, world.eva, id);
    expect((await settle()).body.settledAt).toBeDefined();
  });
});

describe("availability", () => {
  test("is kept by the counsellor or a coordinator, and nobody's change is lost", async ({ world }) => {
    const { eva } = world;
    const { intake, coordinator } = await staff(world);
    const path = `/counsellors/${eva.memberId}/availability`;
    expect((await world.as(eva).get(path)).body.type).toBe("/problems/availability-not-found");
    expect((await world.as(intake).put(path, office)).status).toBe(403);
    const first = await world.as(coordinator).put(path, office);
    expect(first.status).toBe(200);
    expect((await world.as(eva).put(path, office)).status).toBe(428);
    const ifMatch = { "if-match": first.headers.get("etag") ?? "" };
    expect((await world.as(eva).put(path, { ...office, dailyMost: 3 }, ifMatch)).status).toBe(200);
    expect((await world.as(coordinator).put(path, office, ifMatch)).status).toBe(412);
    const notOne = `/counsellors/${intake.memberId}/availability`;
    expect((await world.as(coordinator).put(notOne, office)).body.type).toBe(
      "/problems/counsellor-not-found",
    );
  });

  test("has exceptions, which are listed until they are over and can be taken back", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const path = `/counsellors/${eva.memberId}/availability-exceptions`;
    const off = { kind: "off", startsAt: tuesday("08:00"), endsAt: tuesday("16:00") };
    const { body } = await world.as(eva).post(path, off);
    expect((await plan(world, eva)).body.type).toBe("/problems/counsellor-not-working");
    expect((await world.as(eva).get(path)).body.items).toEqual([body]);
    expect((await world.as(eva).send("DELETE", `/availability-exceptions/${body.id}`)).status).toBe(204);
    expect((await plan(world, eva)).status).toBe(201);
    const past = { kind: "off", startsAt: "2025-01-06T08:00:00Z", endsAt: "2025-01-06T16:00:00Z" };
    expect((await world.as(eva).post(path, past)).body.type).toBe("/problems/exception-over");
  });

  test("ends with a leave, which names the appointments that need cover", async ({ world }) => {
    const { eva } = world;
    await keepWork(world, eva);
    const { body: planned } = await plan(world, eva);
    const leave = { startsAt: "2026-01-06T00:00:00Z", endsAt: "2026-01-10T00:00:00Z" };
    const { status, body } = await world.as(eva).post(`/counsellors/${eva.memberId}/leaves`, leave);
    expect({ status, ids: body.appointmentIds }).toEqual({ status: 201, ids: [planned.id] });
    expect((await plan(world, eva, { startsAt: tuesday("14:00") })).body.type).toBe(
      "/problems/counsellor-not-working",
    );
  });
});

test("appointments are listed page by page: all, a counsellor's, a day's", async ({ world }) => {
  const { eva } = world;
  await keepWork(world, eva);
  const ilse = await aCounsellor(world);
  const planned = [
    await plan(world, eva),
    await plan(world, ilse, { startsAt: tuesday("10:00") }),
    await plan(world, eva, { startsAt: "2026-01-07T09:00:00Z" }),
  ].map(({ body }) => body.id);
  const list = async (query: string) => (await world.as(eva).get(`/appointments?${query}`)).body;
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
  const first = await list("pageSize=2");
  expect(idsOf(first)).toEqual(planned.slice(0, 2));
  expect(idsOf(await list(`pageSize=2&cursor=${encodeURIComponent(first.nextCursor)}`))).toEqual(
    planned.slice(2),
  );
  expect(idsOf(await list(`counsellorId=${eva.memberId}`))).toEqual([planned[0], planned[2]]);
  expect(idsOf(await list("day=2026-01-06"))).toEqual(planned.slice(0, 2));
  expect(idsOf(await list("state=cancelled"))).toEqual([]);
});
