import { expect } from "vitest";
import { makeReferral } from "../handoff/make.ts";
import { test } from "../world/world.ts";

test("an override recorded while its consent is withdrawn came first, or waits for a second person", async ({
  world,
}) => {
  const ilse = await world.member(world.helpline, "counsellor");
  const eva = world.as(world.eva);
  for (let round = 0; round < 20; round++) {
    const { caseId, consentId } = await makeReferral(world, "draft");
    const [made, withdrawn] = await Promise.all([
      eva.post(`/cases/${caseId}/overrides`, {
        recipientId: world.bridge.id,
        subject: "caller",
        categories: ["contact"],
        ground: "vital-interest",
        consultedId: ilse.memberId,
        callerTold: "told",
        afterRefusal: false,
        necessity: "Her life is in danger.",
      }),
      eva.post(`/consents/${consentId}/withdrawal`),
    ]);
    expect([made.status, withdrawn.status]).toEqual([201, 200]);
    if (made.body.afterRefusal) expect(made.body).toMatchObject({ needsApproval: true, inForce: false });
  }
  expect(world.logged.filter(({ status }) => status >= 500)).toEqual([]);
});
