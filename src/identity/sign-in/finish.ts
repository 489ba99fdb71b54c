import { asJob } from "../../permissions.ts";
import type { Platform } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { findIdentityProvider, takeSignIn } from "../provider/store.ts";
import { cookieName, readCookie } from "../sessions/cookie.ts";
import { startSession } from "../sessions/start-session.ts";
import { hashOf } from "../sessions/token.ts";
import { findParticipant } from "../store.ts";
import { readAssertion } from "./assertion.ts";
import { browserCookie, callbackPath } from "./begin.ts";
import { redeem, refuseProvider } from "./provider-client.ts";
import { recognize } from "./recognize.ts";
import { SignInRefused } from "./refusals.ts";

/**
 * Ends a sign-in with what the provider answered through the browser. `participantId` stands in the address: each
 * provider has a redirect address of its own, so that none answers in another's place (RFC 9700, 4.4.2.2).
 */
export async function finishSignIn(
  platform: Platform,
  participantId: string,
  { url, headers }: Request,
): Promise<{ cookie: string }> {
  const { searchParams: parameters } = new URL(url);
  const { begun, provider } = await takeBegun(platform, participantId, headers, parameters);
  const answer = {
    parameters,
    state: parameters.get("state") ?? "",
    redirectUri: `${platform.signing.issuer}${callbackPath(participantId)}`,
  };
  const claims = await redeem(platform, provider, begun, answer).catch(refuseProvider);
  const assertion = readAssertion(provider, claims);
  if (typeof assertion === "string") throw new SignInRefused(assertion);
  const ctx = asJob(platform, participantId);
  const memberId = await transact(ctx, (tx) => recognize(tx, ctx, provider, assertion));
  return startSession(platform, { participantId, memberId, method: "oidc", headers });
}

async function takeBegun(
  platform: Platform,
  participantId: string,
  headers: Headers,
  parameters: URLSearchParams,
) {
  const browser = readCookie(headers, cookieName(platform.signing.issuer, browserCookie));
  const [state, another] = parameters.getAll("state");
  if (!browser || !state || another !== undefined) throw new SignInRefused("expired", "no state");
  const found = { browserHash: await hashOf(browser), stateHash: await hashOf(state), now: platform.now() };
  return transact(asJob(platform, participantId), async (tx) => {
    const begun = await takeSignIn(tx, participantId, found);
    const provider = await findIdentityProvider(tx, participantId);
    if (!begun || !provider) throw new SignInRefused("expired", "not begun");
    if (begun.issuer !== provider.issuer || begun.clientId !== provider.clientId)
      throw new SignInRefused("expired", "another provider");
    const participant = (await findParticipant(tx, participantId))?.participant;
    if (!participant || participant.suspendedAt) throw new SignInRefused("suspended");
    return { begun, provider };
  });
}
