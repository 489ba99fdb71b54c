import { aCounsellor, aRequest, plan } from "../../intake/appointments/make.ts";
import { talk } from "../../intake/conversations/make.ts";
import { asParticipant } from "../../walls/raw.ts";
import type { World } from "../../world/world.ts";
import { fillCase, makeReferral } from "../make.ts";

type State = NonNullable<Parameters<typeof makeReferral>[1]>;

/** A case of Eva that holds whatever a case can hold, with a referral in `state`, and a privacy officer to erase it. */
export async function everythingInACase(world: World, state: State = "scheduled") {
  const referral = await makeReferral(world, state);
  const { caseId, consentId } = referral;
  const path = `/cases/${caseId}`;
  const eva = world.as(world.eva);
  const ilse = await world.member(world.helpline, "counsellor");
  await fromTheFirstCall(world, caseId);
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

/** The request that became the case, its appointment, a conversation with all that follows one, and a question in words. */
async function fromTheFirstCall(world: World, caseId: string): Promise<void> {
  const { db } = world.platform;
  const requestId = await aRequest(world);
  const now = world.clock.time.toISOString();
  const tomorrow = new Date(world.clock.time.getTime() + 86_400_000);
  // A working day at ten in the morning, whenever the test plays.
  const startsAt = `${tomorrow.toISOString().slice(0, 10)}T09:00:00Z`;
  const counsellor = await aCounsellor(world);
  const planned = await plan(world, counsellor, { requestId, startsAt });
  await asParticipant(
    db,
    world.helpline.id,
    `update handreiking.callback_request set state = 'ended', ended_at = '${now}', end_reason = 'became-case',
      sealed = null, let_go_at = '${now}', case_id = '${caseId}' where id = '${requestId}'`,
    `update handreiking.appointment set case_id = '${caseId}' where request_id = '${requestId}'`,
  );
  const conversationId = await talk(world, caseId, world.eva, { appointmentId: planned.body.id });
  const eva = world.as(world.eva);
  await eva.post(`/conversations/${conversationId}/additions`, { text: "Her brother knows." });
  await eva.post(`/conversations/${conversationId}/steps`, {
    step: "map-signals",
    decision: "signals-mapped",
    words: "He waits at her work.",
  });
  await eva.post(`/cases/${caseId}/help-questions`, {
    domain: "legal",
    topics: ["legal-advice"],
    conversationId,
    ownWords: "I want my savings back.",
  });
}
