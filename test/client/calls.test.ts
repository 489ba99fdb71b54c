import { expectTypeOf } from "vitest";
import type { HandreikingClient, Schemas } from "../../src/client/index.ts";
import { test } from "../world.ts";
import { systemOf } from "./system.ts";

// Compiled and never called: the compiler is the test.
async function typed({ GET, POST, pages }: HandreikingClient) {
  const path = { referralId: "" };
  expectTypeOf(
    await POST("/referrals/{referralId}/acceptance", { params: { path }, body: { name: "", contact: "" } }),
  ).toEqualTypeOf<Schemas["ReceivedReferral"]>();
  expectTypeOf(await POST("/cases", { body: { relation: "harmed", language: "nl" } })).toEqualTypeOf<
    Schemas["Case"]
  >();
  for await (const match of pages("/service-searches", { body: { words: "" } }))
    expectTypeOf(match).toEqualTypeOf<Schemas["ServiceMatch"]>();
  for await (const service of pages("/services")) expectTypeOf(service.name).toBeString();

  // @ts-expect-error the contract has no such path
  await GET("/callers");
  // @ts-expect-error a path's parameters are needed
  await GET("/services/{serviceId}");
  // @ts-expect-error a body's fields are needed
  await POST("/referrals/{referralId}/acceptance", { params: { path }, body: { name: "" } });
  // @ts-expect-error the direction is needed
  await GET("/referrals");
  // @ts-expect-error a feed is not a list of pages
  pages("/events");
  // @ts-expect-error only a POST has a key
  await GET("/services", { idempotencyKey: "" });
}

test("methods work apart from their client", async ({ world }) => {
  const { GET } = (await systemOf(world, world.bridge)).connect();
  expectTypeOf(typed).toBeFunction();
  expectTypeOf(await GET("/organizations")).toEqualTypeOf<Schemas["Organizations"]>();
});
