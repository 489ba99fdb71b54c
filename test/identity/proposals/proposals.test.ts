import { describe, expect } from "vitest";
import { addClient, addMember } from "../../../src/identity/index.ts";
import { confirmProposal } from "../../../src/identity/proposals/confirm-proposal.ts";
import { later } from "../../handoff/make.ts";
import { publicKeyOf } from "../../world/keys.ts";
import { type Person, test, type World } from "../../world/world.ts";
import { confirm, edit, powerful, twoAdministrators, twoCoordinators } from "./two.ts";

const problem = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } });
const asked = async (world: World, by: Person, roles = ["counsellor"]) =>
  world.as(by).post("/members", { name: "Ilse Bakker", roles });
const intake = { name: "Somebody", roles: ["intake"] };
const told = async (world: World, participantId: string, id: string) =>
  (await world.audited(participantId, id)).sort();
const countMembers = async (world: World, by: Person) =>
  (await world.as(by).get("/members?pageSize=100")).body.items.length;

describe("what gives power, where two persons are wanted", () => {
  test.for(powerful)(
    "$kind waits for another person, and is done when they confirm it",
    async (row, { world }) => {
      const two = row.at === "operator" ? await twoCoordinators(world) : await twoAdministrators(world);
      const { jan, marije, participant } = two;
      try {
        const { ask, seen } = await row.prepare(world, two);
        const before = await seen(jan);
        const waiting = await ask(jan);
        expect(waiting).toMatchObject({
          status: 202,
          body: { kind: row.kind, state: "open", proposedBy: jan.memberId },
        });
        expect(await seen(jan)).toEqual(before);
        expect(await confirm(world, jan, waiting.body.id)).toMatchObject(
          problem(409, "second-person-needed"),
        );
        expect(await seen(jan)).toEqual(before);
        const done = await confirm(world, marije, waiting.body.id);
        expect(done).toMatchObject({ status: 200, body: { state: "confirmed", decidedBy: marije.memberId } });
        expect(done.body.record).toBeDefined();
        expect(await seen(jan)).not.toEqual(before);
        expect(await told(world, participant.id, waiting.body.id)).toEqual([
          "proposal.confirmed",
          "proposal.made",
        ]);
        expect(done.body.subjectId).toBeDefined();
      } finally {
        await two.release?.();
      }
    },
  );

  test.for(powerful)("$kind is done at once where one person is enough", async (row, { world }) => {
    const administrators = async () => world.signIn(await world.member(world.helpline, "administrator"));
    const coordinators = async () => world.signIn(await world.member(world.operator, "coordinator"));
    const jan = await (row.at === "operator" ? coordinators() : administrators());
    const participant = row.at === "operator" ? world.operator : world.helpline;
    const { ask } = await row.prepare(world, { participant, jan, marije: jan });
    expect([200, 201]).toContain((await ask(jan)).status);
  });

  test("is told to the participant's feed, by ids alone", async ({ world }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const { body } = await asked(world, jan);
    world.clock.time = later(world, { minutes: 1 });
    await confirm(world, marije, body.id);
    const { items } = (await world.as(world.system({ ...world.helpline, ...participant })).get("/events"))
      .body;
    expect(items.map(({ type, subjectId }: Record<string, string>) => [type, subjectId])).toEqual([
      ["proposal.made", body.id],
      ["proposal.confirmed", body.id],
    ]);
  });

  test("is proposed in one's own name by a system that names the member, and confirmed by one who signs in", async ({
    world,
  }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const through = (person: Person): Person => ({
      participantId: participant.id,
      clientId: participant.clientId,
      memberId: person.memberId ?? "",
    });
    const { body } = await asked(world, through(jan));
    expect(body.proposedBy).toBe(jan.memberId);
    const both = await confirm(world, through(marije), body.id);
    expect(both).toMatchObject(problem(403, "sign-in-needed"));
    expect((await confirm(world, marije, body.id)).status).toBe(200);
  });

  test("is nothing that a system proposes, confirms or rejects alone", async ({ world }) => {
    const { participant, jan } = await twoAdministrators(world);
    const system = { participantId: participant.id, clientId: participant.clientId };
    expect(await asked(world, system)).toMatchObject(problem(403, "person-needed"));
    const { body } = await asked(world, jan);
    expect(await confirm(world, system, body.id)).toMatchObject(problem(403, "person-needed"));
    const rejection = await world.as(system).post(`/proposals/${body.id}/rejection`);
    expect(rejection).toMatchObject(problem(403, "person-needed"));
  });

  test("is not taken by whoever invites: the link to sign in as a member waits for a second person", async ({
    world,
  }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const piet = await world.member(participant, "administrator");
    const { body } = await world.as(jan).post(`/members/${piet.memberId}/invitations`);
    expect(body).toMatchObject({ purpose: "first", state: "waiting-for-approval" });
    expect((await world.as(jan).post(`/invitations/${body.id}/approval`)).status).toBe(409);
    const approved = await world.as(marije).post(`/invitations/${body.id}/approval`);
    expect(approved).toMatchObject({ status: 200, body: { state: "open" } });
  });

  test("is not proposed where nobody else could confirm it, who is then added at the server", async ({
    world,
  }) => {
    const alone = await world.participant("Helplijn Alleen", { twoPersons: true });
    const jan = await world.signIn(await world.member(alone, "administrator"));
    await world.member(alone, "counsellor");
    expect(await asked(world, jan)).toMatchObject(problem(409, "second-person-missing"));
    await addMember(world.hand(alone.id), { name: "Marije", roles: ["administrator"] });
    expect((await asked(world, jan)).status).toBe(202);
  });
});

describe("a proposal", () => {
  test("is rejected by another, or withdrawn by whoever made it, and then no more confirmed", async ({
    world,
  }) => {
    const { jan, marije } = await twoAdministrators(world);
    for (const [by, state] of [
      [marije, "rejected"],
      [jan, "withdrawn"],
    ] as const) {
      const { body } = await asked(world, jan);
      const path = `/proposals/${body.id}`;
      expect((await world.as(by).post(`${path}/rejection`)).body.state).toBe(state);
      expect((await world.as(by).post(`${path}/rejection`)).body.state).toBe(state);
      expect(await confirm(world, marije, body.id)).toMatchObject(problem(409, "proposal-decided"));
      expect((await world.as(jan).get(path)).body).toMatchObject({ state, decidedBy: by.memberId });
      expect(await told(world, jan.participantId, body.id)).toEqual(
        ["proposal.made", `proposal.${state}`].sort(),
      );
    }
    expect(await countMembers(world, jan)).toBe(2);
  });

  test("is confirmed once: again by the same person changes nothing, by a third it is refused", async ({
    world,
  }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const ilse = await world.signIn(await world.member(participant, "administrator"));
    const { body } = await asked(world, jan);
    expect((await confirm(world, marije, body.id)).status).toBe(200);
    expect((await confirm(world, marije, body.id)).body.state).toBe("confirmed");
    expect(await confirm(world, ilse, body.id)).toMatchObject(problem(409, "proposal-decided"));
    expect(await world.as(jan).post(`/proposals/${body.id}/rejection`)).toMatchObject(
      problem(409, "proposal-decided"),
    );
    expect(await countMembers(world, jan)).toBe(4);
  });

  test("is done once, however many confirm it at the same moment", async ({ world }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const ilse = await world.signIn(await world.member(participant, "administrator"));
    const { body } = await asked(world, jan);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => confirm(world, n % 2 ? marije : ilse, body.id)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.filter((status) => status === 409)).toHaveLength(10);
    expect(answers.filter((answer) => answer.body.record)).toHaveLength(1);
    expect(await countMembers(world, jan)).toBe(4);
  });

  test("waits fourteen days and no longer", async ({ world }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const { body } = await asked(world, jan);
    world.clock.time = later(world, { days: 14 });
    const [janLater, marijeLater] = [await world.signIn(jan), await world.signIn(marije)];
    expect(await confirm(world, marijeLater, body.id)).toMatchObject(problem(409, "proposal-expired"));
    expect((await world.as(janLater).get(`/proposals/${body.id}`)).body.state).toBe("expired");
    const listed = async (state: string) =>
      (await world.as(janLater).get(`/proposals?state=${state}`)).body.items.length;
    expect([await listed("open"), await listed("expired")]).toEqual([0, 1]);
    expect(await world.audited(participant.id, body.id)).toEqual(["proposal.made"]);
  });

  test.for([
    [
      "was suspended",
      (world: World, marije: Person, path: string) => world.as(marije).put(`${path}/suspension`),
    ],
    [
      "lost the role",
      (world: World, marije: Person, path: string) => edit(world, marije, "PUT", path, intake),
    ],
  ] as const)("is of no use once its proposer %s", async ([, change], { world }) => {
    const { jan, marije } = await twoAdministrators(world);
    const { body } = await asked(world, jan);
    expect((await change(world, marije, `/members/${jan.memberId}`)).status).toBe(200);
    expect(await confirm(world, marije, body.id)).toMatchObject(problem(409, "proposer-gone"));
    expect(await countMembers(world, marije)).toBe(2);
  });

  test("is not confirmed by somebody who was suspended or lost the role meanwhile", async ({ world }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const ilse = await world.signIn(await world.member(participant, "administrator", "intake"));
    const { body } = await asked(world, jan);
    await world.as(jan).put(`/members/${marije.memberId}/suspension`);
    await edit(world, jan, "PUT", `/members/${ilse.memberId}`, intake);
    expect((await confirm(world, marije, body.id)).status).toBe(401);
    expect(await confirm(world, ilse, body.id)).toMatchObject(problem(403, "permission-missing"));
    // Who was let in a moment before it happened.
    for (const { memberId = "" } of [marije, ilse]) {
      const permissions = new Set(["members"]);
      const actor = { kind: "member" as const, id: memberId, participantId: participant.id, permissions };
      await expect(confirmProposal({ ...world.platform, actor }, body.id)).rejects.toThrow(
        "permission-missing",
      );
    }
    expect(await countMembers(world, jan)).toBe(3);
  });

  test("is of no use once what it would change has changed", async ({ world }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const piet = await world.member(participant, "counsellor");
    const path = `/members/${piet.memberId}`;
    const { body } = await edit(world, jan, "PUT", path, { name: "Piet", roles: ["counsellor", "intake"] });
    expect(body.before).toEqual({ name: "Somebody", roles: ["counsellor"], suspended: false });
    await world.as(jan).put(`${path}/suspension`);
    expect(await confirm(world, marije, body.id)).toMatchObject(problem(409, "proposal-outdated"));
    expect((await world.as(jan).get(path)).body.roles).toEqual(["counsellor"]);
    expect((await world.as(jan).get(`/proposals/${body.id}`)).body.state).toBe("open");
  });

  test("tells why what it asked for is refused now", async ({ world }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const client = await addClient(world.hand(participant.id), {
      name: "System",
      scopes: ["events:read"],
      publicKey: await publicKeyOf(),
    });
    const publicKey = await publicKeyOf();
    const ask = () => world.as(jan).post(`/clients/${client.id}/keys`, { publicKey });
    const [one, other] = [await ask(), await ask()];
    expect((await confirm(world, marije, one.body.id)).status).toBe(200);
    const refused = await confirm(world, marije, other.body.id);
    expect(refused).toMatchObject(problem(409, "proposal-outdated"));
    expect(refused.body.detail).toContain("make a new one");
  });

  test("does not exist for another participant, nor for a colleague of another office", async ({ world }) => {
    const { participant, jan } = await twoAdministrators(world);
    const { body } = await asked(world, jan);
    const coordinator = await world.member(world.operator, "coordinator");
    for (const stranger of [await world.member(world.elsewhere, "administrator"), coordinator]) {
      expect(await confirm(world, stranger, body.id)).toMatchObject(problem(404, "proposal-not-found"));
      expect(await world.as(stranger).get(`/proposals/${body.id}`)).toMatchObject(
        problem(404, "proposal-not-found"),
      );
      const { items } = (await world.as(stranger).get("/proposals?pageSize=100")).body;
      expect(items.map(({ id }: { id: string }) => id)).not.toContain(body.id);
    }
    const counsellor = await world.member(participant, "counsellor");
    expect((await confirm(world, counsellor, body.id)).status).toBe(403);
  });

  test("at the operator's is seen by whoever could make it: administrators or coordinators", async ({
    world,
  }) => {
    const { jan, release } = await twoCoordinators(world);
    try {
      const path = `/participants/${world.bridge.id}/partnership`;
      const { body } = await world.as(jan).put(path, { sends: true, receives: true });
      const administrator = await world.member(world.operator, "administrator");
      expect(await confirm(world, administrator, body.id)).toMatchObject(problem(404, "proposal-not-found"));
    } finally {
      await release();
    }
  });

  test("made with an Idempotency-Key is made once, and confirmed with one once", async ({ world }) => {
    const { jan, marije } = await twoAdministrators(world);
    const key = { "idempotency-key": "one" };
    const ask = () => world.as(jan).post("/members", { name: "Ilse Bakker", roles: ["intake"] }, key);
    const [first, again] = [await ask(), await ask()];
    expect(again).toMatchObject({ status: 202, body: first.body });
    const decide = () => world.as(marije).post(`/proposals/${first.body.id}/confirmation`, undefined, key);
    expect((await decide()).body.record.name).toBe("Ilse Bakker");
    expect((await decide()).body).toMatchObject({ state: "confirmed" });
    expect(await ask()).toMatchObject({ status: 202, body: { id: first.body.id, state: "confirmed" } });
    expect(await countMembers(world, jan)).toBe(3);
  });

  test("stands on a list, page by page, the newest first", async ({ world }) => {
    const { jan } = await twoAdministrators(world);
    const made: string[] = [];
    for (let n = 0; n < 3; n++) {
      world.clock.time = later(world, { minutes: 1 });
      made.unshift((await asked(world, jan)).body.id);
    }
    const first = await world.as(jan).get("/proposals?state=open&pageSize=2");
    const second = await world
      .as(jan)
      .get(`/proposals?state=open&pageSize=2&cursor=${first.body.nextCursor}`);
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual(made);
  });
});

describe("what takes power away, where two persons are wanted", () => {
  test("is done at once by one: roles, scopes, keys, suspensions, partnerships", async ({ world }) => {
    const { participant, jan, marije } = await twoAdministrators(world);
    const client = await addClient(world.hand(participant.id), {
      name: "System",
      scopes: ["events:read", "members"],
      publicKey: await publicKeyOf(),
    });
    const path = `/clients/${client.id}`;
    const member = `/members/${(await world.member(participant, "counsellor", "intake")).memberId}`;
    const answers = [
      await edit(world, jan, "PUT", member, { name: "Piet", roles: ["intake"] }),
      await world.as(jan).put(`${member}/suspension`),
      await world.as(jan).put(`/members/${marije.memberId}/suspension`),
      await edit(world, jan, "PATCH", path, { scopes: ["events:read"], requiresDpop: true }),
      await world.as(jan).post(`${path}/keys/${client.keys[0]?.id}/revocation`),
      await world.as(jan).put(`${path}/suspension`, { suspended: true }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });

  test("is done at once by one coordinator: receiving ends, a participant is suspended", async ({
    world,
  }) => {
    const { jan, release } = await twoCoordinators(world);
    try {
      const path = `/participants/${world.elsewhere.id}`;
      const ended = await world.as(jan).put(`${path}/partnership`, { sends: false, receives: true });
      expect(ended).toMatchObject({ status: 200, body: { partnership: { sends: false } } });
      expect((await world.as(jan).put(`${path}/suspension`, { suspended: true })).status).toBe(200);
    } finally {
      await release();
    }
  });

  test("is no way to change a deadline or a retention beside it", async ({ world }) => {
    const { jan, release } = await twoCoordinators(world);
    try {
      const path = `/participants/${world.elsewhere.id}/partnership`;
      const terms = { sends: false, receives: false };
      for (const more of [{ answerWithin: 9 }, { caseRetentionDays: 30 }, { workingDays: [1] }])
        expect((await world.as(jan).put(path, { ...terms, ...more })).status).toBe(202);
    } finally {
      await release();
    }
  });
});

describe("how many persons it takes", () => {
  test("is said by one where two are there to act, and taken back by two", async ({ world }) => {
    const one = await world.participant("Helplijn Een");
    const jan = await world.signIn(await world.member(one, "administrator"));
    const require = (by: Person, required: boolean) => world.as(by).put("/two-person-rule", { required });
    expect(await require(jan, true)).toMatchObject(problem(409, "second-person-missing"));
    const marije = await world.signIn(await world.member(one, "administrator"));
    expect(await require(jan, true)).toMatchObject({ status: 200, body: { required: true } });
    const waiting = await require(jan, false);
    expect(waiting.status).toBe(202);
    expect((await world.as(jan).get("/two-person-rule")).body).toEqual({ required: true });
    expect((await confirm(world, marije, waiting.body.id)).status).toBe(200);
    expect((await asked(world, jan)).status).toBe(201);
    expect(await world.audited(one.id, one.id)).toContain("two-persons.ended");
  });
});
