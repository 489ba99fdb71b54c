/** So many words at most are weighed together. */
const longest = 30;

/** From which word on to before which, and what they weigh. */
export interface Stretch {
  start: number;
  end: number;
  weight: number;
}

/**
 * The words that stand together and weigh most. `pairs` holds at each place what the word there adds when the one before
 * it is weighed, too. A longer text has the same stretches and some more: it never weighs less.
 */
export function heaviestOf(words: ArrayLike<number>, pairs: ArrayLike<number>): Stretch {
  const most: Stretch = { start: 0, end: 0, weight: 0 };
  for (let start = 0; start < words.length; start++) {
    let weight = 0;
    const last = Math.min(words.length, start + longest);
    for (let at = start; at < last; at++) {
      weight += (words[at] ?? 0) + (at > start ? (pairs[at] ?? 0) : 0);
      if (weight > most.weight) Object.assign(most, { start, end: at + 1, weight });
    }
  }
  return most;
}
