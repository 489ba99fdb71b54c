import { maskCitizenNumbers } from "../../platform/text/citizen-number.ts";

// Controls other than newline and tab.
const controls = /[^\P{Cc}\n\t]/gu;
// Bidirectional controls, zero-width characters, soft hyphens: with them a name looks like another, or a number like none.
const invisible = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const withinNumbers = /(?<=\d)[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]{1,100}(?=\d)/g;

const shortened = (text: string, longest: number) => {
  if (text.length <= longest) return text;
  // Not between the halves of one character.
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
};

/** A longer number of which the end is cut off may look like a citizen's: nothing stays of what no word closes. */
function withoutOpenNumber(text: string): string {
  let end = text.length;
  while (end > 0 && !/\p{L}/u.test(text[end - 1] ?? "")) end--;
  return /\p{N}/u.test(text.slice(end)) ? text.slice(0, end) : text;
}

/** Text as it is kept: in lines, as NFC, without control characters and citizen numbers, no longer than `longest`. */
export function cleanText(raw: string, longest: number): string {
  const plain = shortened(raw, longest + 1)
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll(controls, "")
    .replaceAll(withinNumbers, "")
    .replaceAll(/\n{4,}/g, "\n\n\n")
    .normalize("NFC");
  const isCut = raw.length > longest + 1;
  const masked = maskCitizenNumbers(isCut ? withoutOpenNumber(plain) : plain);
  return (masked.length <= longest ? masked : withoutOpenNumber(shortened(masked, longest))).trim();
}

/** The same of a name or another single line. */
export const cleanLine = (raw: string, longest: number): string =>
  cleanText(
    raw
      .slice(0, 10 * longest)
      .replaceAll(invisible, "")
      .replaceAll(/\s{1,1000}/g, " "),
    longest,
  )
    .replaceAll(/[\n\t]/g, " ")
    .trim();
