import { fillCase, makeReferral } from "../../handoff.ts";
import type { World } from "../../world.ts";

type State = NonNullable<Parameters<typeof makeReferral>[1]>;

/** A case of Eva that holds whatever a case can hold, with a referral in `state`, and a privacy officer to erase it. */
export async function everythingInACase(world: World, state: State = "scheduled") {
  const referral = await makeReferral(world, state);
  const { caseId, consentId } = referral;
  const path = `/cases/${caseId}`;
  const eva = world.as(world.eva);
  const ilse = await world.member(world.helpline, "counsellor");
  if (state === "draft" || state === "offered" || state === "accepted") await fillCase(world, caseId);
  else {
    await eva.put(`${path}/contact`, { name: "Marije", phones: [{ number: "06 12345678" }] });
    await eva.post(`${path}/notes`, { text: "Wants to talk to a lawyer first." });
  }
  await eva.put(`${path}/code-word`, { word: "blauwe fiets" });
  await eva.get(`/consents/${consentId}/receipt`);
  await eva.post(`${path}/overrides`, {
    recipientId: world.bridge.id,
    subject: "caller",
    categories: ["contact"],
    ground: "vital-interest",
    consultedId: ilse.memberId,
    callerTold: "told",
    afterRefusal: false,
    necessity: "Her life is in danger.",
  });
  await world.as(ilse).post(`${path}/take-over`, { reason: "owner-absent" });
  const { headers } = await world.as(ilse).get(`${path}/colleagues`);
  await world
    .as(ilse)
    .put(
      `${path}/colleagues`,
      { memberIds: [world.eva.memberId] },
      { "if-match": headers.get("etag") ?? "" },
    );
  const officer = await world.member(world.helpline, "privacy-officer");
  return {
    ...referral,
    casePath: path,
    erase: (reason = "caller-request", headers: Record<string, string> = {}) =>
      world.as(officer).post(`${path}/erasure`, { reason }, headers),
    officer,
  };
}
