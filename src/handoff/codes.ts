import type { DataCategory } from "../cases/index.ts";

/** The closed sets of codes in which a handoff is told. */

export const urgencies = ["normal", "urgent", "acute"] as const;
export type Urgency = (typeof urgencies)[number];

export const safetyFlags = [
  "call-withheld-number",
  "no-voicemail",
  "no-mail",
  "shared-phone",
  "watched-online",
  "lives-with-group",
  "minor-involved",
  "interpreter-needed",
] as const;

export const declineReasons = [
  "no-capacity",
  "not-offered",
  "not-eligible",
  "outside-area",
  "conflict-of-interest",
  "safety",
  "already-known",
  "other",
] as const;

/** The two parties of a referral, as far as both may know them. */
export const sides = ["helpline", "recipient"] as const;
export type Side = (typeof sides)[number];

export const introductionChannels = ["three-way-call", "video", "in-person"] as const;
export type IntroductionChannel = (typeof introductionChannels)[number];

/** How the caller's identity reaches the recipient: under its key, under a spoken one-time code, or by voice. */
export const disclosureMethods = ["key", "code", "spoken"] as const;
export type DisclosureMethod = (typeof disclosureMethods)[number];

export const outcomes = ["helped", "partly", "not-helped", "unknown", "unknown-by-choice"] as const;

export const obligationEndings = ["deleted", "never-opened", "retained"] as const;

/** On which legal ground a recipient keeps what it should delete. */
export const retentionGrounds = [
  "medical-treatment-act",
  "youth-act",
  "legal-claim",
  "criminal-procedure",
  "archives-act",
] as const;

/** Why a disclosure is made without the caller's consent. */
export const overrideGrounds = ["vital-interest", "legal-duty", "legal-right", "court-order"] as const;

/** Whose vital interest it is, where the caller's own no does not decide on it: GDPR, article 9(2)(c). */
export const vitalInterests = ["caller-incapable", "another-person"] as const;

/** What a capable caller's no keeps from being told for a vital interest. */
export const specialCategories = ["health", "belief", "criminal"] as const satisfies readonly DataCategory[];

/** How a caller refuses a recipient. */
export const refusalSources = [
  "asked",
  "consent-withdrawn",
  "objected",
  "referral-withdrawn",
  "review-refused",
] as const;

export const callerTold = ["told", "not-told-danger", "not-told-unreachable"] as const;
/** Why a case is erased. */
export const erasureReasons = ["caller-request", "retention", "mistake"] as const;
export type ErasureReason = (typeof erasureReasons)[number];
