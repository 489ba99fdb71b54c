import { expect } from "vitest";
import { createSpokenCode, sealDisclosure } from "../../../src/client/index.ts";
import { data, helpline, sender } from "../../client/disclosure/sealing.ts";
import { type Participant, type Person, test, type World } from "../../world/world.ts";
import { tickAt } from "../clock/ticking.ts";
import { consentTerms, exchangeKeys, keepSafe, later, openQuestion } from "../make.ts";

interface Recipient {
  of: Participant;
  person: Person;
  path: string;
}

const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function timesIn(told: unknown): string[] {
  if (typeof told === "string") return isTime.test(told) ? [told] : [];
  return told && typeof told === "object" ? Object.values(told).flatMap(timesIn) : [];
}

/** Every time that a recipient is told of its referral, its obligation and whatever happened. */
async function timesTold(world: World, { person, path }: Recipient): Promise<Set<string>> {
  const as = world.as(person);
  const looks = [
    path,
    "/referrals?direction=received",
    "/obligations?direction=owing",
    "/events?pageSize=100",
    "/tasks",
  ];
  const told = await Promise.all(looks.map((look) => as.get(look)));
  return new Set(told.filter(({ status }) => status === 200).flatMap(({ body }) => timesIn(body)));
}

/** No two recipients are told the same millisecond of anything. */
async function expectApart(world: World, recipients: readonly Recipient[], atLeast: number): Promise<void> {
  const told = await Promise.all(recipients.map((recipient) => timesTold(world, recipient)));
  for (const one of told) expect(one.size).toBeGreaterThanOrEqual(atLeast);
  const all = told.flatMap((times) => [...times]);
  expect(all.filter((time, index) => all.indexOf(time) !== index)).toEqual([]);
}

/** Each act comes at a time of its own; what a clock or one act does is done at one. */
const step = (world: World, milliseconds: number) => {
  world.clock.step = milliseconds;
};

async function offerTo(world: World, of: Participant, person: Person, questionId: string, consentId: string) {
  const eva = world.as(world.eva);
  const draft = {
    helpQuestionId: questionId,
    serviceId: of.serviceId,
    ageBand: "26-64",
    ageBandOf: "caller",
  };
  const { body } = await eva.post("/referrals", { ...draft, urgency: "normal" });
  await eva.post(`/referrals/${body.id}/offer`, { consentId });
  return { of, person, path: `/referrals/${body.id}`, id: body.id as string, consentId };
}

/** One need of one caller, offered to three partners on consents that end at one time. */
async function askThree(world: World) {
  step(world, 3);
  const { caseId, questionId } = await openQuestion(world);
  const third = await world.participant("Derde");
  const expiresAt = later(world, { days: 60 }).toISOString();
  const asked: [Participant, Person][] = [
    [world.bridge, world.noor],
    [world.elsewhere, world.stranger],
    [third, await world.member(third, "partner")],
  ];
  const recipients: Awaited<ReturnType<typeof offerTo>>[] = [];
  for (const [of, person] of asked) {
    const agreed = { ...consentTerms, recipientId: of.id, expiresAt };
    const { body } = await world.as(world.eva).post(`/cases/${caseId}/consents`, agreed);
    recipients.push(await offerTo(world, of, person, questionId, body.id));
  }
  step(world, 0);
  return { caseId, questionId, recipients };
}

const erase = async (world: World, caseId: string) =>
  world
    .as(await world.member(world.helpline, "privacy-officer"))
    .post(`/cases/${caseId}/erasure`, { reason: "caller-request" });

test("of one erasure no two recipients are told the same millisecond", async ({ world }) => {
  const { caseId, recipients } = await askThree(world);
  expect((await erase(world, caseId)).status).toBe(200);
  await expectApart(world, recipients, 2);
});

test("nor of one time at which bases run out, before the clock comes by and after", async ({ world }) => {
  const { recipients } = await askThree(world);
  world.clock.time = later(world, { days: 61 });
  for (const { path, person } of recipients)
    expect((await world.as(person).get(path)).body).toMatchObject({
      state: "withdrawn",
      endedAt: expect.any(String),
    });
  await expectApart(world, recipients, 2);
  await tickAt(world);
  await expectApart(world, recipients, 2);
});

test("nor of one tick that urges, and one that lets lapse", async ({ world }) => {
  const { recipients } = await askThree(world);
  for (let hours = 0; hours < 24 * 9; hours += 12) await tickAt(world, later(world, { hours: 12 }));
  for (const { path, person } of recipients)
    expect((await world.as(person).get(path)).body.state).toBe("lapsed");
  await expectApart(world, recipients, 3);
});

test("nor of what an erasure leaves them to answer for, and of one tick that asks for it", async ({
  world,
}) => {
  await exchangeKeys(world);
  step(world, 3);
  const eva = world.as(world.eva);
  const { caseId, questionId } = await openQuestion(world);
  await keepSafe(world, caseId);
  const recipients: Recipient[] = [];
  for (const [of, person] of [
    [world.bridge, world.noor],
    [world.elsewhere, world.stranger],
  ] as const) {
    const agreed = { ...consentTerms, recipientId: of.id };
    const { body: consent } = await eva.post(`/cases/${caseId}/consents`, agreed);
    const referral = await offerTo(world, of, person, questionId, consent.id);
    const as = world.as(person);
    await as.post(`${referral.path}/acceptance`, { name: "Noor de Wit", contact: "030-1234567" });
    const sealed = await sealDisclosure({
      referralId: referral.id,
      basis: { consentId: consent.id },
      categories: ["contact", "identity"],
      data,
      signingKey: sender.own,
      recipient: { code: createSpokenCode() },
      helpline: helpline.pinned,
    });
    const disclosure = { method: "code", categories: ["contact", "identity"], sealed };
    const at = later(world, { minutes: 1 }).toISOString();
    await eva.post(`${referral.path}/introduction`, { at, channel: "video", disclosure });
    expect((await as.get(`${referral.path}/disclosure`)).status).toBe(200);
    world.clock.time = later(world, { minutes: 2 });
    await as.post(`${referral.path}/contact-confirmation`, { confirmedBy: "partner" });
    await eva.post(`${referral.path}/contact-confirmation`, { confirmedBy: "counsellor" });
    expect((await eva.post(`${referral.path}/outcome`, { outcome: "helped" })).body.state).toBe("completed");
    recipients.push(referral);
  }
  step(world, 0);
  expect((await erase(world, caseId)).status).toBe(200);
  await expectApart(world, recipients, 3);
  for (let day = 0; day < 9; day++) await tickAt(world, later(world, { days: 1 }));
  await expectApart(world, recipients, 4);
});
