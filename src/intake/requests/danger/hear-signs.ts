import type { Urgency } from "../../../handoff/index.ts";
import { alone, families } from "./families.ts";
import { placesIn, stands } from "./find.ts";
import { wordsIn } from "./fold.ts";
import { Lexicon } from "./lexicon.ts";
import { Parts, type Sign, signOf } from "./sign.ts";

const mostWordsAlone = 3;

/** What the most urgent sign in a text says. */
export function urgencyOfSigns(text: string): Urgency {
  known ??= learn();
  const { lexicon, parts, signs, alonePart } = known;
  const places = placesIn(text, lexicon, parts);
  if (signs.acute.some((sign) => stands(sign, places))) return "acute";
  if (standsAlone(text, lexicon, alonePart)) return "acute";
  return signs.urgent.some((sign) => stands(sign, places)) ? "urgent" : "normal";
}

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
