import { describe, expect } from "vitest";
import { createApp } from "../../src/app.ts";
import { issuer, sharingTest as test, type World } from "../world/world.ts";

const allowed = "https://app.example.org";
const wrong = [
  "https://evil.example",
  "http://app.example.org",
  "https://app.example.org.evil.example",
  "https://app.example.org:8443",
  "https://evilapp.example.org",
  "null",
  "*",
  "HTTPS://APP.EXAMPLE.ORG",
];

const fieldsOf = (headers: Headers) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));

async function ask(world: World, method: string, path: string, headers: Record<string, string>) {
  const app = createApp(world.platform, { rates: {}, corsOrigins: [allowed] });
  return app.request(`${issuer}${path}`, { method, headers });
}

const asking = { "access-control-request-method": "POST", "access-control-request-headers": "authorization" };

describe("a page of an origin on the list", () => {
  test("may ask with the fields that the interface takes, and read those that it tells", async ({
    world,
  }) => {
    const preflight = await ask(world, "OPTIONS", "/v1/referrals", { origin: allowed, ...asking });
    expect(preflight.status).toBe(204);
    const fields = fieldsOf(preflight.headers);
    expect(fields["access-control-allow-origin"]).toBe(allowed);
    for (const field of ["Authorization", "Idempotency-Key", "If-Match", "DPoP", "Content-Type"])
      expect(fields["access-control-allow-headers"]).toContain(field);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"])
      expect(fields["access-control-allow-methods"]).toContain(method);
    expect(preflight.headers.get("vary")).toBe("Origin");

    const refused = await ask(world, "GET", "/v1/events", { origin: allowed });
    expect(refused.status).toBe(401);
    expect(refused.headers.get("access-control-allow-origin")).toBe(allowed);
    for (const field of ["ETag", "RateLimit", "RateLimit-Policy", "Retry-After", "Link", "Location"])
      expect(refused.headers.get("access-control-expose-headers")).toContain(field);
  });

  test("is never told that cookies may come along", async ({ world }) => {
    for (const path of ["/v1/events", "/v1/openapi.json", "/hsds/openapi.json"])
      for (const origin of [allowed, ...wrong])
        for (const [method, more] of [
          ["GET", {}],
          ["OPTIONS", asking],
        ] as const) {
          const { headers } = await ask(world, method, path, { origin, ...more });
          expect(headers.has("access-control-allow-credentials")).toBe(false);
        }
  });
});

test.for(wrong)("a page of %s gets nothing", async (origin, { world }) => {
  for (const path of ["/v1/events", "/v1/nowhere", "/oauth/token", "/hsds/services", "/docs"])
    for (const [method, more] of [
      ["GET", {}],
      ["OPTIONS", asking],
    ] as const) {
      const { headers } = await ask(world, method, path, { origin, ...more });
      expect(fieldsOf(headers)).toEqual({});
      expect(headers.get("vary")).toBe("Origin");
    }
});

test("without a list no page of another origin gets anything", async ({ world }) => {
  const response = await world.app.request(`${issuer}/v1/events`, { headers: { origin: allowed } });
  expect(fieldsOf(response.headers)).toEqual({});
});

test.for(["/v1/openapi.json", "/hsds/openapi.json"])(
  "%s is open to every origin",
  async (path, { world }) => {
    for (const origin of wrong) {
      const { headers } = await ask(world, "GET", path, { origin });
      expect(headers.get("access-control-allow-origin")).toBe("*");
      const preflight = await ask(world, "OPTIONS", path, { origin, ...asking });
      expect(fieldsOf(preflight.headers)).toMatchObject({
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, HEAD",
      });
    }
  },
);
