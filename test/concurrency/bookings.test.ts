import { expect } from "vitest";
import { aCounsellor, aRequest, keepWork, morning, plan } from "../intake/appointments/make.ts";
import { asParticipant } from "../walls/raw.ts";
import { test, type World } from "../world/world.ts";

const rowsOf = ({ platform, helpline }: World, question: string) =>
  asParticipant(platform.db, helpline.id, question);

test("of 200 who book one counsellor's slots at once each is booked or told the next slot, and no two share one", async ({
  world,
}) => {
  const { eva } = world;
  await keepWork(world, eva, { slotMinutes: 30, pauseMinutes: 0, dailyMost: 12 });
  const requests: string[] = [];
  for (let count = 0; count < 200; count++) requests.push(await aRequest(world));
  const { body: proposed } = await world
    .as(eva)
    .post("/slot-proposals", { requestId: requests[0], count: 20 });
  const startOf = (place: number): string => proposed.slots[place % 20].startsAt;
  const booked = new Set<string>();
  let told = 0;
  let waiting = requests.map((requestId, place) => ({ requestId, startsAt: startOf(place) }));
  // Whoever is told what is free next takes it, and is booked or told again.
  for (let round = 0; round < 6; round++) {
    const before = booked.size;
    const answers = await Promise.all(waiting.map((given) => plan(world, eva, given)));
    waiting = answers.flatMap(({ status, body }, place) => {
      if (status === 201) {
        booked.add(body.requestId);
        return [];
      }
      expect({ status, type: body.type }).toEqual({ status: 409, type: "/problems/slot-taken" });
      told++;
      const next = body.nextSlots[place % body.nextSlots.length];
      return [{ requestId: waiting[place]?.requestId ?? "", startsAt: next.startsAt }];
    });
    expect(booked.size).toBeGreaterThan(before);
    expect(booked.size + waiting.length).toBe(200);
  }
  expect(told).toBeGreaterThanOrEqual(180);
  const [double] = await rowsOf(
    world,
    `select count(*)::int as n from handreiking.appointment a join handreiking.appointment b
      on a.id < b.id and a.counsellor_id = b.counsellor_id and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
      where a.state = 'planned' and b.state = 'planned'`,
  );
  expect(double?.n).toBe(0);
  const [fullest] = await rowsOf(
    world,
    `select count(*)::int as n from handreiking.appointment where state = 'planned'
      group by (starts_at at time zone 'Europe/Amsterdam')::date order by 1 desc limit 1`,
  );
  expect(fullest?.n).toBe(12);
}, 300_000);

test("of two who plan one request at once with different counsellors one does", async ({ world }) => {
  const [one, other] = [await aCounsellor(world), await aCounsellor(world)];
  for (let day = 1; day <= 5; day++) {
    const requestId = await aRequest(world);
    const given = { requestId, startsAt: morning(world, day) };
    const answers = await Promise.all([plan(world, one, given), plan(world, other, given)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.type).toBe("/problems/already-planned");
  }
});

test("of two who plan outside a counsellor's hours at once one is told that the time is taken", async ({
  world,
}) => {
  const intake = await world.member(world.helpline, "intake");
  const counsellor = await world.member(world.helpline, "counsellor");
  for (let day = 1; day <= 5; day++) {
    const given = { by: intake, startsAt: morning(world, day), outsideAvailability: true };
    const answers = await Promise.all([1, 2, 3].map(() => plan(world, counsellor, given)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    for (const { status, body } of answers)
      if (status === 409) expect(body.type).toBe("/problems/slot-taken");
  }
});

test("a leave and a booking that meet leave no appointment that nobody is told of", async ({ world }) => {
  for (let round = 0; round < 5; round++) {
    const counsellor = await aCounsellor(world);
    const startsAt = morning(world);
    const leave = { startsAt, endsAt: morning(world, 3) };
    const [reported, planned] = await Promise.all([
      world.as(counsellor).post(`/counsellors/${counsellor.memberId}/leaves`, leave),
      plan(world, counsellor, { startsAt }),
    ]);
    const uncovered = planned.status === 201 ? [planned.body.id] : [];
    expect(reported.body.appointmentIds).toEqual(uncovered);
  }
});
