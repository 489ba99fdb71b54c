import { describe, expect } from "vitest";
import { HandreikingProblem } from "../../src/client/index.ts";
import { test } from "../world/world.ts";
import { systemOf } from "./system.ts";

const caught = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a refusal", () => {
  test("is thrown with all that the service said", async ({ world }) => {
    const handreiking = (await systemOf(world, world.bridge)).connect();
    const path = { serviceId: crypto.randomUUID() };
    const problem = await caught(handreiking.GET("/services/{serviceId}", { params: { path } }));
    expect(problem).toBeInstanceOf(HandreikingProblem);
    expect(problem).toMatchObject({
      name: "HandreikingProblem",
      type: "/problems/service-not-found",
      code: "service-not-found",
      status: 404,
      title: "No such service",
      instance: expect.stringMatching(/^urn:uuid:/),
      errors: [],
    });
  });

  test("of a wrong request names every fault, in the message too", async ({ world }) => {
    const handreiking = (await systemOf(world, world.bridge)).connect();
    const problem = await caught(
      handreiking.POST("/service-searches", { body: { words: "geweld", pageSize: 1000, topics: [] } }),
    );
    expect(problem).toMatchObject({
      code: "invalid-request",
      errors: expect.arrayContaining([
        expect.objectContaining({ in: "body", pointer: "/pageSize" }),
        expect.objectContaining({ in: "body", pointer: "/topics" }),
      ]),
    });
    expect(String(problem)).toContain("body /pageSize");
    expect(String(problem)).not.toContain("geweld");
  });

  test("by something before the service is one of no known type", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    const handreiking = system.connect({
      fetch: (request) =>
        request.url.includes("/v1/")
          ? new Response("<h1>Forbidden</h1>", { status: 403 })
          : system.fetch(request),
    });
    expect(await caught(handreiking.GET("/services"))).toMatchObject({
      type: "about:blank",
      code: "about:blank",
      status: 403,
      title: "HTTP status 403",
      instance: "",
    });
  });

  test("a redirect is not followed, so that no token travels on", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    const handreiking = system.connect({
      fetch: (request) =>
        request.url.includes("/v1/")
          ? new Response(null, { status: 307, headers: { location: "https://elsewhere.example/" } })
          : system.fetch(request),
    });
    expect(await caught(handreiking.GET("/services"))).toMatchObject({ status: 307 });
    expect(system.sent.every(({ redirect }) => redirect === "manual")).toBe(true);
  });
});
