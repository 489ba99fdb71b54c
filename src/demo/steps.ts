import type { Teller } from "./tell.ts";

/** A step did not end as the story says; the message names the step. */
export class StepFailed extends Error {
  constructor(number: number, title: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Step ${number} failed: ${title}\n${reason}`, { cause });
    this.name = "StepFailed";
  }
}

export interface Steps {
  /** Tells the step and carries it out. */
  step<T>(title: string, act: () => Promise<T>): Promise<T>;
  taken(): number;
}

/** Steps that are numbered as they come. */
export function createSteps(tell: Teller): Steps {
  let number = 0;
  return {
    async step(title, act) {
      number += 1;
      tell.step(number, title);
      try {
        return await act();
      } catch (error) {
        throw new StepFailed(number, title, error);
      }
    },
    taken: () => number,
  };
}
