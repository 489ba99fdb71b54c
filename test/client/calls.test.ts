import { expect, expectTypeOf } from "vitest";
import type { HandreikingClient, Schemas } from "../../src/client/index.ts";
import { test } from "../world/world.ts";
import { systemOf } from "./system.ts";

// Compiled and never called: the compiler is the test.
async function typed({ GET, POST, PATCH, pages }: HandreikingClient) {
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
  // @ts-expect-error an edit names a version
  await PATCH("/services/{serviceId}", { params: { path: { serviceId: "" } }, body: {} });
  // @ts-expect-error only a POST has a key
  await GET("/services", { idempotencyKey: "" });
}

test("methods work apart from their client", async ({ world }) => {
  const { GET } = (await systemOf(world, world.bridge)).connect();
  expectTypeOf(typed).toBeFunction();
  expectTypeOf(await GET("/organizations")).toEqualTypeOf<Schemas["Organizations"]>();
});

test("an edit names the version that was read, and an outdated one is refused", async ({ world }) => {
  const { version, PATCH } = (await systemOf(world, world.bridge)).connect();
  const params = { path: { serviceId: world.bridge.serviceId } };
  const { record, etag = "" } = await version("/services/{serviceId}", { params });
  expect(record.name).toBe("Hulp van De Brug");
  const body = { alternateName: "De Brug" };
  const edited = await PATCH("/services/{serviceId}", { params, ifMatch: etag, body });
  expect(edited.alternateName).toBe("De Brug");
  await expect(PATCH("/services/{serviceId}", { params, ifMatch: etag, body })).rejects.toMatchObject({
    status: 412,
  });
});
