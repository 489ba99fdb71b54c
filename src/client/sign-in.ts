import { importKey, type PrivateKey, signAssertion } from "./assertion.ts";
import { type Persistence, persist } from "./persist.ts";
import type { Possession } from "./possession.ts";
import { type AccessToken, keepToken, type TokenSource } from "./token.ts";

/**
 * The service gives this client no access token. `code` is the token endpoint's (RFC 6749, section 5.2: `invalid_client`,
 * `invalid_grant`, `invalid_scope`; RFC 9449, section 5: `invalid_dpop_proof`), or `issuer_mismatch`, or `unexpected_answer`; the message says what to look at.
 */
export class SignInFailed extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "SignInFailed";
    this.code = code;
  }
}

export interface Credentials {
  baseUrl: string;
  clientId: string;
  privateKey: PrivateKey;
  scopes: readonly string[] | undefined;
  /** What tokens are to be bound to. */
  possession: Possession | undefined;
}

/** Signs in as a client (RFC 7523) with the service that `baseUrl` names; answers with a source of tokens per member. */
export function createSignIn(credentials: Credentials, network: Persistence) {
  const { baseUrl, clientId, privateKey, scopes, possession } = credentials;
  const endpoint = once(() => findTokenEndpoint(baseUrl, network));
  const key = once(() => importKey(privateKey));

  async function requestToken(onBehalfOf: string | undefined): Promise<AccessToken> {
    const [url, signingKey] = await Promise.all([endpoint(), key()]);
    const askedAt = network.clock.now();
    // An assertion is used up by its first use: every attempt signs a new one.
    const response = await persist(network, async () => {
      const assertion = { clientId, issuer: baseUrl, onBehalfOf };
      const now = network.clock.now();
      const request = tokenRequest(url, await signAssertion(signingKey, assertion, now), scopes);
      if (possession) request.headers.set("dpop", await possession.prove(request, now));
      return request;
    });
    const answer = await jsonOf(response);
    if (!response.ok) throw refusal(String(answer.error ?? "unexpected_answer"), response, signingKey.kid);
    const { access_token: value, expires_in: life, token_type: type } = answer;
    const wanted = possession ? "dpop" : "bearer";
    if (typeof value !== "string" || typeof life !== "number" || String(type).toLowerCase() !== wanted)
      throw refusal("unexpected_answer", response);
    return { value, endsAt: new Date(askedAt.getTime() + life * 1000) };
  }

  return (onBehalfOf: string | undefined): TokenSource =>
    keepToken(() => requestToken(onBehalfOf), network.clock.now);
}

function tokenRequest(url: string, assertion: string, scopes: readonly string[] | undefined): Request {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
    ...(scopes && { scope: scopes.join(" ") }),
  });
  return new Request(url, {
    method: "POST",
    body,
    headers: { accept: "application/json" },
    redirect: "manual",
  });
}

/** RFC 8414, section 3.3: metadata that names another issuer than the one asked must not be used. */
async function findTokenEndpoint(baseUrl: string, network: Persistence): Promise<string> {
  const url = `${baseUrl}/.well-known/oauth-authorization-server`;
  const response = await persist(network, () => new Request(url, { redirect: "manual" }));
  const { issuer, token_endpoint: endpoint } = await jsonOf(response);
  if (!response.ok || typeof issuer !== "string" || typeof endpoint !== "string")
    throw refusal("unexpected_answer", response);
  if (issuer !== baseUrl)
    throw new SignInFailed("issuer_mismatch", `baseUrl is ${baseUrl}, but the service there is ${issuer}`);
  // An assertion goes to the issuer's own origin only.
  if (!URL.canParse(endpoint) || new URL(endpoint).origin !== new URL(baseUrl).origin)
    throw new SignInFailed("issuer_mismatch", `The token endpoint of ${baseUrl} is on another origin`);
  return endpoint;
}

function refusal(code: string, { status }: Response, kid?: string): SignInFailed {
  const hints: Record<string, string> = {
    invalid_client: `The service does not take this client's signature. Is clientId right, is the public key registered as ${kid}, and is this machine's clock right?`,
    invalid_grant: "The service does not know the member whom onBehalfOf names, or has suspended them.",
    invalid_dpop_proof:
      "The service wants a token bound to a key (dpop: true), or does not take the proof. Is this machine's clock right?",
    invalid_scope: "The client, or the member for whom it acts, may not have one of the scopes.",
  };
  return new SignInFailed(
    code,
    hints[code] ?? `The service answered the sign-in with status ${status} (${code}).`,
  );
}

/** An object, empty when the answer is none. */
async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  const value: unknown = await response.json().catch(() => undefined);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Runs `make` at the first call and keeps its result; a failure is forgotten. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
