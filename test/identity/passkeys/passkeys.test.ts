import { describe, expect } from "vitest";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { attestWithCertificate } from "../../world/attestation.ts";
import { type Algorithm, createAuthenticator, type Departure } from "../../world/authenticator.ts";
import { askAsOwner } from "../../world/database.ts";
import { issuer, sharingTest, test, type World } from "../../world/world.ts";
import { keepPasskey } from "./samples.ts";
import { createVisitor, invite, registered } from "./visitor.ts";

const problem = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } });
const unfit = problem(409, "passkey-unfit");
const someone = (world: World) => world.member(world.bridge, "partner");
const later = (world: World, milliseconds: number) => {
  world.clock.time = new Date(world.clock.time.getTime() + milliseconds);
};

describe("no passkey is made", () => {
  const departures: [string, Departure][] = [
    ["for another origin", { origin: "https://evil.example" }],
    ["for another relying party", { rpId: "evil.example" }],
    ["without user verification", { verified: false }],
    ["without anybody present", { present: false, verified: false }],
    ["for a challenge of its own", { challenge: "A".repeat(43) }],
    ["on a page that another site has in a frame", { framed: true }],
    ["out of a signature", { type: "webauthn.get" }],
    ["with a certificate, whose addresses a check would ask", { attestation: attestWithCertificate() }],
    [
      "with an attestation that was not asked for",
      { attestation: { format: "tpm", statement: () => new Map() } },
    ],
  ];

  sharingTest.for(departures)("%s", async ([, departure], { world }) => {
    const { token } = await invite(world, await someone(world));
    const visitor = createVisitor(world);
    expect(await visitor.accept(token, createAuthenticator(issuer), departure)).toMatchObject(unfit);
    // The invitation is not lost by it.
    expect(await visitor.accept(token, createAuthenticator(issuer))).toMatchObject({ status: 200 });
  });

  sharingTest.for<Algorithm>(["weak RS256", "ES384"])(
    "with a key of kind %s",
    async (algorithm, { world }) => {
      const { token } = await invite(world, await someone(world));
      const authenticator = createAuthenticator(issuer, algorithm);
      expect(await createVisitor(world).accept(token, authenticator)).toMatchObject(unfit);
    },
  );

  sharingTest("that is one already: for oneself, or for another participant", async ({ world }) => {
    const { visitor, authenticator } = await registered(world, await someone(world));
    expect(await visitor.add(authenticator)).toMatchObject(unfit);
    const { token } = await invite(world, await world.member(world.elsewhere, "partner"));
    expect(await createVisitor(world).accept(token, authenticator)).toMatchObject(unfit);
  });

  sharingTest("with the challenge of another invitation, or of another browser", async ({ world }) => {
    const [one, other] = [
      await invite(world, await someone(world)),
      await invite(world, await someone(world)),
    ];
    const visitor = createVisitor(world);
    const { body } = await visitor.ask("/invitation/challenge", { token: one.token });
    const made = createAuthenticator(issuer).make(body.options);
    for (const asking of [visitor, createVisitor(world)])
      expect(await asking.ask("/invitation", { token: other.token, name: "Laptop", made })).toMatchObject(
        problem(409, "asked-too-long-ago"),
      );
  });

  sharingTest("under a name that is none", async ({ world }) => {
    const { token } = await invite(world, await someone(world));
    const visitor = createVisitor(world);
    const { body } = await visitor.ask("/invitation/challenge", { token });
    const made = createAuthenticator(issuer).make(body.options);
    for (const name of [" ", "x".repeat(61), "two\nlines", "Noor\u202Enoor"])
      expect(await visitor.ask("/invitation", { token, name, made })).toMatchObject(
        problem(400, "invalid-request"),
      );
  });
});

describe("another passkey", () => {
  test("is added within five minutes after a sign-in by passkey, and not later", async ({ world }) => {
    const noor = await someone(world);
    const { visitor, authenticator, person } = await registered(world, noor);
    expect(await visitor.add(createAuthenticator(issuer))).toMatchObject({ status: 200 });
    const { body } = await visitor.ask("/mine/challenge", {});
    later(world, 5 * 60_000);
    const late = problem(403, "sign-in-not-fresh");
    expect(await visitor.add(createAuthenticator(issuer))).toMatchObject(late);
    const made = createAuthenticator(issuer).make(body.options);
    expect(await visitor.ask("/mine", { name: "Telefoon", made })).toMatchObject(late);
    expect(await visitor.signIn(authenticator)).toMatchObject({ status: 200 });
    expect(await visitor.add(createAuthenticator(issuer))).toMatchObject({ status: 200 });
    expect((await world.as(visitor.as(person)).get("/passkeys")).body.items).toHaveLength(3);
  });

  sharingTest("is added by nobody who signed in otherwise, or not at all", async ({ world }) => {
    const { visitor } = await registered(world, await someone(world));
    await askAsOwner(
      world.database,
      `update handreiking.session set method = 'oidc' where participant_id = '${world.bridge.id}'`,
    );
    expect(await visitor.add(createAuthenticator(issuer))).toMatchObject(problem(403, "sign-in-not-fresh"));
    expect(await createVisitor(world).add(createAuthenticator(issuer))).toMatchObject(
      problem(401, "unauthenticated"),
    );
  });

  sharingTest("is not offered to the device that has one", async ({ world }) => {
    const { visitor, authenticator } = await registered(world, await someone(world));
    const { body } = await visitor.ask("/mine/challenge", {});
    expect(body.options.excludeCredentials).toEqual([
      { id: authenticator.id, type: "public-key", transports: ["internal"] },
    ]);
  });
});

describe("one's own passkeys", () => {
  sharingTest("are renamed and revoked, but for the last one", async ({ world }) => {
    const { visitor, person } = await registered(world, await someone(world));
    await visitor.add(createAuthenticator(issuer));
    const noor = world.as(person);
    const [first, second] = (await noor.get("/passkeys")).body.items;
    const renamed = await noor.put(`/passkeys/${second.id}/name`, { name: "Sleutelbos" });
    expect(renamed).toMatchObject({ status: 200, body: { id: second.id, name: "Sleutelbos" } });
    expect((await noor.send("DELETE", `/passkeys/${first.id}`)).status).toBe(204);
    expect(await noor.send("DELETE", `/passkeys/${first.id}`)).toMatchObject(
      problem(404, "passkey-not-found"),
    );
    expect(await noor.send("DELETE", `/passkeys/${second.id}`)).toMatchObject(problem(409, "last-passkey"));
    expect((await noor.get("/passkeys")).body.items.map(({ name }: { name: string }) => name)).toEqual([
      "Sleutelbos",
    ]);
  });

  sharingTest("are no colleague's", async ({ world }) => {
    const { person } = await registered(world, await someone(world));
    const colleague = await registered(world, await someone(world));
    const [theirs] = (await world.as(person).get("/passkeys")).body.items;
    const as = world.as(colleague.person);
    expect((await as.get("/passkeys")).body.items).not.toContainEqual(theirs);
    for (const answer of [
      await as.put(`/passkeys/${theirs.id}/name`, { name: "Mijn" }),
      await as.send("DELETE", `/passkeys/${theirs.id}`),
    ])
      expect(answer).toMatchObject(problem(404, "passkey-not-found"));
  });

  sharingTest(
    "keep their last one, their key and their revocation, with raw statements too",
    async ({ world }) => {
      const noor = await someone(world);
      const id = await keepPasskey(world, noor);
      const raw = (what: string) =>
        outcome(
          asParticipant(
            world.platform.db,
            world.bridge.id,
            `update handreiking.passkey set ${what} where id = '${id}'`,
          ),
        );
      expect(await raw("revoked_at = '2026-01-05'")).toBe("HR116");
      expect(await raw("sign_count = 3")).toBe("committed");
      expect(await raw("sign_count = 2")).toBe("HR115");
      for (const what of ["public_key = ''", "credential_id = 'a'", `member_id = '${world.noor.memberId}'`])
        expect(await raw(what)).toBe("42501");
      await keepPasskey(world, noor);
      expect(await raw("revoked_at = '2026-01-05'")).toBe("committed");
      expect(await raw("revoked_at = null")).toBe("HR114");
    },
  );
});
