import { abuseSynonyms } from "./synonyms/abuse.ts";
import { needSynonyms } from "./synonyms/need.ts";

export interface Synonym {
  /** One to five words, in lower case, without accents. In a sentence they stand close together, in any order. */
  phrase: string;
  /** The code of the topic that it means. */
  code: string;
}

/** What the synonym table begins with; coordinators add to it. */
export const synonyms: readonly Synonym[] = Object.entries({ ...abuseSynonyms, ...needSynonyms }).flatMap(
  ([code, phrases]) => phrases.split(",").map((phrase) => ({ phrase: phrase.trim(), code })),
);
