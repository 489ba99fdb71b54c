import { type Capacity, capacities, type Purpose, purposes, type Relation } from "../../codes.ts";
import { en } from "./en.ts";
import { nl } from "./nl.ts";

export const textLanguages = ["nl", "en"] as const;
export type TextLanguage = (typeof textLanguages)[number];

export interface ConsentText {
  version: string;
  purpose: Purpose;
  language: TextLanguage;
  capacity: Capacity;
  relations: Relation[];
  paragraphs: string[];
}

const languagesOf = { nl, en };
const others: Relation[] = ["relative", "professional"];

function textsFor(purpose: Purpose, language: TextLanguage, capacity: Capacity): ConsentText[] {
  const { wordings, capacities: told, ownDataOnly } = languagesOf[language];
  const wording = wordings[capacity];
  const text = (relations: Relation[], aboutWhom?: string): ConsentText => ({
    version: `${purpose}-2026.1`,
    purpose,
    language,
    capacity,
    relations,
    paragraphs: [
      wording[purpose].ask,
      wording[purpose].what,
      aboutWhom,
      told[capacity],
      wording.free,
      wording[purpose].withdraw,
      wording.until,
      wording.close,
    ].filter((paragraph) => paragraph !== undefined),
  });
  return capacity === "representative"
    ? [text(["harmed", ...others])]
    : [text(["harmed"]), text(others, ownDataOnly[capacity])];
}

/** Every text that may be read out. A text that was read out once is never changed: it gets a new version. */
export const consentTexts: readonly ConsentText[] = purposes.flatMap((purpose) =>
  textLanguages.flatMap((language) =>
    capacities.flatMap((capacity) => textsFor(purpose, language, capacity)),
  ),
);

interface ReadOut {
  textVersion: string;
  textLanguage: TextLanguage;
  purpose: Purpose;
  capacity: Capacity;
}

/** Whether there is such a text to read out, for this purpose, language and capacity. */
export const isConsentText = ({ textVersion, textLanguage, purpose, capacity }: ReadOut): boolean =>
  consentTexts.some(
    (text) =>
      text.version === textVersion &&
      text.language === textLanguage &&
      text.purpose === purpose &&
      text.capacity === capacity,
  );
