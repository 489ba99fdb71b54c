import { describe, expect } from "vitest";
import { type Algorithm, createAuthenticator, type Departure } from "../../world/authenticator.ts";
import { askAsOwner } from "../../world/database.ts";
import { issuer, type Person, sharingTest, test, type World } from "../../world/world.ts";
import { createVisitor, invite, registered } from "./visitor.ts";

const problem = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } });
const refused = problem(401, "passkey-refused");
const minutes = (count: number) => count * 60_000;
const later = (world: World, milliseconds: number) => {
  world.clock.time = new Date(world.clock.time.getTime() + milliseconds);
};
const someone = (world: World): Promise<Person> => world.member(world.bridge, "partner");
const toldOf = async (world: World, { participantId, memberId }: Person) =>
  (
    await askAsOwner<{ action: string }>(
      world.database,
      `select action from handreiking.audit_event where participant_id = '${participantId}' and actor_id = '${memberId}'`,
    )
  ).map(({ action }) => action);

describe("a passkey", () => {
  sharingTest.for<Algorithm>(["ES256", "EdDSA", "RS256"])(
    "of kind %s signs its member in, in any browser, without a name",
    async (algorithm, { world }) => {
      const noor = await someone(world);
      const { authenticator } = await registered(world, noor, createAuthenticator(issuer, algorithm));
      const visitor = createVisitor(world);
      expect(await visitor.signIn(authenticator)).toMatchObject({ status: 200, body: {} });
      const { status, body } = await world.as(visitor.as(noor)).get("/sessions");
      expect(status).toBe(200);
      expect(body.items).toContainEqual(expect.objectContaining({ method: "passkey", current: true }));
      expect(await toldOf(world, noor)).toEqual(
        expect.arrayContaining(["passkey.added", "passkey.used", "session.started"]),
      );
    },
  );

  sharingTest("is asked for by no name: the question tells of nobody", async ({ world }) => {
    const { body } = await createVisitor(world).ask("/challenge", {});
    expect(body.options).toEqual({
      rpId: new URL(issuer).hostname,
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      timeout: minutes(5),
      userVerification: "required",
    });
  });

  sharingTest("that was revoked signs nobody in, and the attempt is kept", async ({ world }) => {
    const noor = await someone(world);
    const { visitor, authenticator, person } = await registered(world, noor);
    const another = createAuthenticator(issuer);
    await visitor.add(another);
    const { body } = await world.as(person).get("/passkeys");
    const { id } = body.items.find(({ name }: { name: string }) => name === "Laptop");
    expect((await world.as(person).send("DELETE", `/passkeys/${id}`)).status).toBe(204);
    expect(await createVisitor(world).signIn(authenticator)).toMatchObject(refused);
    expect(await createVisitor(world).signIn(another)).toMatchObject({ status: 200 });
    expect(await toldOf(world, noor)).toContain("passkey.refused");
  });

  test("of somebody suspended, or of a suspended participant, signs nobody in", async ({ world }) => {
    const noor = await someone(world);
    const { authenticator } = await registered(world, noor);
    for (const [table, id] of [
      ["member", noor.memberId],
      ["participant", noor.participantId],
    ]) {
      const suspend = (at: string) =>
        askAsOwner(world.database, `update handreiking.${table} set suspended_at = ${at} where id = '${id}'`);
      await suspend("'2026-01-05'");
      expect(await createVisitor(world).signIn(authenticator)).toMatchObject(refused);
      await suspend("null");
      expect(await createVisitor(world).signIn(authenticator)).toMatchObject({ status: 200 });
    }
    expect(await toldOf(world, noor)).toContain("passkey.refused");
  });

  test("beside an identity provider signs in administrators alone", async ({ world }) => {
    const [noor, administrator] = [await someone(world), await world.member(world.bridge, "administrator")];
    const ordinary = await registered(world, noor);
    const keeping = await registered(world, administrator);
    await askAsOwner(
      world.database,
      `insert into handreiking.identity_provider values ('${world.bridge.id}', 'https://a.example.org', 'a', 'none', '{}', 'sub', '{}', '{}', null, '[]', false)`,
    );
    expect(await createVisitor(world).signIn(ordinary.authenticator)).toMatchObject(refused);
    expect(await createVisitor(world).signIn(keeping.authenticator)).toMatchObject({ status: 200 });
    const another = await someone(world);
    const answer = await world.as(administrator).post(`/members/${another.memberId}/invitations`);
    expect(answer).toMatchObject(problem(409, "signs-in-elsewhere"));
  });

  test("whose count goes back or stays is refused, and the attempt is kept", async ({ world }) => {
    const noor = await someone(world);
    const { authenticator } = await registered(world, noor);
    expect(await createVisitor(world).signIn(authenticator, { count: 7 })).toMatchObject({ status: 200 });
    for (const count of [6, 7, 0])
      expect(await createVisitor(world).signIn(authenticator, { count })).toMatchObject(refused);
    expect((await toldOf(world, noor)).filter((action) => action === "passkey.count-refused")).toHaveLength(
      3,
    );
    expect(await createVisitor(world).signIn(authenticator, { count: 8 })).toMatchObject({ status: 200 });
  });

  test("that does not count is taken again and again", async ({ world }) => {
    const { authenticator } = await registered(world, await someone(world));
    for (let time = 0; time < 3; time++)
      expect(await createVisitor(world).signIn(authenticator, { count: 0 })).toMatchObject({ status: 200 });
  });
});

describe("nobody is signed in", () => {
  const stranger = createAuthenticator(issuer);
  const departures: [string, Departure][] = [
    ["another origin", { origin: "https://handreiking.example.evil.example" }],
    ["the same host without encryption", { origin: issuer.replace("https", "http") }],
    ["another port", { origin: `${issuer}:8443` }],
    ["another relying party", { rpId: "evil.example" }],
    ["a wider relying party", { rpId: "example" }],
    ["no user verification", { verified: false }],
    ["nobody present", { present: false, verified: false }],
    ["a challenge of its own", { challenge: "A".repeat(43) }],
    ["a page that another site has in a frame", { framed: true }],
    ["the making of a passkey", { type: "webauthn.create" }],
    ["a spoiled signature", { spoiled: true }],
    ["another account's handle", { userHandle: "AAAAAAAAAAAAAAAAAAAAAA" }],
  ];

  sharingTest.for(departures)("by a signature for %s", async ([, departure], { world }) => {
    const { authenticator } = await registered(world, await someone(world));
    const visitor = createVisitor(world);
    expect(await visitor.signIn(authenticator, departure)).toMatchObject(refused);
    expect([...visitor.cookies.keys()]).toEqual(["__Host-handreiking-passkey"]);
    // The fault alone was in the way.
    expect(await visitor.signIn(authenticator)).toMatchObject({ status: 200 });
  });

  sharingTest("by an unknown passkey, which is answered as a wrong signature is", async ({ world }) => {
    const { authenticator } = await registered(world, await someone(world));
    const wrong = await createVisitor(world).signIn(authenticator, { spoiled: true });
    const unknown = await createVisitor(world).signIn(stranger, { userHandle: "AAAAAAAAAAAAAAAAAAAAAA" });
    expect({ ...unknown.body, instance: "" }).toEqual({ ...wrong.body, instance: "" });
    expect([...unknown.headers]).toEqual([...wrong.headers]);
  });

  sharingTest("by another member's passkey under one's own credential", async ({ world }) => {
    const { authenticator } = await registered(world, await someone(world));
    const other = await registered(world, await world.member(world.elsewhere, "counsellor"));
    const visitor = createVisitor(world);
    const { body } = await visitor.ask("/challenge", {});
    const signed = other.authenticator.sign(body.options);
    expect(await visitor.ask("", { ...signed, id: authenticator.id })).toMatchObject(refused);
  });

  sharingTest("by a challenge that was answered before, or in vain", async ({ world }) => {
    const { authenticator } = await registered(world, await someone(world));
    const visitor = createVisitor(world);
    const { body } = await visitor.ask("/challenge", {});
    const signed = authenticator.sign(body.options);
    expect(await visitor.ask("", signed)).toMatchObject({ status: 200 });
    expect(await visitor.ask("", signed)).toMatchObject(problem(409, "asked-too-long-ago"));
    const again = await visitor.ask("/challenge", {});
    await visitor.ask("", authenticator.sign(again.body.options, { spoiled: true }));
    const second = authenticator.sign(again.body.options);
    expect(await visitor.ask("", second)).toMatchObject(problem(409, "asked-too-long-ago"));
  });

  sharingTest("by a challenge of another browser", async ({ world }) => {
    const { authenticator } = await registered(world, await someone(world));
    const { body } = await createVisitor(world).ask("/challenge", {});
    const thief = createVisitor(world);
    const signed = authenticator.sign(body.options);
    expect(await thief.ask("", signed)).toMatchObject(problem(409, "asked-too-long-ago"));
    await thief.ask("/challenge", {});
    expect(await thief.ask("", signed)).toMatchObject(refused);
  });

  test("by a challenge that is five minutes old", async ({ world }) => {
    const { authenticator } = await registered(world, await someone(world));
    const visitor = createVisitor(world);
    const { body } = await visitor.ask("/challenge", {});
    later(world, minutes(5));
    const signed = authenticator.sign(body.options);
    expect(await visitor.ask("", signed)).toMatchObject(problem(409, "asked-too-long-ago"));
  });

  sharingTest("by a challenge that was for adding a passkey", async ({ world }) => {
    const noor = await someone(world);
    const { visitor, authenticator } = await registered(world, noor);
    const { body } = await visitor.ask("/mine/challenge", {});
    const signed = authenticator.sign(body.options);
    expect(await visitor.ask("", signed)).toMatchObject(problem(409, "asked-too-long-ago"));
  });
});

describe("what the pages ask for", () => {
  sharingTest.for([
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a sibling of this host", { origin: issuer, "sec-fetch-site": "same-site" }],
  ] as const)("is not told to %s", async ([, headers], { world }) => {
    for (const path of ["", "/challenge", "/invitation", "/invitation/challenge", "/mine", "/mine/challenge"])
      expect(await createVisitor(world).ask(path, {}, headers)).toMatchObject(problem(403, "foreign-origin"));
  });

  sharingTest("is read strictly, within limits, and not repeated", async ({ world }) => {
    const { authenticator } = await registered(world, await someone(world));
    const visitor = createVisitor(world);
    const { body } = await visitor.ask("/challenge", {});
    const signed = authenticator.sign(body.options);
    for (const wrong of [
      { ...signed, surprise: "mirror me" },
      { ...signed, id: "mirror me" },
      { ...signed, signature: "mirror".repeat(1000) },
      { ...signed, userHandle: undefined },
      '{"id": "mirror',
      [],
    ]) {
      const answer = await visitor.ask("", wrong);
      expect(answer).toMatchObject(problem(400, "invalid-request"));
      expect(JSON.stringify(answer.body)).not.toContain("mirror");
    }
    expect(await visitor.ask("", `"${"x".repeat(70_000)}"`)).toMatchObject(problem(413, "body-too-large"));
    expect(await visitor.ask("", "a=b", { "content-type": "text/plain" })).toMatchObject(
      problem(415, "unsupported-media-type"),
    );
  });

  sharingTest("leaves ids and nothing else in the log", async ({ world }) => {
    const noor = await someone(world);
    const { token } = await invite(world, noor);
    await createVisitor(world).accept(token, createAuthenticator(issuer));
    const lines = JSON.stringify(world.logged);
    expect(lines).toContain("acceptInvitation");
    for (const secret of [token, "Laptop"]) expect(lines).not.toContain(secret);
  });
});
