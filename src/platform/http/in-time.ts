import { Problem, tooSlow } from "./problem.ts";

/** What `work` answers, or a refusal once that is too late. What was begun goes on: it cannot be called back. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const refusal = new Problem(tooSlow, { headers: { "retry-after": "5" } });
    timer = setTimeout(() => reject(refusal), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
