import { describe, expect } from "vitest";
import { test, type World } from "../../world/world.ts";
import { later, makeOverride, openQuestion } from "../make.ts";

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

test("an override that nobody reviewed in time is upheld by nobody", async ({ world }) => {
  const { id, ilse } = await makeOverride(world);
  world.clock.time = later(world, { hours: 48 });
  const colleague = await world.signIn(ilse);
  const upheld = await world.as(colleague).post(`/overrides/${id}/review`, { upheld: true });
  expect(upheld).toMatchObject({ status: 409, body: { type: "/problems/override-ended" } });
});

test("whoever makes an override consults another than themselves", async ({ world }) => {
  const { caseId } = await openQuestion(world);
  const made = await world.as(world.eva).post(`/cases/${caseId}/overrides`, {
    recipientId: world.bridge.id,
    subject: "caller",
    categories: ["contact"],
    ground: "vital-interest",
    consultedId: world.eva.memberId,
    callerTold: "told",
    afterRefusal: false,
    necessity: "Her life is in danger.",
  });
  expect(made).toMatchObject({ status: 409, body: { type: "/problems/second-member-needed" } });
});
