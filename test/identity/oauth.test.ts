import { eq } from "drizzle-orm";
import { type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect } from "vitest";
import { addClient } from "../../src/identity/index.ts";
import { clientKeys, clients, members, participants } from "../../src/identity/schema.ts";
import { permissions } from "../../src/permissions.ts";
import type { Database } from "../../src/platform/context.ts";
import { transact } from "../../src/platform/db.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { keyPair } from "../keys.ts";
import { issuer, type Person, sharingTest, test, type World } from "../world.ts";

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** A system of De Brug with a key of its own, and what it sends to sign in. */
async function newSystem(world: World, scopes: readonly (typeof permissions)[number][] = permissions) {
  const { privateKey, publicKey } = await keyPair();
  const client = await addClient(world.job(world.bridge.id), {
    name: "System",
    scopes: [...scopes],
    publicKey,
  });
  const kid = client.keys[0]?.kid ?? "";
  const now = Math.floor(world.clock.time.getTime() / 1000);

  async function assertion(claims: JWTPayload = {}, header: Record<string, unknown> = {}) {
    const payload = {
      iss: client.id,
      sub: client.id,
      aud: issuer,
      jti: randomIds(),
      iat: now,
      exp: now + 60,
      ...claims,
    };
    return new SignJWT(payload).setProtectedHeader({ alg: "EdDSA", kid, ...header }).sign(privateKey);
  }
  return { clientId: client.id, kid, now, privateKey, assertion };
}

async function signIn(
  world: World,
  fields: Record<string, string> | URLSearchParams | string,
  type?: string,
) {
  const response = await world.app.request(`${issuer}/oauth/token`, {
    method: "POST",
    headers: { "content-type": type ?? "application/x-www-form-urlencoded" },
    body: typeof fields === "string" ? fields : new URLSearchParams(fields).toString(),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

const form = (assertion: string, more: Record<string, string> = {}) => ({
  grant_type: "client_credentials",
  client_assertion_type: assertionType,
  client_assertion: assertion,
  ...more,
});

const useToken = (world: World, token: string, path = "/events") =>
  world.app.request(`${issuer}/v1${path}`, { headers: { authorization: `Bearer ${token}` } });

test("a system signs in with its key and is given a token for five minutes", async ({ world }) => {
  const system = await newSystem(world);
  const { status, body, headers } = await signIn(world, form(await system.assertion()));
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: "Bearer", expires_in: 300 });
  expect(headers.get("cache-control")).toBe("no-store");
  expect((await useToken(world, body.access_token)).status).toBe(200);
  world.clock.time = new Date(world.clock.time.getTime() + 301_000);
  expect((await useToken(world, body.access_token)).status).toBe(401);
});

test("a token holds what was asked for and no more", async ({ world }) => {
  const system = await newSystem(world, ["events:read", "referrals:receive"]);
  const { body } = await signIn(world, form(await system.assertion(), { scope: "events:read" }));
  expect(body.scope).toBe("events:read");
  expect((await useToken(world, body.access_token, "/referrals?direction=received")).status).toBe(403);
  expect(await signIn(world, form(await system.assertion(), { scope: "events:read cases" }))).toMatchObject({
    status: 400,
    body: { error: "invalid_scope" },
  });
});

test("the metadata names what the service does", async ({ world }) => {
  const metadata = await (await world.app.request(`${issuer}/.well-known/oauth-authorization-server`)).json();
  expect(metadata).toMatchObject({
    issuer,
    token_endpoint: `${issuer}/oauth/token`,
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
  });
  const jwks = await (await world.app.request(metadata.jwks_uri)).json();
  for (const key of jwks.keys)
    expect(Object.keys(key).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
});

describe("acting for a member", () => {
  const member = (person: Person) => ({ on_behalf_of: person.memberId });

  test("gives what both the client and the member may do", async ({ world }) => {
    const system = await newSystem(world, ["referrals:receive", "cases"]);
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

describe("what is not an assertion of a client is refused, always in the same words", () => {
  const forgeries: Record<
    string,
    (system: Awaited<ReturnType<typeof newSystem>>) => Promise<string> | string
  > = {
    "no algorithm": ({ clientId, now }) =>
      new UnsecuredJWT({
        iss: clientId,
        sub: clientId,
        aud: issuer,
        jti: randomIds(),
        iat: now,
        exp: now + 60,
      }).encode(),
    "an HMAC with the public key": async ({ clientId, kid, now }) =>
      new SignJWT({ iss: clientId, sub: clientId, aud: issuer, jti: randomIds(), iat: now, exp: now + 60 })
        .setProtectedHeader({ alg: "HS256", kid })
        .sign(new TextEncoder().encode("any secret that is long enough for it")),
    "somebody else's key": async ({ clientId, kid, now }) =>
      new SignJWT({ iss: clientId, sub: clientId, aud: issuer, jti: randomIds(), iat: now, exp: now + 60 })
        .setProtectedHeader({ alg: "EdDSA", kid })
        .sign((await keyPair()).privateKey),
    "an unknown client": ({ assertion }) => {
      const nobody = randomIds();
      return assertion({ iss: nobody, sub: nobody });
    },
    "an unknown kid": ({ assertion }) => assertion({}, { kid: "../../etc/passwd" }),
    "no kid": ({ assertion }) => assertion({}, { kid: undefined }),
    "a key in the header": async ({ assertion }) =>
      assertion({}, { kid: "other", jwk: (await keyPair()).publicKey }),
    "an unknown critical header": async ({ clientId, kid, now, privateKey }) =>
      new SignJWT({ iss: clientId, sub: clientId, aud: issuer, jti: randomIds(), iat: now, exp: now + 60 })
        .setProtectedHeader({ alg: "EdDSA", kid, crit: ["b64"], b64: true })
        .sign(privateKey)
        .then((jwt) => {
          const [, ...rest] = jwt.split(".");
          return [
            btoa(JSON.stringify({ alg: "EdDSA", kid, crit: ["odd"], odd: 1 })).replaceAll("=", ""),
            ...rest,
          ].join(".");
        }),
    "the token endpoint as audience": ({ assertion }) => assertion({ aud: `${issuer}/oauth/token` }),
    "a list of audiences": ({ assertion }) => assertion({ aud: [issuer] }),
    "an audience with a slash": ({ assertion }) => assertion({ aud: `${issuer}/` }),
    "another subject": ({ assertion }) => assertion({ sub: randomIds() }),
    "an end in the past": ({ assertion, now }) => assertion({ iat: now - 120, exp: now - 60 }),
    "no end": ({ assertion }) => assertion({ exp: undefined as never }),
    "an end that is text": ({ assertion }) => assertion({ exp: "soon" as never }),
    "an end with a fraction": ({ assertion, now }) => assertion({ exp: now + 60.5 }),
    "a beginning in the future": ({ assertion, now }) => assertion({ iat: now + 61, exp: now + 120 }),
    "not before the future": ({ assertion, now }) => assertion({ nbf: now + 61 }),
    "a life of more than five minutes": ({ assertion, now }) => assertion({ exp: now + 301 }),
    "no jti": ({ assertion }) => assertion({ jti: undefined as never }),
    "no assertion at all": () => "",
    text: () => "not.a.token",
  };

  for (const [name, forge] of Object.entries(forgeries))
    sharingTest(name, async ({ world }) => {
      const system = await newSystem(world);
      const { status, body } = await signIn(world, form(await forge(system)));
      expect({ status, body }).toEqual({ status: 401, body: { error: "invalid_client" } });
    });

  sharingTest("an assertion that was used", async ({ world }) => {
    const system = await newSystem(world);
    const assertion = await system.assertion();
    expect((await signIn(world, form(assertion))).status).toBe(200);
    expect(await signIn(world, form(assertion))).toMatchObject({
      status: 401,
      body: { error: "invalid_client" },
    });
  });

  sharingTest("the same jti of another client is another one", async ({ world }) => {
    const [one, other] = [await newSystem(world), await newSystem(world)];
    expect((await signIn(world, form(await one.assertion({ jti: "same" })))).status).toBe(200);
    expect((await signIn(world, form(await other.assertion({ jti: "same" })))).status).toBe(200);
  });

  sharingTest("a client_id that is not the assertion's", async ({ world }) => {
    const system = await newSystem(world);
    const answer = await signIn(world, form(await system.assertion(), { client_id: randomIds() }));
    expect(answer).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  });
});

test("a request that is no form, names a parameter twice or asks for another grant is told so", async ({
  world,
}) => {
  const system = await newSystem(world);
  const fields = new URLSearchParams(form(await system.assertion()));
  fields.append("grant_type", "client_credentials");
  expect((await signIn(world, fields)).body).toEqual({ error: "invalid_request" });
  expect((await signIn(world, JSON.stringify({}), "application/json")).body).toEqual({
    error: "invalid_request",
  });
  expect((await signIn(world, form(await system.assertion(), { grant_type: "password" }))).body).toEqual({
    error: "unsupported_grant_type",
  });
  expect((await world.app.request(`${issuer}/oauth/token`)).status).toBe(405);
});

describe("what is not an access token is refused", () => {
  const tokens: Record<string, (world: World) => Promise<string> | string> = {
    "a client's assertion": async (world) => (await newSystem(world)).assertion(),
    "a token of another type": ({ platform }) =>
      platform.signing.sign("JWT", {
        aud: `${issuer}/v1`,
        sub: "x",
        jti: "x",
        iat: 1767603600,
        exp: 1767603900,
      }),
    "a token for another audience": async (world) => {
      const [, payload = ""] = (await world.tokenOf(world.noor)).split(".");
      return world.platform.signing.sign("at+jwt", { ...JSON.parse(atob(payload)), aud: issuer });
    },
    "a token whose signature was changed": async (world) =>
      (await world.tokenOf(world.noor)).replace(/.{4}$/, "AAAA"),
    "a very long one": () => `${"a".repeat(9000)}.b.c`,
    "two of them": async (world) => `${await world.tokenOf(world.noor)}, Bearer x.y.z`,
  };
  for (const [name, make] of Object.entries(tokens))
    sharingTest(name, async ({ world }) => {
      const response = await useToken(world, await make(world));
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toContain("Bearer");
    });

  test("one that was good before, and has ended", async ({ world }) => {
    const token = await world.tokenOf(world.noor);
    expect((await useToken(world, token)).status).toBe(200);
    const { exp } = JSON.parse(atob(token.split(".")[1] ?? ""));
    world.clock.time = new Date(exp * 1000 - 1);
    expect((await useToken(world, token)).status).toBe(200);
    world.clock.time = new Date(exp * 1000);
    expect((await useToken(world, token)).status).toBe(401);
    expect((await useToken(world, token)).status).toBe(401);
  });

  test("another's claims under the signature of one that was good before", async ({ world }) => {
    const [good, other] = [await world.tokenOf(world.noor), await world.tokenOf(world.eva)];
    expect((await useToken(world, good)).status).toBe(200);
    const [header, , signature] = good.split(".");
    expect((await useToken(world, [header, other.split(".")[1], signature].join("."))).status).toBe(401);
  });

  sharingTest("one in the query", async ({ world }) => {
    const token = await world.tokenOf(world.noor);
    expect((await world.app.request(`${issuer}/v1/events?access_token=${token}`)).status).toBe(401);
  });

  sharingTest("but the scheme's case does not matter", async ({ world }) => {
    const authorization = `bearer ${await world.tokenOf(world.noor)}`;
    expect((await world.app.request(`${issuer}/v1/events`, { headers: { authorization } })).status).toBe(200);
  });
});

describe("a suspension bites on the next request, whatever the token says", () => {
  const suspensions: Record<string, (tx: Database, at: Date) => Promise<unknown>> = {
    client: (tx, suspendedAt) => tx.update(clients).set({ suspendedAt }),
    member: (tx, suspendedAt) => tx.update(members).set({ suspendedAt }),
    key: (tx, revokedAt) => tx.update(clientKeys).set({ revokedAt }),
    "key that has expired": (tx, expiresAt) => tx.update(clientKeys).set({ expiresAt }),
  };
  for (const [name, suspend] of Object.entries(suspensions))
    test(`of a ${name}`, async ({ world }) => {
      const token = await world.tokenOf(world.noor);
      expect((await useToken(world, token)).status).toBe(200);
      // For De Brug alone: row-level security finds no other's.
      await transact(world.job(world.bridge.id), (tx) => suspend(tx, world.clock.time));
      expect((await useToken(world, token)).status).toBe(401);
      expect((await world.as(world.eva).get("/events")).status).toBe(200);
    });

  test("of a participant", async ({ world }) => {
    const token = await world.tokenOf(world.noor);
    expect((await useToken(world, token)).status).toBe(200);
    await transact(world.job(world.operator.id), (tx) =>
      tx
        .update(participants)
        .set({ suspendedAt: world.clock.time })
        .where(eq(participants.id, world.bridge.id)),
    );
    expect((await useToken(world, token)).status).toBe(401);
  });
});
