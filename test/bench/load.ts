/** Milliseconds, but for `perSecond`. */
export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
}

export type Send = () => Promise<unknown>;

const warmUp = 0.3;

/** Each of `callers` asks again as soon as it is answered, for `seconds`. */
export async function driveClosed(send: Send, callers: number, seconds: number): Promise<Load> {
  await asked(send, callers, warmUp);
  const started = performance.now();
  const took = await asked(send, callers, seconds);
  return summarized(took, (performance.now() - started) / 1000);
}

async function asked(send: Send, callers: number, seconds: number): Promise<number[]> {
  const took: number[] = [];
  const until = performance.now() + seconds * 1000;
  const caller = async () => {
    for (let started = performance.now(); started < until; started = performance.now()) {
      await send();
      took.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return took;
}

/**
 * Asks `perSecond` times a second, whether or not earlier answers have come. What a request waited to be sent
 * counts as its own: a stall is not hidden.
 */
export async function driveOpen(send: Send, perSecond: number, seconds: number): Promise<Load> {
  await asked(send, 1, warmUp);
  const started = performance.now();
  const took: Promise<number>[] = [];
  const total = perSecond * seconds;
  while (took.length < total) {
    const due = started + (took.length * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    took.push(send().then(() => performance.now() - due));
  }
  const all = await Promise.all(took);
  return summarized(all, (performance.now() - started) / 1000);
}

function summarized(took: number[], seconds: number): Load {
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99) };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const middleOf = (loads: readonly Load[]): Load => ({
  perSecond: median(loads.map(({ perSecond }) => perSecond)),
  p50: median(loads.map(({ p50 }) => p50)),
  p99: median(loads.map(({ p99 }) => p99)),
});

/** `count` requests by `callers`, each asking again as soon as it is answered. */
export async function driveCount(send: Send, callers: number, count: number): Promise<Load> {
  const took: number[] = [];
  let left = count;
  const started = performance.now();
  const caller = async () => {
    while (left-- > 0) {
      const asked = performance.now();
      await send();
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return summarized(took, (performance.now() - started) / 1000);
}
