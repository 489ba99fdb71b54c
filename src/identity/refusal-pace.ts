/** Milliseconds, from any beginning. */
type Elapsed = () => number;
type Wait = (milliseconds: number) => Promise<void>;

interface Pace {
  /** How many refusals are answered in a second, and how many at once after a quiet time. */
  perSecond: number;
  burst: number;
  /** Milliseconds that a refusal waits at most: beyond that it is answered at once. */
  longest: number;
}

const elapsed: Elapsed = () => performance.now();
const wait: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Lets a refusal wait for its turn. Who sends wrong sign-ins as fast as they are answered is so held to this pace,
 * however many connections wait, while right ones never do. By plain reckoning, so that no request waits for another's.
 */
export function createPace(
  { perSecond, burst, longest }: Pace,
  time: { elapsed: Elapsed; wait: Wait } = { elapsed, wait },
): () => Promise<void> {
  const interval = 1000 / perSecond;
  let nextTurn = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = time.elapsed();
    const turn = Math.max(nextTurn, now - burst * interval);
    if (turn - now > longest) return;
    nextTurn = turn + interval;
    if (turn > now) await time.wait(turn - now);
  };
}
