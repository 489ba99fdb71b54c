import {
  AuthorizationResponseError,
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  type ClientAuth,
  calculatePKCECodeChallenge,
  clockSkew,
  clockTolerance,
  customFetch,
  discoveryRequest,
  getValidatedIdTokenClaims,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  validateApplicationLevelSignature,
  validateAuthResponse,
} from "oauth4webapi";
import { systemClock } from "../../platform/clock.ts";
import type { Platform } from "../../platform/context.ts";
import { permitted } from "../../platform/outside/outside.ts";
import type { IdentityProviderRow, SignInRow } from "../schema.ts";
import { SignInRefused } from "./refusals.ts";

const algorithms = ["EdDSA", "Ed25519", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256"];

type Provider = Pick<IdentityProviderRow, "issuer" | "clientId" | "clientAuthentication">;
type Asking = Pick<Platform, "fetchOutside" | "signing" | "now" | "newId">;

const isTriedOut = ({ signing }: Pick<Platform, "signing">) => signing.issuer.startsWith("http:");

// The library's default is fetch itself; ours knows where it may go.
const reaching = (platform: Asking) => ({
  [customFetch]: (
    url: string,
    { method, headers, body }: { method?: string; headers: unknown; body?: unknown },
  ) => platform.fetchOutside(url, { method, headers, body } as RequestInit),
  [allowInsecureRequests]: isTriedOut(platform),
});

export async function discover(platform: Asking, issuer: string): Promise<AuthorizationServer> {
  const identifier = new URL(issuer);
  const answer = await discoveryRequest(identifier, { algorithm: "oidc", ...reaching(platform) });
  const server = await processDiscoveryResponse(identifier, answer);
  const told = server.id_token_signing_alg_values_supported ?? ["RS256"];
  return {
    ...server,
    id_token_signing_alg_values_supported: algorithms.filter((algorithm) => told.includes(algorithm)),
  };
}

/** The address at the provider that the person is sent to (OpenID Connect Core, 3.1.2.1, with PKCE). */
export async function authorizationUrl(
  platform: Asking,
  server: AuthorizationServer,
  provider: IdentityProviderRow,
  {
    state,
    nonce,
    codeVerifier,
    redirectUri,
  }: Record<"state" | "nonce" | "codeVerifier" | "redirectUri", string>,
): Promise<string> {
  const url = permitted(server.authorization_endpoint ?? "", isTriedOut(platform));
  const parameters = {
    client_id: provider.clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: [...new Set(["openid", ...provider.scopes])].join(" "),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
    ...(provider.requiredAcr.length > 0 && { acr_values: provider.requiredAcr.join(" ") }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

interface Answer {
  parameters: URLSearchParams;
  state: string;
  redirectUri: string;
}

/**
 * The claims of the ID token that a code is exchanged for. Checked are `iss` of the answer (RFC 9207), state, the
 * token's issuer, audience, authorized party, times and nonce, its algorithm and its signature.
 */
export async function redeem(
  platform: Asking,
  provider: Provider,
  { nonce, codeVerifier }: Pick<SignInRow, "nonce" | "codeVerifier">,
  { parameters, state, redirectUri }: Answer,
): Promise<Record<string, unknown>> {
  const server = await discover(platform, provider.issuer);
  const client: Client = {
    client_id: provider.clientId,
    [clockSkew]: Math.round((platform.now().getTime() - systemClock().getTime()) / 1000),
    [clockTolerance]: 10,
  };
  const options = reaching(platform);
  const answered = validateAuthResponse(server, client, parameters, state);
  const authentication = authenticationOf(platform, provider);
  const answer = await authorizationCodeGrantRequest(
    server,
    client,
    authentication,
    answered,
    redirectUri,
    codeVerifier,
    options,
  );
  const tokens = await processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  await validateApplicationLevelSignature(server, answer, options);
  const claims = getValidatedIdTokenClaims(tokens) ?? {};
  if ("azp" in claims && claims.azp !== provider.clientId) throw new Error("azp");
  return claims;
}

const assertionLife = 60;

/** How this service proves itself: with the key that it signs access tokens with, under a type of its own. */
const authenticationOf = (platform: Asking, { clientAuthentication }: Provider): ClientAuth =>
  clientAuthentication === "none"
    ? None()
    : async (server, client, body) => {
        const iat = Math.floor(platform.now().getTime() / 1000);
        const assertion = await platform.signing.sign("client-authentication+jwt", {
          iss: client.client_id,
          sub: client.client_id,
          aud: server.issuer,
          jti: platform.newId(),
          iat,
          exp: iat + assertionLife,
        });
        body.set("client_id", client.client_id);
        body.set("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        body.set("client_assertion", assertion);
      };

/** What the library found wrong, by its code alone: its messages and causes quote the provider. */
export function refuseProvider(error: unknown): never {
  if (error instanceof AuthorizationResponseError) throw new SignInRefused("cancelled");
  throw new SignInRefused("provider", codeOf(error));
}

const codeOf = (error: unknown) =>
  error instanceof Error ? String((error as { code?: unknown }).code ?? error.name) : "unknown";
