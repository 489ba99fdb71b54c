import { reached, refused } from "../claims.ts";
import { addQuestion, draftReferral, type Found, gather, recordConsent, search } from "./calls.ts";
import type { Offered, Stage } from "./stage.ts";

export function findPartner({ step, tell, eva, noor }: Stage): Promise<Found> {
  return step("Eva, the counsellor, searches with the caller's own words", async () => {
    const words = "er was veel gewelt in onze groep, ik zoek behandeling en opvang";
    tell.say(`She types, mistake and all: "${words}"`);
    return search(tell, eva, noor.organization, words);
  });
}

export function openCase({ step, tell, eva }: Stage): Promise<string> {
  return step("Eva opens a case: codes only, no name", async () => {
    const opened = await eva.handreiking.POST("/cases", {
      body: { relation: "harmed", language: "nl", province: "Utrecht" },
    });
    tell.state(`case ${opened.code} is open`);
    return opened.id;
  });
}

export async function offerHandoff(
  { step, tell, eva, noor, sam }: Stage,
  caseId: string,
  found: Found,
): Promise<Offered> {
  const { POST } = eva.handreiking;
  const helpQuestionId = await step("Eva frames one help question", async () => {
    const question = await addQuestion(eva, caseId, "care", ["violence", "trauma-care"]);
    tell.state(`help question: ${question.domain}, ${question.topics.join(" and ")}`);
    return question.id;
  });
  const consentId = await step(`The caller agrees to a handoff to ${noor.organization}`, async () => {
    tell.say("Eva reads out what is asked. The caller says yes: contact details and name.");
    const consent = await recordConsent(eva, caseId, found.recipientId);
    tell.state(`consent for ${noor.organization} only, until ${consent.expiresAt.slice(0, 10)}`);
    return consent.id;
  });
  const referralId = await step("Eva drafts the referral", async () => {
    const draft = await draftReferral(eva, helpQuestionId, found.serviceId);
    reached(tell, draft, "draft");
    return draft.id;
  });
  const params = { path: { referralId } };
  await step("She offers it", async () => {
    reached(tell, await POST("/referrals/{referralId}/offer", { params, body: { consentId } }), "offered");
  });
  await step(`Sam at ${sam.organization} sees nothing of it`, async () => {
    await refused(
      tell,
      sam.handreiking.GET("/referrals/{referralId}", { params }),
      404,
      "referral-not-found",
    );
  });
  return { id: referralId, caseId, consentId, recipientId: found.recipientId };
}

export async function answerOffer({ step, tell, eva, noor }: Stage, referralId: string): Promise<void> {
  const { POST, pages } = noor.handreiking;
  const params = { path: { referralId } };
  await step(`Noor at ${noor.organization} finds it among her offers`, async () => {
    const query = { direction: "received", state: "offered" } as const;
    const offers = await gather(pages("/referrals", { params: { query } }));
    const [offer] = offers;
    if (offers.length !== 1 || offer?.id !== referralId) throw new Error("Her only offer is to be this one");
    const { domain, urgency, ageBand } = offer.summary ?? {};
    tell.say(`She reads codes, nothing more: ${domain}, ${urgency}, age ${ageBand}.`);
    reached(tell, offer, "offered");
  });
  await step("Noor acknowledges it: a person has taken it in", async () => {
    const body = { function: "intake", name: "Noor" };
    reached(tell, await POST("/referrals/{referralId}/acknowledgement", { params, body }), "acknowledged");
  });
  await step("Noor accepts it, by name", async () => {
    const body = { name: "Noor de Wit", contact: "058-1234567" };
    reached(tell, await POST("/referrals/{referralId}/acceptance", { params, body }), "accepted");
  });
  await step("Eva reads who takes it up", async () => {
    const referral = await eva.handreiking.GET("/referrals/{referralId}", { params });
    reached(tell, referral, "accepted");
    tell.say(`She can phone ${referral.accepted?.name} now: ${referral.accepted?.contact}.`);
  });
}
