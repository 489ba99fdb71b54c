import { request as send } from "node:http";
import * as dpop from "dpop";
import { SignJWT } from "jose";
import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { describe, expect } from "vitest";
import { createClient } from "../../src/client/index.ts";
import { PublicKey } from "../../src/identity/clients/public-key.ts";
import { addClient } from "../../src/identity/index.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { test as base, type World } from "../world/world.ts";
import { listen } from "./listening.ts";
import { type Alg, assertionType, pairOf } from "./systems.ts";

const test = base.extend<{ url: string }>({
  url: async ({ world }, use) => {
    const { url, close } = await listen(world);
    await use(url);
    await close();
  },
});

/** A system of De Brug that is set up with another's library. */
async function registered(world: World, { alg = "ES256" as Alg, requiresDpop = false } = {}) {
  const { privateKey, publicJwk, privateJwk } = await pairOf(alg);
  const { id, keys } = await addClient(world.hand(world.bridge.id), {
    name: "System",
    scopes: ["events:read", "tasks"],
    publicKey: PublicKey.parse(publicJwk),
    requiresDpop,
  });
  return { clientId: id, key: { key: privateKey as oauth.CryptoKey, kid: keys[0]?.kid ?? "" }, privateJwk };
}

const insecure = { [oauth.allowInsecureRequests]: true };

describe("oauth4webapi", () => {
  for (const alg of ["ES256", "Ed25519", "PS256"] as const)
    for (const bound of [false, true])
      test(`signs in with ${alg}${bound ? " and DPoP" : ""}`, async ({ world, url }) => {
        const { clientId, key } = await registered(world, { alg, requiresDpop: bound });
        const issuer = new URL(url);
        const as = await oauth.processDiscoveryResponse(
          issuer,
          await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...insecure }),
        );
        const client: oauth.Client = { client_id: clientId };
        const keyPair = await oauth.generateKeyPair("ES256");
        const proving = bound ? { DPoP: oauth.DPoP(client, keyPair) } : {};
        const response = await oauth.clientCredentialsGrantRequest(
          as,
          client,
          oauth.PrivateKeyJwt(key),
          new URLSearchParams({ scope: "events:read" }),
          { ...insecure, ...proving },
        );
        const token = await oauth.processClientCredentialsResponse(as, client, response);
        expect(token).toMatchObject({ token_type: bound ? "dpop" : "bearer", scope: "events:read" });
        const asked = new URL(`${url}/v1/events?after=0`);
        const options = { ...insecure, ...proving };
        const answer = await oauth.protectedResourceRequest(
          token.access_token,
          "GET",
          asked,
          undefined,
          null,
          options,
        );
        expect(answer.status).toBe(200);
      });
});

describe("openid-client", () => {
  for (const bound of [false, true])
    test(`signs in${bound ? " with DPoP" : ""}`, async ({ world, url }) => {
      const { clientId, key } = await registered(world, { requiresDpop: bound });
      const config = await openid.discovery(new URL(url), clientId, undefined, openid.PrivateKeyJwt(key), {
        algorithm: "oauth2",
        execute: [openid.allowInsecureRequests],
      });
      const proving = bound
        ? { DPoP: openid.getDPoPHandle(config, await openid.randomDPoPKeyPair("ES256")) }
        : {};
      const token = await openid.clientCredentialsGrant(config, { scope: "events:read" }, proving);
      expect(token.token_type).toBe(bound ? "dpop" : "bearer");
      const ask = (path: string) =>
        openid.fetchProtectedResource(
          config,
          token.access_token,
          new URL(`${url}/v1${path}`),
          "GET",
          undefined,
          undefined,
          proving,
        );
      expect((await ask("/events")).status).toBe(200);
      expect((await ask("/tasks")).status).toBe(403);
    });
});

describe("dpop", () => {
  for (const alg of ["ES256", "Ed25519", "PS256"] as const)
    test(`proves with ${alg}, to the letter of the address`, async ({ world, url }) => {
      const { clientId, key } = await registered(world);
      const pair = await dpop.generateKeyPair(alg);
      const tokenUrl = `${url}/oauth/token`;
      const now = Math.floor(Date.now() / 1000);
      const assertion = await new SignJWT({ iss: clientId, sub: clientId, aud: url, jti: randomIds() })
        .setProtectedHeader({ alg: "ES256", kid: key.kid })
        .setIssuedAt(now)
        .setExpirationTime(now + 60)
        .sign(key.key);
      const response = await fetch(tokenUrl, {
        method: "POST",
        headers: { dpop: await dpop.generateProof(pair, tokenUrl, "POST") },
        body: new URLSearchParams({
          grant_type: "client_credentials",
          client_assertion_type: assertionType,
          client_assertion: assertion,
        }),
      });
      const { access_token: token, token_type: type } = await response.json();
      expect(type).toBe("DPoP");
      const ask = async (htu: string) => {
        const proof = await dpop.generateProof(pair, htu, "GET", undefined, token);
        const headers = { authorization: `DPoP ${token}`, dpop: proof };
        return (await fetch(`${url}/v1/events`, { headers })).status;
      };
      expect(await ask(`${url}/v1/events`)).toBe(200);
      expect(await ask(`${url}/v1/tasks`)).toBe(401);
      expect(await ask(`https://handreiking.example/v1/events`)).toBe(401);
    });
});

describe("handreiking/client", () => {
  for (const bound of [false, true])
    test(`signs in${bound ? " with DPoP" : ""}`, async ({ world, url }) => {
      const { clientId, privateJwk, key } = await registered(world, { requiresDpop: bound });
      const handreiking = createClient({
        baseUrl: url,
        clientId,
        privateKey: { ...privateJwk, kid: key.kid },
        dpop: bound,
      });
      expect((await handreiking.GET("/events")).items).toEqual([]);
      expect((await handreiking.GET("/tasks")).items).toEqual([]);
    });
});

test("over HTTP, two Authorization headers or two proofs are refused", async ({ world, url }) => {
  const { clientId, privateJwk, key } = await registered(world);
  const handreiking = createClient({
    baseUrl: url,
    clientId,
    privateKey: { ...privateJwk, kid: key.kid },
    fetch: async (request) => {
      seen = request.headers.get("authorization") ?? seen;
      return fetch(request);
    },
  });
  let seen = "";
  await handreiking.GET("/events");
  const status = (headers: string[]) =>
    new Promise((resolve, reject) =>
      send(`${url}/v1/events`, { headers }, (response) => resolve(response.resume().statusCode))
        .on("error", reject)
        .end(),
    );
  const host = ["host", new URL(url).host];
  expect(await status([...host, "authorization", seen])).toBe(200);
  expect(await status([...host, "authorization", seen, "authorization", seen])).toBe(401);
});
