import { describe, expect } from "vitest";
import { admitParticipant, inviteMember } from "../../../src/identity/index.ts";
import { rawHand } from "../../walls/hand.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { createAuthenticator } from "../../world/authenticator.ts";
import { askAsOwner } from "../../world/database.ts";
import { issuer, type Person, sharingTest, test, type World } from "../../world/world.ts";
import { keepPasskey } from "./samples.ts";
import { createVisitor, invite, registered, tokenIn } from "./visitor.ts";

const problem = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } });
const unusable = problem(404, "invitation-unusable");
const hours = (count: number) => count * 60 * 60_000;
const later = (world: World, milliseconds: number) => {
  world.clock.time = new Date(world.clock.time.getTime() + milliseconds);
};
const someone = (world: World) => world.member(world.bridge, "partner");
const administrator = (world: World) => world.member(world.bridge, "administrator");
const approve = async (world: World, by: Person, id: string) =>
  world.as(await world.signIn(by)).post(`/invitations/${id}/approval`);

describe("an invitation", () => {
  sharingTest("is a link that is told once and kept nowhere", async ({ world }) => {
    const key = { "idempotency-key": "once" };
    const [noor, by] = [await someone(world), await administrator(world)];
    const path = `/members/${noor.memberId}/invitations`;
    const { status, body } = await world.as(by).post(path, undefined, key);
    expect(status).toBe(201);
    expect(body).toMatchObject({ purpose: "first", state: "open", invitedBy: by.memberId });
    expect(body.link).toMatch(/^https:\/\/handreiking\.example\/sign-in\/passkey\/invitation#[\w-]{43}$/);
    const again = await world.as(by).post(path, undefined, key);
    expect(again.body).toEqual({ ...body, link: undefined });
    const kept = await askAsOwner(world.database, "select to_jsonb(i) as row from handreiking.invitation i");
    expect(JSON.stringify(kept)).not.toContain(tokenIn(body.link));
    expect(await world.audited(world.bridge.id, noor.memberId ?? "")).toContain("member.invited");
  });

  sharingTest("tells its holder whom it is for, and no more than that", async ({ world }) => {
    const { token } = await invite(world, await someone(world));
    const { body } = await createVisitor(world).ask("/invitation/challenge", { token });
    expect(body).toMatchObject({ memberName: "Somebody", participantName: "De Brug", purpose: "first" });
    expect(Object.keys(body).sort()).toEqual(["memberName", "options", "participantName", "purpose"]);
    expect(body.options).toMatchObject({
      rp: { id: "handreiking.example" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
  });

  sharingTest("signs in whoever uses it, once", async ({ world }) => {
    const noor = await someone(world);
    const { token } = await invite(world, noor);
    const visitor = createVisitor(world);
    expect(await visitor.accept(token, createAuthenticator(issuer))).toMatchObject({ status: 200 });
    expect((await world.as(visitor.as(noor)).get("/passkeys")).body.items).toEqual([
      expect.objectContaining({ name: "Laptop", backedUp: false }),
    ]);
    const { status, body } = await createVisitor(world).ask("/invitation/challenge", { token });
    expect({ status, body }).toMatchObject(unusable);
  });

  test("is good for 72 hours", async ({ world }) => {
    const { token } = await invite(world, await someone(world));
    const visitor = createVisitor(world);
    later(world, hours(72) - 60_000);
    const { status, body } = await visitor.ask("/invitation/challenge", { token });
    expect(status).toBe(200);
    later(world, 60_000);
    expect(await visitor.ask("/invitation/challenge", { token })).toMatchObject(unusable);
    const made = createAuthenticator(issuer).make(body.options);
    expect(await visitor.ask("/invitation", { token, name: "Laptop", made })).toMatchObject(unusable);
  });

  sharingTest("ends with the next one, by revocation, and with a suspension for good", async ({ world }) => {
    const noor = await someone(world);
    const first = await invite(world, noor);
    const second = await invite(world, noor, first.administrator);
    const opens = async (token: string) =>
      (await createVisitor(world).ask("/invitation/challenge", { token })).status;
    expect(await opens(first.token)).toBe(404);
    expect(await opens(second.token)).toBe(200);
    const as = world.as(first.administrator);
    const revoked = await as.post(`/invitations/${second.id}/revocation`);
    expect(revoked).toMatchObject({ status: 200, body: { state: "void" } });
    expect((await as.post(`/invitations/${second.id}/revocation`)).body).toEqual(revoked.body);
    expect(await opens(second.token)).toBe(404);
    const third = await invite(world, noor, first.administrator);
    for (const at of ["'2026-01-05'", "null"]) {
      await askAsOwner(
        world.database,
        `update handreiking.member set suspended_at = ${at} where id = '${noor.memberId}'`,
      );
      expect(await opens(third.token)).toBe(404);
    }
    const { body } = await as.get(`/invitations?memberId=${noor.memberId}`);
    expect(body.items.map(({ state }: { state: string }) => state)).toEqual(["void", "void", "void"]);
  });

  sharingTest("is not made for somebody who is suspended", async ({ world }) => {
    const [noor, by] = [await someone(world), await administrator(world)];
    await askAsOwner(
      world.database,
      `update handreiking.member set suspended_at = '2026-01-05' where id = '${noor.memberId}'`,
    );
    const answer = await world.as(by).post(`/members/${noor.memberId}/invitations`);
    expect(answer).toMatchObject(problem(409, "member-suspended"));
  });

  sharingTest("is its own participant's alone: another one's does not exist", async ({ world }) => {
    const noor = await someone(world);
    const { id } = await invite(world, noor);
    const elsewhere = world.as(await world.member(world.elsewhere, "administrator"));
    for (const [path, code] of [
      [`/members/${noor.memberId}/invitations`, "member-not-found"],
      [`/invitations/${id}/revocation`, "invitation-not-found"],
    ] as const)
      expect(await elsewhere.post(path)).toMatchObject(problem(404, code));
    expect((await elsewhere.get("/invitations")).body.items).toEqual([]);
  });

  sharingTest("is listed on pages, each once", async ({ world }) => {
    const by = await world.member(world.elsewhere, "administrator");
    const made = [];
    for (let one = 0; one < 3; one++)
      made.push((await invite(world, await world.member(world.elsewhere, "partner"), by)).id);
    const first = await world.as(by).get("/invitations?pageSize=2");
    const second = await world.as(by).get(`/invitations?pageSize=2&cursor=${first.body.nextCursor}`);
    const listed = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(listed.sort()).toEqual(made.sort());
  });
});

describe("a recovery", () => {
  test("works once a second person has approved it, and ends passkeys and sessions from before", async ({
    world,
  }) => {
    const noor = await someone(world);
    const before = await registered(world, noor);
    const { id, token, administrator: by, body } = await invite(world, noor);
    expect(body).toMatchObject({ purpose: "recovery", state: "waiting-for-approval" });
    const waiting = await createVisitor(world).ask("/invitation/challenge", { token });
    expect(waiting).toMatchObject(problem(409, "invitation-unapproved"));

    const second = await administrator(world);
    expect(await approve(world, second, id)).toMatchObject({
      status: 200,
      body: { state: "open", approvedBy: second.memberId, invitedBy: by.memberId },
    });
    const visitor = createVisitor(world);
    const authenticator = createAuthenticator(issuer);
    expect(await visitor.accept(token, authenticator)).toMatchObject({ status: 200 });
    expect((await world.as(before.person).get("/passkeys")).status).toBe(401);
    expect(await createVisitor(world).signIn(before.authenticator)).toMatchObject(
      problem(401, "passkey-refused"),
    );
    expect(await createVisitor(world).signIn(authenticator)).toMatchObject({ status: 200 });
    expect((await world.as(visitor.as(noor)).get("/passkeys")).body.items).toHaveLength(1);
    expect(await world.audited(world.bridge.id, noor.memberId ?? "")).toEqual(
      expect.arrayContaining(["member.invited", "member.invitation-approved", "member.recovered"]),
    );
  });

  sharingTest("is approved neither by who invited nor by whom it is for", async ({ world }) => {
    const noor = await world.member(world.bridge, "administrator");
    await keepPasskey(world, noor);
    const { id, administrator: by } = await invite(world, noor);
    for (const person of [by, noor])
      expect(await approve(world, person, id)).toMatchObject(problem(409, "approver-unfit"));
    const officer = await world.member(world.bridge, "privacy-officer");
    expect(await approve(world, officer, id)).toMatchObject({ status: 200 });
  });

  sharingTest("is approved by nobody whom a system names, and by no other role", async ({ world }) => {
    const noor = await someone(world);
    await keepPasskey(world, noor);
    const { id } = await invite(world, noor);
    const named = await world.as(await administrator(world)).post(`/invitations/${id}/approval`);
    expect(named).toMatchObject(problem(403, "permission-missing"));
    const partner = await someone(world);
    expect(await approve(world, partner, id)).toMatchObject(problem(403, "permission-missing"));
  });

  sharingTest("needs no approval where nothing is lost, and none after its end", async ({ world }) => {
    const noor = await someone(world);
    const second = await administrator(world);
    const first = await invite(world, noor);
    expect(await approve(world, second, first.id)).toMatchObject(problem(409, "approval-not-needed"));
    await keepPasskey(world, noor);
    const recovery = await invite(world, noor, first.administrator);
    await world.as(first.administrator).post(`/invitations/${recovery.id}/revocation`);
    expect(await approve(world, second, recovery.id)).toMatchObject(problem(409, "invitation-not-open"));
  });

  const raw = (world: World, ...statements: string[]) =>
    outcome(asParticipant(world.platform.db, world.bridge.id, ...statements));

  sharingTest(
    "cannot be used unapproved, nor approved by oneself, with raw statements either",
    async ({ world }) => {
      const noor = await someone(world);
      await keepPasskey(world, noor);
      const { id, administrator: by } = await invite(world, noor);
      const change = (what: string) =>
        raw(world, `update handreiking.invitation set ${what} where id = '${id}'`);
      const approved = (who?: string) => change(`approved_by = '${who}', approved_at = '2026-01-05 09:00Z'`);
      expect(await change("used_at = '2026-01-05 09:00Z'")).toBe("23514");
      expect(await approved(by.memberId)).toBe("23514");
      expect(await approved((await someone(world)).memberId)).toBe("HR113");
      expect(await approved((await world.member(world.elsewhere, "administrator")).memberId)).toBe("HR113");
      const officer = await world.member(world.bridge, "administrator", "privacy-officer");
      await keepPasskey(world, officer);
      const own = await invite(world, officer);
      expect(
        await raw(
          world,
          `update handreiking.invitation set approved_by = member_id, approved_at = '2026-01-05 09:00Z' where id = '${own.id}'`,
        ),
      ).toBe("23514");
      expect(await change(`approved_at = '2026-01-05 09:00Z'`)).toBe("23514");
      for (const what of [
        "purpose = 'first'",
        `invited_by = '${officer.memberId}'`,
        "expires_at = 'infinity'",
      ])
        expect(await change(what)).toBe("42501");
      expect(await approved(officer.memberId)).toBe("HR127");
      await world.signIn(officer);
      const approval = `update handreiking.invitation set approved_by = '${officer.memberId}', approved_at = '2026-01-05 09:00Z' where id = '${id}'`;
      for (const firsts of [[by.memberId], [noor.memberId]])
        expect(await raw(world, rawHand(id, officer.memberId, ...firsts), approval)).toBe("HR127");
      const hand = rawHand(id, officer.memberId, by.memberId, noor.memberId);
      expect(await raw(world, hand, approval)).toBe("committed");
      expect(await approved((await administrator(world)).memberId)).toBe("HR112");
      expect(await change("used_at = expires_at")).toBe("23514");
      expect(await change("used_at = '2026-01-05 09:00Z'")).toBe("committed");
      expect(await change("used_at = null")).toBe("HR112");
    },
  );

  sharingTest(
    "cannot pass for a first invitation, nor a stranger's for a colleague's, with raw statements either",
    async ({ world }) => {
      const noor = await someone(world);
      await keepPasskey(world, noor);
      const insert = (purpose: string, needsApproval = true, { memberId } = noor, by = world.eva) =>
        raw(
          world,
          `insert into handreiking.invitation (id, participant_id, member_id, token_hash, purpose, needs_approval, invited_by, invited_at, expires_at)
        values (gen_random_uuid(), '${noor.participantId}', '${memberId}', repeat('a', 43), '${purpose}', ${needsApproval}, '${by.memberId}', '2026-01-05', '2026-01-08')`,
        );
      expect(await insert("first")).toBe("HR111");
      expect(await insert("recovery", false, noor, world.noor)).toBe("23514");
      expect(await insert("first", false, await someone(world))).toBe("HR111");
      expect(await insert("recovery")).toBe("committed");
    },
  );
});

describe("a participant with one administrator", () => {
  const coordinator = (world: World) => world.member(world.operator, "coordinator");

  /** The administrator of a participant that has just been admitted, for which nobody can act yet. */
  async function admit(world: World): Promise<Person> {
    const { id, administrator: first } = await admitParticipant(world.hand(world.operator.id), {
      name: "Nieuw",
      reach: "console",
      twoPersons: false,
      administrator: { name: "Noor de Wit", roles: ["administrator"] },
    });
    return { participantId: id, clientId: "", memberId: first?.id ?? "" };
  }

  test("has its first one invited by the operator's coordinators, as long as it is the only one", async ({
    world,
  }) => {
    const by = world.as(await coordinator(world));
    const noor = await admit(world);
    const path = `/members/${noor.memberId}/invitations`;
    const { status, body } = await by.post(path, undefined, { "idempotency-key": "a" });
    expect({ status, state: body.state }).toEqual({ status: 201, state: "open" });
    expect((await by.post(path, undefined, { "idempotency-key": "a" })).body.id).toBe(body.id);
    for (const participantId of [world.operator.id, noor.participantId])
      expect(await world.audited(participantId, noor.memberId ?? "")).toContain("member.invited");
    const visitor = createVisitor(world);
    expect(await visitor.accept(tokenIn(body.link), createAuthenticator(issuer))).toMatchObject({
      status: 200,
    });
    const second = { name: "Ilse", roles: ["administrator"] };
    expect((await world.as(visitor.as(noor)).post("/members", second)).status).toBe(201);
    expect(await by.post(path)).toMatchObject(problem(404, "member-not-found"));
  });

  test("is not entered by one coordinator of the operator's once anybody can act for it", async ({
    world,
  }) => {
    const only = await administrator(world);
    const by = await coordinator(world);
    const { body } = await world.as(by).post(`/members/${only.memberId}/invitations`);
    expect(body).toMatchObject({ purpose: "first", state: "waiting-for-approval" });
    const waiting = await createVisitor(world).ask("/invitation/challenge", { token: tokenIn(body.link) });
    expect(waiting).toMatchObject(problem(409, "invitation-unapproved"));
    expect(await approve(world, by, body.id)).toMatchObject(problem(409, "approver-unfit"));
    expect(await approve(world, await coordinator(world), body.id)).toMatchObject({ status: 200 });
  });

  test("has a recovery approved by the operator's coordinators, who otherwise do not see it", async ({
    world,
  }) => {
    const noor = await someone(world);
    await keepPasskey(world, noor);
    const { id } = await invite(world, noor);
    const officer = await world.member(world.bridge, "privacy-officer");
    expect(await approve(world, await coordinator(world), id)).toMatchObject(
      problem(404, "invitation-not-found"),
    );
    await askAsOwner(
      world.database,
      `update handreiking.member set suspended_at = '2026-01-05' where id = '${officer.memberId}'`,
    );
    const answer = await approve(world, await coordinator(world), id);
    expect(answer).toMatchObject({ status: 200, body: { state: "open" } });
    expect(await world.audited(world.bridge.id, noor.memberId ?? "")).toContain("member.invitation-approved");
  });

  test("whose only administrator lost all passkeys needs two coordinators of the operator's", async ({
    world,
  }) => {
    const only = await administrator(world);
    await keepPasskey(world, only);
    const by = await coordinator(world);
    const { body } = await world.as(by).post(`/members/${only.memberId}/invitations`);
    expect(await approve(world, by, body.id)).toMatchObject(problem(409, "approver-unfit"));
    expect(await approve(world, await coordinator(world), body.id)).toMatchObject({ status: 200 });
  });

  sharingTest("may be invited on the server, before anybody can sign in", async ({ world }) => {
    const { participantId, memberId = "" } = await admit(world);
    const { link = "" } = await inviteMember(world.job(participantId), memberId);
    expect(await createVisitor(world).accept(tokenIn(link), createAuthenticator(issuer))).toMatchObject({
      status: 200,
    });
  });
});
