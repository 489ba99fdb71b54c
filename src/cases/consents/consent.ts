import type { AgeBand, Capacity, DataCategory, Purpose, Relation, Subject } from "../codes.ts";

interface Given {
  relation: Relation;
  subject: Subject;
  capacity: Capacity;
  categories: readonly DataCategory[];
}

const aboutOneself: readonly DataCategory[] = ["contact", "identity"];

/** Why this caller cannot give this consent; undefined when they can. */
export function consentRefusal({ relation, subject, capacity, categories }: Given): string | undefined {
  if (capacity === "representative") return undefined;
  if (subject !== "caller") return "Only a representative consents for somebody else.";
  if (relation !== "harmed" && !categories.every((category) => aboutOneself.includes(category)))
    return "A relative or a professional consents to their own contact details and identity only.";
  return undefined;
}

const agesOf: Record<Exclude<Capacity, "representative">, readonly AgeBand[]> = {
  adult: ["18-25", "26-64", "65-plus"],
  "16-17": ["16-17"],
  "under-16-help-service": ["under-12", "12-15"],
};

interface Basis {
  caseId: string;
  recipientId: string;
  purpose: Purpose;
  subject: Subject;
  capacity: Capacity;
  expiresAt: Date;
  withdrawnAt: Date | null;
}

interface Offer {
  caseId: string;
  recipientId: string;
  ageBand: AgeBand;
  ageBandOf: Subject;
}

/** Why an offer cannot rest on this consent at `now`; undefined when it can. */
export function basisRefusal(consent: Basis, offer: Offer, now: Date): string | undefined {
  if (consent.caseId !== offer.caseId) return "It was given in another case.";
  if (consent.recipientId !== offer.recipientId) return "It was given for another recipient.";
  if (consent.purpose !== "handoff") return "It was given for another purpose than a handoff.";
  if (consent.withdrawnAt !== null) return "The caller has withdrawn it.";
  if (consent.expiresAt <= now) return "It has expired.";
  if (consent.subject !== offer.ageBandOf || consent.capacity === "representative") return undefined;
  return agesOf[consent.capacity].includes(offer.ageBand)
    ? undefined
    : "The age band in the summary and the capacity in which it was given disagree.";
}
