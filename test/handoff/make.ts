import { sealDisclosure } from "../../src/client/index.ts";
import { data, helpline, partner, sender } from "../client/disclosure/sealing.ts";
import type { Person, World } from "../world/world.ts";

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

/** Lets Eva's helpline and De Brug seal to each other, unless they can already. */
export async function exchangeKeys(world: World): Promise<void> {
  const { items } = (await world.as(world.eva).get(`/participants/${world.bridge.id}/keys`)).body;
  if (items.some(({ kid }: { kid: string }) => kid === partner.pinned.thumbprint)) return;
  const add = async (of: World["helpline"], use: string, publicKey: object) =>
    world.as(world.system(of)).post("/participant-keys", { use, publicKey });
  await add(world.helpline, "enc", helpline.pinned.key);
  await add(world.helpline, "sig", sender.pinned.key);
  await add(world.bridge, "enc", partner.pinned.key);
}

export const safeContact = {
  channel: "phone",
  windows: [{ weekday: "monday", from: "10:00", to: "12:30" }],
  mayLeaveVoicemail: false,
};

/** Contact, safe contact and a note in a case, by Eva unless said. */
export async function fillCase(world: World, caseId: string, by: Person = world.eva) {
  const eva = world.as(by);
  await eva.put(`/cases/${caseId}/contact`, { name: "Marije", phones: [{ number: "06 12345678" }] });
  await eva.put(`/cases/${caseId}/safe-contact`, safeContact);
  await eva.post(`/cases/${caseId}/notes`, { text: "Wants to talk to a lawyer first." });
}

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The caller of a case can be reached by phone on every day, at any hour unless said, and that was checked now. */
export async function keepSafe(
  world: World,
  caseId: string,
  by: Person = world.eva,
  hours = { from: "00:00", to: "00:00" },
): Promise<void> {
  const eva = world.as(by);
  const windows = days.map((weekday) => ({ weekday, ...hours }));
  await eva.put(`/cases/${caseId}/safe-contact`, { channel: "phone", windows, mayLeaveVoicemail: false });
  await eva.post(`/cases/${caseId}/safe-contact/verification`);
}

/** What is sealed for De Brug of a referral to it. */
export const sealFor = async (referralId: string, consentId: string) => ({
  method: "key",
  categories: ["contact", "identity"],
  sealed: await sealDisclosure({
    referralId,
    basis: { consentId },
    categories: ["contact", "identity"],
    data,
    signingKey: sender.own,
    recipient: partner.pinned,
    helpline: helpline.pinned,
  }),
});

/** So much later by the world's clock. */
export const later = (world: World, { days: d = 0, hours = 0, minutes = 0 }): Date =>
  new Date(world.clock.time.getTime() + ((d * 24 + hours) * 60 + minutes) * 60_000);

/** Fixes the introduction of an accepted referral for the next day at eleven. */
export async function fixIntroduction(
  world: World,
  { id, caseId, consentId }: { id: string; caseId: string; consentId: string },
  by: Person = world.eva,
) {
  await exchangeKeys(world);
  await keepSafe(world, caseId, by);
  return world.as(by).post(`/referrals/${id}/introduction`, {
    at: later(world, { days: 1, hours: 1 }).toISOString(),
    channel: "three-way-call",
    disclosure: await sealFor(id, consentId),
  });
}

export const states = [
  "draft",
  "offered",
  "acknowledged",
  "accepted",
  "scheduled",
  "connected",
  "completed",
] as const;
type State = (typeof states)[number] | "declined" | "withdrawn";

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
  if (state === "declined") await noor.post(`${path}/declination`, { reason: "no-capacity" });
  if (state === "withdrawn") await eva.post(`${path}/withdrawal`);
  const reached = states.indexOf(state as (typeof states)[number]);
  if (reached >= states.indexOf("accepted"))
    await noor.post(`${path}/acceptance`, { name: "Noor de Wit", contact: "030-1234567" });
  if (reached >= states.indexOf("scheduled")) await fixIntroduction(world, referral, by);
  if (reached >= states.indexOf("connected")) {
    world.clock.time = later(world, { days: 1, hours: 2 });
    await noor.post(`${path}/contact-confirmation`, { confirmedBy: "partner" });
    await eva.post(`${path}/contact-confirmation`, { confirmedBy: "counsellor" });
  }
  if (state === "completed") await eva.post(`${path}/outcome`, { outcome: "helped" });
  return referral;
}

/** A referral of Eva, unless said, that is offered to a partner reached by telephone. */
export async function makeByPhone(world: World, by: Person = world.eva) {
  const phoned = await world.participant("Belpunt", { reach: "phone" });
  const { caseId, questionId } = await openQuestion(world, by);
  const eva = world.as(by);
  const draft = await eva.post("/referrals", {
    helpQuestionId: questionId,
    serviceId: phoned.serviceId,
    ageBand: "26-64",
    ageBandOf: "caller",
    urgency: "normal",
  });
  const recipientId = draft.body.recipient.id as string;
  const consent = await eva.post(`/cases/${caseId}/consents`, { ...consentTerms, recipientId });
  const path = `/referrals/${draft.body.id}`;
  await eva.post(`${path}/offer`, { consentId: consent.body.id });
  return { id: draft.body.id as string, path, caseId, questionId, consentId: consent.body.id as string };
}

export const emergency = {
  told: "112",
  categories: ["contact"],
  whose: "caller",
  danger: "life",
  tried: ["colleague"],
  words: "Gave the address; said that he has a knife.",
};

/** An emergency call for a case of Eva's, unless said. */
export async function makeEmergency(world: World, by: Person = world.eva, more = {}) {
  const { caseId } = await openQuestion(world, by);
  const made = await world.as(by).post(`/cases/${caseId}/emergencies`, { ...emergency, ...more });
  return { id: made.body.id as string, caseId };
}

interface OverrideSought {
  ground?: "vital-interest" | "legal-duty";
  objected?: boolean;
}

/** An override of Eva in a case of hers, for De Brug. */
export async function makeOverride(
  world: World,
  { ground = "vital-interest", objected = false }: OverrideSought = {},
) {
  const { caseId, questionId } = await openQuestion(world);
  const ilse = await world.member(world.helpline, "counsellor");
  const eva = world.as(world.eva);
  const make = () =>
    eva.post(`/cases/${caseId}/overrides`, {
      recipientId: world.bridge.id,
      subject: "caller",
      categories: ["contact", "identity"],
      ground,
      consultedId: ilse.memberId,
      callerTold: "not-told-danger",
      afterRefusal: false,
      necessity: "Her life is in danger.",
    });
  let made = await make();
  // In a network that tests share, an earlier one that nobody reviewed binds its maker.
  if (ground === "vital-interest" && made.body.needsApproval) {
    world.clock.time = new Date(world.clock.time.getTime() + 1);
    const coordinator = await world.signIn(await world.member(world.helpline, "coordinator"));
    await world.as(coordinator).post(`/members/${world.eva.memberId}/override-release`);
    made = await make();
  }
  const id = made.body.id as string;
  if (objected) await eva.post(`/overrides/${id}/objection`);
  return { id, caseId, questionId, ilse };
}
