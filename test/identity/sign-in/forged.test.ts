import { createHmac } from "node:crypto";
import { UnsecuredJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { en } from "../../../src/identity/sign-in/pages/words/en.ts";
import { type Hostile, startHostile } from "./hostile.ts";
import { type Browser, type SignInNetwork, signInNetwork } from "./network.ts";

let hostile: Hostile;
let net: SignInNetwork;
const session = "handreiking-session";

beforeAll(async () => {
  hostile = await startHostile();
  net = await signInNetwork();
  await net.provide(net.world.helpline.id, { issuer: hostile.issuer });
  await net.link(net.world.eva, "eva");
});
afterAll(() => hostile.close());
beforeEach(() => {
  hostile.forge = (honest, sign) => sign(honest);
  hostile.metadata = {};
  hostile.asked.length = 0;
});

async function begin(browser: Browser = net.browser(), organization = net.names.helpline) {
  const { searchParams } = await browser.begin(organization);
  hostile.nonce = searchParams.get("nonce") ?? "";
  return { browser, state: searchParams.get("state") ?? "" };
}

const callback = (parameters: Record<string, string>, participantId = net.world.helpline.id) =>
  `/sign-in/${participantId}/callback?${new URLSearchParams(parameters)}`;

const answered = (state: string) => ({ code: "one", state, iss: hostile.issuer });

async function finish(change: Record<string, string | undefined> = {}) {
  const { browser, state } = await begin();
  const all = Object.entries({ ...answered(state), ...change }).filter(([, value]) => value !== undefined);
  return {
    browser,
    answer: await browser.visit(callback(Object.fromEntries(all) as Record<string, string>)),
  };
}

async function refused(browser: Browser, text: string, refusal: keyof typeof en.refused.why) {
  expect(text).toContain(en.refused.why[refusal].slice(0, 30));
  expect(browser.jar.has(session)).toBe(false);
}

test("an honest answer signs in: what follows differs from it in one thing each", async () => {
  const { browser, answer } = await finish();
  expect(answer.status).toBe(200);
  expect(browser.jar.has(session)).toBe(true);
  expect(hostile.asked[0]?.get("code_verifier")).toMatch(/^[\w-]{43}$/);
  expect(hostile.asked[0]?.has("client_secret")).toBe(false);
});

const now = () => Math.floor(Date.now() / 1000);

describe("an ID token is not believed", () => {
  test.each([
    ["of another issuer", { iss: "https://inloggen.example.org" }],
    ["of an issuer with a slash more", () => ({ iss: `${hostile.issuer}/` })],
    ["for another client", { aud: "another" }],
    ["for a client whose name begins with ours", { aud: "handreiking2" }],
    ["for others besides, without a word on who asked", { aud: ["handreiking", "another"] }],
    ["that another client asked for", { aud: ["handreiking", "another"], azp: "another" }],
    ["for us alone, that another client asked for", { azp: "another" }],
    ["that has expired", () => ({ exp: now() - 60, iat: now() - 400 })],
    ["that never expires", { exp: undefined }],
    ["that expires as a text", () => ({ exp: String(now() + 300) })],
    ["that is only good later", () => ({ nbf: now() + 300 })],
    ["with another nonce", { nonce: "another" }],
    ["without a nonce", { nonce: undefined }],
    ["without a subject", { sub: undefined }],
    ["of a subject that is no text", { sub: 7 }],
  ] as const)("%s", async (_, change) => {
    const changes = typeof change === "function" ? change() : change;
    hostile.forge = (honest, sign) => sign(JSON.parse(JSON.stringify({ ...honest, ...changes })));
    const { browser, answer } = await finish();
    await refused(browser, answer.text, "provider");
    expect(answer.status).toBe(502);
  });

  test("without a signature, though the provider says that it may", async () => {
    hostile.forge = (honest) => new UnsecuredJWT(honest).encode();
    const { browser, answer } = await finish();
    await refused(browser, answer.text, "provider");
  });

  test.each(["none", "None", "NONE", "nOnE"])("that names %s as its algorithm", async (alg) => {
    hostile.forge = async (honest, sign) => {
      const [, payload] = (await sign(honest)).split(".");
      return `${Buffer.from(JSON.stringify({ alg })).toString("base64url")}.${payload}.`;
    };
    const { browser, answer } = await finish();
    await refused(browser, answer.text, "provider");
  });

  test("under a shared secret that the public key would be", async () => {
    hostile.forge = async (honest, sign) => {
      const [, payload] = (await sign(honest)).split(".");
      const head = `${Buffer.from(JSON.stringify({ alg: "HS256", kid: "one" })).toString("base64url")}.${payload}`;
      return `${head}.${createHmac("sha256", "one").update(head).digest("base64url")}`;
    };
    const { browser, answer } = await finish();
    await refused(browser, answer.text, "provider");
  });

  test("whose content was changed after it was signed", async () => {
    hostile.forge = async (honest, sign) => {
      const [head, , signature] = (await sign(honest)).split(".");
      const payload = Buffer.from(JSON.stringify({ ...honest, sub: "noor" })).toString("base64url");
      return `${head}.${payload}.${signature}`;
    };
    const { browser, answer } = await finish();
    await refused(browser, answer.text, "provider");
  });

  test("of a key that the provider does not publish", async () => {
    hostile.forge = (honest, sign) => sign(honest, { kid: "another" });
    const { browser, answer } = await finish();
    await refused(browser, answer.text, "provider");
  });
});

describe("an answer through the browser is not taken", () => {
  test.each([
    ["that names another provider", { iss: "https://inloggen.example.org" }],
    ["of a provider that always names itself and here does not", { iss: undefined }],
  ])("%s (RFC 9207)", async (_, change) => {
    const { browser, answer } = await finish(change);
    await refused(browser, answer.text, "provider");
    expect(hostile.asked).toEqual([]);
  });

  test.each([
    ["with another state", { state: "another" }],
    ["without a state", { state: undefined }],
  ])("%s", async (_, change) => {
    const { browser, answer } = await finish(change);
    await refused(browser, answer.text, "expired");
    expect(hostile.asked).toEqual([]);
  });

  test("with two states", async () => {
    const { browser, state } = await begin();
    const { text } = await browser.visit(`${callback(answered(state))}&state=${state}`);
    await refused(browser, text, "expired");
  });

  test("without a code", async () => {
    const { browser, answer } = await finish({ code: undefined });
    await refused(browser, answer.text, "provider");
  });

  test("a second time, with the same code", async () => {
    const { browser, state } = await begin();
    await browser.visit(callback(answered(state)));
    browser.jar.delete(session);
    const again = await browser.visit(callback(answered(state)));
    await refused(browser, again.text, "expired");
    expect(hostile.asked).toHaveLength(1);
  });

  test("twice at the same moment", async () => {
    const { browser, state } = await begin();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => browser.visit(callback(answered(state)))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(hostile.asked).toHaveLength(1);
  });

  test("in another browser than the one that it began in", async () => {
    const { state } = await begin();
    const other = net.browser();
    await refused(other, (await other.visit(callback(answered(state)))).text, "expired");
    await begin(other);
    await refused(other, (await other.visit(callback(answered(state)))).text, "expired");
  });

  test("after ten minutes", async () => {
    const { browser, state } = await begin();
    const { clock } = net.world;
    const before = clock.time;
    clock.time = new Date(before.getTime() + 600_000);
    await refused(browser, (await browser.visit(callback(answered(state)))).text, "expired");
    clock.time = before;
  });

  test("at the address of another participant, whose provider it is not", async () => {
    await net.provide(net.world.bridge.id, { issuer: hostile.issuer });
    await net.link(net.world.noor, "eva");
    const { browser, state } = await begin();
    const { text } = await browser.visit(callback(answered(state), net.world.bridge.id));
    await refused(browser, text, "expired");
    expect((await browser.visit("/sign-in/nobody/callback?code=one")).status).toBe(403);
  });

  test("once the participant has another provider", async () => {
    const { browser, state } = await begin();
    await net.provide(net.world.helpline.id, { issuer: hostile.issuer, clientId: "another" });
    const { text } = await browser.visit(callback(answered(state)));
    await net.provide(net.world.helpline.id, { issuer: hostile.issuer });
    await refused(browser, text, "expired");
  });

  test("that says no, in words that are not repeated", async () => {
    const told = "<script>alert(1)</script> geheim";
    const { browser, answer } = await finish({
      code: undefined,
      error: "access_denied",
      error_description: told,
    });
    await refused(browser, answer.text, "cancelled");
    expect(answer.text).not.toMatch(/geheim|access_denied|<script/);
  });
});

describe("a provider is not believed", () => {
  test.each([
    ["that calls itself something else", { issuer: "https://inloggen.example.org" }],
    ["that sends people to a script", { authorization_endpoint: "javascript:alert(1)" }],
    ["that sends people inside a network", { authorization_endpoint: "http://10.0.0.1/authorize" }],
    ["that has people sign in nowhere", { authorization_endpoint: undefined }],
  ])("%s", async (_, metadata) => {
    hostile.metadata = metadata;
    const browser = net.browser();
    const { status, text } = await browser.submit("/sign-in", { organization: net.names.helpline });
    expect(status).toBe(502);
    await refused(browser, text, "provider");
    expect(text).not.toMatch(/javascript|10\.0\.0\.1/);
  });

  test.each([
    ["whose keys stand inside a network", { jwks_uri: "http://169.254.169.254/latest/meta-data" }],
    ["whose codes are taken inside a network", { token_endpoint: "http://192.168.0.1/token" }],
    ["that signs by nothing that we take", { id_token_signing_alg_values_supported: ["none", "HS256"] }],
  ])("%s", async (_, metadata) => {
    const { browser, state } = await begin();
    hostile.metadata = metadata;
    await refused(browser, (await browser.visit(callback(answered(state)))).text, "provider");
  });

  test("and what it did is told in the log by a code, without anything that was received", async () => {
    hostile.forge = (honest, sign) => sign({ ...honest, nonce: "geheim" });
    await finish();
    const line = net.world.logged.at(-1);
    expect(line).toMatchObject({
      operationId: "finishSignIn",
      status: 502,
      participantId: net.world.helpline.id,
    });
    expect(line?.failure).toMatch(/^SignInRefused\(provider: OAUTH_[A-Z_]+\)$/);
    expect(JSON.stringify(net.world.logged)).not.toMatch(/geheim|eva"|state=/);
  });
});

test("a session that the browser held before ends, and the new one has another token", async () => {
  const { browser } = await finish();
  const before = browser.jar.get(session) ?? "";
  const { state } = await begin(browser);
  await browser.visit(callback(answered(state)));
  expect(browser.jar.get(session)).not.toBe(before);
  const old = net.browser();
  old.jar.set(session, before);
  expect((await old.visit("/v1/sessions")).status).toBe(401);
});
