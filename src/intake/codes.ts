/** The closed sets of codes of the helpline's own work. */

/** How a first contact reached the helpline. */
export const doors = ["phone", "mail", "web", "chat"] as const;
export type Door = (typeof doors)[number];

/** Whether somebody still sees to a request; `ended` absorbs. */
export const requestStates = ["open", "planned", "ended"] as const;
export type RequestState = (typeof requestStates)[number];

/** How a request ends. */
export const requestEndings = [
  "talked",
  "referred-elsewhere",
  "not-reached",
  "no-longer-wanted",
  "not-for-us",
  "duplicate",
  "became-case",
  "kept-long-enough",
  /** A machine wrote it: nobody waits for an answer. */
  "automatic",
] as const;
export type RequestEnding = (typeof requestEndings)[number];

/** How somebody would like to be reached. */
export const requestChannels = ["phone", "chat", "in-person", "mail"] as const;
export type RequestChannel = (typeof requestChannels)[number];

/** What becomes of an appointment; all but `planned` absorb. */
export const appointmentStates = ["planned", "held", "missed", "moved", "cancelled"] as const;
export type AppointmentState = (typeof appointmentStates)[number];

export const contactChannels = ["phone", "chat", "video", "in-person", "mail"] as const;

/** What a conversation came to; a listening ear is a good end. */
export const conversationOutcomes = [
  "listened",
  "advised",
  "information-given",
  "follow-up-planned",
  "help-questions-framed",
  "ended-by-caller",
] as const;

/** To whom it is done. */
export const harmedPersons = [
  "caller",
  "partner",
  "child",
  "parent",
  "sibling",
  "friend",
  "several",
  "other",
] as const;

export const sinceBands = ["this-month", "this-year", "1-5-years", "longer", "in-the-past"] as const;

export const answers = ["yes", "no", "unknown"] as const;

/** By what somebody is tied to who harms them. */
export const dependences = [
  "housing",
  "income",
  "debts",
  "children",
  "papers",
  "health-care",
  "work",
  "belief",
  "family",
  "none-known",
] as const;

export const dangerSigns = [
  "weapon",
  "threat-to-life",
  "strangulation",
  "suicidal",
  "child-in-danger",
  "locked-up",
  "stalking",
  "pregnant",
  "planned-departure",
  "escalating",
] as const;
export type DangerSign = (typeof dangerSigns)[number];

/** What it is, as the counsellor judges it. */
export const natures = ["criminal", "psychological", "both", "unclear"] as const;
