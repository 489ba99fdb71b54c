import { describe, expect } from "vitest";
import { operations } from "../../src/app.ts";
import { consentTerms } from "../handoff/make.ts";
import { issuer, sharingTest as test } from "../world/world.ts";

const required = {
  "api-version": "0.1.0",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
};

test("every answer has the headers, refusals included", async ({ world }) => {
  const answers = [
    await world.as(world.noor).get("/events"),
    await world.as(undefined).get("/events"),
    await world.as(world.noor).get("/nowhere"),
    await world.as(world.noor).send("DELETE", "/events"),
    await world.as(world.noor).post("/service-searches", "{"),
    await world.app.request(`${issuer}/v1/openapi.json`),
    await world.app.request(`${issuer}/oauth/token`, { method: "POST" }),
  ];
  for (const { headers } of answers) {
    expect(Object.fromEntries(Object.keys(required).map((name) => [name, headers.get(name)]))).toEqual(
      required,
    );
    expect(headers.has("x-powered-by")).toBe(false);
  }
});

test("a method that a path does not know gets the ones that it knows", async ({ world }) => {
  for (const { route } of operations) {
    const path = route.path.replaceAll(/\{\w+\}/g, "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10");
    const answer = await world.as(world.noor).send("PURGE", path);
    expect(answer).toMatchObject({ status: 405, body: { type: "/problems/method-not-allowed" } });
    expect(answer.headers.get("allow")).toContain(route.method.toUpperCase());
  }
});

test.for(["/events/", "//events", "/Events", "/%2e%2e/v1/events/x", "/events;x", "/events%2f"])(
  "%s is nothing, and no way in",
  async (path, { world }) => {
    expect(await world.as(world.noor).get(path)).toMatchObject({
      status: 404,
      body: { type: "/problems/route-not-found" },
    });
  },
);

test("only the document is open to every origin", async ({ world }) => {
  const document = await world.app.request(`${issuer}/v1/openapi.json`, {
    headers: { origin: "https://x.example" },
  });
  expect(document.headers.get("access-control-allow-origin")).toBe("*");
  const events = await world.as(world.noor).get("/events", { origin: "https://x.example" });
  expect(events.headers.has("access-control-allow-origin")).toBe(false);
});

describe("a body", () => {
  const search = (words: string) => JSON.stringify({ words });

  test.for([
    ["cut off", '{"words": "my secr'],
    ["with a mark before it", "\uFEFF{}"],
    ["two levels too deep", `${"[".repeat(33)}${"]".repeat(33)}`],
    ["so deep that it could not be written again", `${"[".repeat(6000)}${"]".repeat(6000)}`],
    ["of very many values", JSON.stringify(Array.from({ length: 3000 }, () => 1))],
  ])("%s is told as a fault, and not repeated", async ([, body = ""], { world }) => {
    const answer = await world.as(world.noor).post("/service-searches", body);
    expect(answer).toMatchObject({
      status: 400,
      body: { type: "/problems/invalid-request", errors: [{ in: "body" }] },
    });
    expect(JSON.stringify(answer.body)).not.toContain("secr");
  });

  test("that is not UTF-8 is told as a fault", async ({ world }) => {
    const response = await world.app.request(`${issuer}/v1/service-searches`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await world.tokenOf(world.noor)}`,
        "content-type": "application/json",
      },
      body: Uint8Array.from([0x22, 0xff, 0x22]),
    });
    expect(response.status).toBe(400);
  });

  test("of another type or coding is not read", async ({ world }) => {
    const noor = world.as(world.noor);
    for (const headers of [{ "content-type": "text/plain" }, { "content-encoding": "gzip" }])
      expect(await noor.post("/service-searches", search("hulp"), headers as never)).toMatchObject({
        status: 415,
        body: { type: "/problems/unsupported-media-type" },
      });
  });

  test("that is too large is given up, announced or not", async ({ world }) => {
    const large = search("x".repeat(70_000));
    const announced = await world.as(world.noor).post("/service-searches", large);
    expect(announced).toMatchObject({ status: 413, body: { type: "/problems/body-too-large" } });
    const chunks = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode("x".repeat(10_000)));
      },
    });
    const streamed = await world.app.request(`${issuer}/v1/service-searches`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await world.tokenOf(world.noor)}`,
        "content-type": "application/json",
      },
      body: chunks,
      duplex: "half",
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  test("is told all its faults at once, with where they are", async ({ world }) => {
    const answer = await world
      .as(world.eva)
      .post("/cases", { relation: "friend", province: "Atlantis", colleagueIds: ["me"], surprise: 1 });
    expect(answer.status).toBe(400);
    const faults = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort();
    expect(faults).toEqual(["", "/colleagueIds/0", "/language", "/province", "/relation"]);
    for (const word of ["friend", "Atlantis", "surprise"])
      expect(JSON.stringify(answer.body)).not.toContain(word);
  });

  test.for(["id", "participantId", "ownerId", "code", "openedAt", "__proto__", "constructor"])(
    "cannot set %s",
    async (field, { world }) => {
      const body = `{"relation": "harmed", "language": "nl", ${JSON.stringify(field)}: {}}`;
      expect((await world.as(world.eva).post("/cases", body)).status).toBe(400);
    },
  );

  test.for([
    "\u0000",
    "a\u0007b",
    "\ud800",
    "Noor\u202Enoor",
    "Noor\u200B",
    "two\nlines",
    " ",
    "x".repeat(201),
  ])("cannot hold the name %j", async (name, { world }) => {
    const administrator = await world.member(world.helpline, "administrator");
    const answer = await world.as(administrator).post("/members", { name, roles: ["counsellor"] });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: "body", pointer: "/name" }] } });
  });

  test("holds names in one spelling", async ({ world }) => {
    const administrator = await world.member(world.helpline, "administrator");
    const answer = await world
      .as(administrator)
      .post("/members", { name: "  Zoe\u0308 ", roles: ["counsellor"] });
    expect(answer.body.name).toBe("Zo\u00eb");
  });

  test.for([
    "2026-02-30T00:00:00Z",
    "2026-05-01",
    "2026-05-01T10:00:00",
    "2026-05-01T10:00:00-00:00",
    "infinity",
    "0000-01-01T00:00:00Z",
  ])("cannot hold the time %s", async (expiresAt, { world }) => {
    const { body } = await world.as(world.eva).post("/cases", { relation: "harmed", language: "nl" });
    const answer = await world
      .as(world.eva)
      .post(`/cases/${body.id}/consents`, { ...consentTerms, recipientId: world.bridge.id, expiresAt });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: "/expiresAt" }] } });
  });
});

describe("a query", () => {
  test.for(["0", "-1", "101", "1e9", "1.5", "NaN", "", "x"])(
    "cannot ask for %j entries a page",
    async (pageSize, { world }) => {
      expect(
        await world.as(world.noor).get(`/referrals?direction=received&pageSize=${pageSize}`),
      ).toMatchObject({
        status: 400,
        body: { errors: [{ in: "query", pointer: "pageSize" }] },
      });
    },
  );

  test("cannot name a parameter twice", async ({ world }) => {
    expect((await world.as(world.noor).get("/referrals?direction=received&direction=sent")).status).toBe(400);
  });
});

test("an answer in another form than JSON cannot be had", async ({ world }) => {
  const noor = world.as(world.noor);
  expect((await noor.get("/events", { accept: "text/html" })).status).toBe(406);
  for (const accept of ["*/*", "application/json;q=0.9", "text/html, application/*"])
    expect((await noor.get("/events", { accept })).status).toBe(200);
});

test("the log holds ids and counts, and nothing that was sent", async ({ world }) => {
  await world.as(world.noor).post("/service-searches?marker=canary", { words: "canary in the mine" });
  await world.as(world.noor).post("/service-searches", { words: "canary in the mine" });
  await world.as(world.noor).get("/canary?canary=1");
  expect(JSON.stringify(world.logged)).not.toContain("canary");
  expect(world.logged.at(-2)).toMatchObject({
    operationId: "searchServices",
    status: 200,
    participantId: world.bridge.id,
    actorId: world.bridge.clientId,
  });
});
