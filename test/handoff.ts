import type { Person, World } from "./world.ts";

/** A caller's case with a question, made by Eva through the API. */
export async function openQuestion(world: World, by: Person = world.eva) {
  const eva = world.as(by);
  const opened = await eva.post("/cases", { relation: "harmed", language: "nl", province: "Utrecht" });
  const added = await eva.post(`/cases/${opened.body.id}/help-questions`, {
    domain: "care",
    topics: ["manipulation"],
  });
  return { caseId: opened.body.id as string, questionId: added.body.id as string };
}

export const consentTerms = {
  subject: "caller",
  purpose: "handoff",
  categories: ["contact", "identity"],
  capacity: "adult",
  method: "spoken",
  textVersion: "handoff-2026.1",
  textLanguage: "nl",
};

type State = "draft" | "offered" | "acknowledged" | "accepted" | "declined" | "withdrawn";

/** A referral from the helpline, of Eva unless said, to De Brug in `state`, and all that it stands on. */
export async function makeReferral(world: World, state: State = "offered", by: Person = world.eva) {
  const { caseId, questionId } = await openQuestion(world, by);
  const eva = world.as(by);
  const noor = world.as(world.noor);
  const consent = await eva.post(`/cases/${caseId}/consents`, {
    ...consentTerms,
    recipientId: world.bridge.id,
  });
  const draft = await eva.post("/referrals", {
    helpQuestionId: questionId,
    serviceId: world.bridge.serviceId,
    ageBand: "26-64",
    ageBandOf: "caller",
    urgency: "normal",
    safetyFlags: ["no-voicemail"],
  });
  const referral = {
    id: draft.body.id as string,
    caseId,
    questionId,
    consentId: consent.body.id as string,
    path: `/referrals/${draft.body.id}`,
  };
  const { path, consentId } = referral;
  if (state === "draft") return referral;
  await eva.post(`${path}/offer`, { consentId });
  if (state === "acknowledged") await noor.post(`${path}/acknowledgement`, { function: "intake" });
  if (state === "accepted")
    await noor.post(`${path}/acceptance`, { name: "Noor de Wit", contact: "030-1234567" });
  if (state === "declined") await noor.post(`${path}/declination`, { reason: "no-capacity" });
  if (state === "withdrawn") await eva.post(`${path}/withdrawal`);
  return referral;
}
