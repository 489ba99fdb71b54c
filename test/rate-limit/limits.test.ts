import { describe, expect } from "vitest";
import { createApp, operations } from "../../src/app.ts";
import { rateOf, standardRates } from "../../src/rates.ts";
import { issuer, type Person, sharingTest as test, type World } from "../world/world.ts";

const few = (...names: (keyof typeof standardRates)[]) =>
  Object.fromEntries(names.map((name) => [name, { quota: 2, seconds: 60 }]));

let addresses = 0;
/** There are more operations than addresses in a network of 256. */
const newAddress = () => `198.18.${++addresses >> 8}.${addresses & 255}`;

/** The service with these rates, as whoever sends `from` sees it. */
function limited(world: World, rates: Record<string, { quota: number; seconds: number }>) {
  const app = createApp(world.platform, { rates, addressOf: (c) => c.req.header("from") });
  return async (method: string, path: string, person?: Person, from = "192.0.2.200", body?: string) => {
    const response = await app.request(`${issuer}${path}`, {
      method,
      headers: {
        from,
        ...(person && { authorization: `Bearer ${await world.tokenOf(person)}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
}

const freshly = (world: World) => world.member(world.bridge, "partner");

test("who has used up the quota is told so as a problem, and when to come again", async ({ world }) => {
  const [ask, noor] = [limited(world, few("default")), await freshly(world)];
  const answers = [];
  for (let request = 0; request < 3; request++) answers.push(await ask("GET", "/v1/events", noor));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get("ratelimit"))).toEqual([
    '"default";r=1;t=60',
    '"default";r=0;t=60',
    '"default";r=0;t=60',
  ]);
  const refused = answers[2];
  expect(refused?.headers.get("ratelimit-policy")).toBe('"default";q=2;w=60');
  expect(refused?.headers.get("retry-after")).toBe("60");
  expect(refused?.headers.get("content-type")).toBe("application/problem+json");
  expect(JSON.parse(refused?.body ?? "")).toMatchObject({ type: "/problems/too-many-requests", status: 429 });
});

test("each member for whom a client acts has a quota of their own", async ({ world }) => {
  const [ask, one, other] = [limited(world, few("default")), await freshly(world), await freshly(world)];
  for (let request = 0; request < 3; request++) await ask("GET", "/v1/events", one);
  expect((await ask("GET", "/v1/events", one)).status).toBe(429);
  expect((await ask("GET", "/v1/events", other)).status).toBe(200);
});

test("a refusal, an unknown record and a wrong body are counted as any answer", async ({ world }) => {
  const [ask, noor] = [limited(world, few("default")), await freshly(world)];
  const unknown = "/v1/referrals/5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10";
  expect((await ask("GET", unknown, noor)).status).toBe(404);
  expect((await ask("POST", `${unknown}/acceptance`, noor, undefined, "{")).status).toBe(400);
  expect((await ask("GET", unknown, noor)).status).toBe(429);
});

describe.each(operations.map(({ operationId, route }) => ({ operationId, route })))(
  "$operationId",
  ({ operationId, route }) => {
    test("is counted, and refused once the quota is used up", async ({ world }) => {
      const open = route.security?.length === 0;
      const rate = rateOf(operationId, open);
      const ask = limited(world, { [rate]: { quota: 1, seconds: 60 } });
      const path = `/v1${route.path.replaceAll(/\{\w+\}/g, "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10")}`;
      const [somebody, from] = [await freshly(world), newAddress()];
      const person = open ? undefined : somebody;
      const [first, second] = [
        await ask(route.method.toUpperCase(), path, person, from),
        await ask(route.method.toUpperCase(), path, person, from),
      ];
      expect(first.headers.get("ratelimit")).toBe(`"${rate}";r=0;t=60`);
      expect(first.status).not.toBe(429);
      expect(second.status).toBe(429);
      expect(route.responses[429]).toHaveProperty("headers.Retry-After");
    });
  },
);

describe("what is open to everyone is counted by address", () => {
  test.for([
    ["POST", "/oauth/token", "token"],
    ["GET", "/hsds", "open"],
    ["GET", "/hsds/", "open"],
    ["GET", "/hsds/services", "open"],
    ["GET", "/sign-in", "sign-in"],
    ["POST", "/sign-in/anything", "sign-in"],
  ] as const)("%s %s", async ([method, path, rate], { world }) => {
    const ask = limited(world, few(rate));
    const [here, there] = [newAddress(), newAddress()];
    for (let request = 0; request < 2; request++)
      expect((await ask(method, path, undefined, here)).status).not.toBe(429);
    expect((await ask(method, path, undefined, here)).status).toBe(429);
    expect((await ask(method, path, undefined, there)).status).not.toBe(429);
  });

  test("IPv6 by the network of one subscriber", async ({ world }) => {
    const ask = limited(world, few("token"));
    const own = (host: number) => `2001:db8:0:${addresses}::${host}`;
    const statuses = [];
    for (let host = 1; host <= 3; host++)
      statuses.push((await ask("POST", "/oauth/token", undefined, own(host))).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test("before anything is read or any signature checked", async ({ world }) => {
    const ask = limited(world, few("token"));
    const from = newAddress();
    for (let request = 0; request < 2; request++) await ask("POST", "/oauth/token", undefined, from);
    const large = "x".repeat(100_000);
    expect((await ask("POST", "/oauth/token", undefined, from, large)).status).toBe(429);
  });
});

test("an instance that has taken what it can refuses everyone, and says so only then", async ({ world }) => {
  const ask = limited(world, few("instance"));
  const answers = [];
  for (let request = 0; request < 3; request++) answers.push(await ask("GET", "/v1/openapi.json"));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(answers.map(({ headers }) => headers.has("ratelimit"))).toEqual([false, false, true]);
});

test("the document tells the rates that are in force", async ({ world }) => {
  const app = createApp(world.platform, { rates: { ...standardRates, default: { quota: 77, seconds: 10 } } });
  const { info } = (await (await app.request(`${issuer}/v1/openapi.json`)).json()) as {
    info: { description: string };
  };
  expect(info.description).toContain("- `default`: 77 in 10 seconds of each client");
  for (const name of Object.keys(standardRates)) expect(info.description).toContain(`- \`${name}\`: `);
});
