import { describe, expect } from "vitest";
import { soundsAcute } from "../../../src/intake/requests/urgency-words.ts";
import { asParticipant } from "../../walls/raw.ts";
import { sharingTest as test, type World } from "../../world/world.ts";
import { anonymously, rowOf, takeOne, toldFully } from "../samples.ts";

const take = (world: World, given: Record<string, unknown>, by = world.eva, headers = {}) =>
  world.as(by).post("/callback-intakes", given, headers);

const refused = (pointer: string) => ({
  status: 400,
  body: { type: "/problems/invalid-request", errors: [{ in: "body", pointer }] },
});

test("an intake worker takes a request knowing the language alone", async ({ world }) => {
  const intake = await world.member(world.helpline, "intake");
  const { status, body } = await take(world, { language: "en" }, intake);
  expect(status).toBe(201);
  expect(body).toEqual({
    id: expect.any(String),
    reference: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/),
    door: "phone",
    state: "open",
    urgency: "normal",
    language: "en",
    topics: [],
    reachable: false,
    takenBy: intake.memberId,
    receivedAt: "2026-01-05T09:00:00.000Z",
  });
  expect(await world.audited(world.helpline.id, body.id)).toEqual(["callback-request.received"]);
});

test("what was told is sealed, not repeated in the answer, and read back by a colleague", async ({
  world,
}) => {
  const { status, body } = await take(world, toldFully);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    relation: "relative",
    topics: ["manipulation"],
    channel: "phone",
    reachable: true,
  });
  expect(JSON.stringify(body)).not.toMatch(/Marije|12345678|ontbijt|huis/);
  const intake = await world.member(world.helpline, "intake");
  const read = await world.as(intake).get(`/callback-requests/${body.id}`);
  const { name, phones, mail, reach, windows, text } = toldFully;
  expect(read.body).toEqual({ ...body, told: { name, phones, mail, reach, windows, text } });
  expect(await world.audited(world.helpline.id, body.id)).toContain("callback-request.read");
});

test("the chat software takes requests in nobody's name, and reads none", async ({ world }) => {
  const chat = world.system(world.helpline);
  const { status, body } = await take(world, { door: "chat", language: "nl" }, chat);
  expect({ status, door: body.door, takenBy: body.takenBy }).toEqual({
    status: 201,
    door: "chat",
    takenBy: undefined,
  });
  expect((await world.as(chat).get(`/callback-requests/${body.id}`)).status).toBe(403);
  const named = { ...chat, memberId: world.eva.memberId ?? "" };
  expect((await take(world, { door: "chat", language: "nl" }, named)).body.takenBy).toBe(world.eva.memberId);
});

test("the web form's door is the form's alone", async ({ world }) => {
  expect(await take(world, { door: "web", language: "nl" })).toMatchObject(refused("/door"));
});

describe("refuses", () => {
  test("a topic of no taxonomy, naming its place", async ({ world }) => {
    expect(await take(world, { language: "nl", topics: ["manipulation", "weather"] })).toMatchObject(
      refused("/topics/1"),
    );
  });

  test.for([
    ["name", "/name", "Marije 123456782"],
    ["reach", "/reach", "bsn 123456782"],
    ["text", "/text", "Haar nummer is 1234 56 782."],
    ["phones", "/phones/0/note", [{ number: "06 12345678", note: "123456782" }]],
  ] as const)("a citizen number in %s", async ([field, pointer, value], { world }) => {
    const answer = await take(world, { language: "nl", [field]: value });
    expect(answer).toMatchObject(refused(pointer));
    expect(JSON.stringify(answer.body)).not.toContain("123456782");
  });

  test("a clock that nobody has", async ({ world }) => {
    const windows = [{ weekday: "monday", from: "10:00", to: "11:00", timeZone: "Europe/Atlantis" }];
    expect(await take(world, { language: "nl", windows })).toMatchObject(refused("/windows/0/timeZone"));
  });

  test("an anonymous caller's number, and an agreed time that has passed", async ({ world }) => {
    expect(await take(world, { ...anonymously, phones: [{ number: "06 12345678" }] })).toMatchObject(
      refused("/anonymous"),
    );
    const anonymous = { ...anonymously.anonymous, agreedAt: "2026-01-05T09:00:00Z" };
    expect(await take(world, { language: "nl", anonymous })).toMatchObject(refused("/anonymous/agreedAt"));
  });
});

describe("words of danger", () => {
  test("make a request acute, and the worker is shown the emergency numbers", async ({ world }) => {
    const text = "Ze zegt dat ze er een einde aan wil maken, aan haar leven.";
    expect(soundsAcute(text)).toBe(true);
    const { body } = await take(world, { language: "nl", urgency: "urgent", text });
    expect(body.urgency).toBe("acute");
    expect(body.emergencyNumbers.map(({ number }: { number: string }) => number)).toEqual([
      "112",
      "0800-0113",
      "0800-2000",
      "0800-0432",
    ]);
    const read = await world.as(world.eva).get(`/callback-requests/${body.id}`);
    expect(read.body.emergencyNumbers).toEqual(body.emergencyNumbers);
  });

  test.for([
    ["reach", "Bel niet: hij heeft een mes"],
    ["phones", [{ number: "06 12345678", note: "in gevaar" }]],
  ])("are heard in %s too", async ([field = "", value], { world }) => {
    expect((await take(world, { language: "nl", [String(field)]: value })).body.urgency).toBe("acute");
  });

  test("leave a request that the worker calls acute acute, and without them nothing is raised", async ({
    world,
  }) => {
    const text = "Zij wil praten over haar broer.";
    expect((await take(world, { language: "nl", urgency: "acute", text })).body.urgency).toBe("acute");
    const { body } = await take(world, { language: "nl", urgency: "urgent", text });
    expect(body).toMatchObject({ urgency: "urgent" });
    expect(body.emergencyNumbers).toBeUndefined();
  });
});

test("a repeated Idempotency-Key takes one request, and the same key with other words is refused", async ({
  world,
}) => {
  const key = { "idempotency-key": "eva-1" };
  const [first, again] = [
    await take(world, toldFully, world.eva, key),
    await take(world, toldFully, world.eva, key),
  ];
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(await take(world, { language: "nl" }, world.eva, key)).toMatchObject({ status: 422 });
});

test("an anonymous request keeps a slow hash of the word, sealed, and the agreed time as it is", async ({
  world,
}) => {
  const { id } = await takeOne(world, anonymously);
  const row = await rowOf(world, id);
  expect(row).toMatchObject({
    agreedAt: new Date("2099-01-06T14:00:00Z"),
    reachable: false,
    codeWordFailures: 0,
  });
  expect(Buffer.from(row?.codeWord ?? "").length).toBeGreaterThan(64);
});

test("what is sealed opens for no other participant and in no other request", async ({ world }) => {
  const [one, other] = [await takeOne(world), await takeOne(world)];
  const { db } = world.platform;
  await asParticipant(
    db,
    world.helpline.id,
    `update handreiking.callback_request set sealed =
      (select sealed from handreiking.callback_request where id = '${other.id}') where id = '${one.id}'`,
  );
  expect((await world.as(world.eva).get(one.path)).status).toBe(500);
  expect((await world.as(world.eva).get(other.path)).status).toBe(200);
  await asParticipant(
    db,
    world.helpline.id,
    `update handreiking.callback_request set state = 'ended',
    ended_at = '2026-01-05', end_reason = 'duplicate' where id = '${one.id}'`,
  );
});
