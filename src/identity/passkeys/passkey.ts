/** How long after a sign-in by passkey another one may be added, in milliseconds. */
const freshFor = 5 * 60 * 1000;

export const isFresh = (session: { method: string; startedAt: Date }, now: Date): boolean =>
  session.method === "passkey" && now.getTime() - session.startedAt.getTime() < freshFor;

/**
 * Whether a count of signatures follows the one before (Web Authentication, 7.2 step 22): one that goes back or
 * stays tells of a copy. An authenticator that does not count says 0 always.
 */
export const follows = (told: number, before: number): boolean =>
  told > before || (told === 0 && before === 0);

const suggested = ["internal", "hybrid", "usb", "nfc", "ble", "smart-card"];

/** The ways to reach an authenticator that browsers know by name, each once. */
export const knownTransports = (told: readonly string[]): string[] =>
  suggested.filter((transport) => told.includes(transport));

/** Web Authentication names a relying party by a domain, never by an address: undefined for one. */
export function relyingPartyId(origin: string): string | undefined {
  const { hostname } = new URL(origin);
  return /^[\d.]+$|:/.test(hostname) ? undefined : hostname;
}
