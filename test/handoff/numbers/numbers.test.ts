import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { wakeReferral } from "../../../src/handoff/clock/wake-referral.ts";
import { referrals } from "../../../src/handoff/schema.ts";
import { agreePartnership } from "../../../src/identity/agree-partnership.ts";
import { PartnershipTerms } from "../../../src/identity/wire.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { asParticipant } from "../../walls/raw.ts";
import { type Participant, test, type World } from "../../world/world.ts";
import { fixIntroduction, later, makeReferral } from "../make.ts";

const on = (world: World, time: string) => {
  world.clock.time = new Date(time);
};

const offersTo = async (world: World, partner: Participant, count: number) => {
  const made: Awaited<ReturnType<typeof makeReferral>>[] = [];
  while (made.length < count) made.push(await makeReferral({ ...world, bridge: partner }, "offered"));
  return made;
};

async function lapse(world: World, id: string): Promise<void> {
  const helpline = world.job(world.helpline.id);
  for (let state = "offered"; state !== "lapsed"; ) {
    const [row] = await transact(helpline, (tx) => tx.select().from(referrals).where(eq(referrals.id, id)));
    state = row?.state ?? "lapsed";
    if (row?.wakeAt) world.clock.time = row.wakeAt;
    await wakeReferral(helpline, id);
  }
}

const numbersOf = async (world: World, of: Participant, query: string) =>
  (await world.as(await world.member(of, "coordinator")).get(`/handoff-numbers?${query}`)).body;

async function networkNumbers(world: World, quarter: string) {
  const coordinator = await world.member(world.operator, "coordinator");
  return world.as(coordinator).get(`/network-numbers?quarter=${quarter}`);
}

test("a helpline counts how soon its partners answered and met the caller, and what they declined and let lapse", async ({
  world,
}) => {
  on(world, "2031-01-07T09:00:00Z");
  const noor = world.as(world.noor);
  const [met, full, silent] = await offersTo(world, world.bridge, 3);
  if (!met || !full || !silent) throw new Error("three were offered");
  world.clock.time = later(world, { minutes: 10 });
  await noor.post(`${met.path}/acknowledgement`, { function: "intake" });
  world.clock.time = later(world, { minutes: 20 });
  await noor.post(`${full.path}/declination`, { reason: "no-capacity" });
  world.clock.time = later(world, { minutes: 30 });
  await noor.post(`${met.path}/acceptance`, { name: "Noor de Wit", contact: "030-1234567" });
  await fixIntroduction(world, met);
  world.clock.time = later(world, { days: 1, hours: 2 });
  await noor.post(`${met.path}/contact-confirmation`, { confirmedBy: "partner" });
  await world.as(world.eva).post(`${met.path}/contact-confirmation`, { confirmedBy: "caller" });
  await lapse(world, silent.id);
  world.clock.time = later(world, { minutes: 1 });

  const figures = {
    offers: 3,
    acknowledge: { count: 2, median: 20, ninetiethPercentile: 28 },
    answer: { count: 2, median: 45, ninetiethPercentile: 57 },
    introduce: { count: 1, median: 1500, ninetiethPercentile: 1500 },
    declines: [{ reason: "no-capacity", count: 1 }],
    lapses: 1,
  };
  expect(await numbersOf(world, world.helpline, "from=2031-01-01&to=2031-01-31")).toEqual({
    from: "2031-01-01",
    to: "2031-01-31",
    all: figures,
    partners: [{ partner: { id: world.bridge.id, name: "De Brug" }, ...figures }],
  });
  // Each thing counts on its own day: nothing but the contact was on the second.
  const { all } = await numbersOf(world, world.helpline, "from=2031-01-08&to=2031-01-08");
  expect(all).toEqual({
    offers: 0,
    acknowledge: { count: 0 },
    answer: { count: 0 },
    introduce: { count: 1, median: 1500, ninetiethPercentile: 1500 },
    declines: [],
    lapses: 0,
  });
});

test("a helpline's day begins at midnight in Amsterdam", async ({ world }) => {
  on(world, "2031-02-03T22:59:59Z");
  await offersTo(world, world.bridge, 1);
  on(world, "2031-02-03T23:00:00Z");
  await offersTo(world, world.bridge, 1);
  const offersOn = async (day: string) =>
    (await numbersOf(world, world.helpline, `from=${day}&to=${day}`)).all.offers;
  expect([await offersOn("2031-02-03"), await offersOn("2031-02-04")]).toEqual([1, 1]);
});

test("another participant's handoffs are not counted, nor are those that were received", async ({
  world,
}) => {
  on(world, "2031-02-10T09:00:00Z");
  await offersTo(world, world.bridge, 1);
  for (const other of [world.elsewhere, world.bridge]) {
    const { all, partners } = await numbersOf(world, other, "from=2031-01-01&to=2031-12-31");
    expect({ offers: all.offers, partners }).toEqual({ offers: 0, partners: [] });
  }
});

test("a period that ends before it begins is refused", async ({ world }) => {
  const coordinator = world.as(await world.member(world.helpline, "coordinator"));
  const { status, body } = await coordinator.get("/handoff-numbers?from=2031-01-02&to=2031-01-01");
  expect({ status, pointer: body.errors[0].pointer }).toEqual({ status: 400, pointer: "to" });
});

test("the operator sees partners with ten offers, and smaller ones only together", async ({ world }) => {
  on(world, "2032-04-06T09:00:00Z");
  const [small, smaller] = [await world.participant("Klein"), await world.participant("Kleiner")];
  const large = await offersTo(world, world.bridge, 10);
  await offersTo(world, small, 6);
  await offersTo(world, smaller, 4);
  world.clock.time = later(world, { minutes: 15 });
  for (const { path } of large)
    await world.as(world.noor).post(`${path}/acknowledgement`, { function: "intake" });
  world.clock.time = later(world, { minutes: 15 });
  for (const { path } of large.slice(0, 9))
    await world.as(world.noor).post(`${path}/declination`, { reason: "not-eligible" });
  on(world, "2032-07-01T09:00:00Z");

  const { body } = await networkNumbers(world, "2032-2");
  expect(body).toEqual({
    quarter: "2032-2",
    partners: [
      {
        partner: { id: world.bridge.id, name: "De Brug" },
        offers: 10,
        acknowledge: { count: 10, median: 15, ninetiethPercentile: 15 },
        // Nine answers are too few for a time, and to be told.
        answer: {},
        introduce: { count: 0 },
        declines: [],
        lapses: 0,
      },
    ],
    otherPartners: {
      offers: 10,
      acknowledge: { count: 0 },
      answer: { count: 0 },
      introduce: { count: 0 },
      declines: [],
      lapses: 0,
    },
  });
  for (const hidden of [small.id, smaller.id, world.helpline.id])
    expect(JSON.stringify(body)).not.toContain(hidden);
});

test("what the operator sent itself, and so knows exactly, leaves no small count of the others", async ({
  world,
}) => {
  on(world, "2034-04-04T09:00:00Z");
  const terms = PartnershipTerms.parse({ sends: true, receives: false });
  await agreePartnership(world.job(world.operator.id), world.operator.id, terms);
  const own = {
    ...world,
    helpline: { ...world.helpline, ...world.operator },
    eva: await world.member(world.operator, "counsellor"),
  };
  const offer = async (from: World, partner: Participant, count: number) => {
    for (let made = 0; made < count; made++) await makeReferral({ ...from, bridge: partner }, "offered");
  };
  const both = await world.participant("Van beide");
  await offer(world, both, 4);
  await offer(own, both, 8);
  const theirs = await world.participant("Van ons");
  await offer(own, theirs, 11);
  on(world, "2034-07-03T09:00:00Z");
  const { body } = await networkNumbers(world, "2034-2");
  // Twelve less its own eight would be four of the other helpline.
  expect(
    body.partners.map(({ partner, offers }: { partner: { id: string }; offers: number }) => [
      partner.id,
      offers,
    ]),
  ).toEqual([[theirs.id, 11]]);
});

test("nine offers to smaller partners are not told, not even together", async ({ world }) => {
  on(world, "2032-08-02T09:00:00Z");
  await offersTo(world, world.bridge, 9);
  on(world, "2032-10-01T09:00:00Z");
  expect((await networkNumbers(world, "2032-3")).body).toEqual({ quarter: "2032-3", partners: [] });
});

test("a quarter is counted once it is over in Amsterdam, and not a moment sooner", async ({ world }) => {
  on(world, "2033-06-30T21:59:59Z");
  expect(await networkNumbers(world, "2033-2")).toMatchObject({
    status: 409,
    body: { type: "/problems/quarter-open" },
  });
  on(world, "2033-06-30T22:00:00Z");
  expect((await networkNumbers(world, "2033-2")).status).toBe(200);
});

test("the database tells the network's numbers to nobody but its operator, and only of what is over", async ({
  world,
}) => {
  on(world, "2033-08-02T09:00:00Z");
  await offersTo(world, world.bridge, 10);
  const { db } = world.platform;
  const told = async (participantId: string | undefined, moment: string) => {
    const question = `select offers from handreiking.network_numbers(2033, 3, '${moment}')`;
    return (await asParticipant(db, participantId, question)).map(({ offers }) => offers);
  };
  const over = "2033-10-01T00:00:00+02:00";
  expect(await told(world.operator.id, over)).toEqual([10]);
  expect(await told(world.operator.id, "2033-09-30T23:59:59+02:00")).toEqual([]);
  for (const other of [world.helpline.id, world.bridge.id, world.elsewhere.id, undefined])
    expect(await told(other, over)).toEqual([]);
  const everybodys = `select part from handreiking.handoff_numbers('2033-07-01', '2033-10-01', null, 0) where offers > 0`;
  expect(await asParticipant(db, world.elsewhere.id, everybodys)).toEqual([]);
  expect(await asParticipant(db, world.operator.id, everybodys)).toEqual([]);
});
