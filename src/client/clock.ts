/** Where time comes from: the system's unless a test brings its own. */
export interface Clock {
  now(): Date;
  /** Rejects with the signal's reason as soon as that aborts. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const abandon = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", abandon);
        resolve();
      }, milliseconds);
      signal?.addEventListener("abort", abandon, { once: true });
    }),
};
