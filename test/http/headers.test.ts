import { describe, expect } from "vitest";
import { createApp } from "../../src/app.ts";
import type { Database } from "../../src/platform/context.ts";
import { issuer, sharingTest as test, type World } from "../world/world.ts";

const required = {
  "api-version": "0.1.0",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
};

const origin = "https://app.example.org";
const broken = (failure: () => Promise<never>) =>
  ({ execute: failure, transaction: failure, select: failure }) as unknown as Database;

interface Asked {
  method?: string;
  path: string | ((world: World) => string);
  headers?: Record<string, string>;
  body?: string;
  signedIn?: boolean;
  service?: (world: World) => ReturnType<typeof createApp>;
}

const search = { method: "POST", path: "/v1/service-searches", signedIn: true };
const json = { "content-type": "application/json" };

/** One answer of every kind. */
const kinds: [status: number, what: string, asked: Asked][] = [
  [200, "an answer", { path: "/v1/events", signedIn: true }],
  [200, "the document", { path: "/v1/openapi.json" }],
  [200, "the page of the directory's own interface", { path: "/hsds" }],
  [200, "the keys", { path: "/oauth/jwks" }],
  [200, "an answer without its body", { method: "HEAD", path: "/v1/openapi.json" }],
  [405, "no look without reading", { method: "HEAD", path: "/v1/events", signedIn: true }],
  [204, "what a path knows", { method: "OPTIONS", path: "/v1/events" }],
  [
    204,
    "a preflight",
    { method: "OPTIONS", path: "/v1/events", headers: { origin, "access-control-request-method": "GET" } },
  ],
  [303, "a way to elsewhere", { path: "/" }],
  [
    304,
    "nothing new",
    {
      path: ({ bridge }) => `/v1/services/${bridge.serviceId}`,
      headers: { "if-none-match": "*" },
      signedIn: true,
    },
  ],
  [400, "a wrong body", { ...search, headers: json, body: "{" }],
  [400, "a wrong sign-in", { method: "POST", path: "/oauth/token" }],
  [401, "no token", { path: "/v1/events" }],
  [403, "no permission", { path: "/v1/members", signedIn: true }],
  [404, "nothing there", { path: "/v1/nowhere", signedIn: true }],
  [404, "no such record", { path: "/v1/referrals/5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10", signedIn: true }],
  [405, "another method", { method: "DELETE", path: "/v1/events", signedIn: true }],
  [406, "another form", { path: "/v1/events", headers: { accept: "text/html" }, signedIn: true }],
  [413, "too large a body", { ...search, headers: json, body: `"${"x".repeat(70_000)}"` }],
  [414, "too long an address", { path: `/v1/events?after=${"1".repeat(9000)}`, signedIn: true }],
  [415, "another type", { ...search, headers: { "content-type": "text/plain" }, body: "hulp" }],
  [
    428,
    "an edit of no version",
    {
      method: "DELETE",
      path: "/v1/services/5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
      signedIn: true,
    },
  ],
  [
    429,
    "too many requests",
    {
      path: "/v1/events",
      service: ({ platform }) => createApp(platform, { rates: { instance: { quota: 0, seconds: 60 } } }),
    },
  ],
  [
    500,
    "a failure",
    {
      path: "/v1/events",
      signedIn: true,
      service: ({ platform }) =>
        createApp({ ...platform, db: broken(() => Promise.reject(new Error("marker"))) }, { rates: {} }),
    },
  ],
  [
    503,
    "a database that does not answer",
    {
      path: "/v1/events",
      signedIn: true,
      service: ({ platform }) =>
        createApp({ ...platform, db: broken(() => new Promise(() => {})) }, { rates: {}, patience: 1 }),
    },
  ],
];

describe("every kind of answer has the headers", () => {
  test.for(kinds)("%i: %s", async ([status, , asked], { world }) => {
    const { method = "GET", headers, body, signedIn, service } = asked;
    const path = typeof asked.path === "string" ? asked.path : asked.path(world);
    const app = service?.(world) ?? createApp(world.platform, { rates: {}, corsOrigins: [origin] });
    const response = await app.request(`${issuer}${path}`, {
      method,
      headers: {
        ...(signedIn && { authorization: `Bearer ${await world.tokenOf(world.noor)}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject(required);
    expect(response.headers.has("x-powered-by")).toBe(false);
    expect(response.headers.has("server")).toBe(false);
    if (status >= 400 && !path.startsWith("/oauth"))
      expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.text()).not.toContain("marker");
  });
});

test("an answer that comes too late may have been given, and says so", async ({ world }) => {
  const app = createApp(
    { ...world.platform, db: broken(() => new Promise(() => {})) },
    { rates: {}, patience: 1 },
  );
  const response = await app.request(`${issuer}/v1/events`, {
    headers: { authorization: `Bearer ${await world.tokenOf(world.noor)}` },
  });
  expect(await response.json()).toMatchObject({ type: "/problems/no-answer-in-time", status: 503 });
  expect(response.headers.get("retry-after")).toBe("5");
});

test.for([
  ["40001", 503],
  ["40P01", 503],
  ["55P03", 503],
  ["57014", 503],
  ["57P01", 503],
  ["53300", 503],
  ["08006", 503],
  ["ECONNREFUSED", 503],
  ["CONNECT_TIMEOUT", 503],
  ["22001", 400],
  ["22P05", 400],
  ["22003", 400],
  ["23514", 500],
  ["42501", 500],
  ["XX000", 500],
] as const)(
  "a database that refuses with %s is answered with %i, and not quoted",
  async ([code, status], { world }) => {
    const failure = Object.assign(new Error("statement and marker"), { code });
    const wrapped = new Error("Failed query: marker", { cause: failure });
    const db = broken(() => Promise.reject(wrapped));
    const app = createApp({ ...world.platform, db }, { rates: {} });
    const response = await app.request(`${issuer}/v1/events`, {
      headers: { authorization: `Bearer ${await world.tokenOf(world.noor)}` },
    });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain("marker");
    expect(JSON.stringify(world.logged.at(-1))).not.toContain("marker");
  },
);
