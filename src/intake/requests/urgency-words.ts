import type { Urgency } from "../../handoff/index.ts";
import { alone, families } from "./danger/families.ts";
import { placesIn, stands } from "./danger/find.ts";
import { wordsIn } from "./danger/fold.ts";
import { Lexicon } from "./danger/lexicon.ts";
import { Parts, type Sign, signOf } from "./danger/sign.ts";
import { heaviest } from "./danger/weigh.ts";

/** From which weight on words that make no sign are taken for one all the same. */
const heavy = { acute: 4.6, urgent: 3.5 };
const mostWordsAlone = 3;

/**
 * How urgent words say that it is. It knows no negation and no past: whoever reads them decides what they mean, and a
 * sign that was none costs a minute. More words never lower it, and that nothing is found means nothing.
 */
export function urgencySounded(words: string): Urgency {
  known ??= learn();
  const { lexicon, parts, signs, alonePart } = known;
  const places = placesIn(words, lexicon, parts);
  if (signs.acute.some((sign) => stands(sign, places))) return "acute";
  if (standsAlone(words, lexicon, alonePart)) return "acute";
  const weight = heaviest(words);
  if (weight >= heavy.acute) return "acute";
  const isUrgent = weight >= heavy.urgent || signs.urgent.some((sign) => stands(sign, places));
  return isUrgent ? "urgent" : "normal";
}

export const soundsAcute = (words: string): boolean => urgencySounded(words) === "acute";

const order: readonly Urgency[] = ["normal", "urgent", "acute"];

/** The most urgent of them. */
export const mostUrgent = (...of: readonly Urgency[]): Urgency =>
  of.reduce((most, next) => (order.indexOf(next) > order.indexOf(most) ? next : most), "normal");

function standsAlone(text: string, lexicon: Lexicon, part: number): boolean {
  return text.split(/[.,!?;:\n]/).some((line) => {
    // Long lines are not cut into words only to count them.
    if (line.length > 100) return false;
    const words = wordsIn(line);
    return (
      words.length <= mostWordsAlone &&
      (words.some((word) => lexicon.partsOf(word).includes(part)) ||
        lexicon.partsOf(words.join(""), true).includes(part) ||
        words.some((word) => alone.words.has(word)))
    );
  });
}

let known: ReturnType<typeof learn> | undefined;

/** At the first text: whoever starts the service does not wait for it. */
function learn() {
  const parts = new Parts();
  const signsOf = (level: "acute" | "urgent"): Sign[] =>
    families.flatMap((family) => family[level].map((written) => signOf(written, parts)));
  const signs = { acute: signsOf("acute"), urgent: signsOf("urgent") };
  const alonePart = parts.numberOf(alone.concept);
  return { signs, alonePart, parts: parts.forms.length, lexicon: new Lexicon(parts.forms) };
}
