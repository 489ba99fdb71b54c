import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { en } from "../../../src/identity/passkeys/pages/words/en.ts";
import { nl } from "../../../src/identity/passkeys/pages/words/nl.ts";
import { createAuthenticator } from "../../world/authenticator.ts";
import { issuer, sharingTest } from "../../world/world.ts";
import { createVisitor, registered } from "./visitor.ts";

test("both languages have all words", () => {
  const leaves = (value: object): string[] =>
    Object.entries(value).flatMap(([key, held]) =>
      typeof held === "string" ? held.trim() || key : leaves(held),
    );
  expect(leaves(en)).toHaveLength(leaves(nl).length);
});

describe("a page", () => {
  sharingTest.for(["", "/invitation", "/mine"])(
    "%s has nothing inline and nothing from elsewhere",
    async (path, { world }) => {
      const { visitor } = await registered(world, await world.member(world.bridge, "partner"));
      const response = await visitor.page(path);
      expect(response.status).toBe(200);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      const page = await response.text();
      expect(page).not.toMatch(/<script(?![^>]* src="\/)|<style|style=|\son\w+=|https?:/);
      expect(page).toContain('lang="nl"');
    },
  );

  sharingTest("escapes what people named themselves and their devices", async ({ world }) => {
    const { visitor, person } = await registered(world, await world.member(world.bridge, "partner"));
    const [{ id }] = (await world.as(person).get("/passkeys")).body.items;
    await world.as(person).put(`/passkeys/${id}/name`, { name: '"><b>Laptop' });
    const page = await (await visitor.page("/mine")).text();
    expect(page).toContain("&quot;&gt;&lt;b&gt;Laptop");
    expect(page).not.toContain("<b>");
  });

  sharingTest("tells whoever has one passkey that it is too few, at each sign-in", async ({ world }) => {
    const { visitor, authenticator } = await registered(world, await world.member(world.bridge, "partner"));
    await visitor.signIn(authenticator);
    expect(await (await visitor.page("/mine?language=en")).text()).toContain(en.mine.onlyOneWhy);
    await visitor.add(createAuthenticator(issuer));
    expect(await (await visitor.page("/mine?language=en")).text()).not.toContain(en.mine.onlyOneWhy);
  });

  sharingTest("of one's own passkeys leads whoever is not signed in to the door", async ({ world }) => {
    const response = await createVisitor(world).page("/mine?language=en");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/sign-in/passkey"]);
  });
});

sharingTest("the common page of sign-in leads to the one by passkey", async ({ world }) => {
  const response = await world.app.request(`${issuer}/sign-in?language=en`);
  const page = await response.text();
  expect(page).toContain('action="/sign-in/passkey"');
  expect(page).toContain(en.signIn.act);
});

sharingTest("the script reads as one, and knows every refusal's place", async ({ world }) => {
  const visitor = createVisitor(world);
  const response = await visitor.page(".js");
  expect(response.headers.get("content-type")).toContain("text/javascript");
  const script = await response.text();
  expect(() => new Script(script)).not.toThrow();
  expect(script).not.toMatch(/innerHTML|eval|document\.write|localStorage|https?:/);
  expect((await visitor.page(".css")).headers.get("content-type")).toContain("text/css");
});
