import { type Group, goesOn, kindOf } from "./groups.ts";

/** How many groups from `from` on are a number of this kind; 0 where they are none. */
type Recognizes = (chain: readonly Group[], from: number, text: string) => number;

const isWithin = (digits: string, low: number, high: number) =>
  Number(digits) >= low && Number(digits) <= high;
const isDay = ({ digits }: Group) => digits.length <= 2 && isWithin(digits, 1, 31);
const isMonth = ({ digits }: Group) => digits.length <= 2 && isWithin(digits, 1, 12);
const isYear = ({ digits }: Group) => digits.length === 4 && isWithin(digits, 1900, 2099);

/** Groups that are joined alike, by one of these signs, and do not go on so. */
const joined = (chain: readonly Group[], from: number, count: number, signs: string) => {
  const kinds = new Set(chain.slice(from + 1, from + count).map(({ gap = "" }) => kindOf(gap)));
  const [kind = ""] = kinds;
  return kinds.size === 1 && kind.length === 1 && signs.includes(kind) && !goesOn(chain, from, from + count);
};

const date: Recognizes = (chain, from) => {
  const [one, two, three] = chain.slice(from, from + 3);
  if (one && /^(?:(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d|[0-3]\d(?:0\d|1[0-2])(?:19|20)\d\d)$/.test(one.digits))
    return 1;
  if (!one || !two || !three) return 0;
  const isWhole =
    (isDay(one) && isMonth(two) && isYear(three)) || (isYear(one) && isMonth(two) && isDay(three));
  const isShort = isDay(one) && isMonth(two) && three.digits.length === 2;
  return (isWhole && joined(chain, from, 3, "-/. ")) || (isShort && joined(chain, from, 3, "-/.")) ? 3 : 0;
};

const years: Recognizes = (chain, from) => {
  const [one, two] = chain.slice(from, from + 2);
  return one && two && isYear(one) && isYear(two) && joined(chain, from, 2, "-/") ? 2 : 0;
};

const time: Recognizes = (chain, from) => {
  const [hour, minutes, seconds] = chain.slice(from, from + 3);
  const isMinutes = (group?: Group) => group?.digits.length === 2 && isWithin(group.digits, 0, 59);
  if (!hour || hour.digits.length > 2 || !isWithin(hour.digits, 0, 24) || !isMinutes(minutes)) return 0;
  if (isMinutes(seconds) && joined(chain, from, 3, ":")) return 3;
  return joined(chain, from, 2, ":.") ? 2 : 0;
};

const mostThousands = 4;

/** Told as money: in thousands or with cents, beside its currency. */
const amount: Recognizes = (chain, from, text) => {
  const first = chain[from];
  if (!first || first.digits.length > 7) return 0;
  const separator = chain[from + 1]?.gap ?? "";
  let count = 1;
  while (
    count < mostThousands &&
    first.digits.length <= 3 &&
    /^[., ]$/.test(separator) &&
    chain[from + count]?.gap === separator &&
    chain[from + count]?.digits.length === 3
  )
    count++;
  const cents = chain[from + count];
  if (cents && /^[.,]$/.test(cents.gap ?? "") && cents.digits.length === 2) count++;
  const last = chain[from + count - 1] ?? first;
  const before = /(?:€|\beuro?) ?$/i.test(text.slice(Math.max(0, first.start - 6), first.start));
  const after = /^(?:,-)? ?(?:€|euro?\b)/i.test(text.slice(last.end, last.end + 8));
  return before || after ? count : 0;
};

/** An organization's number in the commercial register, as a signature tells it. */
const registration: Recognizes = (chain, from, text) => {
  const group = chain[from];
  const isTold =
    group?.digits.length === 8 &&
    /\bkvk(?:[ -]?(?:nummer|nr))?[ :.-]{0,3}$/i.test(text.slice(Math.max(0, group.start - 16), group.start));
  return isTold ? 1 : 0;
};

/** Area codes and kinds of number of the Dutch numbering plan, and mobile numbers of Belgium. */
const dialed =
  /^0(?:6[1-58]|[89][0157-9]|84|1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|11[1-578]|16[124-8]|17[24]|18[0-467]|22[2-46-9]|251|252|255|29[479]|31[3-8]|32[01]|34[1-8]|41[1-368]|47[58]|48[15-8]|49[23579]|51[1-9]|52[1-58-9]|54[1-8]|56[126]|57[0-357]|59[1-9]|4[5-9]\d)/;

const mayDialAcross = (gap: string) => /^[ ().\-/_\u00a0]{1,4}$/.test(gap);

/** How many groups from `from` on have exactly this many digits together, told as one number. */
function groupsOf(chain: readonly Group[], from: number, length: number): number {
  let total = 0;
  for (let count = 0; count < chain.length - from; count++) {
    const { digits, gap = "" } = chain[from + count] as Group;
    if (count > 0 && !mayDialAcross(gap)) return 0;
    total += digits.length;
    if (total >= length) return total === length ? count + 1 : 0;
  }
  return 0;
}

const told = (chain: readonly Group[], from: number, count: number) =>
  chain
    .slice(from, from + count)
    .map(({ digits }) => digits)
    .join("");

const national: Recognizes = (chain, from) => {
  if (!chain[from]?.digits.startsWith("0")) return 0;
  const count = groupsOf(chain, from, 10);
  const parts = chain.slice(from, from + count);
  // Nine digits together and one beside them are two numbers.
  if (count === 0 || parts.some(({ digits }) => digits.length === 9)) return 0;
  const isInPairs = parts.every(({ digits }) => digits.length === 2);
  return isInPairs || dialed.test(told(chain, from, count)) ? count : 0;
};

/** After +, 00, or the Netherlands' own code without either; a zero that is dialed at home only may stand in it. */
const international: Recognizes = (chain, from, text) => {
  const first = chain[from];
  if (!first) return 0;
  const plus = text[first.start - 1] === "+" && !/\d/.test(text[first.start - 2] ?? "");
  const prefix = plus ? "" : /^00(?=[1-9])/.exec(first.digits)?.[0];
  for (const zero of [0, 1])
    for (const code of ["31", "0031"]) {
      const count = code === "0031" && plus ? 0 : groupsOf(chain, from, code.length + zero + 9);
      const digits = told(chain, from, count);
      if (count > 0 && digits.startsWith(code) && dialed.test((zero ? "" : "0") + digits.slice(code.length)))
        return count;
    }
  return prefix === undefined ? 0 : longestOf(chain, from, prefix.length);
};

/** The numbering plan of the world (E.164): fifteen digits at most. */
function longestOf(chain: readonly Group[], from: number, prefixed: number): number {
  let total = (chain[from]?.digits.length ?? 0) - prefixed;
  let count = 1;
  for (; ; count++) {
    const next = chain[from + count];
    if (!next || !mayDialAcross(next.gap ?? "") || total + next.digits.length > 15) break;
    total += next.digits.length;
  }
  return total >= (count === 1 ? 10 : 8) && total <= 15 ? count : 0;
}

const kinds: readonly Recognizes[] = [
  ...[international, national, date, years, time],
  ...[amount, registration],
];

/** The chain without telephone numbers, dates, times, amounts of money and registrations: what is left, in pieces. */
export function withoutKnown(chain: readonly Group[], text: string): Group[][] {
  const pieces: Group[][] = [];
  let isJoined = false;
  for (let from = 0; from < chain.length; ) {
    const known = kinds.reduce((found, recognizes) => found || recognizes(chain, from, text), 0);
    const { gap, ...group } = chain[from] as Group;
    if (known === 0 && isJoined && gap !== undefined) pieces.at(-1)?.push({ ...group, gap });
    else if (known === 0) pieces.push([group]);
    isJoined = known === 0;
    from += known || 1;
  }
  return pieces;
}
