import { createLocalJWKSet, jwtVerify } from "jose";
import { expect } from "vitest";
import { openDisclosure, sealDisclosure } from "../../src/client/index.ts";
import { expected, helpline, partner, sender } from "../client/disclosure/sealing.ts";
import { edit } from "../directory/editing.ts";
import { tickAt } from "../handoff/clock/ticking.ts";
import { dump } from "../handoff/dump.ts";
import { leaksOf } from "../handoff/leaks.ts";
import { consentTerms, exchangeKeys } from "../handoff/make.ts";
import { keepWork } from "../intake/appointments/make.ts";
import { published } from "../knowledge/make.ts";
import { fillYear } from "../signals/statistics/fill.ts";
import { ownDatabase } from "../world/database.ts";
import { createWorld, issuer, test, type World } from "../world/world.ts";
import { type Witness, witness } from "./witness.ts";

/** What is told of the caller and by them: a marker in each. */
const told = {
  name: "canary-Name-7Q",
  number: "+31 6 48151623",
  numberNote: "canary-NumberNote-7Q",
  reach: "canary-Reach-7Q",
  text: "canary-Text-7Q gaf het huis aan een beweging",
  whoMayAnswer: "canary-WhoMayAnswer-7Q",
  talk: "canary-Talk-7Q",
  ownWords: "canary-OwnWords-7Q",
  familyName: "canary-FamilyName-7Q",
  movement: "canary-Movement-7Q",
  signalNote: "canary-SignalNote-7Q",
};
const callers = Object.values(told).filter((value) => value !== told.movement);

/** By the caller's own clock, six hours behind Amsterdam's. */
const windows = [{ weekday: "tuesday", from: "10:00", to: "12:30", timeZone: "America/Toronto" }];

interface Journey {
  world: World;
  as: Witness["as"];
  /** The clock, moved on to that moment. */
  at(time: string): void;
  todos(name: string): Promise<string[]>;
}

/** Monday morning: a relative phones, and intake types while listening. */
async function takeCall({ as, todos }: Journey) {
  const taken = await as("ans").post("/callback-intakes", {
    door: "phone",
    language: "nl",
    relation: "relative",
    topics: ["manipulation"],
    channel: "phone",
    name: told.name,
    phones: [{ number: told.number, note: told.numberNote }],
    reach: told.reach,
    windows,
    text: told.text,
  });
  expect(taken).toMatchObject({
    status: 201,
    body: { door: "phone", state: "open", urgency: "normal", relation: "relative", reachable: true },
  });
  const { id, reference } = taken.body;
  expect(await todos("ans")).toEqual([`see-to-request ${id}`]);
  expect((await as("ans").post("/callback-request-lookups", { reference })).body).toEqual({
    requestId: id,
    state: "open",
    anonymous: false,
  });
  return id as string;
}

/** Intake plans the first time at which the caller is safe and Eva works. */
async function planCallback({ world, as, todos }: Journey, requestId: string) {
  const { memberId } = world.eva;
  const proposed = await as("ans").post("/slot-proposals", { requestId, count: 2 });
  expect(proposed).toMatchObject({
    status: 200,
    body: {
      slots: [
        { counsellorId: memberId, startsAt: "2026-01-06T15:00:00.000Z", endsAt: "2026-01-06T15:45:00.000Z" },
        { counsellorId: memberId, startsAt: "2026-01-13T15:00:00.000Z" },
      ],
    },
  });
  const [{ startsAt }] = proposed.body.slots;
  const planned = await as("ans").post("/appointments", { requestId, counsellorId: memberId, startsAt });
  expect(planned).toMatchObject({
    status: 201,
    body: { requestId, counsellorId: memberId, startsAt, channel: "phone", language: "nl", state: "planned" },
  });
  expect((await as("ans").get(`/callback-requests/${requestId}`)).body).toMatchObject({ state: "planned" });
  expect(await todos("ans")).toEqual([]);
  return planned.body as { id: string; number: string };
}

/** Her calendar shows a time and a number, wherever she carries it. */
async function lookAtCalendar({ as }: Journey, number: string) {
  const { body } = await as("eva").post("/calendar-feeds");
  const calendar = await as("anybody").get(body.url.slice(body.url.indexOf("/calendars/")));
  expect(calendar.status).toBe(200);
  expect(calendar.body).toContain("DTSTART:20260106T150000Z");
  expect(calendar.body).toContain(number);
}

/** Tuesday: Eva calls back, listens, and charts what she heard. */
async function talk({ as, at, todos }: Journey, requestId: string, appointmentId: string) {
  expect(await todos("eva")).toEqual([]);
  at("2026-01-06T14:55:00Z");
  expect(await todos("eva")).toEqual([`hold-appointment ${appointmentId}`]);
  const request = await as("eva").get(`/callback-requests/${requestId}`);
  expect(request.body.told).toMatchObject({ name: told.name, phones: [{ number: told.number }], windows });
  const opened = await as("eva").post(`/callback-requests/${requestId}/case`, {});
  expect(opened).toMatchObject({
    status: 201,
    body: { relation: "relative", language: "nl", helpQuestions: [], consents: [] },
  });
  const caseId = opened.body.id as string;
  expect((await as("eva").get(`/callback-requests/${requestId}`)).body).toMatchObject({
    state: "ended",
    endReason: "became-case",
    caseId,
  });
  at("2026-01-06T15:40:00Z");
  const recorded = await as("eva").post(`/cases/${caseId}/conversations`, {
    appointmentId,
    channel: "phone",
    minutes: 40,
    outcome: "help-questions-framed",
    topics: ["psychological-abuse", "fraud"],
    harmed: "sibling",
    since: "1-5-years",
    goingOn: "yes",
    minorsInvolved: "no",
    dependence: ["housing"],
    nature: "both",
    note: told.talk,
  });
  expect(recorded).toMatchObject({
    status: 201,
    body: { appointmentId, topics: ["psychological-abuse", "fraud"], dangerSigns: [], hasNote: true },
  });
  expect((await as("eva").get(`/appointments/${appointmentId}`)).body).toMatchObject({
    state: "held",
    caseId,
  });
  expect(await todos("eva")).toEqual([]);
  const conversationId = recorded.body.id as string;
  expect((await as("eva").get(`/conversations/${conversationId}`)).body).toMatchObject({ note: told.talk });
  const known = await as("eva").get(`/conversations/${conversationId}/articles`);
  expect(known.body.items).toMatchObject([{ title: "Als je naaste alles weggeeft" }]);
  return { caseId, conversationId };
}

/** What the request told of reaching the caller is gone through with them, and is theirs alone to read. */
async function checkSafety({ as }: Journey, caseId: string) {
  const path = `/cases/${caseId}/safe-contact`;
  const before = await as("eva").get(path);
  expect(before.body).toMatchObject({ channel: "phone", windows, mayLeaveVoicemail: false });
  expect(before.body.verifiedAt).toBeUndefined();
  const kept = await as("eva").put(
    path,
    { channel: "phone", windows, mayLeaveVoicemail: false, whoMayAnswer: told.whoMayAnswer },
    { "if-match": before.headers.get("etag") ?? "" },
  );
  expect(kept.status).toBe(200);
  expect((await as("eva").post(`${path}/verification`)).body).toMatchObject({
    verifiedAt: "2026-01-06T15:40:00.000Z",
  });
  expect((await as("eva").get(`/cases/${caseId}/contact`)).body).toMatchObject({
    name: told.name,
    phones: [{ number: told.number, note: told.numberNote }],
  });
}

/** The first need is answered by advice; that ends it, and no partner hears of it. */
async function answerByAdvice({ as }: Journey, caseId: string, conversationId: string) {
  const framed = await as("eva").post(`/cases/${caseId}/help-questions`, {
    domain: "legal",
    topics: ["fraud"],
    conversationId,
    ownWords: told.ownWords,
  });
  expect(framed).toMatchObject({ status: 201, body: { domain: "legal", topics: ["fraud"] } });
  const path = `/help-questions/${framed.body.id}`;
  expect((await as("eva").get(path)).body).toMatchObject({ ownWords: told.ownWords });
  const ended = await as("eva").post(`${path}/end`, { reason: "advised" });
  expect(ended).toMatchObject({ status: 200, body: { endReason: "advised" } });
}

/** The second one is for somebody else: the search finds who, and says why. */
async function findPartner({ world, as }: Journey, caseId: string, conversationId: string) {
  const need = { domain: "care", topics: ["trauma-care"], conversationId };
  const framed = await as("eva").post(`/cases/${caseId}/help-questions`, need);
  expect(framed.status).toBe(201);
  const questionId = framed.body.id as string;
  const found = await as("eva").get(`/help-questions/${questionId}/suggested-services?most=3`);
  expect(found.status).toBe(200);
  const [first] = found.body.items;
  expect(first).toMatchObject({
    service: { id: world.bridge.serviceId, domain: "care", handoff: { receives: true } },
  });
  expect(JSON.stringify(first.matched)).toContain("topic");
  return questionId;
}

/** With the caller's yes it is offered, in codes; the partner answers the next morning. */
async function handOver({ world, as, at, todos }: Journey, caseId: string, questionId: string) {
  const consent = await as("eva").post(`/cases/${caseId}/consents`, {
    ...consentTerms,
    recipientId: world.bridge.id,
  });
  expect(consent).toMatchObject({ status: 201, body: { recipientId: world.bridge.id } });
  const consentId = consent.body.id as string;
  const draft = await as("eva").post("/referrals", {
    helpQuestionId: questionId,
    serviceId: world.bridge.serviceId,
    ageBand: "26-64",
    ageBandOf: "caller",
    urgency: "normal",
    safetyFlags: ["no-voicemail"],
  });
  expect(draft).toMatchObject({ status: 201, body: { state: "draft", direction: "sent" } });
  const id = draft.body.id as string;
  const path = `/referrals/${id}`;
  expect((await as("noor").get(path)).status).toBe(404);
  expect((await as("eva").post(`${path}/offer`, { consentId })).body).toMatchObject({ state: "offered" });

  at("2026-01-07T08:30:00Z");
  expect(await todos("noor")).toEqual([`acknowledge-referral ${id}`]);
  const offered = await as("noor").get(path);
  expect(offered.body).toMatchObject({
    direction: "received",
    state: "offered",
    summary: { relation: "relative", domain: "care", topics: ["trauma-care"] },
  });
  const acknowledged = await as("noor").post(`${path}/acknowledgement`, { function: "intake" });
  expect(acknowledged.body).toMatchObject({ state: "acknowledged" });
  expect(await todos("noor")).toEqual([`answer-referral ${id}`]);
  at("2026-01-07T09:15:00Z");
  const accepted = await as("noor").post(`${path}/acceptance`, {
    name: "Noor de Wit",
    contact: "030-1234567",
  });
  expect(accepted.body).toMatchObject({ state: "accepted" });
  expect((await as("noor").get(`${path}/disclosure`)).body.type).toBe("/problems/disclosure-not-yet");
  expect(await todos("eva")).toEqual([`fix-introduction ${id}`]);
  return { id, path, consentId };
}

type HandedOver = Awaited<ReturnType<typeof handOver>>;

/** On the next Tuesday the three of them speak; only now does the partner read who it is. */
async function introduce({ as, at, todos }: Journey, { id, path, consentId }: HandedOver) {
  at("2026-01-07T10:00:00Z");
  const categories = ["contact", "identity"] as const;
  const sealed = await sealDisclosure({
    referralId: id,
    basis: { consentId },
    categories,
    data: {
      contact: { name: told.name, phone: told.number },
      identity: { familyName: told.familyName },
    },
    signingKey: sender.own,
    recipient: partner.pinned,
    helpline: helpline.pinned,
  });
  const disclosure = { method: "key", categories, sealed };
  const fix = (time: string) =>
    as("eva").post(`${path}/introduction`, { at: time, channel: "three-way-call", disclosure });
  expect((await fix("2026-01-13T09:00:00Z")).body.type).toBe("/problems/introduction-unsafe");
  expect(await fix("2026-01-13T15:30:00Z")).toMatchObject({
    status: 200,
    body: { state: "scheduled", disclosedCategories: categories },
  });
  const fetched = await as("noor").get(`${path}/disclosure`);
  expect(fetched.status).toBe(200);
  const opening = { ...expected, referralId: id, opener: partner.own };
  const { data } = await openDisclosure(fetched.body.sealed, opening);
  expect(data).toMatchObject({ contact: { name: told.name }, identity: { familyName: told.familyName } });

  at("2026-01-13T16:10:00Z");
  for (const name of ["eva", "noor"]) expect(await todos(name)).toEqual([`confirm-contact ${id}`]);
  const confirm = (name: string, confirmedBy: string) =>
    as(name).post(`${path}/contact-confirmation`, { confirmedBy });
  expect((await confirm("noor", "partner")).body).toMatchObject({ state: "scheduled" });
  at("2026-01-13T16:20:00Z");
  expect((await confirm("eva", "counsellor")).body).toMatchObject({ state: "connected" });
}

/** Two weeks later Eva asks what came of it: that ends the handoff. */
async function followUp({ as, at, todos }: Journey, { id, path }: HandedOver, questionId: string) {
  at("2026-01-26T09:00:00Z");
  expect(await todos("eva")).toEqual([]);
  at("2026-01-28T09:00:00Z");
  expect(await todos("eva")).toEqual([`follow-up ${id}`]);
  expect((await as("noor").post(`${path}/outcome`, { outcome: "helped" })).body.type).toBe(
    "/problems/feedback-not-agreed",
  );
  expect((await as("eva").post(`${path}/outcome`, { outcome: "helped" })).body).toMatchObject({
    state: "completed",
    outcome: { by: "helpline", outcome: "helped" },
  });
  expect(await todos("eva")).toEqual([`see-to-question ${questionId}`]);
  const ended = await as("eva").post(`/help-questions/${questionId}/end`, { reason: "referred" });
  expect(ended).toMatchObject({ status: 200, body: { endReason: "referred" } });
  expect(await todos("eva")).toEqual([]);
  const { body } = await as("noor").get("/events?pageSize=100");
  expect(body.items.map(({ type }: { type: string }) => type)).toEqual([
    "referral.offered",
    "referral.acknowledged",
    "referral.accepted",
    "referral.scheduled",
    "referral.confirmed",
    "referral.connected",
    "referral.completed",
  ]);
}

/** What was heard becomes a signal, which counts once a second person has looked. */
async function signal({ as, todos }: Journey, conversationId: string) {
  const kinds = { kind: "spiritual", basis: "religious", sizeBand: "25-99" };
  const registered = await as("eva").post("/movements", { name: told.movement, ...kinds });
  expect(registered).toMatchObject({ status: 201, body: kinds });
  expect((await as("eva").get(`/movements/${registered.body.id}`)).body).toMatchObject({
    name: told.movement,
  });
  const made = await as("eva").post("/signals", {
    movementId: registered.body.id,
    kinds: ["psychological-abuse", "fraud"],
    nature: "both",
    goingOn: true,
    sourceRelation: "relative",
    reliability: "heard",
    conversationId,
    note: told.signalNote,
  });
  expect(made.status).toBe(201);
  expect((await as("eva").post(`/signals/${made.body.id}/reviews`, { verdict: "counts" })).body.type).toBe(
    "/problems/own-signal",
  );
  expect(await todos("ilse")).toEqual([`review-signal ${made.body.id}`]);
  expect((await as("ilse").get(`/signals/${made.body.id}`)).body).toMatchObject({ note: told.signalNote });
  const reviewed = await as("ilse", "in person").post(`/signals/${made.body.id}/reviews`, {
    verdict: "counts",
  });
  expect(reviewed).toMatchObject({ status: 201, body: { review: { verdict: "counts" } } });
  expect(await todos("ilse")).toEqual([]);
}

type Figures = { name: string; cells: { at: string[]; count?: number }[] }[];

/** The year is over: by itself this caller is no figure; among others, they are counted and not to be found. */
async function releaseYear({ world, as, at }: Journey) {
  expect((await as("cora").get("/statistics-preview?year=2026")).body.type).toBe("/problems/year-not-closed");
  at("2027-01-04T09:00:00Z");
  const alone = await as("cora").get("/statistics-preview?year=2026");
  expect(alone).toMatchObject({ status: 200, body: { published: 0 } });

  await fillYear(world, 2026);
  const released = await as("cora").post("/statistics-releases", { year: 2026 });
  expect(released).toMatchObject({ status: 201, body: { year: 2026, number: 1 } });
  const tables: Figures = released.body.tables;
  const count = (name: string, ...where: string[]) =>
    tables.find((table) => table.name === name)?.cells.find((cell) => cell.at.join() === where.join())?.count;
  // What others told in fillYear, and this caller besides.
  expect(count("cases-by-relation", "all")).toBe(60 + 1);
  expect(count("cases-by-charting", "charted")).toBe(45 + 1);
  expect(count("cases-by-kind", "psychological-abuse")).toBe(30 + 1);
  expect(count("requests-by-door", "all")).toBe(70 + 1);
  expect(count("movements-by-kind", "all", "all")).toBe(30 + 1);
  expect(count("signals-by-kind", "all", "all")).toBe(31 + 1);
  expect(count("help-questions", "all", "all")).toBe(60 + 2);
  // One handoff in a year is not told.
  expect(count("handoffs", "all", "all")).toBeUndefined();

  const keys = await world.app.request(`${issuer}/oauth/jwks`);
  const { payload } = await jwtVerify(released.body.statement, createLocalJWKSet(await keys.json()), {
    issuer,
    typ: "statistics-release+jwt",
    currentDate: world.clock.time,
  });
  expect(payload).toMatchObject({ jti: released.body.id, year: 2026, tables });
}

/** What else looks at the work: each one sees codes. */
async function lookAround({ as }: Journey, caseId: string, { path }: HandedOver) {
  expect((await as("eva").get(`/cases/${caseId}`)).status).toBe(200);
  expect((await as("ilse").get(`/cases/${caseId}`)).body.type).toBe("/problems/case-not-shared");
  for (const strangers of [`/cases/${caseId}`, `/cases/${caseId}/contact`, path])
    expect((await as("stranger").get(strangers)).status).toBe(404);
  const log = await as("paula").get(`/cases/${caseId}/access-log?pageSize=100`);
  const looks: { organization: string; action: string }[] = log.body.items;
  expect(looks.map(({ organization, action }) => `${organization}: ${action}`)).toEqual(
    expect.arrayContaining([
      "Helplijn: contact.read",
      "Helplijn: conversation.recorded",
      "De Brug: disclosure.read",
    ]),
  );
  for (const [name, overview] of [
    ["paula", "/audit-events?pageSize=100"],
    ["cora", "/tasks"],
    ["cora", "/overdue-callback-requests"],
    ["cora", "/handoff-numbers?from=2026-01-01&to=2026-12-31"],
    ["eva", "/events?pageSize=100"],
    ["eva", "/referrals?direction=sent"],
    ["eva", `/cases/${caseId}/conversations`],
    ["eva", `/cases/${caseId}/help-questions`],
    ["ans", "/callback-requests?pageSize=100"],
    ["ans", "/appointments"],
    ["noor", "/referrals?direction=received"],
    ["ilse", "/signals"],
  ] as const)
    expect((await as(name).get(overview)).status, overview).toBe(200);
}

test("from a relative's first call to the yearly figures, and nobody learns more than they may", async () => {
  // A directory and a knowledge base of its own: what the search finds first is known.
  const world = await createWorld(await ownDatabase());
  await keepWork(world, world.eva);
  await exchangeKeys(world);
  await published(world, "network", { title: "Als je naaste alles weggeeft", topics: ["fraud"] });
  const topics = { topics: ["trauma-care"] };
  const {
    method,
    path: entry,
    body,
    headers,
  } = await edit(world, "PATCH", "services", world.bridge.serviceId, topics);
  expect((await world.send(world.noor, method, entry, body, headers)).status).toBe(200);
  const { as, whoWasTold } = witness(world, {
    anybody: undefined,
    ans: await world.member(world.helpline, "intake"),
    eva: world.eva,
    ilse: await world.member(world.helpline, "counsellor"),
    cora: await world.member(world.helpline, "coordinator"),
    paula: await world.member(world.helpline, "privacy-officer"),
    noor: world.noor,
    stranger: world.stranger,
  });
  const journey: Journey = {
    world,
    as,
    at: (time) => {
      world.clock.time = new Date(time);
    },
    todos: async (name) =>
      (await as(name).get("/tasks")).body.items.map(
        ({ kind, subjectId }: { kind: string; subjectId: string }) => `${kind} ${subjectId}`,
      ),
  };

  const requestId = await takeCall(journey);
  const appointment = await planCallback(journey, requestId);
  await lookAtCalendar(journey, appointment.number);
  const { caseId, conversationId } = await talk(journey, requestId, appointment.id);
  await checkSafety(journey, caseId);
  await answerByAdvice(journey, caseId, conversationId);
  const questionId = await findPartner(journey, caseId, conversationId);
  const handedOver = await handOver(journey, caseId, questionId);
  await introduce(journey, handedOver);
  await followUp(journey, handedOver, questionId);
  await signal(journey, conversationId);
  await lookAround(journey, caseId, handedOver);
  await tickAt(world, new Date("2026-03-02T09:00:00Z"));
  await releaseYear(journey);

  // Who reads the request or the case was told; nobody else was, and nothing else was told to them.
  expect(whoWasTold(callers)).toEqual([
    "ans getRequest",
    "eva getRequest",
    "eva getConversation",
    "eva keepSafeContact",
    "eva verifySafeContact",
    "eva getContact",
    "eva getHelpQuestion",
    "ilse getSignal",
  ]);
  expect(whoWasTold([told.movement])).toEqual(["eva getMovement"]);
  expect(leaksOf(Object.values(told), JSON.stringify(world.logged))).toEqual([]);
  for (const participantId of [world.helpline.id, world.bridge.id, world.elsewhere.id, world.operator.id])
    expect(leaksOf(Object.values(told), await dump(world, participantId))).toEqual([]);
  // The control: what is not sealed would have been found there.
  expect(leaksOf(["Noor de Wit"], await dump(world, world.bridge.id))).toEqual(["Noor de Wit"]);
});
