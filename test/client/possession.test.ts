import { decodeJwt, decodeProtectedHeader, generateKeyPair } from "jose";
import { expect } from "vitest";
import { createClient } from "../../src/client/index.ts";
import { keyPair } from "../world/keys.ts";
import { issuer, test } from "../world/world.ts";
import { callsOf, type Fetch, systemOf } from "./system.ts";

const oneService = { params: { query: { pageSize: 1 } } };
const proofOf = (request: Request | undefined) => request?.headers.get("dpop") ?? "";

test("a client that binds its tokens proves with each request that it holds the key", async ({ world }) => {
  const system = await systemOf(world, world.bridge);
  const handreiking = system.connect({ dpop: true });
  await handreiking.GET("/services", oneService);
  await handreiking.GET("/services", oneService);
  const signIn = system.sent.find(({ url }) => url.endsWith("/oauth/token"));
  expect(decodeJwt(proofOf(signIn))).toMatchObject({ htm: "POST", htu: `${issuer}/oauth/token` });
  const proofs = callsOf(system.sent).map(proofOf);
  for (const proof of proofs) {
    expect(decodeJwt(proof)).toMatchObject({
      htm: "GET",
      htu: `${issuer}/v1/services`,
      ath: expect.any(String),
    });
    expect(decodeProtectedHeader(proof)).toEqual({
      typ: "dpop+jwt",
      alg: "ES256",
      jwk: { kty: "EC", crv: "P-256", x: expect.any(String), y: expect.any(String) },
    });
  }
  expect(new Set(proofs.map((proof) => decodeJwt(proof).jti)).size).toBe(2);
  for (const call of callsOf(system.sent)) expect(call.headers.get("authorization")).toMatch(/^DPoP /);
});

test("with a key pair of its own, and one key for every member it acts for", async ({ world }) => {
  const system = await systemOf(world, world.helpline);
  const dpop = await generateKeyPair("EdDSA");
  const handreiking = system.connect({ dpop });
  await handreiking.GET("/services", oneService);
  await handreiking.actingFor(world.eva.memberId ?? "").GET("/services", oneService);
  const keys = callsOf(system.sent).map((call) => decodeProtectedHeader(proofOf(call)).jwk);
  expect(keys[0]).toEqual({ kty: "OKP", crv: "Ed25519", x: expect.any(String) });
  expect(keys[1]).toEqual(keys[0]);
});

test("a request that is sent again carries a new proof", async ({ world }) => {
  const system = await systemOf(world, world.bridge);
  let lost = 1;
  const losing: Fetch = async (request) => {
    const response = await system.fetch(request);
    if (request.headers.has("authorization") && lost-- > 0) throw new TypeError("connection lost");
    return response;
  };
  expect(
    (await system.connect({ dpop: true, fetch: losing }).GET("/services", oneService)).items,
  ).toHaveLength(1);
});

test("a token that the service did not bind is not used", async ({ world }) => {
  const system = await systemOf(world, world.bridge);
  const stripping: Fetch = (request) => {
    request.headers.delete("dpop");
    return system.fetch(request);
  };
  const refused = system.connect({ dpop: true, fetch: stripping }).GET("/services");
  await expect(refused).rejects.toMatchObject({ name: "SignInFailed", code: "unexpected_answer" });
  expect(callsOf(system.sent)).toEqual([]);
});

test("a client that has to bind its tokens and does not is told so", async ({ world }) => {
  const system = await systemOf(world, world.bridge, undefined, ["events:read"], true);
  await expect(system.connect().GET("/events")).rejects.toMatchObject({
    code: "invalid_dpop_proof",
    message: expect.stringMatching(/dpop: true/),
  });
  expect((await system.connect({ dpop: true }).GET("/events")).items).toEqual([]);
});

test("a key that cannot prove anything is refused before anything is sent", async () => {
  const { privateJwk } = await keyPair();
  const right = { baseUrl: issuer, clientId: crypto.randomUUID(), privateKey: privateJwk };
  const dpop = await generateKeyPair("PS256");
  expect(() => createClient({ ...right, dpop })).toThrow(TypeError);
});
