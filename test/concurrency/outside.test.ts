import { expect } from "vitest";
import { openQuestion } from "../handoff/make.ts";
import { outsideNetwork } from "../world/outside.ts";
import { test } from "../world/world.ts";

test("an organization outside the network becomes one party, however many hand over to it at once", async ({
  world,
}) => {
  const { serviceIds } = await outsideNetwork(world);
  const questions = await Promise.all(Array.from({ length: 12 }, () => openQuestion(world)));
  const drafts = await Promise.all(
    questions.map(({ questionId }, index) =>
      world.as(world.eva).post("/referrals", {
        helpQuestionId: questionId,
        serviceId: serviceIds[index % 2],
        ageBand: "26-64",
        ageBandOf: "caller",
        urgency: "normal",
      }),
    ),
  );
  expect(drafts.map(({ status }) => status)).toEqual(drafts.map(() => 201));
  const parties = new Set(drafts.map(({ body }) => body.recipient.id));
  expect(parties.size).toBe(1);
  const [party = ""] = parties;
  expect(await world.audited(world.helpline.id, party)).toEqual(["participant.admitted"]);
});
