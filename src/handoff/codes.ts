/** The closed sets of codes in which a handoff is told. */

export const relations = ["harmed", "relative", "professional"] as const;
export type Relation = (typeof relations)[number];

export const languages = ["nl", "en", "fr", "de", "es", "pl", "tr", "ar", "ru", "uk", "other"] as const;

export const provinces = [
  "Drenthe",
  "Flevoland",
  "Friesland",
  "Gelderland",
  "Groningen",
  "Limburg",
  "Noord-Brabant",
  "Noord-Holland",
  "Overijssel",
  "Utrecht",
  "Zeeland",
  "Zuid-Holland",
] as const;

/** Whose data a consent or a summary is about. */
export const subjects = ["caller", "person-concerned"] as const;
export type Subject = (typeof subjects)[number];

export const purposes = ["handoff", "feedback", "follow-up"] as const;
export type Purpose = (typeof purposes)[number];

export const dataCategories = ["contact", "identity", "health", "criminal", "belief", "family"] as const;
export type DataCategory = (typeof dataCategories)[number];

export const capacities = ["adult", "16-17", "under-16-help-service", "representative"] as const;
export type Capacity = (typeof capacities)[number];

export const consentMethods = ["spoken", "written", "in-person"] as const;

export const ageBands = ["under-12", "12-15", "16-17", "18-25", "26-64", "65-plus"] as const;
export type AgeBand = (typeof ageBands)[number];

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
