import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../../../src/identity/sign-in/pages/words/en.ts";
import { here, type SignInNetwork, signInNetwork } from "./network.ts";
import { type RealProvider, startProvider } from "./provider.ts";
import type { Account } from "./provider-process.ts";

let provider: RealProvider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());

/** A network whose helpline signs in at the provider, which knows this service. */
async function network(settings: Parameters<SignInNetwork["provide"]>[1] = {}) {
  const net = await signInNetwork();
  const redirectUris = [net.world.helpline, net.world.bridge].map(
    ({ id }) => `${here}/sign-in/${id}/callback`,
  );
  const common = {
    redirect_uris: redirectUris,
    response_types: ["code" as const],
    grant_types: ["authorization_code"],
    id_token_signed_response_alg: "RS256" as const,
  };
  await provider.tell({
    clients: [
      {
        ...common,
        client_id: "handreiking",
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "EdDSA",
        jwks: net.signing.publicKeys as never,
      },
      { ...common, client_id: "public", token_endpoint_auth_method: "none" },
    ],
  });
  await net.provide(net.world.helpline.id, { issuer: provider.issuer, ...settings });
  await net.link(net.world.eva, "eva-1");
  return net;
}

async function signIn(net: SignInNetwork, account: Account, organization = net.names.helpline) {
  const browser = net.browser();
  const back = await provider.signIn((await browser.begin(organization)).href, account);
  return { browser, back, answer: await browser.visit(back.slice(here.length)) };
}

const session = "handreiking-session";
const why = (refusal: keyof typeof en.refused.why) => en.refused.why[refusal].slice(0, 30);

describe("a person whose organization has a provider", () => {
  test.each(["handreiking", "public"])(
    "signs in there, by this service's key or none (%s), and sees who they are",
    async (clientId) => {
      const clientAuthentication = clientId === "public" ? "none" : "private_key_jwt";
      const net = await network({ clientId, clientAuthentication });
      const { browser, answer } = await signIn(net, { sub: "eva-1" });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('content="0;url=/account"');
      expect(browser.jar.has(session)).toBe(true);
      expect(browser.jar.has("handreiking-sign-in")).toBe(false);
      const account = await browser.visit("/account");
      expect(account.text).toContain(net.names.helpline);
      expect(account.text).toContain("Counsellor");
      const own = await browser.visit("/v1/sessions", { accept: "application/json" });
      expect(JSON.parse(own.text).items).toMatchObject([{ method: "oidc", current: true }]);
      const entries = await net.world.audited(net.world.helpline.id, net.world.eva.memberId ?? "");
      expect(entries).toContain("member.paired");
    },
  );

  test("whatever the case and the spaces that they write its name in", async () => {
    const net = await network();
    const { answer } = await signIn(net, { sub: "eva-1" }, `  ${net.names.helpline.toUpperCase()} `);
    expect(answer.status).toBe(200);
  });

  test("is paired by a verified address at first, and known by the subject from then on", async () => {
    const net = await network({ memberClaim: "email", scopes: ["email"] });
    await net.link(net.world.eva, "Eva@helplijn.example");
    const email = "eva@helplijn.example";
    const unverified = await signIn(net, { sub: "eva-2", email, email_verified: false });
    expect(unverified.answer.text).toContain(why("unknown-person"));
    expect((await signIn(net, { sub: "eva-2", email, email_verified: true })).answer.status).toBe(200);
    const moved = { sub: "eva-2", email: "e.smit@helplijn.example", email_verified: true };
    expect((await signIn(net, moved)).answer.status).toBe(200);
    const successor = await signIn(net, { sub: "someone-else", email, email_verified: true });
    expect(successor.answer.text).toContain(why("unknown-person"));
    expect(successor.browser.jar.has(session)).toBe(false);
  });

  test("is not let in when nobody entered them, whatever name they bring", async () => {
    const net = await network();
    const { answer, browser } = await signIn(net, { sub: "stranger", name: "Somebody" });
    expect({ status: answer.status, known: answer.text.includes(why("unknown-person")) }).toEqual({
      status: 403,
      known: true,
    });
    expect(browser.jar.has(session)).toBe(false);
  });

  test("is not let in while suspended", async () => {
    const net = await network();
    const system = net.world.system(net.world.helpline);
    await net.world.as(system).put(`/members/${net.world.eva.memberId}/suspension`);
    expect((await signIn(net, { sub: "eva-1" })).answer.text).toContain(why("suspended"));
  });

  test("is not let in when the participant was suspended meanwhile", async () => {
    const net = await network();
    const browser = net.browser();
    const back = await provider.signIn((await browser.begin(net.names.helpline)).href, { sub: "eva-1" });
    const coordinator = await net.world.member(net.world.operator, "coordinator");
    const path = `/participants/${net.world.helpline.id}/suspension`;
    await net.world.as(coordinator).put(path, { suspended: true });
    expect((await browser.visit(back.slice(here.length))).text).toContain(why("suspended"));
    const again = await net.browser().submit("/sign-in", { organization: net.names.helpline });
    expect(again.text).toContain(why("unknown-organization"));
  });

  test("is not somebody of another organization, whose provider says that it is them", async () => {
    const net = await network();
    await net.provide(net.world.bridge.id, { issuer: provider.issuer });
    const { answer, browser } = await signIn(net, { sub: "eva-1" }, net.names.bridge);
    expect(answer.text).toContain(why("unknown-person"));
    expect(browser.jar.has(session)).toBe(false);
  });
});

describe("a provider that tells how somebody signed in", () => {
  test("lets in whoever did it strongly enough, and nobody else", async () => {
    const net = await network({ requiredAcr: ["strong"] });
    const weak = await signIn(net, { sub: "eva-1", acr: "weak" });
    expect(weak.answer.text).toContain(why("not-strong"));
    expect((await signIn(net, { sub: "eva-1" })).answer.text).toContain(why("not-strong"));
    expect((await signIn(net, { sub: "eva-1", acr: "strong" })).answer.status).toBe(200);
  });
});

describe("a provider that tells roles", () => {
  const roleMapping = [
    { value: "vertrouwenspersonen", roles: ["counsellor" as const] },
    { value: "beheer", roles: ["administrator" as const] },
  ];
  const mapped = { roleClaim: "groups", roleMapping };

  test("sets them at each sign-in, and lets nobody in without one", async () => {
    const net = await network(mapped);
    const rolesOf = async () => {
      const { body } = await net.world
        .as(net.world.system(net.world.helpline))
        .get(`/members/${net.world.eva.memberId}`);
      return body.roles;
    };
    await signIn(net, { sub: "eva-1", groups: ["vertrouwenspersonen", "beheer", "lunch"] });
    expect(await rolesOf()).toEqual(["counsellor", "administrator"]);
    const none = await signIn(net, { sub: "eva-1", groups: ["lunch"] });
    expect(none.answer.text).toContain(why("no-role"));
    const last = await signIn(net, { sub: "eva-1", groups: "vertrouwenspersonen" });
    expect(last.answer.text).toContain(why("no-role"));
    await net.world.member(net.world.helpline, "administrator");
    expect((await signIn(net, { sub: "eva-1", groups: "vertrouwenspersonen" })).answer.status).toBe(200);
    expect(await rolesOf()).toEqual(["counsellor"]);
  });

  test("adds members only where the configuration says so", async () => {
    const net = await network(mapped);
    const ilse = { sub: "ilse", name: "Ilse Bakker", groups: ["vertrouwenspersonen"] };
    expect((await signIn(net, ilse)).answer.text).toContain(why("unknown-person"));
    await net.provide(net.world.helpline.id, { issuer: provider.issuer, ...mapped, addsMembers: true });
    const { browser, answer } = await signIn(net, ilse);
    expect(answer.status).toBe(200);
    expect((await browser.visit("/account")).text).toContain("Ilse Bakker");
    expect((await signIn(net, { sub: "piet", name: "Piet", groups: [] })).answer.text).toContain(
      why("no-role"),
    );
    expect((await signIn(net, ilse)).answer.status).toBe(200);
  });
});
