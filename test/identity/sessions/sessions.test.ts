import { describe, expect } from "vitest";
import { clearSessions, startSession } from "../../../src/identity/index.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { askAsOwner, ownerOf } from "../../world/database.ts";
import { issuer, type Person, sharingTest, test, type World } from "../../world/world.ts";

const minutes = (count: number) => count * 60_000;
const later = (world: World, milliseconds: number) => {
  world.clock.time = new Date(world.clock.time.getTime() + milliseconds);
};
const statusOf = async (world: World, person: Person) => (await world.as(person).get("/sessions")).status;
const refused = { status: 401, body: { type: "/problems/unauthenticated" } };

const begin = (world: World, { participantId, memberId = "" }: Person, headers?: Headers) =>
  startSession(
    { ...world.platform, db: ownerOf(world.database) },
    { participantId, memberId, method: "oidc", ...(headers && { headers }) },
  );

describe("a member who is signed in", () => {
  sharingTest("does what the roles allow, in their own name", async ({ world }) => {
    const eva = await world.signIn(world.eva);
    const { status, body } = await world.as(eva).post("/cases", { relation: "harmed", language: "nl" });
    expect({ status, owner: body.ownerId }).toEqual({ status: 201, owner: world.eva.memberId });
    const [entry] = await askAsOwner<{ kind: string; id: string; behalf: string | null }>(
      world.database,
      `select actor_kind as kind, actor_id as id, on_behalf_of as behalf from handreiking.audit_event where subject_id = '${body.id}'`,
    );
    expect(entry).toEqual({ kind: "member", id: world.eva.memberId, behalf: null });
  });

  sharingTest("owns the same case signed in and through the helpline's system", async ({ world }) => {
    const { body } = await world.as(world.eva).post("/cases", { relation: "harmed", language: "nl" });
    const eva = await world.signIn(world.eva);
    expect((await world.as(eva).get(`/cases/${body.id}`)).body.ownerId).toBe(world.eva.memberId);
  });

  sharingTest("may do no more than the roles allow", async ({ world }) => {
    const noor = await world.signIn(world.noor);
    const { status, body } = await world.as(noor).post("/cases", { relation: "harmed", language: "nl" });
    expect({ status, type: body.type }).toEqual({ status: 403, type: "/problems/permission-missing" });
  });

  sharingTest("is known by a cookie that no script and no other site gets", async ({ world }) => {
    const { cookie } = await begin(world, world.eva);
    expect(cookie).toMatch(
      /^__Host-handreiking-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    expect(cookie).not.toContain("Domain");
  });

  sharingTest("leaves the token nowhere in the database", async ({ world }) => {
    const { cookie = "" } = await world.signIn(world.eva);
    const token = cookie.split("=")[1];
    const kept = await askAsOwner(world.database, "select to_jsonb(s) as row from handreiking.session s");
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(token);
  });
});

describe("a cookie that is not a session", () => {
  const name = "__Host-handreiking-session";
  sharingTest.for([
    ["of an unknown token", () => `${name}=${"A".repeat(43)}`],
    ["that is empty", () => `${name}=`],
    ["too short", (token: string) => `${name}=${token.slice(1)}`],
    ["with something behind the token", (token: string) => `${name}=${token}A`],
    ["of a right token in quotes", (token: string) => `${name}="${token}"`],
    ["there twice", (token: string) => `${name}=${token}; ${name}=${"A".repeat(43)}`],
    ["without the prefix that https asks for", (token: string) => `handreiking-session=${token}`],
  ] as const)("%s lets nobody in", async ([, make], { world }) => {
    const { cookie = "" } = await world.signIn(world.eva);
    const forged = { ...world.eva, cookie: make(cookie.split("=")[1] ?? "") };
    expect(await world.as(forged).get("/sessions")).toMatchObject(refused);
  });

  sharingTest("lets nobody in as the token's hash, which the database holds", async ({ world }) => {
    await world.signIn(world.eva);
    const [row] = await askAsOwner<{ hash: string }>(
      world.database,
      "select token_hash as hash from handreiking.session",
    );
    expect(await statusOf(world, { ...world.eva, cookie: `${name}=${row?.hash}` })).toBe(401);
  });

  sharingTest("does not stand in for a wrong access token beside it", async ({ world }) => {
    const eva = await world.signIn(world.eva);
    const answer = await world.as(eva).get("/sessions", { authorization: "Bearer a.b.c" });
    expect(answer).toMatchObject(refused);
  });
});

describe("a session ends", () => {
  test("when nothing was asked for half an hour, and not before", async ({ world }) => {
    const eva = await world.signIn(world.eva);
    later(world, minutes(29));
    expect(await statusOf(world, eva)).toBe(200);
    later(world, minutes(29));
    expect(await statusOf(world, eva)).toBe(200);
    later(world, minutes(30));
    expect(await statusOf(world, eva)).toBe(401);
  });

  test("twelve hours after it began, however busy it was", async ({ world }) => {
    const eva = await world.signIn(world.eva);
    for (let quarter = 1; quarter < 48; quarter++) {
      later(world, minutes(15));
      expect(await statusOf(world, eva)).toBe(200);
    }
    later(world, minutes(15));
    expect(await statusOf(world, eva)).toBe(401);
  });

  test("after other times where the installation says so", async ({ world }) => {
    world.platform.sessionLimits = { idle: minutes(5), absolute: minutes(8) };
    const eva = await world.signIn(world.eva);
    later(world, minutes(4));
    expect(await statusOf(world, eva)).toBe(200);
    later(world, minutes(4));
    expect(await statusOf(world, eva)).toBe(401);
    const again = await world.signIn(world.eva);
    later(world, minutes(5));
    expect(await statusOf(world, again)).toBe(401);
  });

  test("at once when its participant is suspended, and does not come back with it", async ({ world }) => {
    const noor = await world.signIn(world.noor);
    const coordinator = await world.member(world.operator, "coordinator");
    const path = `/participants/${world.bridge.id}/suspension`;
    await world.as(coordinator).put(path, { suspended: true });
    expect(await statusOf(world, noor)).toBe(401);
    await expect(begin(world, world.noor)).rejects.toThrow("unauthenticated");
    await world.as(coordinator).put(path, { suspended: false });
    expect(await statusOf(world, noor)).toBe(401);
  });

  test("when its browser signs in anew: a token from before is not kept", async ({ world }) => {
    const before = await world.signIn(world.eva);
    const headers = new Headers({ cookie: before.cookie ?? "" });
    const { cookie } = await begin(world, world.noor, headers);
    expect(cookie).not.toContain(before.cookie?.split("=")[1]);
    expect(await statusOf(world, before)).toBe(401);
    expect(await statusOf(world, { ...world.noor, cookie: cookie.split(";")[0] ?? "" })).toBe(200);
  });

  test("and a token that somebody else had set in the browser is worth nothing after signing in", async ({
    world,
  }) => {
    const planted = `__Host-handreiking-session=${"B".repeat(43)}`;
    const { cookie } = await begin(world, world.eva, new Headers({ cookie: planted }));
    expect(cookie).not.toContain("B".repeat(43));
    expect(await statusOf(world, { ...world.eva, cookie: planted })).toBe(401);
  });
});

describe("one's own sessions", () => {
  test("are listed, the newest first, with the one that asks named", async ({ world }) => {
    const laptop = await world.signIn(world.eva);
    later(world, minutes(1));
    const telephone = await world.signIn(world.eva);
    await world.signIn(await world.member(world.helpline, "counsellor"));
    const { body } = await world.as(laptop).get("/sessions");
    expect(body.items.map(({ current }: { current: boolean }) => current)).toEqual([false, true]);
    const page = await world.as(telephone).get("/sessions?pageSize=1");
    const next = await world.as(telephone).get(`/sessions?pageSize=1&cursor=${page.body.nextCursor}`);
    expect([...page.body.items, ...next.body.items].map(({ id }) => id)).toEqual(
      body.items.map(({ id }: { id: string }) => id),
    );
  });

  test("are ended one by one, each once", async ({ world }) => {
    const [laptop, telephone] = [await world.signIn(world.eva), await world.signIn(world.eva)];
    const { body } = await world.as(laptop).get("/sessions");
    const other = body.items.find(({ current }: { current: boolean }) => !current).id;
    expect((await world.as(laptop).send("DELETE", `/sessions/${other}`)).status).toBe(204);
    expect(await statusOf(world, telephone)).toBe(401);
    expect(await world.as(laptop).send("DELETE", `/sessions/${other}`)).toMatchObject({
      status: 404,
      body: { type: "/problems/session-not-found" },
    });
    expect(await statusOf(world, laptop)).toBe(200);
    expect((await world.audited(world.helpline.id, other)).sort()).toEqual([
      "session.ended",
      "session.started",
    ]);
  });

  test("do not hold a colleague's, who cannot be signed out that way", async ({ world }) => {
    const ilse = await world.signIn(await world.member(world.helpline, "counsellor"));
    const eva = await world.signIn(world.eva);
    const { body } = await world.as(ilse).get("/sessions");
    const path = `/sessions/${body.items[0].id}`;
    expect((await world.as(eva).send("DELETE", path)).status).toBe(404);
    expect(await statusOf(world, ilse)).toBe(200);
  });

  test("end together, whatever else they are asked at that moment", async ({ world }) => {
    const browsers: Person[] = [];
    for (let count = 0; count < 4; count++) browsers.push(await world.signIn(world.eva));
    const colleague = await world.signIn(await world.member(world.helpline, "counsellor"));
    const answers = await Promise.all([
      ...browsers.map((browser) => world.as(browser).send("DELETE", "/sessions")),
      ...browsers.map((browser) => world.as(browser).get("/tasks")),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    for (const browser of browsers) expect(await statusOf(world, browser)).toBe(401);
    expect(await statusOf(world, colleague)).toBe(200);
    const ended = await askAsOwner<{ count: number }>(
      world.database,
      `select count(*)::int as count from handreiking.audit_event
        where actor_id = '${world.eva.memberId}' and action = 'session.ended' group by subject_id`,
    );
    expect(ended.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  });
});

test("a session is seen to the minute: not every request writes", async ({ world }) => {
  const eva = await world.signIn(world.eva);
  const seen = async () => (await world.as(eva).get("/sessions")).body.items[0].seenAt;
  const first = await seen();
  later(world, 59_000);
  expect(await seen()).toBe(first);
  later(world, 1_000);
  expect(await seen()).toBe(world.clock.time.toISOString());
});

test("sessions are cleared away thirty days after their end", async ({ world }) => {
  const [ended, lasting] = [await world.signIn(world.eva), await world.signIn(world.noor)];
  await world.as(ended).send("DELETE", "/sessions");
  const left = async () =>
    (
      await askAsOwner<{ member: string }>(
        world.database,
        `select member_id as member from handreiking.session where member_id in ('${world.eva.memberId}', '${world.noor.memberId}')`,
      )
    ).map(({ member }) => member);
  later(world, minutes(60 * 24 * 30));
  await clearSessions(world.platform);
  expect((await left()).sort()).toEqual([ended.memberId, lasting.memberId].sort());
  later(world, minutes(1));
  await clearSessions(world.platform);
  expect(await left()).toEqual([lasting.memberId]);
});

describe("a change that a signed-in person did not ask for on a page of this service", () => {
  const ours = { origin: issuer, "sec-fetch-site": "same-origin" };
  const change = async (world: World, method: string, headers: Record<string, string>) => {
    const { cookie = "" } = await world.signIn(world.eva);
    const response = await world.app.request(`${issuer}/v1/sessions/${randomIds()}`, {
      method,
      headers: { cookie, ...headers },
    });
    return { status: response.status, type: (await response.json()).type };
  };
  const foreign = { status: 403, type: "/problems/foreign-origin" };

  sharingTest.for([
    ["from another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["from a neighbor of the same site", { origin: "https://x.example", "sec-fetch-site": "same-site" }],
    ["typed into the address bar", { "sec-fetch-site": "none" }],
    ["that says nothing of where it comes from", {}],
    ["from a sandbox without an origin", { origin: "null" }],
    ["from another port", { origin: `${issuer}:8443` }],
    ["from the same host over http", { origin: issuer.replace("https", "http") }],
    ["from an origin that ours begins", { origin: `${issuer}.evil.example` }],
    ["of which the browser says otherwise than its origin", { ...ours, "sec-fetch-site": "cross-site" }],
    ["of which the origin says otherwise than the browser", { ...ours, origin: "https://evil.example" }],
  ] as const)("%s is refused", async ([, headers], { world }) => {
    expect(await change(world, "DELETE", headers)).toEqual(foreign);
  });

  sharingTest.for([[ours], [{ origin: issuer }], [{ "sec-fetch-site": "same-origin" }]] as const)(
    "is told from one that they did: %j",
    async ([headers], { world }) => {
      expect((await change(world, "DELETE", headers)).type).toBe("/problems/session-not-found");
    },
  );

  sharingTest("is refused by whichever method, while reading is not", async ({ world }) => {
    const { cookie = "" } = await world.signIn(world.eva);
    const ask = async (method: string, path: string) =>
      (
        await world.app.request(`${issuer}/v1${path}`, {
          method,
          headers: { cookie, origin: "https://evil.example", "content-type": "application/json" },
          ...(method !== "GET" && { body: "{}" }),
        })
      ).status;
    expect(await ask("POST", "/cases")).toBe(403);
    expect(await ask("PUT", `/cases/${randomIds()}/contact`)).toBe(403);
    expect(await ask("PATCH", `/services/${world.bridge.serviceId}`)).toBe(403);
    expect(await ask("DELETE", "/sessions")).toBe(403);
    expect(await ask("POST", "/service-searches")).toBe(403);
    expect(await ask("GET", "/sessions")).toBe(200);
  });

  sharingTest("may come from anywhere in a system's name, which sends no cookie", async ({ world }) => {
    const answer = await world
      .as(world.eva)
      .post("/cases", { relation: "harmed", language: "nl" }, { origin: "https://elsewhere.example" });
    expect(answer.status).toBe(201);
  });
});
