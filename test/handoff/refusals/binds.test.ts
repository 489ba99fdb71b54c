import { describe, expect } from "vitest";
import { test, type World } from "../../world/world.ts";
import { consentTerms, exchangeKeys, keepSafe, later, openQuestion, sealFor } from "../make.ts";

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

const terms = (world: World, consultedId: string | undefined) => ({
  recipientId: world.bridge.id,
  subject: "caller",
  categories: ["contact", "identity"],
  ground: "vital-interest",
  consultedId,
  callerTold: "not-told-danger",
  afterRefusal: false,
  necessity: "Her life is in danger.",
});

/** A case of Eva's with a question, and a colleague to consult. */
async function begin(world: World) {
  const { caseId, questionId } = await openQuestion(world);
  const ilse = await world.member(world.helpline, "counsellor");
  const override = () => world.as(world.eva).post(`/cases/${caseId}/overrides`, terms(world, ilse.memberId));
  const agree = async (): Promise<string> =>
    (
      await world.as(world.eva).post(`/cases/${caseId}/consents`, {
        ...consentTerms,
        recipientId: world.bridge.id,
      })
    ).body.id;
  return { caseId, questionId, ilse, override, agree };
}

describe("a refusal binds", () => {
  test("what was decided before it: an override of before the consent was withdrawn carries no offer", async ({
    world,
  }) => {
    const { override, agree, questionId } = await begin(world);
    const { body: made } = await override();
    const consentId = await agree();
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    const draft = await draftFor(world, questionId);
    const offered = await world.as(world.eva).post(`/referrals/${draft}/offer`, { overrideId: made.id });
    expect(offered).toMatchObject({ status: 409, body: { type: "/problems/override-not-in-force" } });
  });

  test("what runs on an override: nothing is accepted, fixed or fetched after it", async ({ world }) => {
    const { override, agree, questionId, caseId } = await begin(world);
    const { body: made } = await override();
    const id = await draftFor(world, questionId);
    const path = `/referrals/${id}`;
    await world.as(world.eva).post(`${path}/offer`, { overrideId: made.id });
    await world.as(world.noor).post(`${path}/acceptance`, { name: "Noor", contact: "030-1234567" });
    await exchangeKeys(world);
    await keepSafe(world, caseId);
    const introduction = {
      at: later(world, { days: 1 }).toISOString(),
      channel: "video",
      disclosure: await sealFor(id, made.id),
    };
    const consentId = await agree();
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    const fixed = await world.as(world.eva).post(`${path}/introduction`, introduction);
    expect(fixed).toMatchObject({ status: 409, body: { type: "/problems/referral-not-open" } });
    expect((await world.as(world.noor).get(`${path}/disclosure`)).status).toBe(410);
  });

  test("what is decided after it: once an objection was honored, the next override waits for a second person", async ({
    world,
  }) => {
    const { override, ilse } = await begin(world);
    const { body: made } = await override();
    await world.as(world.eva).post(`/overrides/${made.id}/objection`);
    const second = await world.signIn(ilse);
    await world.as(second).post(`/overrides/${made.id}/objection-decision`, { honored: true });
    expect((await override()).body).toMatchObject({
      inForce: false,
      needsApproval: true,
      afterRefusal: true,
    });
  });

  test("nobody acts alone twice before a colleague has looked", async ({ world }) => {
    for (const inForce of [true, false, false]) {
      const { override } = await begin(world);
      expect((await override()).body.inForce).toBe(inForce);
    }
  });

  test("an override that nobody reviewed in time carries nothing, however late the clock", async ({
    world,
  }) => {
    const { override, questionId } = await begin(world);
    const { body: made } = await override();
    const path = `/referrals/${await draftFor(world, questionId)}`;
    await world.as(world.eva).post(`${path}/offer`, { overrideId: made.id });
    world.clock.time = later(world, { hours: 48 });
    const accepted = await world
      .as(world.noor)
      .post(`${path}/acceptance`, { name: "Noor", contact: "030-1234567" });
    expect(accepted).toMatchObject({ status: 409, body: { type: "/problems/referral-not-open" } });
    expect((await world.as(world.eva).get(path)).body.state).toBe("withdrawn");
    expect((await world.as(world.noor).get(path)).body.state).toBe("withdrawn");
    const listed = await world.as(world.noor).get("/referrals?direction=received&state=withdrawn");
    expect(listed.body.items).toHaveLength(1);
  });
});
