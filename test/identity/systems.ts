import { createHash } from "node:crypto";
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import { PublicKey } from "../../src/identity/clients/public-key.ts";
import type { NewClient } from "../../src/identity/clients/wire.ts";
import { addClient } from "../../src/identity/index.ts";
import { permissions } from "../../src/permissions.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { issuer, type World } from "../world/world.ts";

export const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
export const tokenEndpoint = `${issuer}/oauth/token`;

export type Alg = "EdDSA" | "Ed25519" | "ES256" | "PS256" | "RS256";

export async function pairOf(alg: Alg, modulusLength = 2048) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true, modulusLength });
  return { privateKey, publicJwk: await exportJWK(publicKey), privateJwk: await exportJWK(privateKey) };
}

type Settings = Partial<Pick<NewClient, "scopes" | "requiresDpop" | "profile">> & { alg?: Alg; of?: string };

/** A system of De Brug, unless said, with a key of its own, and what it signs to sign in. */
export async function newSystem(
  world: World,
  { alg = "EdDSA", of = world.bridge.id, ...settings }: Settings = {},
) {
  const { privateKey, publicJwk, privateJwk } = await pairOf(alg);
  const client = await addClient(world.hand(of), {
    name: "System",
    scopes: [...permissions],
    publicKey: PublicKey.parse(publicJwk),
    ...settings,
  });
  const kid = client.keys[0]?.kid ?? "";
  const now = () => Math.floor(world.clock.time.getTime() / 1000);
  const claims = (more: JWTPayload = {}) => ({
    iss: client.id,
    sub: client.id,
    aud: issuer,
    jti: randomIds(),
    iat: now(),
    exp: now() + 60,
    ...more,
  });
  const assertion = (more: JWTPayload = {}, header: Record<string, unknown> = {}) =>
    new SignJWT(claims(more)).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
  return {
    clientId: client.id,
    keyId: client.keys[0]?.id ?? "",
    kid,
    alg,
    now,
    privateKey,
    privateJwk,
    publicJwk,
    claims,
    assertion,
  };
}

export type System = Awaited<ReturnType<typeof newSystem>>;

/** A JWS of these very words, whatever they are. */
export const written = (header: string, payload: string, signature = "c2ln") =>
  [header, payload]
    .map((part) => Buffer.from(part).toString("base64url"))
    .join(".")
    .concat(".", signature);

export const form = (assertion: string, more: Record<string, string> = {}) => ({
  grant_type: "client_credentials",
  client_assertion_type: assertionType,
  client_assertion: assertion,
  ...more,
});

export async function signIn(
  world: World,
  fields: Record<string, string> | URLSearchParams | string,
  headers: Record<string, string> = {},
) {
  const response = await world.app.request(tokenEndpoint, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: typeof fields === "string" ? fields : new URLSearchParams(fields).toString(),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** A key that tokens are bound to, and the proofs that it gives. */
export async function possessionOf(world: World, alg: Alg = "ES256") {
  const { privateKey, publicJwk, privateJwk } = await pairOf(alg);
  const prove = (
    method: string,
    htu: string,
    claims: Record<string, unknown> = {},
    header: Record<string, unknown> = {},
  ) =>
    new SignJWT({
      jti: randomIds(),
      htm: method,
      htu,
      iat: Math.floor(world.clock.time.getTime() / 1000),
      ...claims,
    })
      .setProtectedHeader({ alg, typ: "dpop+jwt", jwk: publicJwk as JWK, ...header })
      .sign(privateKey);
  return { privateKey, publicJwk, privateJwk, prove };
}

export type Possession = Awaited<ReturnType<typeof possessionOf>>;

export const athOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** Signs the system in with a proof; answers its token, which is bound to that key. */
export async function boundToken(world: World, system: System, possession: Possession): Promise<string> {
  const dpop = await possession.prove("POST", tokenEndpoint);
  const { body } = await signIn(world, form(await system.assertion()), { dpop });
  return body.access_token;
}

export const ask = async (world: World, headers: Record<string, string>, path = "/events") =>
  world.app.request(`${issuer}/v1${path}`, { headers });

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
