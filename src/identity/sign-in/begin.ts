import { sql } from "drizzle-orm";
import { generateRandomCodeVerifier, generateRandomNonce, generateRandomState } from "oauth4webapi";
import type { Platform } from "../../platform/context.ts";
import { actFor } from "../../platform/database/transact.ts";
import { findIdentityProvider } from "../provider/store.ts";
import { type IdentityProviderRow, participants, signIns } from "../schema.ts";
import { writeCookie } from "../sessions/cookie.ts";
import { endEarlier } from "../sessions/start-session.ts";
import { hashOf, newToken } from "../sessions/token.ts";
import { authorizationUrl, discover, refuseProvider } from "./provider-client.ts";
import { SignInRefused } from "./refusals.ts";

/** How long somebody may take at their provider, in seconds. */
export const patienceAtProvider = 600;
export const browserCookie = "handreiking-sign-in";

export const callbackPath = (participantId: string) => `/sign-in/${participantId}/callback`;

interface Begun {
  /** Where the person goes on. */
  url: string;
  cookie: string;
}

/** Begins a sign-in at the provider of the organization that somebody names, bound to their browser. */
export async function beginSignIn(
  platform: Platform,
  organization: string,
  headers: Headers,
): Promise<Begun> {
  const provider = await findProviderOf(platform, organization);
  const { participantId, issuer, clientId } = provider;
  const [state, nonce, codeVerifier, browser] = [
    generateRandomState(),
    generateRandomNonce(),
    generateRandomCodeVerifier(),
    newToken(),
  ];
  const redirectUri = `${platform.signing.issuer}${callbackPath(participantId)}`;
  const url = await discover(platform, issuer)
    .then((server) =>
      authorizationUrl(platform, server, provider, { state, nonce, codeVerifier, redirectUri }),
    )
    .catch(refuseProvider);
  const expiresAt = new Date(platform.now().getTime() + patienceAtProvider * 1000);
  const [browserHash, stateHash] = [await hashOf(browser), await hashOf(state)];
  await platform.db.transaction(async (tx) => {
    await actFor(tx, participantId);
    await tx
      .insert(signIns)
      .values({ browserHash, participantId, stateHash, nonce, codeVerifier, issuer, clientId, expiresAt });
  });
  // Now, since its strict cookie does not come along when the provider sends the browser back.
  await endEarlier(platform, headers);
  // Lax: the provider sends the browser back, which is another site's doing.
  const rules = { sameSite: "Lax", maxAge: patienceAtProvider } as const;
  return { url, cookie: writeCookie(platform.signing.issuer, browserCookie, browser, rules) };
}

/** The provider of the one participant of that name which takes part; nobody learns which others there are. */
async function findProviderOf({ db }: Platform, organization: string): Promise<IdentityProviderRow> {
  const name = organization.normalize("NFC").trim().replaceAll(/\s+/g, " ");
  const found = await db
    .select({ id: participants.id })
    .from(participants)
    .where(sql`lower(${participants.name}) = lower(${name}) and ${participants.suspendedAt} is null`);
  const providers: IdentityProviderRow[] = [];
  for (const { id } of found.slice(0, 5)) {
    const provider = await db.transaction(async (tx) => {
      await actFor(tx, id);
      return findIdentityProvider(tx, id);
    });
    if (provider) providers.push(provider);
  }
  const [only, another] = providers;
  if (!only || another) throw new SignInRefused("unknown-organization");
  return only;
}
