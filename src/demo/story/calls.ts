import type { Person } from "../network.ts";
import type { Teller } from "../tell.ts";
import type { Offered } from "./stage.ts";

export interface Found {
  serviceId: string;
  /** Who answers for it, and may be told on a consent. */
  recipientId: string;
}

/** The service of `organization` that the words find. */
export async function search(tell: Teller, eva: Person, organization: string, words: string): Promise<Found> {
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

export const addQuestion = (eva: Person, caseId: string, domain: "care" | "legal", topics: string[]) =>
  eva.handreiking.POST("/cases/{caseId}/help-questions", {
    params: { path: { caseId } },
    body: { domain, topics },
  });

export const recordConsent = (
  eva: Person,
  caseId: string,
  recipientId: string,
  purpose: "handoff" | "feedback" = "handoff",
) =>
  eva.handreiking.POST("/cases/{caseId}/consents", {
    params: { path: { caseId } },
    body: {
      recipientId,
      subject: "caller",
      purpose,
      categories: ["contact", "identity"],
      capacity: "adult",
      method: "spoken",
      textVersion: `${purpose}-2026.1`,
      textLanguage: "nl",
    },
  });

export const draftReferral = (eva: Person, helpQuestionId: string, serviceId: string) =>
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

export async function eventsOf({ handreiking }: Person): Promise<string> {
  const events = await gather(handreiking.events());
  return events.map(({ type }) => type).join(", ") || "none";
}

export async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

/** Offers a question of the case to a service, on a consent of its own. */
export async function offerTo(
  eva: Person,
  caseId: string,
  need: { domain: "care" | "legal"; topics: string[]; serviceId: string },
): Promise<Offered> {
  const question = await addQuestion(eva, caseId, need.domain, need.topics);
  const { id, recipient } = await draftReferral(eva, question.id, need.serviceId);
  const { id: consentId } = await recordConsent(eva, caseId, recipient.id);
  const params = { path: { referralId: id } };
  await eva.handreiking.POST("/referrals/{referralId}/offer", { params, body: { consentId } });
  return { id, caseId, consentId, recipientId: recipient.id };
}
