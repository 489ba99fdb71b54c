/** Why nobody was signed in. Each has a sentence of its own on the page; none tells what the provider said. */
export const refusals = [
  "unknown-organization",
  "not-from-here",
  "expired",
  "cancelled",
  "provider",
  "not-strong",
  "no-role",
  "unknown-person",
  "suspended",
] as const;
export type Refusal = (typeof refusals)[number];

export class SignInRefused extends Error {
  readonly refusal: Refusal;

  /** `told`: one of our own or the library's codes, for the log; nothing that was received. */
  constructor(refusal: Refusal, told?: string) {
    super(refusal);
    this.name = `SignInRefused(${told ? `${refusal}: ${told}` : refusal})`;
    this.refusal = refusal;
  }
}
