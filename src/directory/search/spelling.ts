/** How many typing errors are forgiven in a word of `length` letters. */
const forgiven = (length: number) => (length < 4 ? 0 : length < 7 ? 1 : length < 10 ? 2 : 3);

/** Which of the directory's words a misspelled one probably means, if any. Its first letter must be right. */
export function correct<Word extends { word: string }>(
  typed: string,
  known: readonly Word[],
): Word | undefined {
  let best: Word | undefined;
  let fewest = forgiven(typed.length);
  for (const candidate of known) {
    if (candidate.word[0] !== typed[0]) continue;
    const errors = typingErrors(typed, candidate.word);
    if (errors > fewest || (errors === fewest && best)) continue;
    best = candidate;
    fewest = errors;
  }
  return best;
}

/** Which of words that sound the same is spelled most like the typed one. */
export const closest = <Word extends { word: string }>(
  typed: string,
  known: readonly Word[],
): Word | undefined =>
  known.reduce<Word | undefined>(
    (best, candidate) =>
      best && typingErrors(typed, best.word) <= typingErrors(typed, candidate.word) ? best : candidate,
    undefined,
  );

/** Letters left out, added, replaced or swapped with their neighbor (optimal string alignment). */
export function typingErrors(typed: string, meant: string): number {
  let before: number[] = [];
  let above = Array.from({ length: meant.length + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= meant.length; j++) {
      const same = typed[i - 1] === meant[j - 1];
      let errors = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1])
        errors = Math.min(errors, (before[j - 2] ?? 0) + 1);
      row.push(errors);
    }
    before = above;
    above = row;
  }
  return above[meant.length] ?? 0;
}
