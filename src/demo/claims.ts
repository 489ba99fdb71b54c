import { HandreikingProblem, type Schemas } from "../client/index.ts";
import type { Teller } from "./tell.ts";

/** Tells the state that the referral has reached; throws when the story says another one. */
export function reached(
  tell: Teller,
  { state }: Pick<Schemas["Referral"], "state">,
  expected: Schemas["Referral"]["state"],
): void {
  if (state !== expected) throw new Error(`The referral is ${state}, not ${expected}`);
  tell.state(`the referral is ${state}`);
}

/** Tells that the service refused, as the story says; throws when it did not, or refused for another reason. */
export async function refused(
  tell: Teller,
  call: Promise<unknown>,
  status: number,
  code: string,
): Promise<void> {
  const problem = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (problem === undefined) throw new Error(`This was to be refused with ${status} ${code}`);
  if (!(problem instanceof HandreikingProblem) || problem.status !== status || problem.code !== code)
    throw problem;
  tell.state(`refused, as it should be: ${status} ${code}`);
}
