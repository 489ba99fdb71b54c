import { careSynonyms } from "./care.ts";
import { exploitationSynonyms } from "./exploitation.ts";
import { groupsSynonyms } from "./groups.ts";
import { lawSynonyms } from "./law.ts";
import { pressureSynonyms } from "./pressure.ts";
import { violenceSynonyms } from "./violence.ts";

export interface Synonym {
  /** One to five words, in lower case, without accents. In a sentence they stand close together, in any order. */
  phrase: string;
  /** The code of the topic that it means. */
  code: string;
}

/** What the synonym table begins with; coordinators add to it. */
export const synonyms: readonly Synonym[] = Object.entries({
  ...violenceSynonyms,
  ...exploitationSynonyms,
  ...pressureSynonyms,
  ...groupsSynonyms,
  ...lawSynonyms,
  ...careSynonyms,
}).flatMap(([code, phrases]) => phrases.split(",").map((phrase) => ({ phrase: phrase.trim(), code })));
