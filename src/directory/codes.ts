/** Where help comes from (not of HSDS). */
export const domains = ["care", "investigation", "legal"] as const;
export type Domain = (typeof domains)[number];

export const statuses = ["active", "inactive", "defunct", "temporarily closed"] as const;
export type Status = (typeof statuses)[number];

/** Whom a service is for, as the caller's relation to what happened (not of HSDS). */
export const audiences = ["harmed", "relative", "professional"] as const;

/** How a service is reached (not of HSDS). */
export const channels = ["phone", "chat", "visit", "email", "web", "whatsapp"] as const;
export type Channel = (typeof channels)[number];

/** What the help costs, as a code (not of HSDS). */
export const costs = ["free", "means-tested", "paid"] as const;

export const locationTypes = ["physical", "postal", "virtual"] as const;
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];
export const frequencies = ["WEEKLY", "MONTHLY"] as const;

/** The records that are verified, corrected and compared. */
export const entryKinds = ["organization", "service", "location"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** How an entry was checked. `told`: the organization said so by itself. */
export const verificationMethods = ["phone", "email", "website", "visit", "told"] as const;

export const correctionReasons = ["wrong", "outdated", "closed", "moved", "incomplete", "unclear"] as const;
export const correctionStates = ["proposed", "accepted", "refused"] as const;
export const refusalReasons = ["not-right", "cannot-confirm", "already-so", "not-for-directory"] as const;
