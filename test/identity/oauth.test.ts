import { describe, expect } from "vitest";
import { issuer, type Person, sharingTest, test, type World } from "../world/world.ts";
import { ask, bearer, form, newSystem, signIn, tokenEndpoint } from "./systems.ts";

test("a system signs in with its key and is given a token for five minutes", async ({ world }) => {
  const system = await newSystem(world);
  const { status, body, headers } = await signIn(world, form(await system.assertion()));
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: "Bearer", expires_in: 300 });
  expect(headers.get("cache-control")).toBe("no-store");
  expect((await ask(world, bearer(body.access_token))).status).toBe(200);
  world.clock.time = new Date(world.clock.time.getTime() + 301_000);
  expect((await ask(world, bearer(body.access_token))).status).toBe(401);
});

test("a token holds what was asked for and no more", async ({ world }) => {
  const system = await newSystem(world, { scopes: ["events:read", "referrals:receive"] });
  const { body } = await signIn(world, form(await system.assertion(), { scope: "events:read" }));
  expect(body.scope).toBe("events:read");
  expect((await ask(world, bearer(body.access_token), "/referrals?direction=received")).status).toBe(403);
  for (const scope of ["events:read cases", "events:read,referrals:receive", "EVENTS:READ", "*", " "])
    expect(await signIn(world, form(await system.assertion(), { scope }))).toMatchObject({
      status: 400,
      body: { error: "invalid_scope" },
    });
  const twice = await signIn(world, form(await system.assertion(), { scope: "events:read events:read" }));
  expect(twice.body.scope).toBe("events:read");
  const empty = await signIn(world, form(await system.assertion(), { scope: "" }));
  expect(empty.body.scope).toBe("events:read referrals:receive");
});

test("the metadata names what the service does", async ({ world }) => {
  const metadata = await (await world.app.request(`${issuer}/.well-known/oauth-authorization-server`)).json();
  expect(metadata).toMatchObject({
    issuer,
    token_endpoint: `${issuer}/oauth/token`,
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    token_endpoint_auth_signing_alg_values_supported: ["EdDSA", "Ed25519", "ES256", "PS256"],
    dpop_signing_alg_values_supported: ["EdDSA", "Ed25519", "ES256", "PS256"],
  });
  const jwks = await (await world.app.request(metadata.jwks_uri)).json();
  for (const key of jwks.keys)
    expect(Object.keys(key).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
});

describe("acting for a member", () => {
  const member = (person: Person) => ({ on_behalf_of: person.memberId });

  test("gives what both the client and the member may do", async ({ world }) => {
    const system = await newSystem(world, { scopes: ["referrals:receive", "cases"] });
    const { body } = await signIn(world, form(await system.assertion(member(world.noor))));
    expect(body.scope).toBe("referrals:receive");
    const alone = await signIn(world, form(await system.assertion()));
    expect(alone.body.scope).toBe("referrals:receive");
  });

  test("is refused for another participant's member", async ({ world }) => {
    const system = await newSystem(world);
    expect(await signIn(world, form(await system.assertion(member(world.eva))))).toMatchObject({
      status: 400,
      body: { error: "invalid_grant" },
    });
  });
});

describe("a request that is not as RFC 6749 has it is told so, and uses nothing up", () => {
  const encoded = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const wrong: Record<string, (right: Record<string, string>) => Parameters<typeof sent>[1]> = {
    "as JSON": (right) => [JSON.stringify(right), { "content-type": "application/json" }],
    "as text": (right) => [encoded(right), { "content-type": "text/plain" }],
    "with a parameter twice": (right) => [`${encoded(right)}&grant_type=client_credentials`],
    "with the assertion twice": (right) => [`${encoded(right)}&client_assertion=a.b.c`],
    "with a scope twice": (right) => [`${encoded(right)}&scope=events:read&scope=tasks`],
    "without a grant": ({ grant_type: _, ...right }) => [encoded(right)],
    "with an empty grant": (right) => [encoded({ ...right, grant_type: "" })],
    "with a secret besides": (right) => [encoded({ ...right, client_secret: "secret" })],
    "with a password besides": (right) => [encoded(right), { authorization: `Basic ${btoa("a:b")}` }],
  };
  const sent = (world: World, [body, headers]: [string, Record<string, string>?]) =>
    signIn(world, body, headers);
  for (const [name, make] of Object.entries(wrong))
    sharingTest(name, async ({ world }) => {
      const right = form(await (await newSystem(world)).assertion());
      expect(await sent(world, make(right))).toMatchObject({
        status: 400,
        body: { error: "invalid_request" },
      });
      expect((await signIn(world, right)).status).toBe(200);
    });

  sharingTest("with another grant", async ({ world }) => {
    const right = form(await (await newSystem(world)).assertion());
    for (const grant_type of ["password", "authorization_code", "Client_Credentials"])
      expect((await signIn(world, { ...right, grant_type })).body).toEqual({
        error: "unsupported_grant_type",
      });
  });

  sharingTest("with the assertion in the query or of another type", async ({ world }) => {
    const { client_assertion, ...right } = form(await (await newSystem(world)).assertion());
    const query = `${tokenEndpoint}?client_assertion=${client_assertion}`;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await world.app.request(query, { method: "POST", headers, body: encoded(right) });
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 401,
      body: { error: "invalid_client" },
    });
    const saml = "urn:ietf:params:oauth:client-assertion-type:saml2-bearer";
    expect((await signIn(world, { ...form(client_assertion), client_assertion_type: saml })).status).toBe(
      401,
    );
  });

  sharingTest("by another method", async ({ world }) => {
    for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
      const answer = await world.app.request(tokenEndpoint, { method });
      expect({ method, status: answer.status, allow: answer.headers.get("allow") }).toEqual({
        method,
        status: 405,
        allow: "POST, OPTIONS",
      });
    }
  });

  sharingTest("at great length", async ({ world }) => {
    expect((await signIn(world, form("a".repeat(70_000)))).status).toBe(413);
    expect((await signIn(world, form(`${"a".repeat(9000)}.b.c`))).status).toBe(401);
  });
});
