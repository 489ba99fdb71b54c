import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearSessions } from "../../../src/identity/index.ts";
import { askAsOwner } from "../../world/database.ts";
import { type Hostile, startHostile } from "./hostile.ts";
import { type Browser, here, type SignInNetwork, signInNetwork } from "./network.ts";

let hostile: Hostile;
let net: SignInNetwork;
beforeAll(async () => {
  hostile = await startHostile();
  net = await signInNetwork();
  await net.provide(net.world.helpline.id, { issuer: hostile.issuer });
  await net.link(net.world.eva, "eva");
});
afterAll(() => hostile.close());

async function signedIn(browser: Browser = net.browser()): Promise<Browser> {
  const { searchParams } = await browser.begin(net.names.helpline);
  hostile.nonce = searchParams.get("nonce") ?? "";
  const answer = { code: "one", state: searchParams.get("state") ?? "", iss: hostile.issuer };
  await browser.visit(`/sign-in/${net.world.helpline.id}/callback?${new URLSearchParams(answer)}`);
  expect(browser.jar.has("handreiking-session")).toBe(true);
  return browser;
}

describe("the page to sign in", () => {
  test.each([
    [undefined, "nl"],
    ["nl-BE,fr;q=0.8", "nl"],
    ["en-US,nl;q=0.9", "en"],
    ["fr, nl;q=0.5, en;q=0.2", "nl"],
    ["nl;q=0, en;q=0.1", "en"],
    ["fr", "en"],
    ["<script>", "en"],
  ])("is, for a browser that prefers %s, in %s", async (accepted, language) => {
    const headers = new Headers(accepted === undefined ? {} : { "accept-language": accepted });
    const { text } = await net.browser().visit("/sign-in", Object.fromEntries(headers));
    if (accepted !== undefined) expect(text).toContain(`<html lang="${language}">`);
    else expect(await (await net.app.request(`${here}/sign-in`)).text()).toContain('<html lang="nl">');
  });

  test("stays in the language that was chosen", async () => {
    const browser = net.browser();
    expect((await browser.visit("/sign-in?language=nl")).text).toContain('<html lang="nl">');
    expect((await browser.visit("/sign-in")).text).toContain("<h1>Inloggen</h1>");
    expect((await browser.visit("/sign-in?language=__proto__")).text).toContain("<h1>Inloggen</h1>");
  });

  test("uses nothing but its own style, needs no script, and is in nobody's frame", async () => {
    const { headers, text } = await net.browser().visit("/sign-in");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+='; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(text).not.toMatch(/<script|https?:\/\/|style=|onclick/);
  });

  test("names no organization, and tells a wrong name from one without a provider in no way", async () => {
    const page = await net.browser().visit("/sign-in");
    expect(page.text).not.toContain(net.names.helpline);
    const [wrong, without] = [
      await net.browser().submit("/sign-in", { organization: "Nergens" }),
      await net.browser().submit("/sign-in", { organization: net.names.bridge }),
    ];
    const number = /[0-9a-f-]{36}/;
    expect(wrong.status).toBe(403);
    expect(wrong.text.replace(number, "")).toBe(without.text.replace(number, ""));
    expect(wrong.text).not.toContain("Nergens");
  });

  test("does not choose between two organizations of one name", async () => {
    const twin = await net.world.participant(net.names.helpline, { sends: true });
    await net.provide(twin.id, { issuer: hostile.issuer });
    const { status } = await net.browser().submit("/sign-in", { organization: net.names.helpline });
    expect(status).toBe(403);
    const coordinator = await net.world.member(net.world.operator, "coordinator");
    await net.world.as(coordinator).put(`/participants/${twin.id}/suspension`, { suspended: true });
    await net.browser().begin(net.names.helpline);
  });

  test.each(["/sign-in", "/account", "/sign-out"])(
    "takes no form for %s from another site, nor from nowhere",
    async (path) => {
      const browser = await signedIn();
      for (const headers of [
        { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
        { origin: "null", "sec-fetch-site": "same-origin" },
        { origin: here, "sec-fetch-site": "same-site" },
      ]) {
        const { status, headers: answered } = await browser.submit(path, { everywhere: "yes" }, headers);
        expect(status).toBe(403);
        expect(answered.has("clear-site-data")).toBe(false);
      }
      expect((await browser.visit("/account")).status).toBe(200);
    },
  );

  test.each(["next", "return_to", "redirect_uri", "url"])("leads nowhere by %s", async (name) => {
    const { text, status, headers } = await net.browser().visit(`/sign-in?${name}=https://evil.example`);
    expect({ status, location: headers.get("location") }).toEqual({ status: 200, location: null });
    expect(text).not.toContain("evil");
  });
});

test("on the way out the page shows where it leads, and the browser is known by a cookie for ten minutes", async () => {
  const answer = await net.browser().submit("/sign-in", { organization: net.names.helpline });
  expect(answer.text).toContain(`<dd>${new URL(hostile.issuer).host}</dd>`);
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^handreiking-sign-in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/),
  ]);
  const [, query = ""] = /url=[^"?]+\?([^"]+)/.exec(answer.text) ?? [];
  const parameters = new URLSearchParams(query.replaceAll("&amp;", "&"));
  expect(Object.fromEntries(parameters)).toMatchObject({
    response_type: "code",
    client_id: "handreiking",
    scope: "openid",
    code_challenge_method: "S256",
    redirect_uri: `${here}/sign-in/${net.world.helpline.id}/callback`,
  });
});

test("whoever goes to sign in anew is no longer signed in as before", async () => {
  const browser = await signedIn();
  await browser.submit("/sign-in", { organization: "Nergens" });
  expect((await browser.visit("/account")).status).toBe(200);
  await browser.begin(net.names.helpline);
  expect((await browser.visit("/account")).status).toBe(303);
});

test("what waits for a provider is cleared away once nobody can finish it", async () => {
  const count = async () =>
    (
      await askAsOwner<{ n: number }>(
        net.world.database,
        "select count(*)::int as n from handreiking.sign_in",
      )
    )[0]?.n;
  await net.browser().begin(net.names.helpline);
  const before = net.world.clock.time;
  await clearSessions(net.platform);
  expect(await count()).toBeGreaterThan(0);
  net.world.clock.time = new Date(before.getTime() + 600_001);
  await clearSessions(net.platform);
  net.world.clock.time = before;
  expect(await count()).toBe(0);
});

test("a form that is far too long is refused as any body is", async () => {
  const { status, headers } = await net.browser().submit("/sign-in", { organization: "a".repeat(70_000) });
  expect({ status, type: headers.get("content-type") }).toEqual({
    status: 413,
    type: "application/problem+json",
  });
});

describe("the account", () => {
  test("sends whoever is not signed in to sign in", async () => {
    const { status, headers } = await net.browser().visit("/account");
    expect({ status, location: headers.get("location") }).toEqual({ status: 303, location: "/sign-in" });
  });

  test("tells who is signed in and where, and ends another session", async () => {
    const [laptop, telephone] = [await signedIn(), await signedIn()];
    const { text } = await laptop.visit("/account");
    expect(text).toContain("Somebody");
    expect(text).toContain("This browser");
    const [, session = ""] = /name="session" value="([^"]+)"/.exec(text) ?? [];
    for (let time = 0; time < 2; time++) {
      const { status, headers } = await laptop.submit("/account", { session });
      expect({ status, location: headers.get("location") }).toEqual({ status: 303, location: "/account" });
    }
    expect((await laptop.visit("/account")).status).toBe(200);
    await laptop.submit("/sign-out", { everywhere: "yes" });
    expect((await telephone.visit("/account")).status).toBe(303);
  });

  test("shows a name as text, whatever is in it", async () => {
    const helpline = await net.world.participant(`<b>Lijn</b> ${net.world.helpline.id}`, { sends: true });
    const piet = await net.world.member(helpline, "counsellor");
    await net.provide(helpline.id, { issuer: hostile.issuer });
    await net.link(piet, "piet");
    const browser = net.browser();
    const { searchParams } = await browser.begin(`<b>Lijn</b> ${net.world.helpline.id}`);
    hostile.nonce = searchParams.get("nonce") ?? "";
    hostile.sub = "piet";
    const answer = { code: "one", state: searchParams.get("state") ?? "", iss: hostile.issuer };
    await browser.visit(`/sign-in/${helpline.id}/callback?${new URLSearchParams(answer)}`);
    hostile.sub = "eva";
    const { text } = await browser.visit("/account");
    expect(text).toContain("&lt;b&gt;Lijn");
    expect(text).not.toContain("<b>Lijn");
  });
});

describe("signing out", () => {
  test("ends the session, and has the browser forget what it holds", async () => {
    const browser = await signedIn();
    const kept = new Map(browser.jar);
    const { status, headers, text } = await browser.submit("/sign-out", {});
    expect(status).toBe(200);
    expect(headers.get("clear-site-data")).toBe('"cache", "cookies", "storage"');
    expect(browser.jar.has("handreiking-session")).toBe(false);
    expect(text).toContain("You have signed out");
    for (const [name, value] of kept) browser.jar.set(name, value);
    expect((await browser.visit("/account")).status).toBe(303);
  });

  test("ends this session alone, unless it is to be everywhere", async () => {
    const [laptop, telephone, tablet] = [await signedIn(), await signedIn(), await signedIn()];
    await laptop.submit("/sign-out", {});
    expect((await telephone.visit("/account")).status).toBe(200);
    await telephone.submit("/sign-out", { everywhere: "yes" });
    expect((await tablet.visit("/account")).status).toBe(303);
  });

  test("is said the same to whoever was not signed in", async () => {
    expect((await net.browser().submit("/sign-out", {})).text).toContain("You have signed out");
  });
});

describe("where it is only tried out", () => {
  test("one signs in as anybody who is listed", async () => {
    const trial = await signInNetwork({ demo: true });
    const browser = trial.browser();
    const { text } = await browser.visit("/sign-in");
    expect(text).toContain(trial.names.helpline);
    const { participantId, memberId = "" } = trial.world.eva;
    const entry = text.slice(text.lastIndexOf("<form", text.indexOf(memberId)), text.indexOf(memberId));
    expect(entry).toContain(participantId);
    await browser.submit("/sign-in/demo", { participant: participantId, member: memberId });
    const own = await browser.visit("/v1/sessions");
    // Not on a server, whatever the service is told: the database begins no such session there.
    if (trial.world.database.url) expect(own.status).toBe(401);
    else expect(JSON.parse(own.text).items).toMatchObject([{ method: "demo" }]);
  });

  test("and nobody does elsewhere", async () => {
    const { participantId, memberId = "" } = net.world.eva;
    const browser = net.browser();
    const { status } = await browser.submit("/sign-in/demo", {
      participant: participantId,
      member: memberId,
    });
    expect(status).toBe(404);
    expect(browser.jar.size).toBe(0);
    expect((await browser.visit("/sign-in")).text).not.toContain("/sign-in/demo");
  });
});
