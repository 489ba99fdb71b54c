import { reached, refused } from "./claims.ts";
import type { Network, Person } from "./network.ts";
import type { Steps } from "./steps.ts";
import type { Teller } from "./tell.ts";

/** Who plays, and how it is told. */
export interface Stage extends Network, Steps {
  tell: Teller;
}

/** The main job of the service, played by three people; every claim in it is checked. */
export async function playStory(stage: Stage): Promise<void> {
  const found = await findPartner(stage);
  const caseId = await openCase(stage);
  const referralId = await offerHandoff(stage, caseId, found);
  await answerOffer(stage, referralId);
  await readEvents(stage);
  await withdraw(stage, caseId, referralId);
}

function findPartner({ step, tell, eva, noor }: Stage): Promise<Found> {
  return step("Eva, the counsellor, searches with the caller's own words", async () => {
    const words = "er was veel gewelt in onze groep, ik zoek behandeling en opvang";
    tell.say(`She types, mistake and all: "${words}"`);
    return search(tell, eva, noor.organization, words);
  });
}

function openCase({ step, tell, eva }: Stage): Promise<string> {
  return step("Eva opens a case: codes only, no name", async () => {
    const opened = await eva.handreiking.POST("/cases", {
      body: { relation: "harmed", language: "nl", province: "Utrecht" },
    });
    tell.state(`case ${opened.code} is open`);
    return opened.id;
  });
}

async function offerHandoff({ step, tell, eva, noor, sam }: Stage, caseId: string, found: Found) {
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
  return referralId;
}

async function answerOffer({ step, tell, eva, noor }: Stage, referralId: string): Promise<void> {
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

async function readEvents({ step, tell, eva, noor, sam }: Stage): Promise<void> {
  await step("Each side reads its own events", async () => {
    tell.state(`${eva.organization}: ${await eventsOf(eva)}`);
    tell.state(`${noor.organization}: ${await eventsOf(noor)}`);
    tell.state(`${sam.organization}: ${await eventsOf(sam)}`);
  });
}

async function withdraw({ step, tell, eva, noor, sam }: Stage, caseId: string, firstId: string) {
  const { POST, GET } = eva.handreiking;
  const second = await step("A second need: Eva offers it to Sam, on a consent of its own", async () => {
    const words = "ik wil aangifte doen maar weet niet hoe het strafproses gaat";
    tell.say(`The caller: "${words}"`);
    const { serviceId, recipientId } = await search(tell, eva, sam.organization, words);
    const question = await addQuestion(eva, caseId, "legal", ["criminal-proceedings"]);
    const { id: consentId } = await recordConsent(eva, caseId, recipientId);
    const { id: referralId } = await draftReferral(eva, question.id, serviceId);
    const params = { path: { referralId } };
    reached(tell, await POST("/referrals/{referralId}/offer", { params, body: { consentId } }), "offered");
    return { consentId, params };
  });
  const { consentId, params } = second;
  await step("The caller has second thoughts and withdraws this consent", async () => {
    await POST("/consents/{consentId}/withdrawal", { params: { path: { consentId } } });
    reached(tell, await GET("/referrals/{referralId}", { params }), "withdrawn");
  });
  await step("For Sam it is gone in the same moment, and can no longer be accepted", async () => {
    const seen = await sam.handreiking.GET("/referrals/{referralId}", { params });
    reached(tell, seen, "withdrawn");
    if (seen.summary) throw new Error("Sam can still read the summary");
    const body = { name: "Sam Bakker", contact: "030-7654321" };
    const late = sam.handreiking.POST("/referrals/{referralId}/acceptance", { params, body });
    await refused(tell, late, 409, "referral-not-open");
  });
  await step("The first referral stands: each consent is for one recipient", async () => {
    const first = { path: { referralId: firstId } };
    reached(tell, await noor.handreiking.GET("/referrals/{referralId}", { params: first }), "accepted");
  });
}

interface Found {
  serviceId: string;
  /** Who answers for it, and may be told on a consent. */
  recipientId: string;
}

/** The service of `organization` that the words find. */
async function search(tell: Teller, eva: Person, organization: string, words: string): Promise<Found> {
  const { items, understoodAs } = await eva.handreiking.POST("/service-searches", {
    body: { words, receivesHandoffs: true },
  });
  tell.say(`Understood as: ${understoodAs.join(", ")}`);
  const match = items.find(({ service }) => service.organization.name === organization);
  const recipientId = match?.service.handoff.participantId;
  if (!match || !recipientId) throw new Error(`The search does not find ${organization}`);
  tell.state(`found: ${match.service.name} (${organization})`);
  return { serviceId: match.service.id, recipientId };
}

const addQuestion = (eva: Person, caseId: string, domain: "care" | "legal", topics: string[]) =>
  eva.handreiking.POST("/cases/{caseId}/help-questions", {
    params: { path: { caseId } },
    body: { domain, topics },
  });

const recordConsent = (eva: Person, caseId: string, recipientId: string) =>
  eva.handreiking.POST("/cases/{caseId}/consents", {
    params: { path: { caseId } },
    body: {
      recipientId,
      subject: "caller",
      purpose: "handoff",
      categories: ["contact", "identity"],
      capacity: "adult",
      method: "spoken",
      textVersion: "handoff-2026.1",
      textLanguage: "nl",
    },
  });

const draftReferral = (eva: Person, helpQuestionId: string, serviceId: string) =>
  eva.handreiking.POST("/referrals", {
    body: {
      helpQuestionId,
      serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
      safetyFlags: ["no-voicemail"],
    },
  });

async function eventsOf({ handreiking }: Person): Promise<string> {
  const events = await gather(handreiking.events());
  return events.map(({ type }) => type).join(", ") || "none";
}

async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}
