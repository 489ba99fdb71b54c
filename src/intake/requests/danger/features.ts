import { soundsOf } from "./fold.ts";
import { Lexicon } from "./lexicon.ts";
import { subjects } from "./subjects.ts";

/** What a word is weighed by: the word itself, how it begins, and what it is about. */
export interface Features {
  whole: string;
  all: readonly string[];
}

const beginnings = [4, 6];
const adultFrom = 18;

export function featuresOf(word: string): Features {
  subjectWords ??= new Lexicon(Object.values(subjects));
  const { whole: sounded, begun } = soundsOf(word)[0] ?? { whole: word, begun: word };
  const whole = /^\d+$/.test(word) ? numberLike(word) : sounded;
  const begins = beginnings.filter((length) => begun.length > length).map((length) => begun.slice(0, length));
  // Typing errors are not looked for: that would take most of the time, and beginnings forgive many.
  const about = subjectWords.partsOf(word, true).map((part) => subjectNames[part] ?? "");
  return { whole, all: [whole, ...begins.map((beginning) => `${beginning}*`), ...about] };
}

/** Two words that follow each other weigh as a pair, too. */
export const pairOf = (one: Features, next: Features): string => `${one.whole}_${next.whole}`;

const subjectNames = Object.keys(subjects);
let subjectWords: Lexicon | undefined;

/** The age of a child, any other number of two digits, or a longer one. */
function numberLike(digits: string): string {
  if (digits.length > 2) return "#long";
  return Number(digits) < adultFrom ? "#small" : "#large";
}
