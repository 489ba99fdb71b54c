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
