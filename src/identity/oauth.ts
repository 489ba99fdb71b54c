import { Hono } from "hono";
import { permissions } from "../permissions.ts";
import type { Platform } from "../platform/context.ts";
import { readBytes } from "../platform/http/json.ts";
import type { HttpEnv } from "../platform/http/middleware.ts";
import { tokenEndpointOf } from "./assertion/check-assertion.ts";
import { issueToken, TokenRefused } from "./issue-token.ts";
import { algorithms } from "./jws/algorithms.ts";
import { createPace } from "./refusal-pace.ts";

/** Of this process: a Worker makes the app anew for each request. */
const turnToRefuse = createPace({ perSecond: 50, burst: 100, longest: 20_000 });

/** Sign-in of systems: outside the /v1 contract, with errors as RFC 6749 has them. */
export function oauth(platform: Platform): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  const { issuer, publicKeys } = platform.signing;
  app.get("/.well-known/oauth-authorization-server", (c) => c.json(metadata(issuer)));
  app.get("/oauth/jwks", (c) => c.json(publicKeys));
  app.post("/oauth/token", async (c) => {
    const trace = c.get("trace");
    trace.operationId = "oauthToken";
    try {
      const form = readForm(c.req.header("content-type"), await readBytes(c.req.raw));
      const { client, answer } = await issueToken(platform, c.req.raw, form);
      trace.participantId = client.participantId;
      trace.actorId = client.clientId;
      return c.json(answer);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      await turnToRefuse();
      return c.json({ error: error.code }, error.code === "invalid_client" ? 401 : 400);
    }
  });
  return app;
}

/** RFC 8414. */
const metadata = (issuer: string) => ({
  issuer,
  token_endpoint: tokenEndpointOf(issuer),
  jwks_uri: `${issuer}/oauth/jwks`,
  grant_types_supported: ["client_credentials"],
  response_types_supported: [],
  scopes_supported: permissions,
  token_endpoint_auth_methods_supported: ["private_key_jwt"],
  token_endpoint_auth_signing_alg_values_supported: algorithms,
  dpop_signing_alg_values_supported: algorithms,
  service_documentation: `${issuer}/docs`,
});

/** The form's parameters, but for empty ones; refuses what is no form or names one twice (RFC 6749, section 3.2). */
function readForm(type: string | undefined, body: Uint8Array): Map<string, string> {
  if (type?.split(";")[0]?.trim().toLowerCase() !== "application/x-www-form-urlencoded")
    throw new TokenRefused("invalid_request");
  const pairs = [...new URLSearchParams(new TextDecoder().decode(body))];
  const form = new Map(pairs);
  if (form.size !== pairs.length) throw new TokenRefused("invalid_request");
  return new Map(pairs.filter(([, value]) => value !== ""));
}
