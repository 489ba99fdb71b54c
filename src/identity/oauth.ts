import { Hono } from "hono";
import { permissions, permissionsOfClient } from "../permissions.ts";
import type { Platform } from "../platform/context.ts";
import type { HttpEnv } from "../platform/http.ts";
import { readBytes } from "../platform/json.ts";
import { type AccessClaims, audienceOf, findActor } from "./authenticate.ts";
import { takeAssertion } from "./client-assertion.ts";

/** Seconds that an access token lives. */
const tokenLife = 300;
const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

type TokenError =
  | "invalid_request"
  | "invalid_client"
  | "unsupported_grant_type"
  | "invalid_scope"
  | "invalid_grant";

/** Sign-in of systems: outside the /v1 contract, with errors as RFC 6749 has them. */
export function oauth(platform: Platform): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const { issuer, publicKeys } = platform.signing;
  app.get("/.well-known/oauth-authorization-server", (c) => c.json(metadata(issuer)));
  app.get("/oauth/jwks", (c) => c.json(publicKeys));
  app.post("/oauth/token", async (c) => {
    c.get("trace").operationId = "oauthToken";
    const form = readForm(c.req.header("content-type"), await readBytes(c.req.raw));
    const answer = form ? await issueToken(platform, form) : ("invalid_request" as const);
    if (typeof answer !== "string") return c.json(answer);
    return c.json({ error: answer }, answer === "invalid_client" ? 401 : 400);
  });
  return app;
}

/** RFC 8414. */
const metadata = (issuer: string) => ({
  issuer,
  token_endpoint: `${issuer}/oauth/token`,
  jwks_uri: `${issuer}/oauth/jwks`,
  grant_types_supported: ["client_credentials"],
  response_types_supported: [],
  scopes_supported: permissions,
  token_endpoint_auth_methods_supported: ["private_key_jwt"],
  token_endpoint_auth_signing_alg_values_supported: ["EdDSA", "ES256", "PS256"],
  service_documentation: `${issuer}/docs`,
});

/** The form's parameters; undefined when it is none or names one twice (RFC 6749, 3.2). */
function readForm(type: string | undefined, body: Uint8Array): Map<string, string> | undefined {
  if (type?.split(";")[0]?.trim().toLowerCase() !== "application/x-www-form-urlencoded") return undefined;
  const pairs = [...new URLSearchParams(new TextDecoder().decode(body))];
  const form = new Map(pairs);
  return form.size === pairs.length ? form : undefined;
}

async function issueToken(platform: Platform, form: Map<string, string>) {
  const assertion = form.get("client_assertion");
  if (!form.has("grant_type")) return "invalid_request" satisfies TokenError;
  if (form.get("grant_type") !== "client_credentials") return "unsupported_grant_type" satisfies TokenError;
  if (form.get("client_assertion_type") !== assertionType || !assertion)
    return "invalid_client" satisfies TokenError;
  const client = await takeAssertion(platform, assertion);
  const named = form.get("client_id");
  if (!client || (named !== undefined && named !== client.clientId))
    return "invalid_client" satisfies TokenError;

  const claims = {
    client_id: client.clientId,
    key_id: client.keyId,
    ...(client.onBehalfOf && { on_behalf_of: client.onBehalfOf }),
  };
  const held = await findActor(platform, claims);
  // The client is genuine: what is missing is the member that it names.
  if (!held) return "invalid_grant" satisfies TokenError;
  const member = client.onBehalfOf ? { roles: held.roles ?? [] } : undefined;
  const granted = permissionsOfClient(held.scopes, member, held.operator);
  const asked = form.get("scope")?.split(" ").filter(Boolean) ?? [...granted];
  if (asked.length === 0 || !asked.every((scope) => (granted as Set<string>).has(scope)))
    return "invalid_scope" satisfies TokenError;

  const scope = asked.join(" ");
  return {
    access_token: await signToken(platform, { ...claims, scope }),
    token_type: "Bearer",
    expires_in: tokenLife,
    scope,
  };
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
