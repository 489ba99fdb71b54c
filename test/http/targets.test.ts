import { describe, expect } from "vitest";
import { operations } from "../../src/app.ts";
import { askAsOwner } from "../world/database.ts";
import { issuer, sharingTest as test } from "../world/world.ts";

const id = "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10";
const pathOf = (pattern: string) => `/v1${pattern.replaceAll(/\{\w+\}/g, id)}`;

/** Ways to write a path that another program might take for the path itself. */
const disguises: Record<string, (path: string) => string> = {
  "a slash at the end": (path) => `${path}/`,
  "two slashes": (path) => path.replace("/v1/", "/v1//"),
  "a slash before": (path) => `/${path}`,
  "an escaped letter": (path) =>
    path.replace("/v1/", `/v1/%${path.charCodeAt(4).toString(16)}`).replace(/(%..)./, "$1"),
  "an escaped version": (path) => path.replace("/v1/", "/%761/"),
  "an escaped slash": (path) => path.replace("/v1/", "/v1%2f"),
  "a twice escaped slash": (path) => path.replace("/v1/", "/v1%252f"),
  capitals: (path) => `/v1${path.slice(3).toUpperCase()}`,
  "a capital version": (path) => path.replace("/v1", "/V1"),
  "a parameter of the segment": (path) => `${path};x=1`,
  "an ending": (path) => `${path}.json`,
  "an escaped dot": (path) => path.replace("/v1/", "/v1/%2e%2e/v1/x/"),
  "an escaped end of text": (path) => `${path}%00`,
  "an escaped line": (path) => `${path}%0d%0a`,
  "an escaped blank": (path) => `${path}%20`,
};

describe.each(operations.map(({ operationId, route }) => ({ operationId, route })))(
  "$operationId",
  ({ route }) => {
    test("is reached by its own path alone", async ({ world }) => {
      const authorization = `Bearer ${await world.tokenOf(world.noor)}`;
      for (const [disguise, disguised] of Object.entries(disguises)) {
        const path = disguised(pathOf(route.path));
        const response = await world.app.request(`${issuer}${path}`, {
          method: route.method.toUpperCase(),
          headers: { authorization },
        });
        // An ending makes another id, which is none.
        const expected = disguise === "an ending" && route.path.endsWith("}") ? [400, 428] : [404];
        expect(expected, disguise).toContain(response.status);
      }
    });

    test("tells its methods, and is not done by another that a header names", async ({ world }) => {
      const path = pathOf(route.path);
      const told = await world.app.request(`${issuer}${path}`, { method: "OPTIONS" });
      expect(told.status).toBe(204);
      expect(told.headers.get("allow")).toContain(route.method.toUpperCase());

      for (const header of ["x-http-method-override", "x-http-method", "x-method-override"]) {
        const response = await world.app.request(`${issuer}${path}`, {
          method: "PURGE",
          headers: {
            authorization: `Bearer ${await world.tokenOf(world.noor)}`,
            [header]: route.method.toUpperCase(),
          },
        });
        expect(response.status).toBe(405);
        expect(response.headers.get("allow")).toBe(told.headers.get("allow"));
      }
    });

    if (route.method === "get")
      test("does nothing for HEAD, and says so", async ({ world }) => {
        const path = pathOf(route.path);
        const read = () =>
          askAsOwner<{ n: string }>(
            world.database,
            "select count(*)::text as n from handreiking.audit_event",
          );
        const before = await read();
        for (const person of [world.eva, world.noor]) {
          const head = await world.app.request(`${issuer}${path}`, {
            method: "HEAD",
            headers: { authorization: `Bearer ${await world.tokenOf(person)}` },
          });
          expect(head.status).toBe(405);
          expect(await head.text()).toBe("");
          const told = await world.app.request(`${issuer}${path}`, { method: "OPTIONS" });
          expect(head.headers.get("allow")).toBe(told.headers.get("allow"));
          expect(head.headers.get("allow")).not.toContain("HEAD");
        }
        expect(await read()).toEqual(before);
      });
  },
);

test("what is open to all is answered to HEAD as to GET, and says so", async ({ world }) => {
  for (const path of ["/v1/openapi.json", "/hsds", "/docs", "/oauth/jwks"]) {
    const [get, head] = await Promise.all(
      ["GET", "HEAD"].map((method) => world.app.request(`${issuer}${path}`, { method })),
    );
    expect(head?.status, path).toBe(get?.status);
    expect([...(head?.headers ?? [])]).toEqual([...(get?.headers ?? [])]);
    expect(await head?.text()).toBe("");
    const told = await world.app.request(`${issuer}${path}`, { method: "OPTIONS" });
    expect(told.headers.get("allow"), path).toContain("HEAD");
  }
});

test("a HEAD takes no step of signing in", async ({ world }) => {
  for (const path of ["/sign-in", "/account", `/sign-in/${world.helpline.id}/callback`])
    expect([404, 405], path).toContain(
      (await world.app.request(`${issuer}${path}`, { method: "HEAD" })).status,
    );
});

test("a path may hold what well-known paths hold", async ({ world }) => {
  expect((await world.app.request(`${issuer}/.well-known/oauth-authorization-server`)).status).toBe(200);
  expect((await world.app.request(`${issuer}/hsds/`)).status).toBe(200);
});

test("an address is neither endless nor full of parameters", async ({ world }) => {
  const ask = (search: string) => world.as(world.noor).get(`/events?${search}`);
  expect(await ask(`after=${"1".repeat(8192)}`)).toMatchObject({
    status: 414,
    body: { type: "/problems/target-too-long" },
  });
  expect(await ask(Array.from({ length: 101 }, () => "a").join("&"))).toMatchObject({
    status: 400,
    body: { type: "/problems/invalid-request", errors: [{ in: "query", pointer: "" }] },
  });
});
