/** Digits that stand together. */
export interface Group {
  digits: string;
  start: number;
  end: number;
  /** What stands between it and the group before, where no word does: absent at the beginning of a chain. */
  gap?: string;
}

const longestGap = 12;

/** Groups of digits with no word between them, chain by chain. Takes time in proportion to the text. */
export function chainsIn(text: string): Group[][] {
  const chains: Group[][] = [];
  let last: Group | undefined;
  for (const { 0: digits, index: start } of text.matchAll(/\d+/g)) {
    const between = last && text.slice(last.end, Math.min(start, last.end + longestGap + 1));
    const isJoined = between !== undefined && between.length <= longestGap && !/[a-z]/i.test(between);
    last = { digits, start, end: start + digits.length, ...(isJoined && { gap: between }) };
    if (isJoined) chains.at(-1)?.push(last);
    else chains.push([last]);
  }
  return chains;
}

/** What a gap looks like to a reader: how much space there is does not matter. */
export function kindOf(gap: string): string {
  const marks = gap.replaceAll(/\s/g, "");
  if (marks !== "") return marks;
  return gap.includes("\n") ? "\n" : " ";
}

/** Whether the groups from `from` to before `to` go on, before or after, as they are joined among themselves. */
export function goesOn(chain: readonly Group[], from: number, to: number): boolean {
  const inner = new Set(chain.slice(from + 1, to).map(({ gap = "" }) => kindOf(gap)));
  const before = chain[from]?.gap;
  const after = chain[to]?.gap;
  return [before, after].some((gap) => gap !== undefined && inner.has(kindOf(gap)));
}
