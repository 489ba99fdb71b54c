import type { Platform } from "../../platform/context.ts";
import { type Algorithm, algorithms, fits } from "../jws/algorithms.ts";
import { isSignedBy } from "../jws/is-signed-by.ts";
import { useUpAssertion } from "../used/use-up.ts";
import { type FoundClient, findClientOf } from "./find-client.ts";
import { type Assertion, readAssertion } from "./read-assertion.ts";
import { standInKeys } from "./stand-in-keys.ts";

export interface AssertedClient extends Omit<FoundClient, "jwk"> {
  clientId: string;
  onBehalfOf: string | undefined;
}

export const tokenEndpointOf = (issuer: string) => `${issuer}/oauth/token`;

/** Who signed the assertion (RFC 7523); it is not used up yet. */
export interface GenuineAssertion {
  client: AssertedClient;
  /** Whether this is its first use, which it then was. */
  useUp(): Promise<boolean>;
}

/**
 * Checks a client's assertion, what costs least first. Answers undefined, whatever is wrong with it: an unknown client,
 * an unknown key and a wrong signature take the same work and look the same. `named`: a client_id sent beside it.
 */
export async function checkAssertion(
  platform: Platform,
  jws: string,
  named: string | undefined,
): Promise<GenuineAssertion | undefined> {
  const { issuer } = platform.signing;
  const assertion = readAssertion(jws, [issuer, tokenEndpointOf(issuer)], platform.now());
  if (!assertion || (named !== undefined && named !== assertion.clientId)) return undefined;
  const found = await findClientOf(platform, assertion);
  const right = found && isWithinProfile(found, assertion, issuer) ? found : undefined;
  const genuine = await isSignedBy(jws, right?.jwk ?? standInKeys[assertion.alg], assertion.alg);
  if (!right || !genuine) return undefined;
  const { jwk: _, ...rest } = right;
  const { clientId, onBehalfOf } = assertion;
  return {
    client: { ...rest, clientId, onBehalfOf },
    useUp: () => useUpAssertion(platform, rest.participantId, assertion),
  };
}

function isWithinProfile(
  { profile, jwk }: FoundClient,
  { alg, audience }: Assertion,
  issuer: string,
): boolean {
  const usual = algorithms.includes(alg as Exclude<Algorithm, "RS256">) && audience === issuer;
  return fits(alg, jwk) && (usual || profile === "nl-gov");
}
