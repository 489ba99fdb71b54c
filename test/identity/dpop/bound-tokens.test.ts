import { calculateJwkThumbprint, decodeJwt } from "jose";
import { describe, expect } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { issuer, sharingTest as test, type World } from "../../world/world.ts";
import {
  ask,
  athOf,
  bearer,
  boundToken,
  form,
  newSystem,
  type Possession,
  pairOf,
  possessionOf,
  signIn,
  tokenEndpoint,
} from "../systems.ts";

const events = `${issuer}/v1/events`;

/** A token bound to a key, and what a request with it carries. */
async function bound(world: World) {
  const [system, possession] = [await newSystem(world), await possessionOf(world)];
  const token = await boundToken(world, system, possession);
  const proof = (more = {}, header = {}) =>
    possession.prove("GET", events, { ath: athOf(token), ...more }, header);
  const headers = async () => ({ authorization: `DPoP ${token}`, dpop: await proof() });
  return { system, possession, token, proof, headers };
}

test("a proof at the token endpoint binds the token to its key", async ({ world }) => {
  const [system, possession] = [await newSystem(world), await possessionOf(world)];
  const dpop = await possession.prove("POST", tokenEndpoint);
  const { status, body } = await signIn(world, form(await system.assertion()), { dpop });
  expect({ status, type: body.token_type }).toEqual({ status: 200, type: "DPoP" });
  const jkt = await calculateJwkThumbprint(possession.publicJwk);
  expect(decodeJwt(body.access_token).cnf).toEqual({ jkt });
});

describe("with every kind of key", () => {
  for (const alg of ["EdDSA", "Ed25519", "ES256", "PS256"] as const)
    test(alg, async ({ world }) => {
      const [system, possession] = [await newSystem(world), await possessionOf(world, alg)];
      const token = await boundToken(world, system, possession);
      const dpop = await possession.prove("GET", events, { ath: athOf(token) });
      expect((await ask(world, { authorization: `DPoP ${token}`, dpop })).status).toBe(200);
    });
});

test("a bound token is used with a new proof each time, whatever the query and the scheme's case", async ({
  world,
}) => {
  const { token, headers, proof } = await bound(world);
  expect((await ask(world, await headers())).status).toBe(200);
  expect((await ask(world, await headers(), "/events?after=0")).status).toBe(200);
  const small = { authorization: `dpop ${token}`, dpop: await proof() };
  expect((await ask(world, small)).status).toBe(200);
});

test("the public address counts, whatever name the request came in by", async ({ world }) => {
  const { headers } = await bound(world);
  const inside = "http://10.0.0.5:8080/v1/events";
  expect((await world.app.request(inside, { headers: await headers() })).status).toBe(200);
  const { token, possession } = await bound(world);
  const dpop = await possession.prove("GET", inside, { ath: athOf(token) });
  const answer = await world.app.request(inside, { headers: { authorization: `DPoP ${token}`, dpop } });
  expect(answer.status).toBe(401);
});

describe("a bound token is refused", () => {
  const wrong: Record<string, (of: Awaited<ReturnType<typeof bound>>, world: World) => Promise<object>> = {
    "as a bearer token": async ({ token }) => bearer(token),
    "as a bearer token, with a right proof": async ({ token, proof }) => ({
      ...bearer(token),
      dpop: await proof(),
    }),
    "without a proof": async ({ token }) => ({ authorization: `DPoP ${token}` }),
    "with two proofs": async ({ token, proof }) => ({
      authorization: `DPoP ${token}`,
      dpop: `${await proof()}, ${await proof()}`,
    }),
    "with the proof of another key": async ({ token }, world) => ({
      authorization: `DPoP ${token}`,
      dpop: await (await possessionOf(world)).prove("GET", events, { ath: athOf(token) }),
    }),
    "with a proof that is signed by another key": async ({ token, proof }, world) => {
      const other = await possessionOf(world);
      const [header, payload] = (await proof()).split(".");
      const [, , signature] = (await other.prove("GET", events)).split(".");
      return { authorization: `DPoP ${token}`, dpop: [header, payload, signature].join(".") };
    },
    "with a proof for another token": async ({ token, proof }) => ({
      authorization: `DPoP ${token}`,
      dpop: await proof({ ath: athOf("other") }),
    }),
    "with a proof for no token": async ({ token, proof }) => ({
      authorization: `DPoP ${token}`,
      dpop: await proof({ ath: undefined }),
    }),
    "with a proof for another method": async ({ token, proof }) => ({
      authorization: `DPoP ${token}`,
      dpop: await proof({ htm: "POST" }),
    }),
    "with a proof for another path": async ({ token, proof }) => ({
      authorization: `DPoP ${token}`,
      dpop: await proof({ htu: `${issuer}/v1/tasks` }),
    }),
    "with an old proof": async ({ token, proof }, { clock }) => ({
      authorization: `DPoP ${token}`,
      dpop: await proof({ iat: clock.time.getTime() / 1000 - 61 }),
    }),
    "with a proof that shows its private key": async ({ token, proof, possession }) => ({
      authorization: `DPoP ${token}`,
      dpop: await proof({}, { jwk: possession.privateJwk }),
    }),
  };
  for (const [name, make] of Object.entries(wrong))
    test(name, async ({ world }) => {
      const made = await bound(world);
      const answer = await ask(world, (await make(made, world)) as Record<string, string>);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(
        /Bearer realm="handreiking".*, DPoP realm="handreiking", algs="EdDSA Ed25519 ES256 PS256"/,
      );
      expect(answer.headers.get("www-authenticate")).toMatch(/error="invalid_(token|dpop_proof)"/);
      expect((await ask(world, await made.headers())).status).toBe(200);
    });

  test("with a proof that was used before, also by another of its participant's clients", async ({
    world,
  }) => {
    const { headers } = await bound(world);
    const sent = await headers();
    expect((await ask(world, sent)).status).toBe(200);
    const again = await ask(world, sent);
    expect(again.status).toBe(401);
    expect(again.headers.get("www-authenticate")).toContain(
      'DPoP realm="handreiking", algs="EdDSA Ed25519 ES256 PS256", error="invalid_dpop_proof"',
    );
  });
});

test("a bearer token is none that is bound, whatever proof comes with it", async ({ world }) => {
  const [system, possession] = [await newSystem(world), await possessionOf(world)];
  const { body } = await signIn(world, form(await system.assertion()));
  const dpop = await possession.prove("GET", events, { ath: athOf(body.access_token) });
  expect((await ask(world, { authorization: `DPoP ${body.access_token}`, dpop })).status).toBe(401);
  expect((await ask(world, bearer(body.access_token))).status).toBe(200);
});

describe("at the token endpoint", () => {
  const wrong: Record<string, (possession: Possession, world: World) => Promise<string> | string> = {
    "two proofs": async ({ prove }) =>
      `${await prove("POST", tokenEndpoint)}, ${await prove("POST", tokenEndpoint)}`,
    "an empty proof": () => "",
    "what is no proof": () => "not.a.proof",
    "a proof for another address": ({ prove }) => prove("POST", events),
    "a proof for another method": ({ prove }) => prove("GET", tokenEndpoint),
    "a proof with the private key": ({ prove, privateJwk }) =>
      prove("POST", tokenEndpoint, {}, { jwk: privateJwk }),
    "a proof of another type": ({ prove }) => prove("POST", tokenEndpoint, {}, { typ: "JWT" }),
    "a proof under somebody else's key": async ({ prove }) =>
      prove("POST", tokenEndpoint, {}, { jwk: (await pairOf("ES256")).publicJwk }),
    "the client's own assertion": async (_, world) => (await newSystem(world)).assertion(),
  };
  for (const [name, make] of Object.entries(wrong))
    test(`${name} is refused, and the assertion is not used up`, async ({ world }) => {
      const [system, possession] = [await newSystem(world), await possessionOf(world)];
      const assertion = await system.assertion();
      const dpop = await make(possession, world);
      expect(await signIn(world, form(assertion), { dpop })).toMatchObject({
        status: 400,
        body: { error: "invalid_dpop_proof" },
      });
      expect((await signIn(world, form(assertion))).status).toBe(200);
    });

  test("a proof is taken once", async ({ world }) => {
    const [system, possession] = [await newSystem(world), await possessionOf(world)];
    const dpop = await possession.prove("POST", tokenEndpoint, { jti: randomIds() });
    expect((await signIn(world, form(await system.assertion()), { dpop })).status).toBe(200);
    expect(await signIn(world, form(await system.assertion()), { dpop })).toMatchObject({
      status: 400,
      body: { error: "invalid_dpop_proof" },
    });
  });
});

describe("a client that is registered so", () => {
  test("gets no token without a proof", async ({ world }) => {
    const [system, possession] = [await newSystem(world, { requiresDpop: true }), await possessionOf(world)];
    expect(await signIn(world, form(await system.assertion()))).toMatchObject({
      status: 400,
      body: { error: "invalid_dpop_proof" },
    });
    const token = await boundToken(world, system, possession);
    const dpop = await possession.prove("GET", events, { ath: athOf(token) });
    expect((await ask(world, { authorization: `DPoP ${token}`, dpop })).status).toBe(200);
  });

  test("can use no bearer token that it got before", async ({ world }) => {
    const system = await newSystem(world);
    const { body } = await signIn(world, form(await system.assertion()));
    expect((await ask(world, bearer(body.access_token))).status).toBe(200);
    const administrator = world.as(await world.member(world.bridge, "administrator"));
    const { headers } = await administrator.get(`/clients/${system.clientId}`);
    await administrator.send(
      "PATCH",
      `/clients/${system.clientId}`,
      { requiresDpop: true },
      { "if-match": headers.get("etag") ?? "" },
    );
    expect((await ask(world, bearer(body.access_token))).status).toBe(401);
  });
});
