import { abuseTerms } from "./abuse.ts";
import { needTerms } from "./need.ts";

/** A topic that services are filed under, worded as callers would. */
export interface Term {
  /** Unique over all taxonomies. */
  code: string;
  /** The code of the broader term in the same taxonomy. */
  parent?: string;
  name: string;
  nameEn: string;
  description: string;
}

export const taxonomyNames = ["abuse", "need"] as const;
export type TaxonomyName = (typeof taxonomyNames)[number];

interface Taxonomy {
  name: TaxonomyName;
  description: string;
  terms: readonly Term[];
}

export const taxonomyTable: readonly Taxonomy[] = [
  { name: "abuse", description: "Misstanden: wat er mis kan zijn", terms: abuseTerms },
  { name: "need", description: "Hulpvragen: wat iemand nodig kan hebben", terms: needTerms },
];
