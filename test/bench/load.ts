export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Runs `request` from `callers` at once for `seconds`, after a second that is not counted. */
export async function drive(request: () => Promise<void>, callers: number, seconds: number): Promise<Load> {
  await run(request, callers, 1);
  const took = await run(request, callers, seconds);
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
}

async function run(request: () => Promise<void>, callers: number, seconds: number): Promise<number[]> {
  const took: number[] = [];
  const until = performance.now() + seconds * 1000;
  const caller = async () => {
    for (let started = performance.now(); started < until; started = performance.now()) {
      await request();
      took.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return took;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
