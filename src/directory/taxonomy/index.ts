import { abuseTerms } from "./abuse.ts";
import { needTerms } from "./need.ts";
import type { Term } from "./term.ts";

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
