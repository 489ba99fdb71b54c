import { decodeJwt } from "jose";
import { expect } from "vitest";
import { test } from "../world/world.ts";
import { callsOf, systemOf } from "./system.ts";

const body = { relation: "harmed", language: "nl" } as const;

test("acts for another member of the participant, with a token of its own", async ({ world }) => {
  const tess = await world.member(world.helpline, "counsellor");
  const system = await systemOf(world, world.helpline);
  const handreiking = system.connect({ onBehalfOf: world.eva.memberId });
  const hers = await handreiking.POST("/cases", { body });
  const theirs = await handreiking.actingFor(tess.memberId ?? "").POST("/cases", { body });
  expect([hers.ownerId, theirs.ownerId]).toEqual([world.eva.memberId, tess.memberId]);

  // Each sees her own case only.
  const params = { path: { caseId: theirs.id } };
  await expect(handreiking.GET("/cases/{caseId}", { params })).rejects.toMatchObject({
    code: "case-not-shared",
  });
  const tokens = callsOf(system.sent).map(({ headers }) => headers.get("authorization")?.slice(7) ?? "");
  expect(tokens.map((token) => decodeJwt(token).on_behalf_of)).toEqual([
    world.eva.memberId,
    tess.memberId,
    world.eva.memberId,
  ]);
  expect(tokens[2]).toBe(tokens[0]);
});

test("the same member again has the same token", async ({ world }) => {
  const system = await systemOf(world, world.helpline);
  const handreiking = system.connect();
  const eva = world.eva.memberId ?? "";
  await handreiking.actingFor(eva).POST("/cases", { body });
  await handreiking.actingFor(eva).actingFor(eva).POST("/cases", { body });
  expect(system.signIns()).toBe(1);
});

test("a client that names nobody may do nothing that takes a person", async ({ world }) => {
  const system = await systemOf(world, world.helpline);
  await expect(system.connect().POST("/cases", { body })).rejects.toMatchObject({
    code: "permission-missing",
    status: 403,
  });
});
