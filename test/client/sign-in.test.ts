import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from "jose";
import { describe, expect } from "vitest";
import { createClient } from "../../src/client/index.ts";
import { members } from "../../src/identity/index.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { keyPair } from "../world/keys.ts";
import { issuer, test } from "../world/world.ts";
import { callsOf, type Fetch, systemOf } from "./system.ts";

const oneService = { params: { query: { pageSize: 1 } } };

async function assertionOf(request: Request | undefined): Promise<string> {
  return new URLSearchParams(await request?.clone().text()).get("client_assertion") ?? "";
}

const isSignIn = ({ url }: Request) => url.endsWith("/oauth/token");

describe("the token", () => {
  test("one sign-in serves every call, also those that wait for it together", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    const handreiking = system.connect();
    const answers = await Promise.all([1, 2, 3].map(() => handreiking.GET("/services", oneService)));
    await handreiking.GET("/organizations");
    expect(answers.map(({ items }) => items.length)).toEqual([1, 1, 1]);
    expect(system.paths().slice(0, 2)).toEqual([
      "GET /.well-known/oauth-authorization-server",
      "POST /oauth/token",
    ]);
    expect(system.signIns()).toBe(1);
    expect(callsOf(system.sent)).toHaveLength(4);
  });

  test("shortly before its end it is renewed, once for all who wait", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    const handreiking = system.connect();
    await handreiking.GET("/services", oneService);
    world.clock.time = new Date(world.clock.time.getTime() + 269_000);
    await handreiking.GET("/services", oneService);
    expect(system.signIns()).toBe(1);
    world.clock.time = new Date(world.clock.time.getTime() + 2_000);
    await Promise.all([handreiking.GET("/services", oneService), handreiking.GET("/services", oneService)]);
    expect(system.signIns()).toBe(2);
  });

  test("one that the service refuses early is renewed once", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    let spoiled = 1;
    const spoiling: Fetch = (request) => {
      if (request.headers.has("authorization") && spoiled-- > 0)
        request.headers.set("authorization", "Bearer spoiled.in.transit");
      return system.fetch(request);
    };
    const handreiking = system.connect({ fetch: spoiling });
    const { items } = await handreiking.GET("/services", oneService);
    expect(items).toHaveLength(1);
    expect(system.signIns()).toBe(2);

    spoiled = Number.POSITIVE_INFINITY;
    const refused = handreiking.GET("/services", oneService);
    await expect(refused).rejects.toMatchObject({ code: "unauthenticated", status: 401 });
    expect(system.signIns()).toBe(3);
  });

  test("a member who is suspended meanwhile ends it, and the next sign-in says so", async ({ world }) => {
    const system = await systemOf(world, world.helpline);
    const handreiking = system.connect({ onBehalfOf: world.eva.memberId });
    await handreiking.GET("/services", oneService);
    await transact(world.job(world.helpline.id), (tx) =>
      tx.update(members).set({ suspendedAt: world.clock.time }),
    );
    await expect(handreiking.GET("/services", oneService)).rejects.toMatchObject({
      name: "SignInFailed",
      code: "invalid_grant",
    });
  });

  test("a sign-in that failed is tried again by the next call", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    let broken = true;
    const breaking: Fetch = (request) =>
      broken && isSignIn(request) ? new Response("<html>", { status: 500 }) : system.fetch(request);
    const handreiking = system.connect({ fetch: breaking });
    await expect(handreiking.GET("/services", oneService)).rejects.toMatchObject({
      code: "unexpected_answer",
    });
    broken = false;
    expect((await handreiking.GET("/services", oneService)).items).toHaveLength(1);
  });
});

describe("the assertion", () => {
  test("names the issuer as its only audience, and lives a minute", async ({ world }) => {
    const system = await systemOf(world, world.helpline);
    await system.connect({ onBehalfOf: world.eva.memberId }).GET("/services", oneService);
    const assertion = await assertionOf(system.sent.find(isSignIn));
    const claims = decodeJwt(assertion);
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: "EdDSA", kid: expect.any(String) });
    expect(claims).toMatchObject({
      iss: system.clientId,
      sub: system.clientId,
      aud: issuer,
      on_behalf_of: world.eva.memberId,
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(60);
  });

  test("each is used once", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    let lost = 1;
    const losing: Fetch = async (request) => {
      const response = await system.fetch(request);
      if (isSignIn(request) && lost-- > 0) throw new TypeError("connection lost");
      return response;
    };
    await system.connect({ fetch: losing }).GET("/services", oneService);
    const assertions = await Promise.all(system.sent.filter(isSignIn).map(assertionOf));
    const jtis = assertions.map((assertion) => decodeJwt(assertion).jti);
    expect(jtis).toHaveLength(2);
    expect(new Set(jtis).size).toBe(2);
  });

  test("is signed with any key that the service takes", async ({ world }) => {
    const p256 = await generateKeyPair("ES256", { extractable: true });
    const { kty, crv, x = "", y = "" } = await exportJWK(p256.publicKey);
    expect([kty, crv]).toEqual(["EC", "P-256"]);
    const jwk = await exportJWK(p256.privateKey);
    const byThumbprint = await systemOf(world, world.bridge, { kty: "EC", crv: "P-256", x, y });
    await byThumbprint.connect({ privateKey: jwk }).GET("/services", oneService);
    const byName = await systemOf(world, world.bridge, { kty: "EC", crv: "P-256", x, y, kid: "2026-11" });
    await byName.connect({ privateKey: { ...jwk, kid: "2026-11" } }).GET("/services", oneService);
    await byName
      .connect({ privateKey: { key: p256.privateKey, kid: "2026-11" } })
      .GET("/services", oneService);

    const sealed = await generateKeyPair("EdDSA", { extractable: false });
    const ed = await exportJWK(sealed.publicKey);
    const hidden = await systemOf(world, world.bridge, {
      kty: "OKP",
      crv: "Ed25519",
      x: ed.x ?? "",
      kid: "hsm",
    });
    await hidden.connect({ privateKey: { key: sealed.privateKey, kid: "hsm" } }).GET("/services", oneService);
    expect(hidden.signIns()).toBe(1);
  });
});

describe("a refused sign-in", () => {
  test("says what to look at", async ({ world }) => {
    const system = await systemOf(world, world.helpline);
    const narrow = await systemOf(world, world.helpline, undefined, ["directory:read"]);
    const refusals = [
      [system.connect({ clientId: crypto.randomUUID() }), "invalid_client", /clientId.*clock/],
      [system.connect({ privateKey: (await keyPair()).privateJwk }), "invalid_client", /registered as/],
      [system.connect({ onBehalfOf: crypto.randomUUID() }), "invalid_grant", /onBehalfOf/],
      [system.connect({ onBehalfOf: world.noor.memberId }), "invalid_grant", /onBehalfOf/],
      [narrow.connect({ scopes: ["events:read"] }), "invalid_scope", /scopes/],
    ] as const;
    for (const [handreiking, code, message] of refusals)
      await expect(handreiking.GET("/services"), code).rejects.toMatchObject({
        name: "SignInFailed",
        code,
        message: expect.stringMatching(message),
      });
  });

  test.for([
    [{ issuer: "https://elsewhere.example", token_endpoint: `${issuer}/oauth/token` }, "issuer_mismatch"],
    [{ issuer: `${issuer}/`, token_endpoint: `${issuer}/oauth/token` }, "issuer_mismatch"],
    [{ issuer, token_endpoint: "https://elsewhere.example/oauth/token" }, "issuer_mismatch"],
    [{ issuer }, "unexpected_answer"],
    ["welcome", "unexpected_answer"],
  ] as const)("no assertion goes where the metadata are %j", async ([metadata, code], { world }) => {
    const system = await systemOf(world, world.bridge);
    const handreiking = system.connect({ fetch: () => Response.json(metadata) });
    await expect(handreiking.GET("/services")).rejects.toMatchObject({ name: "SignInFailed", code });
    expect(system.paths()).toEqual(["GET /.well-known/oauth-authorization-server"]);
  });

  test("what cannot work is refused before anything is sent", async () => {
    const { privateJwk } = await keyPair();
    const { d: _, ...publicJwk } = privateJwk;
    const right = { baseUrl: issuer, clientId: crypto.randomUUID(), privateKey: privateJwk };
    const wrong = [
      { baseUrl: `${issuer}/` },
      { baseUrl: `${issuer}/v1` },
      { baseUrl: "handreiking.example" },
      { baseUrl: "http://handreiking.example" },
      { privateKey: publicJwk },
      { privateKey: { ...privateJwk, crv: "X25519" } },
    ];
    for (const fault of wrong) expect(() => createClient({ ...right, ...fault })).toThrow(TypeError);
    expect(() => createClient({ ...right, baseUrl: "http://127.0.0.1:8080" })).not.toThrow();
  });
});
