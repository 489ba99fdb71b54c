import { type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect } from "vitest";
import { randomIds } from "../../../src/platform/ids.ts";
import { issuer, sharingTest, type World } from "../../world/world.ts";
import {
  type Alg,
  form,
  newSystem,
  pairOf,
  type System,
  signIn,
  tokenEndpoint,
  written,
} from "../systems.ts";

const refusal = { status: 401, body: { error: "invalid_client" } };

const signedWith = async (
  { claims, kid }: System,
  alg: string,
  key: CryptoKey | Uint8Array,
  header: object = {},
  more: JWTPayload = {},
) => new SignJWT(claims(more)).setProtectedHeader({ alg, kid, ...header }).sign(key as CryptoKey);

/** Each is right in all but one thing. */
const forgeries: Record<string, (system: System, world: World) => Promise<string> | string> = {
  "no signature": ({ claims }) => new UnsecuredJWT(claims()).encode(),
  "no signature, and the algorithm in other letters": ({ claims, kid }) =>
    written(JSON.stringify({ alg: "NoNe", kid }), JSON.stringify(claims())),
  "an HMAC made with the public key": (system) =>
    signedWith(system, "HS256", new TextEncoder().encode(JSON.stringify(system.publicJwk).padEnd(32))),
  "somebody else's key under this one's name": async (system) =>
    signedWith(system, "EdDSA", (await pairOf("EdDSA")).privateKey),
  "the key's other name in the header, and another kind of key": async (system) =>
    signedWith(system, "ES256", (await pairOf("ES256")).privateKey),
  "a client that nobody knows": ({ assertion }) => {
    const nobody = randomIds();
    return assertion({ iss: nobody, sub: nobody });
  },
  "a key that the client does not have": ({ assertion }) => assertion({}, { kid: "other" }),
  "a name of a key that is a path": ({ assertion }) => assertion({}, { kid: "../../../dev/null" }),
  "a name of a key that is a statement": ({ assertion }) => assertion({}, { kid: "' or true --" }),
  "another client's name of a key": async ({ assertion }, world) =>
    assertion({}, { kid: (await newSystem(world)).kid }),
  "no name of a key": ({ assertion }) => assertion({}, { kid: undefined }),
  "a key that it brings itself": async (system) => {
    const { privateKey, publicJwk } = await pairOf("EdDSA");
    return signedWith(system, "EdDSA", privateKey, { jwk: publicJwk });
  },
  "an address where its key is": async (system) => {
    const { privateKey } = await pairOf("EdDSA");
    return signedWith(system, "EdDSA", privateKey, {
      jku: "http://127.0.0.1:1/keys",
      x5u: "http://127.0.0.1:1/certificate",
    });
  },
  "a certificate that it brings itself": async (system) =>
    signedWith(system, "EdDSA", (await pairOf("EdDSA")).privateKey, { x5c: ["MIIB"] }),
  "a critical extension": async ({ assertion, kid }) => {
    const [, payload, signature] = (await assertion()).split(".");
    const header = JSON.stringify({ alg: "EdDSA", kid, crit: ["odd"], odd: 1 });
    return [Buffer.from(header).toString("base64url"), payload, signature].join(".");
  },
  "claims that were changed": async ({ assertion, claims }) => {
    const [header, , signature] = (await assertion()).split(".");
    return [header, Buffer.from(JSON.stringify(claims())).toString("base64url"), signature].join(".");
  },
  "the token endpoint as audience": ({ assertion }) => assertion({ aud: tokenEndpoint }),
  "a list of audiences": ({ assertion }) => assertion({ aud: [issuer] }),
  "an access token of this service": ({ clientId }, { platform, clock }) =>
    platform.signing.sign("at+jwt", {
      sub: clientId,
      aud: issuer,
      jti: "one",
      iat: clock.time.getTime() / 1000,
      exp: clock.time.getTime() / 1000 + 60,
    }),
  "nothing at all": () => "",
};

describe("what is not an assertion of a client is refused, always in the same words", () => {
  for (const [name, forge] of Object.entries(forgeries))
    sharingTest(name, async ({ world }) => {
      const system = await newSystem(world);
      const { status, body } = await signIn(world, form(await forge(system, world)));
      expect({ status, body }).toEqual(refusal);
      // The system itself is as good as before.
      expect((await signIn(world, form(await system.assertion()))).status).toBe(200);
    });

  sharingTest("one that was used before", async ({ world }) => {
    const system = await newSystem(world);
    const assertion = await system.assertion();
    expect((await signIn(world, form(assertion))).status).toBe(200);
    expect(await signIn(world, form(assertion))).toMatchObject(refusal);
    // Another assertion under the same jti is the same one.
    const jti = JSON.parse(atob(assertion.split(".")[1] ?? "")).jti;
    expect(await signIn(world, form(await system.assertion({ jti, exp: system.now() + 90 })))).toMatchObject(
      refusal,
    );
  });

  sharingTest("but the same jti of another client is another one", async ({ world }) => {
    const [one, other] = [await newSystem(world), await newSystem(world)];
    const jti = randomIds();
    expect((await signIn(world, form(await one.assertion({ jti })))).status).toBe(200);
    expect((await signIn(world, form(await other.assertion({ jti })))).status).toBe(200);
  });

  sharingTest("one sent with another client's id", async ({ world }) => {
    const system = await newSystem(world);
    const assertion = await system.assertion();
    expect(await signIn(world, form(assertion, { client_id: randomIds() }))).toMatchObject(refusal);
    expect((await signIn(world, form(assertion, { client_id: system.clientId }))).status).toBe(200);
  });
});

describe("a client signs with any algorithm of the profile", () => {
  for (const alg of ["EdDSA", "Ed25519", "ES256", "PS256"] as Alg[])
    sharingTest(alg, async ({ world }) => {
      const system = await newSystem(world, { alg });
      expect((await signIn(world, form(await system.assertion()))).status).toBe(200);
      expect((await signIn(world, form(await system.assertion({ aud: tokenEndpoint })))).status).toBe(401);
    });
});

describe("the Dutch government's profile", () => {
  sharingTest(
    "takes RS256 and the token endpoint as audience, of a client registered so",
    async ({ world }) => {
      const system = await newSystem(world, { alg: "RS256", profile: "nl-gov" });
      for (const aud of [issuer, tokenEndpoint])
        expect((await signIn(world, form(await system.assertion({ aud })))).status).toBe(200);
      for (const aud of [[tokenEndpoint], `${tokenEndpoint}/`, `${tokenEndpoint}?a=b`])
        expect(await signIn(world, form(await system.assertion({ aud: aud as string })))).toMatchObject(
          refusal,
        );
      const modern = await newSystem(world, { alg: "ES256", profile: "nl-gov" });
      expect((await signIn(world, form(await modern.assertion()))).status).toBe(200);
    },
  );

  sharingTest("is nobody's by default: RS256 is refused, however right the signature", async ({ world }) => {
    const { privateKey, publicJwk } = await pairOf("RS256");
    const system = await newSystem(world, { alg: "PS256" });
    const { kid } = (
      await world
        .as(await world.member(world.bridge, "administrator"))
        .post(`/clients/${system.clientId}/keys`, { publicKey: publicJwk })
    ).body;
    expect(await signIn(world, form(await signedWith(system, "RS256", privateKey, { kid })))).toMatchObject(
      refusal,
    );
  });
});
