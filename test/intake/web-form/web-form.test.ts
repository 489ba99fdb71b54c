import fc from "fast-check";
import { describe, expect } from "vitest";
import { createApp } from "../../../src/app.ts";
import { keepWebForm } from "../../../src/intake/web-form/keep-web-form.ts";
import { standardRates } from "../../../src/rates.ts";
import { asParticipant } from "../../walls/raw.ts";
import { issuer, sharingTest as test, type World } from "../../world/world.ts";
import { openForm, rowOf, takeOne } from "../samples.ts";

const filledIn = (world: World) => ({
  helplineId: world.helpline.id,
  language: "nl",
  relation: "relative",
  name: "Marije",
  phone: "06 12345678",
  text: "Haar broer gaf zijn huis aan een beweging.",
});

const sendForm = (world: World, form: Record<string, unknown>, headers = {}) =>
  world.as(undefined).post("/callback-requests", form, headers);

const countOf = async (world: World) => {
  const [found] = await asParticipant(
    world.platform.db,
    world.helpline.id,
    "select count(*)::int as requests from handreiking.callback_request",
  );
  return found?.requests;
};

/** The answer without what is of this one alone. */
const alike = ({ status, body, headers }: Awaited<ReturnType<typeof sendForm>>) => ({
  status,
  body: { ...body, instance: "", reference: typeof body.reference },
  headers: [...headers].filter(([name]) => name !== "x-request-id"),
});

test("anybody sends a request to a helpline whose form is open, and learns a reference alone", async ({
  world,
}) => {
  await openForm(world);
  const { status, body } = await sendForm(world, filledIn(world));
  expect(status).toBe(201);
  expect(Object.keys(body).sort()).toEqual(["emergencyNumbers", "reference"]);
  const found = await world.as(world.eva).post("/callback-request-lookups", { reference: body.reference });
  const { body: read } = await world.as(world.eva).get(`/callback-requests/${found.body.requestId}`);
  expect(read).toMatchObject({
    door: "web",
    reachable: true,
    told: { name: "Marije", phones: [{ number: "06 12345678" }] },
  });
  expect(read.takenBy).toBeUndefined();
  expect(await world.audited(world.helpline.id, read.id)).toContain("callback-request.received");
});

test("whatever stands around danger in a form, the request is acute", async ({ world }) => {
  await openForm(world);
  const words = fc.array(fc.constantFrom("niet", "geen", "lol", "cursus", "over", "haha", "1987", "boek"), {
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(words, words, fc.constantFrom("text", "reach"), async (before, after, field) => {
      const told = [...before, "hij staat voor de deur met een mes", ...after].join(" ");
      const { body } = await sendForm(world, { ...filledIn(world), [field]: told });
      const { body: found } = await world
        .as(world.eva)
        .post("/callback-request-lookups", { reference: body.reference });
      const { body: read } = await world.as(world.eva).get(`/callback-requests/${found.requestId}`);
      expect(read.urgency).toBe("acute");
    }),
    { numRuns: 10, seed: 13 },
  );
});

test("the answer has the emergency numbers, and does not tell what was recognized", async ({ world }) => {
  await openForm(world);
  const calm = await sendForm(world, filledIn(world));
  const acute = await sendForm(world, { ...filledIn(world), text: "Hij gaat mij vermoorden" });
  expect(alike(acute)).toEqual(alike(calm));
  expect(calm.body.emergencyNumbers).toHaveLength(4);
  const { reference } = acute.body;
  const found = await world.as(world.eva).post("/callback-request-lookups", { reference });
  const { body } = await world.as(world.eva).get(`/callback-requests/${found.body.requestId}`);
  expect(body).toMatchObject({ door: "web", urgency: "acute", reference });
});

test("a helpline that is unknown, suspended or closed, and who never opened a form, are refused alike", async ({
  world,
}) => {
  const [closed, suspended, never] = [
    await world.participant("Gesloten", { sends: true }),
    await world.participant("Geschorst", { sends: true }),
    await world.participant("Nooit", { sends: true }),
  ];
  await openForm(world, closed.id);
  await openForm(world, closed.id, false);
  await openForm(world, suspended.id);
  const coordinator = world.as(await world.member(world.operator, "coordinator"));
  await coordinator.put(`/participants/${suspended.id}/suspension`, { suspended: true });
  const unknown = { id: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10" };
  const answers = [];
  for (const { id } of [unknown, closed, suspended, never, world.bridge])
    answers.push(alike(await sendForm(world, { ...filledIn(world), helplineId: id })));
  expect(answers[0]).toMatchObject({ status: 404, body: { type: "/problems/helpline-not-found" } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

describe("a robot that fills in everything", () => {
  test("is answered as anybody, and nothing is kept of it", async ({ world }) => {
    await openForm(world);
    const before = await countOf(world);
    const robot = await sendForm(world, { ...filledIn(world), website: "https://example.org" });
    expect(await countOf(world)).toBe(before);
    expect(alike(robot)).toEqual(alike(await sendForm(world, { ...filledIn(world), website: "" })));
    expect(robot.body.reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const { reference } = robot.body;
    expect((await world.as(world.eva).post("/callback-request-lookups", { reference })).status).toBe(404);
  });

  test("is answered the same again, with the same key", async ({ world }) => {
    await openForm(world);
    const form = { ...filledIn(world), website: "x" };
    const key = { "idempotency-key": "robot-1" };
    const [first, again] = [await sendForm(world, form, key), await sendForm(world, form, key)];
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect((await sendForm(world, filledIn(world), key)).status).toBe(422);
  });
});

test("a form that is sent twice with one key is one request", async ({ world }) => {
  await openForm(world);
  const before = Number(await countOf(world));
  const key = { "idempotency-key": "3c1f4b2a-8d7e-4f6a-9b0c-1d2e3f4a5b6c" };
  const [first, again] = [
    await sendForm(world, filledIn(world), key),
    await sendForm(world, filledIn(world), key),
  ];
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(await countOf(world)).toBe(before + 1);
  expect(await sendForm(world, { ...filledIn(world), name: "Anna" }, key)).toMatchObject({
    status: 422,
    body: { type: "/problems/idempotency-key-reused" },
  });
});

test("a token changes nothing: the form is nobody's", async ({ world }) => {
  await openForm(world);
  const { status, body } = await world.as(world.stranger).post("/callback-requests", filledIn(world));
  expect({ status, fields: Object.keys(body).sort() }).toEqual({
    status: 201,
    fields: ["emergencyNumbers", "reference"],
  });
});

describe("refuses", () => {
  test.for([
    ["phone", "06 nul zes"],
    ["mail", "marije"],
    ["text", "Mijn bsn is 123456782"],
    ["language", "Dutch"],
    ["topics", ["weather"]],
    ["windows", [{ weekday: "monday", from: "25:00", to: "11:00" }]],
  ] as const)("a wrong %s, repeating nothing", async ([field, value], { world }) => {
    await openForm(world);
    const answer = await sendForm(world, { ...filledIn(world), [field]: value });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].pointer).toMatch(`/${field}`);
    expect(JSON.stringify(answer.body)).not.toMatch(/123456782|nul zes|weather|25:00/);
  });

  test("who leaves neither number nor mail address", async ({ world }) => {
    await openForm(world);
    const { phone: _, ...form } = filledIn(world);
    expect(await sendForm(world, form)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/phone" }] },
    });
  });
});

test("a flood from one address is held back by a rate of its own; another address is not", async ({
  world,
}) => {
  await openForm(world);
  const app = createApp(world.platform, { rates: standardRates, addressOf: (c) => c.req.header("from") });
  const send = (from: string) =>
    app.request(`${issuer}/v1/callback-requests`, {
      method: "POST",
      headers: { from, "content-type": "application/json" },
      body: JSON.stringify({ ...filledIn(world), website: "robot" }),
    });
  const { quota, seconds } = standardRates["web-form"];
  for (let sent = 0; sent < quota; sent++) expect((await send("198.51.100.7")).status).toBe(201);
  const refused = await send("198.51.100.7");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("ratelimit-policy")).toBe(`"web-form";q=${quota};w=${seconds}`);
  expect((await send("198.51.100.8")).status).toBe(201);
});

test("opening and closing the form is its keepers' and audited", async ({ world }) => {
  const jan = world.as(await world.member(world.helpline, "administrator"));
  expect((await jan.put("/web-form", { open: true })).body).toEqual({ open: true });
  expect((await jan.get("/web-form")).body).toEqual({ open: true });
  await jan.put("/web-form", { open: false });
  expect((await sendForm(world, filledIn(world))).status).toBe(404);
  const audited = await world.audited(world.helpline.id, world.helpline.id);
  expect(audited).toEqual(expect.arrayContaining(["web-form.opened", "web-form.closed"]));
  await keepWebForm(world.job(world.helpline.id), { open: true });
});

test("the words of a request reach no log line and no answer but the reading's", async ({ world }) => {
  await openForm(world);
  const { id } = await takeOne(world, { language: "nl", text: "zelfmoord-kanarie" });
  const { body } = await sendForm(world, { ...filledIn(world), text: "zelfmoord-kanarie" });
  expect((await rowOf(world, id))?.urgency).toBe("acute");
  expect(JSON.stringify([world.logged, body])).not.toMatch(/zelfmoord-kanarie/);
});
