import { describe, expect } from "vitest";
import { makeReferral, openQuestion } from "../../handoff/make.ts";
import { test } from "../../world/world.ts";

describe("a help question", () => {
  test.for(["advised", "listened", "unanswered"])(
    "ends as %s without any referral",
    async (reason, { world }) => {
      const { questionId } = await openQuestion(world);
      const eva = world.as(world.eva);
      const ended = await eva.post(`/help-questions/${questionId}/end`, { reason });
      expect(ended).toMatchObject({
        status: 200,
        body: { endReason: reason, endedAt: "2026-01-05T09:00:00.000Z" },
      });
      expect(await eva.post(`/help-questions/${questionId}/end`, { reason })).toMatchObject({
        status: 200,
        body: ended.body,
      });
      for (const attempt of [
        await eva.post(`/help-questions/${questionId}/end`, { reason: "referred" }),
        await eva.send("PUT", `/help-questions/${questionId}/next-action`, {
          action: "call-back",
          on: "2026-01-06",
        }),
      ])
        expect(attempt).toMatchObject({ status: 409, body: { type: "/problems/help-question-ended" } });
    },
  );

  test("does not end while a referral of it is open, and does once none is", async ({ world }) => {
    const { questionId, path, caseId } = await makeReferral(world, "offered");
    const eva = world.as(world.eva);
    const end = () => eva.post(`/help-questions/${questionId}/end`, { reason: "referred" });
    expect(await end()).toMatchObject({ status: 409, body: { type: "/problems/help-question-in-use" } });
    await world.as(world.noor).post(`${path}/declination`, { reason: "no-capacity" });
    expect((await eva.get(`/cases/${caseId}`)).body.helpQuestions[0].nextAction).toBe("referral-declined");
    const ended = await end();
    expect(ended.status).toBe(200);
    expect(ended.body).not.toHaveProperty("nextAction");
  });

  test("has the next action that its counsellor plans, on a day within a year", async ({ world }) => {
    const { questionId } = await openQuestion(world);
    const eva = world.as(world.eva);
    const plan = (on: string, action = "call-back") =>
      eva.put(`/help-questions/${questionId}/next-action`, { action, on });
    expect((await plan("2026-01-05")).body).toMatchObject({
      nextAction: "call-back",
      nextActionOn: "2026-01-05",
    });
    for (const on of ["2026-01-04", "2027-01-06", "2026-02-30"])
      expect(await plan(on), on).toMatchObject({ status: 400, body: { errors: [{ pointer: "/on" }] } });
    expect(await plan("2026-01-05", "ask Marije's sister")).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/action" }] },
    });
  });
});
