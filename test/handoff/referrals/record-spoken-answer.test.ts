import { describe, expect } from "vitest";
import { outsideNetwork } from "../../world/outside.ts";
import { type Person, test, type World } from "../../world/world.ts";
import { keepSafe, later, makeByPhone, makeReferral, openQuestion } from "../make.ts";

const bo = { name: "Bo", function: "intake" };
const answer = (world: World, path: string, body: object, by: Person = world.eva) =>
  world.as(by).post(`${path}/spoken-answers`, body);

const draft = async (world: World, serviceId: string) =>
  world.as(world.eva).post("/referrals", {
    helpQuestionId: (await openQuestion(world)).questionId,
    serviceId,
    ageBand: "26-64",
    ageBandOf: "caller",
    urgency: "normal",
  });

/** A referral by telephone whose introduction was spoken of and fixed for the next day. */
async function toldByPhone(world: World) {
  const made = await makeByPhone(world);
  const accepted = { answer: "accepted", by: { ...bo, contact: "030-7654321" } };
  expect((await answer(world, made.path, accepted)).body.state).toBe("accepted");
  await keepSafe(world, made.caseId);
  const fix = (disclosure: object) =>
    world.as(world.eva).post(`${made.path}/introduction`, {
      at: later(world, { days: 1 }).toISOString(),
      channel: "three-way-call",
      disclosure,
    });
  return { ...made, fix };
}
const spoken = { method: "spoken", categories: ["contact"], to: bo };

describe("an organization outside the network", () => {
  test("becomes a party when it is first handed over to, and stays the same one", async ({ world }) => {
    const { serviceIds } = await outsideNetwork(world);
    const first = await draft(world, serviceIds[0]);
    expect(first).toMatchObject({ status: 201, body: { state: "draft", recipient: { name: "Buiten" } } });
    const second = await draft(world, serviceIds[1]);
    expect(second.body.recipient.id).toBe(first.body.recipient.id);
    const party = await world.as(world.eva).get(`/participants/${first.body.recipient.id}`);
    expect(party.body.reach).toBe("phone");
    expect(await world.audited(world.helpline.id, first.body.recipient.id)).toEqual(["participant.admitted"]);
  });

  test("without a telephone is handed nothing over to", async ({ world }) => {
    const { serviceIds } = await outsideNetwork(world, { number: "" });
    expect((await draft(world, serviceIds[0])).body.type).toBe("/problems/service-takes-no-handoffs");
  });
});

describe("a partner without a login", () => {
  test("answers on the telephone, in the name of who said so", async ({ world }) => {
    const { path } = await makeByPhone(world);
    const acknowledged = await answer(world, path, { answer: "acknowledged", by: bo });
    expect(acknowledged.body).toMatchObject({ state: "acknowledged", acknowledged: bo });
    expect((await answer(world, path, { answer: "acknowledged", by: bo })).status).toBe(200);
    expect((await answer(world, path, { answer: "accepted", by: bo })).status).toBe(400);
    const accepted = { answer: "accepted", by: { ...bo, contact: "030-7654321" } };
    expect((await answer(world, path, accepted)).body).toMatchObject({
      state: "accepted",
      accepted: { name: "Bo", contact: "030-7654321" },
    });
    const declined = { answer: "declined", by: bo, reason: "no-capacity" };
    expect((await answer(world, path, declined)).body).toMatchObject({
      state: "declined",
      declined: { reason: "no-capacity" },
    });
    expect((await answer(world, path, { answer: "acknowledged", by: bo })).status).toBe(409);
  });

  test("is told who the caller is: the categories are written down, and from then on it knows", async ({
    world,
  }) => {
    const { fix, path, consentId } = await toldByPhone(world);
    const more = await fix({ ...spoken, categories: ["contact", "health"] });
    expect(more).toMatchObject({ status: 409, body: { type: "/problems/disclosure-unfit" } });
    const fixed = await fix(spoken);
    expect(fixed.body).toMatchObject({ state: "scheduled", disclosedCategories: ["contact"] });
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    const { obligation } = (await world.as(world.eva).get(path)).body;
    expect(obligation.endedAt).toBeUndefined();
  });

  test("confirms the contact by the counsellor's pen; the second voice is the caller's or a colleague's", async ({
    world,
  }) => {
    const confirmed = async (confirmedBy: string, by: Person, how?: "in person") => {
      const { fix, path, caseId } = await toldByPhone(world);
      await fix(spoken);
      const { headers } = await world.as(world.eva).get(`/cases/${caseId}/colleagues`);
      await world
        .as(world.eva)
        .put(
          `/cases/${caseId}/colleagues`,
          { memberIds: [ilse.memberId] },
          { "if-match": headers.get("etag") ?? "" },
        );
      world.clock.time = later(world, { days: 1, hours: 1 });
      const theirs = await answer(world, path, { answer: "contact-confirmed", by: bo });
      expect(theirs.body.state).toBe("scheduled");
      const person = how ? await world.signIn(by) : by;
      const second = await world.as(person).post(`${path}/contact-confirmation`, { confirmedBy });
      return second.body.type ?? second.body.state;
    };
    const ilse = await world.member(world.helpline, "counsellor");
    expect(await confirmed("counsellor", world.eva)).toBe("/problems/contact-not-two-persons");
    expect(await confirmed("caller", world.eva)).toBe("connected");
    expect(await confirmed("counsellor", ilse)).toBe("/problems/sign-in-needed");
    expect(await confirmed("counsellor", ilse, "in person")).toBe("connected");
  });

  test("answers what became of what it knew, with the function of who said so", async ({ world }) => {
    const { fix, id, path, consentId } = await toldByPhone(world);
    await fix(spoken);
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    const fulfil = (body: object, by = world.eva) => world.as(by).post(`/obligations/${id}/fulfilment`, body);
    const never = await fulfil({ endedAs: "never-opened", function: "intake" });
    expect(never).toMatchObject({ status: 409, body: { type: "/problems/opened-after-all" } });
    expect((await fulfil({ endedAs: "deleted", function: "intake" }, world.stranger)).status).toBe(404);
    const met = await fulfil({ endedAs: "deleted", function: "director" });
    expect(met.body).toMatchObject({ endedAs: "deleted", function: "director" });
    expect((await world.as(world.eva).get(path)).body.obligation.function).toBe("director");
  });
});

describe("a partner with people or systems of its own", () => {
  test("answers, is told and meets its obligations itself", async ({ world }) => {
    const { path } = await makeReferral(world, "offered");
    const said = await answer(world, path, { answer: "acknowledged", by: bo });
    expect(said).toMatchObject({ status: 409, body: { type: "/problems/recipient-answers-itself" } });
    const scheduled = await makeReferral(world, "scheduled");
    await world.as(world.noor).get(`${scheduled.path}/disclosure`);
    const told = await world.as(world.eva).put(`${scheduled.path}/disclosure`, spoken);
    expect(told).toMatchObject({ status: 409, body: { type: "/problems/disclosure-unfit" } });
    await world.as(world.eva).post(`/consents/${scheduled.consentId}/withdrawal`);
    const met = await world
      .as(world.eva)
      .post(`/obligations/${scheduled.id}/fulfilment`, { endedAs: "deleted", function: "intake" });
    expect(met).toMatchObject({ status: 409, body: { type: "/problems/recipient-answers-itself" } });
  });
});

test("an acceptance on the telephone that is repeated once the caller has withdrawn is refused", async ({
  world,
}) => {
  const { path, consentId } = await makeByPhone(world);
  const accepted = { answer: "accepted", by: { ...bo, contact: "030-7654321" } };
  await answer(world, path, accepted);
  expect((await answer(world, path, accepted)).status).toBe(200);
  await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
  expect((await answer(world, path, accepted)).body.type).toBe("/problems/referral-not-open");
});
