/** A stretch of time in milliseconds since 1970, its end not included. */
export interface Interval {
  from: number;
  until: number;
}

/** The same time, in order, without overlaps or seams. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const { from, until } of intervals.toSorted((one, other) => one.from - other.from)) {
    if (from >= until) continue;
    const last = joined.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else joined.push({ from, until });
  }
  return joined;
}

/** What lies in both. */
export function shared(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  const others = merged(other);
  return merged(one).flatMap(({ from, until }) =>
    others
      .filter((interval) => interval.from < until && from < interval.until)
      .map((interval) => ({
        from: Math.max(from, interval.from),
        until: Math.min(until, interval.until),
      })),
  );
}

/** What lies in the first alone. */
export function without(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  let left = merged(intervals);
  for (const gap of merged(taken))
    left = left.flatMap(({ from, until }) =>
      gap.until <= from || until <= gap.from
        ? [{ from, until }]
        : [
            { from, until: gap.from },
            { from: gap.until, until },
          ].filter((rest) => rest.from < rest.until),
    );
  return left;
}

export const holds = (intervals: readonly Interval[], { from, until }: Interval): boolean =>
  merged(intervals).some((interval) => interval.from <= from && until <= interval.until);

export const overlaps = (one: Interval, other: Interval): boolean =>
  one.from < other.until && other.from < one.until;
