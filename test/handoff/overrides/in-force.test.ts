import { describe, expect } from "vitest";
import { later, makeOverride } from "../../handoff.ts";
import { test, type World } from "../../world.ts";

const draftFor = async (world: World, helpQuestionId: string) =>
  (
    await world.as(world.eva).post("/referrals", {
      helpQuestionId,
      serviceId: world.bridge.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    })
  ).body.id as string;

const notInForce = { status: 409, body: { type: "/problems/override-not-in-force" } };

describe("an offer", () => {
  test("does not rest on an override that nobody reviewed in time, however late the clock", async ({
    world,
  }) => {
    const { id: overrideId, questionId } = await makeOverride(world);
    world.clock.time = later(world, { hours: 48 });
    const draft = await draftFor(world, questionId);
    expect(await world.as(world.eva).post(`/referrals/${draft}/offer`, { overrideId })).toMatchObject(
      notInForce,
    );
    expect((await world.as(world.eva).get(`/overrides/${overrideId}`)).body.inForce).toBe(false);
  });

  test("does not rest on an override that has run out", async ({ world }) => {
    const { id: overrideId, questionId, ilse } = await makeOverride(world);
    const colleague = await world.signIn(ilse);
    await world.as(colleague).post(`/overrides/${overrideId}/review`, { upheld: true });
    world.clock.time = later(world, { days: 31 });
    const draft = await draftFor(world, questionId);
    expect(await world.as(world.eva).post(`/referrals/${draft}/offer`, { overrideId })).toMatchObject(
      notInForce,
    );
  });
});
