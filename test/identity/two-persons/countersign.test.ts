import { describe, expect } from "vitest";
import { addClient } from "../../../src/identity/index.ts";
import { permissions } from "../../../src/permissions.ts";
import { later, makeOverride } from "../../handoff/make.ts";
import { anArticle, editorOf } from "../../knowledge/make.ts";
import { aMovement, aSignal } from "../../signals/make.ts";
import { publicKeyOf } from "../../world/keys.ts";
import { type Person, test, type World } from "../../world/world.ts";
import { keepPasskey } from "../passkeys/samples.ts";
import { twoAdministrators } from "../proposals/two.ts";

const problem = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } });
const needsSignIn = problem(403, "sign-in-needed");

/** Another system of the same participant, which names the same people. */
async function throughAnother(world: World, person: Person): Promise<Person> {
  const { id } = await addClient(world.hand(person.participantId), {
    name: "Other system",
    scopes: [...permissions],
    publicKey: await publicKeyOf(),
  });
  const { cookie: _, ...named } = person;
  return { ...named, clientId: id };
}

interface Second {
  what: string;
  /** Makes what a second person decides on, and tells who they are and what they ask. */
  prepare(
    world: World,
  ): Promise<{ second: Person; first: Person; ask: [path: string, body?: object]; done: number }>;
}

const seconds: Second[] = [
  {
    what: "the approval of an override",
    async prepare(world) {
      const { id, ilse } = await makeOverride(world, { ground: "legal-duty" });
      return { second: ilse, first: world.eva, ask: [`/overrides/${id}/approval`], done: 200 };
    },
  },
  {
    what: "the review of an override",
    async prepare(world) {
      const { id, ilse } = await makeOverride(world);
      return {
        second: ilse,
        first: world.eva,
        ask: [`/overrides/${id}/review`, { upheld: true }],
        done: 200,
      };
    },
  },
  {
    what: "the decision on an objection",
    async prepare(world) {
      const { id, ilse } = await makeOverride(world, { objected: true });
      const ask: [string, object] = [`/overrides/${id}/objection-decision`, { honored: false }];
      return { second: ilse, first: world.eva, ask, done: 200 };
    },
  },
  {
    what: "the confirmation of a proposal",
    async prepare(world) {
      const { jan, marije } = await twoAdministrators(world);
      const asked = await world.as(jan).post("/members", { name: "Ilse Bakker", roles: ["counsellor"] });
      return { second: marije, first: jan, ask: [`/proposals/${asked.body.id}/confirmation`], done: 200 };
    },
  },
  {
    what: "the review of a signal",
    async prepare(world) {
      const signal = await aSignal(world, (await aMovement(world)).id);
      const second = await world.member(world.helpline, "counsellor");
      return {
        second,
        first: world.eva,
        ask: [`/signals/${signal}/reviews`, { verdict: "counts" }],
        done: 201,
      };
    },
  },
  {
    what: "the publication of an article",
    async prepare(world) {
      const { path } = await anArticle(world);
      const ask: [string, object] = [`${path}/publication`, { version: 1, audience: "network" }];
      return { second: await editorOf(world), first: world.eva, ask, done: 200 };
    },
  },
];

describe.each(seconds)("$what", ({ prepare }) => {
  test("is taken from nobody whom a system names, the same or another", async ({ world }) => {
    const { second, ask } = await prepare(world);
    const { cookie: _, ...named } = second;
    for (const through of [named, await throughAnother(world, second)])
      expect(await world.as(through).post(...ask)).toMatchObject(needsSignIn);
  });

  test("is taken from a person who is signed in, with what a system asked for before", async ({ world }) => {
    const { second, ask, done } = await prepare(world);
    expect((await world.as(await world.signIn(second)).post(...ask)).status).toBe(done);
  });

  test("is not taken from whoever signed in with the first one's passkey", async ({ world }) => {
    const { second, first, ask } = await prepare(world);
    await keepPasskey(world, first, new Uint8Array([7, 7, 7]));
    await keepPasskey(world, second, new Uint8Array([7, 7, 7]));
    expect(await world.as(await world.signIn(second)).post(...ask)).toMatchObject(
      problem(409, "same-person"),
    );
  });
});

test("a session that has ended signs nothing", async ({ world }) => {
  const { id, ilse } = await makeOverride(world, { ground: "legal-duty" });
  const signedIn = await world.signIn(ilse);
  await world.as(signedIn).send("DELETE", "/sessions");
  expect((await world.as(signedIn).post(`/overrides/${id}/approval`)).status).toBe(401);
  const idle = await world.signIn(ilse);
  world.clock.time = later(world, { hours: 1 });
  expect((await world.as(idle).post(`/overrides/${id}/approval`)).status).toBe(401);
});

test("the colleague who was consulted is a counsellor who can act, when it is made and when it is approved", async ({
  world,
}) => {
  const { id, ilse, caseId } = await makeOverride(world, { ground: "legal-duty" });
  const administrator = await world.signIn(await world.member(world.helpline, "administrator"));
  const body = {
    recipientId: world.bridge.id,
    subject: "caller",
    categories: ["contact"],
    ground: "vital-interest",
    callerTold: "told",
    afterRefusal: false,
    necessity: "Her life is in danger.",
  };
  const ask = (consultedId?: string) =>
    world.as(world.eva).post(`/cases/${caseId}/overrides`, { ...body, consultedId });
  expect(await ask(administrator.memberId)).toMatchObject(problem(409, "colleague-cannot-act"));
  const second = await world.member(world.helpline, "counsellor");
  await world.as(administrator).put(`/members/${ilse.memberId}/suspension`);
  expect(await ask(ilse.memberId)).toMatchObject(problem(409, "colleague-cannot-act"));
  const approval = await world.as(await world.signIn(second)).post(`/overrides/${id}/approval`);
  expect(approval).toMatchObject(problem(409, "colleague-cannot-act"));
});
