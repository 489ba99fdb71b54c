import { describe, expect } from "vitest";
import { test } from "../../world/world.ts";
import { consentTerms, makeReferral, openQuestion } from "../make.ts";

const acceptance = { name: "Noor de Wit", contact: "030-1234567" };

describe("a draft", () => {
  test("does not exist for the one it is addressed to", async ({ world }) => {
    const { path } = await makeReferral(world, "draft");
    const noor = world.as(world.noor);
    for (const answer of [
      await noor.get(path),
      await noor.post(`${path}/acknowledgement`, { function: "intake" }),
      await noor.post(`${path}/acceptance`, acceptance),
      await noor.post(`${path}/declination`, { reason: "other" }),
    ])
      expect(answer).toMatchObject({ status: 404, body: { type: "/problems/referral-not-found" } });
    expect((await noor.get("/referrals?direction=received")).body.items).toEqual([]);
  });

  test("takes over what the question and the case say", async ({ world }) => {
    const { path } = await makeReferral(world, "draft");
    const { body } = await world.as(world.eva).get(path);
    expect(body).toMatchObject({
      direction: "sent",
      state: "draft",
      recipient: { id: world.bridge.id, name: "De Brug" },
      summary: {
        domain: "care",
        topics: ["manipulation"],
        relation: "harmed",
        language: "nl",
        province: "Utrecht",
      },
    });
    expect(body).not.toHaveProperty("dueAt");
  });

  test("can be withdrawn, and then never existed for the recipient", async ({ world }) => {
    const { path } = await makeReferral(world, "draft");
    expect(await world.as(world.eva).post(`${path}/withdrawal`)).toMatchObject({
      status: 200,
      body: { state: "withdrawn" },
    });
    expect((await world.as(world.noor).get(path)).status).toBe(404);
  });
});

describe("what cannot be drafted", () => {
  test("an acute need: it is a phone call, and the answer says so", async ({ world }) => {
    const { questionId } = await openQuestion(world);
    const answer = await world.as(world.eva).post("/referrals", {
      helpQuestionId: questionId,
      serviceId: world.bridge.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "acute",
    });
    expect(answer).toMatchObject({ status: 409, body: { type: "/problems/acute-is-a-phone-call" } });
    expect(answer.body.detail).toContain("112");
  });

  test("a referral to a service whose participant does not receive", async ({ world }) => {
    const closed = await world.participant("Gesloten", { receives: false });
    const { questionId } = await openQuestion(world);
    const answer = await world.as(world.eva).post("/referrals", {
      helpQuestionId: questionId,
      serviceId: closed.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    });
    expect(answer).toMatchObject({ status: 409, body: { type: "/problems/service-takes-no-handoffs" } });
  });

  test("a referral of a participant that does not send", async ({ world }) => {
    const counsellor = await world.member(world.bridge, "counsellor");
    const { questionId } = await openQuestion(world, counsellor);
    const answer = await world.as(counsellor).post("/referrals", {
      helpQuestionId: questionId,
      serviceId: world.elsewhere.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    });
    expect(answer).toMatchObject({ status: 403, body: { type: "/problems/participant-sends-none" } });
  });
});

describe("an offer", () => {
  test("shows the recipient codes, and nothing of case, question, owner or consent", async ({ world }) => {
    const referral = await makeReferral(world, "offered");
    const { body } = await world.as(world.noor).get(referral.path);
    expect(body).toEqual({
      direction: "received",
      id: referral.id,
      state: "offered",
      sender: { id: world.helpline.id, name: "Helplijn" },
      service: { id: world.bridge.serviceId, name: "Hulp van De Brug" },
      summary: {
        domain: "care",
        topics: ["manipulation"],
        relation: "harmed",
        ageBand: "26-64",
        ageBandOf: "caller",
        language: "nl",
        province: "Utrecht",
        urgency: "normal",
        safetyFlags: ["no-voicemail"],
      },
      offeredAt: "2026-01-05T09:00:00.000Z",
      dueAt: "2026-01-06T09:00:00.000Z",
    });
    const told = JSON.stringify(body);
    for (const hidden of [
      referral.caseId,
      referral.questionId,
      referral.consentId,
      world.eva.memberId ?? "-",
    ])
      expect(told).not.toContain(hidden);
  });

  test("cannot rest on a consent for another recipient", async ({ world }) => {
    const { path, caseId } = await makeReferral(world, "draft");
    const eva = world.as(world.eva);
    const other = await eva.post(`/cases/${caseId}/consents`, {
      ...consentTerms,
      recipientId: world.elsewhere.id,
    });
    const answer = await eva.post(`${path}/offer`, { consentId: other.body.id });
    expect(answer).toMatchObject({ status: 409, body: { type: "/problems/consent-does-not-cover" } });
    expect((await eva.get(path)).body.state).toBe("draft");
  });

  test("belongs to the acting member's own cases: a colleague is refused, one named in the case is not", async ({
    world,
  }) => {
    const ilse = await world.member(world.helpline, "counsellor");
    const { path } = await makeReferral(world, "offered");
    expect(await world.as(ilse).get(path)).toMatchObject({
      status: 403,
      body: { type: "/problems/case-not-shared" },
    });
    expect((await world.as(ilse).get("/referrals?direction=sent")).body.items).toEqual([]);

    const opened = await world
      .as(world.eva)
      .post("/cases", { relation: "relative", language: "nl", colleagueIds: [ilse.memberId] });
    expect((await world.as(ilse).get(`/cases/${opened.body.id}`)).status).toBe(200);
  });
});

describe("an answer", () => {
  test("goes from acknowledged to accepted, and tells the counsellor whom to call", async ({ world }) => {
    const { path } = await makeReferral(world, "acknowledged");
    expect((await world.as(world.noor).post(`${path}/acceptance`, acceptance)).body.state).toBe("accepted");
    expect((await world.as(world.eva).get(path)).body).toMatchObject({
      state: "accepted",
      acknowledged: { function: "intake" },
      accepted: acceptance,
      dueAt: "2026-01-19T09:00:00.000Z",
    });
  });

  test("once more with the same content changes nothing; with other content it is refused", async ({
    world,
  }) => {
    const { path, id } = await makeReferral(world, "accepted");
    const noor = world.as(world.noor);
    const before = await world.audited(world.bridge.id, id);
    expect(await noor.post(`${path}/acceptance`, acceptance)).toMatchObject({
      status: 200,
      body: { state: "accepted" },
    });
    expect(await noor.post(`${path}/acceptance`, { ...acceptance, name: "Somebody else" })).toMatchObject({
      status: 409,
      body: { type: "/problems/referral-not-open" },
    });
    expect(await world.audited(world.bridge.id, id)).toEqual(before);
  });

  test.for(["declined", "withdrawn"] as const)(
    "cannot be given to a %s referral",
    async (state, { world }) => {
      const { path } = await makeReferral(world, state);
      const noor = world.as(world.noor);
      for (const answer of [
        await noor.post(`${path}/acknowledgement`, { function: "intake" }),
        await noor.post(`${path}/acceptance`, acceptance),
        await noor.post(`${path}/declination`, { reason: "safety" }),
      ])
        expect(answer).toMatchObject({ status: 409, body: { type: "/problems/referral-not-open" } });
    },
  );

  test("a declined referral leaves the counsellor with a reason, a better service and a next action", async ({
    world,
  }) => {
    const { path, caseId } = await makeReferral(world, "offered");
    const better = world.elsewhere.serviceId;
    const declined = await world
      .as(world.noor)
      .post(`${path}/declination`, { reason: "outside-area", betterServiceId: better });
    expect(Object.keys(declined.body).sort()).toEqual(["direction", "endedAt", "id", "state"]);
    const eva = world.as(world.eva);
    expect((await eva.get(path)).body.declined).toEqual({ reason: "outside-area", betterServiceId: better });
    expect((await eva.get(`/cases/${caseId}`)).body.helpQuestions[0]).toMatchObject({
      nextAction: "referral-declined",
      nextActionOn: "2026-01-05",
    });
  });
});

describe("a withdrawal", () => {
  test("of the consent ends its referrals at once, and leaves the recipient nothing but the ending", async ({
    world,
  }) => {
    const { path, consentId } = await makeReferral(world, "accepted");
    const withdrawn = await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    expect(withdrawn).toMatchObject({ status: 200, body: { id: consentId } });
    const { body } = await world.as(world.noor).get(path);
    expect(body).toEqual({
      direction: "received",
      id: body.id,
      state: "withdrawn",
      endedAt: "2026-01-05T09:00:00.000Z",
    });
    expect((await world.as(world.noor).post(`${path}/acceptance`, acceptance)).status).toBe(409);
    expect(await world.as(world.eva).post(`/consents/${consentId}/withdrawal`)).toMatchObject(withdrawn);
  });

  test("of the consent, its referrals, their entries and their events have one time", async ({ world }) => {
    const { path, consentId } = await makeReferral(world, "accepted");
    world.clock.step = 7;
    const eva = world.as(world.eva);
    const { withdrawnAt } = (await eva.post(`/consents/${consentId}/withdrawal`)).body;
    expect((await world.as(world.noor).get(path)).body.endedAt).toBe(withdrawnAt);
    expect((await eva.get("/events?pageSize=100")).body.items.at(-1)).toMatchObject({
      type: "referral.withdrawn",
      at: withdrawnAt,
    });
  });

  test("can be made by any counsellor of the helpline, and shows nothing of the case", async ({ world }) => {
    const ilse = await world.member(world.helpline, "counsellor");
    const { path, consentId, id } = await makeReferral(world, "offered");
    expect((await world.as(ilse).post(`${path}/withdrawal`)).body).toEqual({
      id,
      state: "withdrawn",
      endedAt: "2026-01-05T09:00:00.000Z",
    });
    expect(Object.keys((await world.as(ilse).post(`/consents/${consentId}/withdrawal`)).body)).toEqual([
      "id",
      "withdrawnAt",
    ]);
  });

  test("a consent that has run out ends what rests on it, even before anything says so", async ({
    world,
  }) => {
    const { path, consentId } = await makeReferral(world, "offered");
    world.clock.time = new Date("2026-04-05T09:00:00Z");
    const noor = world.as(world.noor);
    expect((await noor.get(path)).body).toMatchObject({
      state: "withdrawn",
      endedAt: expect.stringMatching(/^2026-04-05T08:00:0[0-4]\.\d{3}Z$/),
    });
    expect((await noor.get("/referrals?direction=received&state=offered")).body.items).toEqual([]);
    expect((await noor.get("/referrals?direction=received&state=withdrawn")).body.items).toHaveLength(1);
    expect((await noor.post(`${path}/acceptance`, acceptance)).status).toBe(409);
    expect((await world.as(world.eva).post(`/consents/${consentId}/withdrawal`)).status).toBe(200);
  });
});

describe("an Idempotency-Key", () => {
  test("makes a repeated request one, and answers the record as it is now", async ({ world }) => {
    const { path, consentId } = await makeReferral(world, "offered");
    const noor = world.as(world.noor);
    const headers = { "idempotency-key": '"key-1"' };
    const first = await noor.post(`${path}/acceptance`, acceptance, headers);
    expect((await noor.post(`${path}/acceptance`, acceptance, { "idempotency-key": "key-1" })).body).toEqual(
      first.body,
    );
    expect(await noor.post(`${path}/acceptance`, { ...acceptance, name: "Another" }, headers)).toMatchObject({
      status: 422,
      body: { type: "/problems/idempotency-key-reused" },
    });
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    expect((await noor.post(`${path}/acceptance`, acceptance, headers)).body).toEqual({
      direction: "received",
      id: first.body.id,
      state: "withdrawn",
      endedAt: "2026-01-05T09:00:00.000Z",
    });
  });

  test("creates one record, and means nothing to another member", async ({ world }) => {
    const headers = { "idempotency-key": "same" };
    const body = { relation: "harmed", language: "nl" };
    const ilse = await world.member(world.helpline, "counsellor");
    const first = await world.as(world.eva).post("/cases", body, headers);
    expect((await world.as(world.eva).post("/cases", body, headers)).body).toEqual(first.body);
    expect((await world.as(ilse).post("/cases", body, headers)).body.id).not.toBe(first.body.id);
    world.clock.time = new Date("2026-01-06T09:00:01Z");
    expect((await world.as(world.eva).post("/cases", body, headers)).body.id).not.toBe(first.body.id);
  });
});

test("lists page through every referral once, newest first, and a cursor is its maker's alone", async ({
  world,
}) => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) {
    ids.unshift((await makeReferral(world, "offered")).id);
    world.clock.time = new Date(world.clock.time.getTime() + 1000);
  }
  const noor = world.as(world.noor);
  const listed: string[] = [];
  let cursor: string | undefined;
  do {
    const { body, headers } = await noor.get(
      `/referrals?direction=received&pageSize=2${cursor ? `&cursor=${cursor}` : ""}`,
    );
    listed.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor;
    expect(headers.has("link")).toBe(cursor !== undefined);
  } while (cursor);
  expect(listed).toEqual(ids);

  const { body } = await noor.get("/referrals?direction=received&pageSize=2");
  for (const [person, query] of [
    [await world.member(world.bridge, "partner"), "direction=received"],
    [world.noor, "direction=received&state=offered"],
  ] as const)
    expect(await world.as(person).get(`/referrals?${query}&cursor=${body.nextCursor}`)).toMatchObject({
      status: 400,
      body: { errors: [{ in: "query", pointer: "cursor" }] },
    });
});
