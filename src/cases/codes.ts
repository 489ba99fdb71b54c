/** The closed sets of codes in which a case is told. */

export const relations = ["harmed", "relative", "professional"] as const;
export type Relation = (typeof relations)[number];
export const languages = ["nl", "en", "fr", "de", "es", "pl", "tr", "ar", "ru", "uk", "other"] as const;
export type Language = (typeof languages)[number];
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
/** Why a case is taken over from its owner. */
export const takeOverReasons = [
  "owner-absent",
  "owner-left",
  "caller-asked",
  "conflict-of-interest",
  "workload",
] as const;
/** How a case comes from one counsellor to another. */
export const ownerChanges = ["taken-over", "handed-over", "returned"] as const;
export const handOverAnswers = ["accepted", "returned"] as const;
/** How a help question ends; not only a referral is a good end. */
export const endReasons = [
  "advised",
  "listened",
  "referred",
  "solved-otherwise",
  "no-longer-wanted",
  "out-of-reach",
  "unanswered",
] as const;
/** What the owner of a help question sets themselves to do. */
export const nextActions = [
  "call-back",
  "find-partner",
  "offer-again",
  "consult-colleague",
  "wait-for-caller",
  "follow-up",
] as const;
export const safeChannels = ["phone", "text-message", "mail", "chat", "in-person"] as const;
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export const ageBands = ["under-12", "12-15", "16-17", "18-25", "26-64", "65-plus"] as const;
export type AgeBand = (typeof ageBands)[number];
