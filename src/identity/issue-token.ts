import { permissionsOfClient } from "../permissions.ts";
import type { Platform } from "../platform/context.ts";
import { type AssertedClient, checkAssertion } from "./assertion/check-assertion.ts";
import { type AccessClaims, audienceOf } from "./authenticate.ts";
import { checkProof } from "./dpop/check-proof.ts";

/** Seconds that an access token lives. */
const tokenLife = 300;
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** RFC 6749, section 5.2; RFC 9449, section 5. */
export type TokenError =
  | "invalid_request"
  | "invalid_client"
  | "unsupported_grant_type"
  | "invalid_scope"
  | "invalid_grant"
  | "invalid_dpop_proof";

export class TokenRefused extends Error {
  readonly code: TokenError;

  constructor(code: TokenError) {
    super(code);
    this.code = code;
  }
}

const refuse = (code: TokenError): never => {
  throw new TokenRefused(code);
};

/** The client that `form` asserts, and what it is answered; throws TokenRefused. */
export async function issueToken(platform: Platform, request: Request, form: ReadonlyMap<string, string>) {
  if (!form.has("grant_type")) refuse("invalid_request");
  if (form.get("grant_type") !== "client_credentials") refuse("unsupported_grant_type");
  // One way to say who asks, and no other beside it (RFC 6749, section 2.3).
  if (form.has("client_secret") || request.headers.has("authorization")) refuse("invalid_request");
  const client = await signIn(platform, request, form);
  const scope = grant(client, form.get("scope"));
  const { clientId, keyId, onBehalfOf, jkt } = client;
  const claims = {
    client_id: clientId,
    key_id: keyId,
    ...(onBehalfOf && { on_behalf_of: onBehalfOf }),
    ...(jkt && { cnf: { jkt } }),
    scope,
  };
  const answer = {
    access_token: await signToken(platform, claims),
    token_type: jkt ? "DPoP" : "Bearer",
    expires_in: tokenLife,
    scope,
  };
  return { client, answer };
}

/** The client, and the key that its token is to be bound to. */
async function signIn(
  platform: Platform,
  request: Request,
  form: ReadonlyMap<string, string>,
): Promise<AssertedClient & { jkt: string | undefined }> {
  const jws = form.get("client_assertion");
  if (form.get("client_assertion_type") !== assertionType || !jws) return refuse("invalid_client");
  const genuine = await checkAssertion(platform, jws, form.get("client_id"));
  if (!genuine) return refuse("invalid_client");
  const { client, useUp } = genuine;
  const proof = request.headers.has("dpop") ? await checkProof(platform, request) : undefined;
  if (!proof && (client.requiresDpop || request.headers.has("dpop"))) refuse("invalid_dpop_proof");
  if (!(await useUp())) refuse("invalid_client");
  if (proof && !(await proof.useUp(client.participantId))) refuse("invalid_dpop_proof");
  return { ...client, jkt: proof?.jkt };
}

function grant({ scopes, roles, operator, onBehalfOf }: AssertedClient, wanted: string | undefined): string {
  // The client is genuine: what is missing is the member that it names.
  if (onBehalfOf && !roles) refuse("invalid_grant");
  const granted: ReadonlySet<string> = permissionsOfClient(
    scopes,
    onBehalfOf ? { roles: roles ?? [] } : undefined,
    operator,
  );
  const asked = wanted?.split(" ").filter(Boolean) ?? [...granted];
  if (asked.length === 0 || !asked.every((scope) => granted.has(scope))) refuse("invalid_scope");
  return [...new Set(asked)].join(" ");
}

/** RFC 9068. */
async function signToken({ signing, now, newId }: Platform, claims: AccessClaims): Promise<string> {
  const iat = Math.floor(now().getTime() / 1000);
  return signing.sign("at+jwt", {
    ...claims,
    sub: claims.client_id,
    aud: audienceOf(signing.issuer),
    jti: newId(),
    iat,
    exp: iat + tokenLife,
  });
}
