import { expect } from "vitest";
import { openForm, takeOne } from "../intake/samples.ts";
import { aMovement, aSignal } from "../signals/make.ts";
import { type Answer, test, type World } from "../world/world.ts";
import { dump } from "./dump.ts";
import { leaksOf } from "./leaks.ts";
import { makeReferral, safeContact } from "./make.ts";

/** A marker for each personal field, so that a leak names its field. */
const marked = {
  contact: {
    name: "canary-Name-7Q",
    phones: [{ number: "+31 6 48151623", note: "canary-PhoneNote-7Q" }],
    mail: "canary-mail-7q@example.org",
    address: "canary-Address-7Q",
    notes: "canary-ContactNotes-7Q",
  },
  safeContact: {
    ...safeContact,
    whoMayAnswer: "canary-WhoMayAnswer-7Q",
    ifAnotherAnswers: "canary-IfAnotherAnswers-7Q",
  },
  word: "canary-Word-7Q",
  note: "canary-Note-7Q",
  request: {
    language: "nl",
    name: "canary-RequestName-7Q",
    phones: [{ number: "+31 6 23421508", note: "canary-RequestPhoneNote-7Q" }],
    mail: "canary-request-7q@example.org",
    reach: "canary-Reach-7Q",
    text: "canary-Told-7Q zelfmoord",
  },
  requestWord: "canary-RequestWord-7Q",
  web: "canary-Web-7Q",
  movement: "canary-Movement-7Q",
  signalNote: "canary-SignalNote-7Q",
  talk: "canary-Talk-7Q",
  addition: "canary-Addition-7Q",
  stepWords: "canary-StepWords-7Q",
  ownWords: "canary-OwnWords-7Q",
};
const markers = [
  marked.contact.name,
  marked.contact.phones[0]?.number ?? "",
  marked.contact.phones[0]?.note ?? "",
  marked.contact.mail,
  marked.contact.address,
  marked.contact.notes,
  marked.safeContact.whoMayAnswer,
  marked.safeContact.ifAnotherAnswers,
  marked.word,
  "canaryword7q",
  marked.note,
  marked.request.name,
  marked.request.phones[0]?.number ?? "",
  marked.request.phones[0]?.note ?? "",
  marked.request.mail,
  marked.request.reach,
  marked.request.text,
  marked.requestWord,
  "canaryrequestword7q",
  marked.web,
  marked.movement,
  "canarymovement7q",
  marked.signalNote,
  marked.talk,
  marked.addition,
  marked.stepWords,
  marked.ownWords,
];

const leaksIn = (text: string) => leaksOf(markers, text);

async function fillWithMarkers(world: World) {
  const referral = await makeReferral(world, "accepted");
  const path = `/cases/${referral.caseId}`;
  const eva = world.as(world.eva);
  const written = [
    await eva.put(`${path}/contact`, marked.contact),
    await eva.put(`${path}/safe-contact`, marked.safeContact),
    await eva.put(`${path}/code-word`, { word: marked.word }),
    await eva.post(`${path}/notes`, { text: marked.note }, { "idempotency-key": "canary" }),
  ];
  expect(written.map(({ status }) => status)).toEqual([200, 200, 204, 201]);
  const { conversation, question } = await talkWithMarkers(world, path);
  const movement = await aMovement(world, world.eva, marked.movement);
  const signal = await aSignal(world, movement.id, world.eva, { note: marked.signalNote });
  return {
    ...referral,
    path,
    referralPath: referral.path,
    movement: movement.id,
    signal,
    conversation,
    question,
    ...(await fillRequests(world)),
  };
}

/** A conversation and a help question with a marker in all of their words. */
async function talkWithMarkers(world: World, path: string) {
  const eva = world.as(world.eva);
  const talked = await eva.post(`${path}/conversations`, {
    channel: "phone",
    minutes: 30,
    outcome: "help-questions-framed",
    dangerSigns: ["stalking"],
    note: marked.talk,
  });
  const conversation = `/conversations/${talked.body.id}`;
  const framed = await eva.post(`${path}/help-questions`, {
    domain: "care",
    topics: ["manipulation"],
    conversationId: talked.body.id,
    ownWords: marked.ownWords,
  });
  const written = [
    talked,
    framed,
    await eva.post(`${conversation}/additions`, { text: marked.addition }),
    await eva.post(`${conversation}/steps`, {
      step: "map-signals",
      decision: "not-possible",
      reason: "other",
      words: marked.stepWords,
    }),
  ];
  expect(written.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(leaksIn(JSON.stringify(written.map(({ body, headers }) => [body, [...headers]])))).toEqual([]);
  return { conversation, question: `/help-questions/${framed.body.id}` };
}

/** A request of each kind, one of them through the open form. */
async function fillRequests(world: World) {
  const anonymous = { word: marked.requestWord, agreedAt: "2026-02-02T10:00:00Z" };
  await openForm(world);
  const form = { helplineId: world.helpline.id, language: "nl", phone: "06 12345678", text: marked.web };
  const sent = await world.as(undefined).post("/callback-requests", form, { "idempotency-key": "canary" });
  const { body } = await world
    .as(world.eva)
    .post("/callback-request-lookups", { reference: sent.body.reference });
  return {
    requestPath: (await takeOne(world, marked.request)).path,
    anonymousPath: (await takeOne(world, { language: "nl", anonymous })).path,
    webPath: `/callback-requests/${body.requestId}`,
    sent,
  };
}

test("the search for markers finds them in every form that it says", () => {
  for (const marker of markers) {
    const bytes = Buffer.from(`..${marker}..`);
    for (const text of [bytes.toString(), bytes.toString("hex"), bytes.toString("base64")])
      expect(leaksIn(text), text).toContain(marker);
    for (const before of ["", "a", "ab", "abc"])
      expect(leaksIn(Buffer.from(`${before}${marker}`).toString("base64url"))).toContain(marker);
    expect(leaksIn(`?q=${encodeURIComponent(marker)}`)).toContain(marker);
  }
});

test("what a caller's case holds about them is nowhere but in the answer to its owner", async ({ world }) => {
  const written = await fillWithMarkers(world);
  const { path, referralPath, id, requestPath, webPath, sent } = written;
  const { movement, signal, conversation, question } = written;
  const eva = world.as(world.eva);
  // The control: the owner reads all but the word, which nobody does.
  const read = [
    await eva.get(`${path}/contact`),
    await eva.get(`${path}/safe-contact`),
    await eva.get(`${path}/notes`),
    await eva.get(requestPath),
    await eva.get(webPath),
    await eva.get(`/movements/${movement}`),
    await eva.get(`/signals/${signal}`),
    await eva.get(conversation),
    await eva.get(`${conversation}/step-list`),
    await eva.get(question),
  ];
  expect(leaksIn(JSON.stringify(read.map(({ body }) => body)))).toEqual(
    markers.filter((marker) => !/^canary-?(request)?word-?7q$|^canarymovement/i.test(marker)),
  );

  for (const participantId of [world.helpline.id, world.bridge.id, world.elsewhere.id, world.operator.id])
    expect(leaksIn(await dump(world, participantId))).toEqual([]);

  const ilse = await world.member(world.helpline, "counsellor");
  const others: Answer[] = [
    await world.as(ilse).get(`${path}/contact`),
    await world.as(ilse).get(path),
    await world.as(world.noor).get(referralPath),
    await world.as(world.noor).get("/events?pageSize=100"),
    await world.as(world.stranger).get(`${path}/contact`),
    await eva.get(path),
    await eva.get("/events?pageSize=100"),
    await eva.get(`/referrals/${id}`),
    await eva.get("/callback-requests?pageSize=100"),
    await eva.get("/tasks"),
    await world.as(world.stranger).get(requestPath),
    await world.as(world.system(world.helpline)).get(requestPath),
    sent,
    await eva.get("/movements"),
    await eva.get("/signals"),
    await world.as(world.stranger).get(`/movements/${movement}`),
    await world.as(world.stranger).get(`/signals/${signal}`),
    await world
      .as(await world.member(world.helpline, "coordinator"))
      .post("/statistics-releases", { year: 2025 }),
    await eva.get(`${path}/conversations`),
    await eva.get(`${path}/help-questions`),
    await eva.get(`${question}/suggested-services`),
    await world.as(ilse).get(conversation),
    await world.as(ilse).get(question),
  ];
  expect(leaksIn(JSON.stringify(others.map(({ body, headers }) => [body, [...headers]])))).toEqual([]);
});

test("what was told in a request is nowhere but in its case once it became one", async ({ world }) => {
  const { requestPath } = await fillWithMarkers(world);
  const eva = world.as(world.eva);
  const { body } = await eva.post(`${requestPath}/case`, { relation: "harmed" });
  const inCase = [await eva.get(`/cases/${body.id}/contact`), await eva.get(`/cases/${body.id}/notes`)];
  expect(leaksIn(JSON.stringify(inCase.map((answer) => answer.body)))).toHaveLength(6);
  expect(leaksIn(JSON.stringify([body, (await eva.get(requestPath)).body]))).toEqual([]);
  expect(leaksIn(await dump(world, world.helpline.id))).toEqual([]);
});

test("a refusal repeats nothing of what was written down, and no log line holds it", async ({ world }) => {
  const { path, requestPath, anonymousPath, movement, conversation } = await fillWithMarkers(world);
  const eva = world.as(world.eva);
  const patched = { "content-type": "application/merge-patch+json", "if-match": '"none"' };
  const refused: Answer[] = [
    await eva.put(`${path}/contact`, marked.contact),
    await eva.put(`${path}/contact`, { ...marked.contact, [marked.note]: marked.note }),
    await eva.put(`${path}/contact`, JSON.stringify(marked.contact).slice(0, -1)),
    await eva.put(`${path}/contact`, { mail: marked.note, phones: [{ number: marked.note }] }),
    await eva.put(`${path}/safe-contact`, { ...marked.safeContact, channel: marked.note }),
    await eva.post(`${path}/code-word-checks`, { word: marked.word, note: marked.note }),
    await eva.post(`${path}/notes`, { text: `${marked.note} 123456782` }),
    await eva.post("/case-lookups", { code: marked.word }),
    await world.as(world.stranger).post(`${path}/notes`, { text: marked.note }),
    await eva.post("/callback-intakes", { ...marked.request, language: marked.note }),
    await eva.post("/callback-intakes", { ...marked.request, text: `${marked.request.text} 123456782` }),
    await world.as(undefined).post("/callback-requests", { ...marked.request, [marked.note]: marked.note }),
    await eva.send("PATCH", requestPath, { text: marked.request.text }, patched),
    await eva.post(`${anonymousPath}/code-word-checks`, { word: marked.requestWord, note: marked.note }),
    await eva.post("/callback-request-lookups", { reference: marked.requestWord }),
    await world.as(world.stranger).post(`${requestPath}/case`, {}),
    await eva.post("/movements", {
      name: marked.movement,
      kind: "other",
      basis: "secular",
      sizeBand: "unknown",
    }),
    await eva.post("/movement-lookups", { name: `${marked.movement} 2` }),
    await eva.post("/signals", { movementId: movement, note: marked.signalNote }),
    await eva.post(`${path}/conversations`, { channel: "phone", minutes: 1, note: marked.talk }),
    await eva.post(`${conversation}/additions`, { text: `${marked.addition} 123456782` }),
    await eva.post(`${conversation}/steps`, { step: marked.stepWords, words: marked.stepWords }),
    await eva.post(`${path}/help-questions`, { domain: marked.ownWords, ownWords: marked.ownWords }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([
    ...[428, 400, 400, 400, 400, 400, 400, 404, 404],
    ...[400, 400, 400, 412, 400, 404, 404],
    ...[409, 404, 400],
    ...[400, 400, 400, 400],
  ]);
  expect(leaksIn(JSON.stringify(refused.map(({ body, headers }) => [body, [...headers]])))).toEqual([]);
  expect(leaksIn(JSON.stringify(world.logged))).toEqual([]);
});
