import { describe, expect } from "vitest";
import { createSigning } from "../../src/platform/keys/signing.ts";
import { issuer, sharingTest, test, type World } from "../world/world.ts";
import { ask, bearer, newSystem } from "./systems.ts";

describe("what is not an access token is refused", () => {
  const tokens: Record<string, (world: World) => Promise<string> | string> = {
    "a client's assertion": async (world) => (await newSystem(world)).assertion(),
    "a client's assertion that calls itself an access token": async (world) =>
      (await newSystem(world)).assertion({ aud: `${issuer}/v1` }, { typ: "at+jwt" }),
    "a token of another type": async (world) => resigned(world, {}, "JWT"),
    "a receipt": async (world) => resigned(world, {}, "consent-receipt+jwt"),
    "a token for another audience": (world) => resigned(world, { aud: issuer }),
    "a token for an audience that begins as ours does": (world) => resigned(world, { aud: `${issuer}/v1/` }),
    "a token of another issuer": async (world) => {
      const elsewhere = await createSigning("https://elsewhere.example", world.keys.SIGNING_KEYS);
      return resigned(
        { ...world, platform: { ...world.platform, signing: elsewhere } },
        { iss: elsewhere.issuer },
      );
    },
    "a token without an end": (world) => resigned(world, { exp: undefined }),
    "a token of no client": (world) => resigned(world, { client_id: undefined }),
    "a token whose signature was changed": async (world) =>
      (await world.tokenOf(world.noor)).replace(/.{4}$/, "AAAA"),
    "a token without its signature": async (world) => (await world.tokenOf(world.noor)).replace(/[^.]*$/, ""),
    "a token that says that it needs no signature": async (world) => {
      const [, payload] = (await world.tokenOf(world.noor)).split(".");
      return `${btoa('{"alg":"none","typ":"at+jwt"}').replaceAll("=", "")}.${payload}.`;
    },
    "a token of more than eight kilobytes": () => `${"a".repeat(9000)}.b.c`,
    "two of them": async (world) => `${await world.tokenOf(world.noor)}, Bearer x.y.z`,
    text: () => "noor",
    nothing: () => "",
  };
  for (const [name, make] of Object.entries(tokens))
    sharingTest(name, async ({ world }) => {
      const answer = await ask(world, bearer(await make(world)));
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(
        /^Bearer realm="handreiking", error="invalid_token"/,
      );
    });

  test("one that was good before, and has ended", async ({ world }) => {
    const token = await world.tokenOf(world.noor);
    const status = async () => (await ask(world, bearer(token))).status;
    expect(await status()).toBe(200);
    const { exp } = JSON.parse(atob(token.split(".")[1] ?? ""));
    world.clock.time = new Date(exp * 1000 - 1);
    expect(await status()).toBe(200);
    world.clock.time = new Date(exp * 1000);
    expect(await status()).toBe(401);
    expect(await status()).toBe(401);
  });

  test("another's claims under the signature of one that was good before", async ({ world }) => {
    const [good, other] = [await world.tokenOf(world.noor), await world.tokenOf(world.eva)];
    expect((await ask(world, bearer(good))).status).toBe(200);
    const [header, , signature] = good.split(".");
    expect((await ask(world, bearer([header, other.split(".")[1], signature].join(".")))).status).toBe(401);
  });
});

/** The token of De Brug's member with other claims or of another type, under the service's own signature. */
async function resigned(world: World, claims: object, typ = "at+jwt"): Promise<string> {
  const [, payload = ""] = (await world.tokenOf(world.noor)).split(".");
  return world.platform.signing.sign(typ, { ...JSON.parse(atob(payload)), ...claims });
}

describe("how a token is sent", () => {
  sharingTest("not in the query", async ({ world }) => {
    const token = await world.tokenOf(world.noor);
    const answer = await world.app.request(`${issuer}/v1/events?access_token=${token}`);
    expect(answer.status).toBe(401);
    // Whoever sends nothing is not told that something was wrong with it (RFC 6750, section 3.1).
    expect(answer.headers.get("www-authenticate")).not.toContain("error");
  });

  sharingTest("not under another scheme", async ({ world }) => {
    const token = await world.tokenOf(world.noor);
    for (const authorization of [token, `Token ${token}`, `Basic ${btoa(`${token}:`)}`, `Bearer  ${token}`])
      expect((await ask(world, { authorization })).status).toBe(401);
  });

  sharingTest("not in two headers", async ({ world }) => {
    const headers = new Headers();
    for (const person of [world.noor, world.noor])
      headers.append("authorization", `Bearer ${await world.tokenOf(person)}`);
    expect((await world.app.request(`${issuer}/v1/events`, { headers })).status).toBe(401);
  });

  sharingTest("but the scheme's case does not matter", async ({ world }) => {
    const token = await world.tokenOf(world.noor);
    for (const scheme of ["bearer", "BEARER", "Bearer"])
      expect((await ask(world, { authorization: `${scheme} ${token}` })).status).toBe(200);
  });
});
