import { describe, expect } from "vitest";
import { sharingTest, test, type World } from "../../world/world.ts";

const path = "/identity-provider";
const provider = { issuer: "https://inloggen.example.org/realms/een", clientId: "handreiking" };
const system = (world: World) => world.as(world.system(world.helpline));

describe("an identity provider stands at a public address", () => {
  sharingTest.for([
    "http://inloggen.example.org",
    "https://inloggen.example.org:8443",
    "https://somebody@inloggen.example.org",
    "https://inloggen.example.org/?a",
    "https://inloggen.example.org/#a",
    "https://inloggen",
    "https://localhost",
    "https://127.0.0.1",
    "https://2130706433",
    "https://169.254.169.254",
    "https://[::ffff:10.0.0.1]",
    "https://kc.internal",
    "http://127.0.0.1:8080",
    "javascript:alert(1)",
    "inloggen.example.org",
  ])("and not at %s", async (issuer, { world }) => {
    const { status, body } = await system(world).put(path, { ...provider, issuer });
    expect({ status, at: body.errors[0].pointer }).toEqual({ status: 400, at: "/issuer" });
    expect(JSON.stringify(body)).not.toContain(issuer);
  });
});

test("an identity provider is set once, and replaced only by whoever read it", async ({ world }) => {
  const first = await system(world).put(path, provider);
  expect(first).toMatchObject({
    status: 200,
    body: { clientAuthentication: "private_key_jwt", memberClaim: "sub" },
  });
  const tag = first.headers.get("etag") ?? "";
  expect((await system(world).put(path, { ...provider, clientId: "b" })).status).toBe(428);
  const change = { ...provider, clientId: "b" };
  expect((await system(world).put(path, change, { "if-match": tag })).status).toBe(200);
  expect((await system(world).put(path, provider, { "if-match": tag })).status).toBe(412);
  expect((await system(world).send("DELETE", path, undefined, { "if-match": tag })).status).toBe(412);
  const { headers } = await system(world).get(path);
  const current = { "if-match": headers.get("etag") ?? "" };
  expect((await system(world).send("DELETE", path, undefined, current)).status).toBe(204);
  expect((await system(world).get(path)).status).toBe(404);
  expect((await system(world).put(path, provider, current)).status).toBe(412);
});

test("an identity provider is each participant's own", async ({ world }) => {
  await system(world).put(path, provider);
  expect((await world.as(world.system(world.bridge)).get(path)).status).toBe(404);
});

test.for([
  { addsMembers: true },
  { roleClaim: "groups" },
  { roleMapping: [{ value: "a", roles: ["counsellor"] }] },
  { roleClaim: "groups", roleMapping: [{ value: "a", roles: ["owner"] }] },
  { clientSecret: "geheim" },
])("an identity provider with %j is refused", async (settings, { world }) => {
  const { status, body } = await system(world).put(path, { ...provider, ...settings });
  expect(status).toBe(400);
  expect(JSON.stringify(body)).not.toContain("geheim");
});

describe("who a member is to the provider", () => {
  const at = (memberId = "") => `/members/${memberId}/identity`;

  test("is one member's alone, in whatever case it is written", async ({ world }) => {
    const ilse = await world.member(world.helpline, "counsellor");
    const noor = await world.member(world.bridge, "partner");
    const expected = "eva@helplijn.example";
    expect((await system(world).put(at(world.eva.memberId), { expected })).status).toBe(200);
    expect(await system(world).put(at(ilse.memberId), { expected: "EVA@helplijn.example" })).toMatchObject({
      status: 409,
      body: { type: "/problems/identity-taken" },
    });
    const elsewhere = await world.as(world.system(world.bridge)).put(at(noor.memberId), { expected });
    expect(elsewhere.status).toBe(200);
  });

  test("changes with the end of the member's sessions, and stays without", async ({ world }) => {
    const eva = await world.signIn(world.eva);
    const say = (expected: string) => system(world).put(at(world.eva.memberId), { expected });
    await say("eva");
    await say("eva");
    expect((await world.as(eva).get("/sessions")).status).toBe(200);
    await say("eva.smit");
    expect((await world.as(eva).get("/sessions")).status).toBe(401);
    const again = await world.signIn(world.eva);
    expect((await system(world).send("DELETE", at(world.eva.memberId))).status).toBe(204);
    expect((await world.as(again).get("/sessions")).status).toBe(401);
    expect((await system(world).get(at(world.eva.memberId))).status).toBe(404);
  });
});
