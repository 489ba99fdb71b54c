import type { JWK } from "jose";

/** One of the service's own keys. The first signs; one that was retired has no private half any more. */
export interface SigningKey extends JWK {
  /** Whether it is to sign after the next rotation: until then it is published, so that every instance knows it. */
  next?: true;
  retiredAt?: string;
}

/**
 * The keys after a rotation: `made`, or the key that was made ahead, signs. Those before it verify for as long as
 * anything that they signed may be valid, `longestHours` after they were retired, and lose their private halves.
 */
export function rotateKeys(
  keys: readonly SigningKey[],
  made: SigningKey,
  now: Date,
  longestHours: number,
): SigningKey[] {
  const waiting = keys.find(({ next }) => next);
  const { next: _, ...signing } = waiting ?? made;
  const retired = keys
    .filter((key) => key !== waiting)
    .map(({ d: _, retiredAt = now.toISOString(), ...key }) => ({ ...key, retiredAt }))
    .filter(({ retiredAt }) => Date.parse(retiredAt) + longestHours * 3_600_000 > now.getTime());
  return [signing, ...retired];
}

/** The same keys with `made` beside them, which the next rotation lets sign; unchanged if one waits already. */
export const addAhead = (keys: readonly SigningKey[], made: SigningKey): SigningKey[] =>
  keys.some(({ next }) => next)
    ? [...keys]
    : [...keys.slice(0, 1), { ...made, next: true }, ...keys.slice(1)];
