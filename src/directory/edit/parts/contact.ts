import type { Part } from "../part.ts";

export const language: Part = {
  entity: "language",
  words: {
    name: ["Its name", "Nederlands"],
    code: ["ISO 639", "nl"],
    note: ["What to know besides", "Alleen op werkdagen"],
  },
};

export const phone: Part = {
  entity: "phone",
  words: {
    number: ["As dialled inside `country`", "0800-2000"],
    extension: ["The extension to dial", 12],
    country: ["ISO 3166-1 alpha-2; NL where it is left out", "NL"],
    type: ["A telephone type of RFC 6350", "voice"],
    description: ["Which number it is and what a call costs", "Algemeen nummer, gratis"],
  },
  lists: { languages: { part: language, by: "phone_id", description: "What is spoken at this number" } },
};

export const contact: Part = {
  entity: "contact",
  words: {
    name: ["The person or desk", "Aanmelding"],
    title: ["Their function", "Coördinator"],
    department: ["Where they work", "Intake"],
    email: ["Their e-mail address", "aanmelding@example.org"],
  },
  lists: { phones: { part: phone, by: "contact_id", description: "Their telephone numbers" } },
};

export const url: Part = {
  entity: "url",
  words: { label: ["What is found there", "Folder"], url: ["The address", "https://www.example.org/folder"] },
};

export const funding: Part = {
  entity: "funding",
  words: { source: ["Where the money comes from", "Gemeente Utrecht"] },
};

export const schedule: Part = {
  entity: "schedule",
  words: {
    valid_from: ["The first day on which it counts", "2026-01-01"],
    valid_to: ["The last day on which it counts", "2026-12-31"],
    dtstart: ["The first day of the recurrence", "2026-01-05"],
    until: ["The last day of the recurrence", "2026-12-31"],
    count: ["How many times it recurs", 10],
    wkst: ["The day on which a week begins", "MO"],
    freq: ["How it recurs", "WEEKLY"],
    interval: ["Every how many weeks or months", 1],
    byday: ["On which days of the week, as in RFC 5545", "MO,TU,WE"],
    byweekno: ["In which weeks of the year, as in RFC 5545", "1,2"],
    bymonthday: ["On which days of the month, as in RFC 5545", "1,15"],
    byyearday: ["On which days of the year, as in RFC 5545", "1"],
    description: ["The hours in words", "Op werkdagen van 9 tot 17 uur"],
    opens_at: ["When it opens, in local time", "09:00"],
    closes_at: ["When it closes; the next day where that is not after it opens", "17:00"],
    schedule_link: ["Where the hours are kept", "https://www.example.org/openingstijden"],
    attending_type: ["How one attends", "in_person"],
    notes: ["What to know besides", "Op feestdagen gesloten"],
    time_zone: ["The IANA time zone; Europe/Amsterdam where it is left out", "Europe/Amsterdam"],
    channel: ["The channel that it is about; left out for all", "phone"],
  },
};
