import { once } from "node:events";
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

type Claims = Record<string, unknown>;
type Sign = (claims: Claims, header?: Record<string, unknown>) => Promise<string>;

/** What it answers, and what it was asked: changed by each test. */
export interface Hostile {
  issuer: string;
  clientId: string;
  /** The ID token for a code; given what an honest one would say. */
  forge(honest: Claims, sign: Sign): Promise<string> | string;
  /** Changes to its metadata. */
  metadata: Claims;
  /** What the token endpoint was sent. */
  asked: URLSearchParams[];
  /** The nonce of the sign-in under way, and whom it speaks of. */
  nonce: string;
  sub: string;
  close(): Promise<void>;
}

/** A provider that says what a test wants it to say. */
export async function startHostile(): Promise<Hostile> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: "one", alg: "ES256", use: "sig" };
  const sign: Sign = (claims, header = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: "one", ...header }).sign(privateKey);
  const now = () => Math.floor(Date.now() / 1000);

  const answers: Record<string, (body: string) => unknown> = {
    "/.well-known/openid-configuration": () => ({
      issuer: hostile.issuer,
      authorization_endpoint: `${hostile.issuer}/authorize`,
      token_endpoint: `${hostile.issuer}/token`,
      jwks_uri: `${hostile.issuer}/jwks`,
      id_token_signing_alg_values_supported: ["ES256", "none", "HS256"],
      authorization_response_iss_parameter_supported: true,
      ...hostile.metadata,
    }),
    "/jwks": () => ({ keys: [jwk] }),
    "/token": async (body) => {
      hostile.asked.push(new URLSearchParams(body));
      const { issuer: iss, clientId: aud, nonce, sub } = hostile;
      const honest = { iss, aud, sub, nonce, iat: now(), exp: now() + 300 };
      return { access_token: "a", token_type: "Bearer", id_token: await hostile.forge(honest, sign) };
    },
  };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const answer = await answers[new URL(request.url ?? "", "http://x").pathname]?.(body);
    response.writeHead(answer ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const hostile: Hostile = {
    issuer: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    clientId: "handreiking",
    forge: (honest, signing) => signing(honest),
    metadata: {},
    asked: [],
    nonce: "",
    sub: "eva",
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return hostile;
}
