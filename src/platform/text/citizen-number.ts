import { withoutAccounts } from "./numbers/account.ts";
import { chainsIn, type Group, goesOn } from "./numbers/groups.ts";
import { withoutKnown } from "./numbers/known.ts";
import { inPlainSigns } from "./numbers/plain.ts";

/** From where to before where, in the plain text. */
interface Span {
  start: number;
  end: number;
}

/**
 * Whether a text seems to hold a Dutch citizen number (burgerservicenummer), however it is typed: nine digits, or eight
 * of an old one, that pass the eleven-test, with whatever but words between them. Of numbers that are neither, nor
 * telephone numbers, dates, times, money or accounts, one in eleven passes too.
 */
export const holdsCitizenNumber = (text: string): boolean =>
  hasDigits.test(text) && spansIn(inPlainSigns(text).text).length > 0;

const hasDigits = /\p{N}(?:\P{N}*\p{N}){7}/u;

const mark = "[nummer verwijderd]";
const rounds = 3;

/** The text with `[nummer verwijderd]` for each of them: `holdsCitizenNumber` finds none in it. */
export function maskCitizenNumbers(text: string): string {
  if (!hasDigits.test(text)) return text;
  let masked = text;
  // Beside what was masked another may show itself; then everything beside it goes.
  for (let round = 1; round <= rounds + 1; round++) {
    const plain = inPlainSigns(masked);
    const spans = spansIn(plain.text);
    if (spans.length === 0) return masked;
    const wide = round <= rounds ? spans : chainsWith(plain.text, spans);
    masked = replaced(
      masked,
      wide.map(({ start, end }) => ({ start: plain.at(start), end: plain.at(end) })),
    );
  }
  return masked;
}

function replaced(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let kept = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(kept, start), mark);
    kept = end;
  }
  return parts.join("") + text.slice(kept);
}

const chainsWith = (text: string, spans: readonly Span[]): Span[] =>
  chainsIn(text)
    .map((chain) => ({ start: chain[0]?.start ?? 0, end: chain.at(-1)?.end ?? 0 }))
    .filter(({ start, end }) => spans.some((span) => span.start >= start && span.end <= end));

/** In their order, those that overlap as one. */
function spansIn(text: string): Span[] {
  const numbers = withoutAccounts(text);
  const found = chainsIn(numbers)
    .flatMap((chain) => withoutKnown(chain, numbers))
    .flatMap(numbersIn);
  const spans: Span[] = [];
  for (const { start, end } of found) {
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

function numbersIn(chain: readonly Group[]): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < chain.length; from++) {
    let digits = "";
    for (let to = from; to < chain.length && digits.length < 9; to++) {
      digits += chain[to]?.digits;
      const [first, last] = [chain[from], chain[to]];
      if (first && last && isOne(digits) && isTold(chain, from, to + 1, digits.length))
        spans.push({ start: first.start, end: last.end });
    }
  }
  return spans;
}

/** Whether the digits are told as one number: together, apart from what stands beside them, or as such a number is grouped. */
function isTold(chain: readonly Group[], from: number, to: number, length: number): boolean {
  const groups = chain.slice(from, to);
  const count = groups.length;
  if (length === 9) {
    const isGrouped = count <= 4 && groups.every(({ digits }) => digits.length >= 2);
    return count === 1 || isGrouped || !goesOn(chain, from, to);
  }
  // What is dialed after an area code of some country, or after the 6 of a mobile number without its zero.
  const dialed = /^(?:0\d{1,4}|6)$/.test(chain[from - 1]?.digits ?? "");
  return !dialed && (count <= 4 || count === 8) && !goesOn(chain, from, to);
}

/** The lowest that was ever given has eight digits: none begins with two zeros. */
function isOne(digits: string): boolean {
  if (digits.length === 8) return !digits.startsWith("0") && passesElevenTest(`0${digits}`);
  return digits.length === 9 && !digits.startsWith("00") && passesElevenTest(digits);
}

function passesElevenTest(number: string): boolean {
  // Nine times the first to twice the eighth, less the ninth.
  const sum = [...number].reduce(
    (total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place),
    0,
  );
  return sum % 11 === 0;
}
