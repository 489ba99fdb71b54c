import { addClient, keepTwoPersonRule } from "../../../src/identity/index.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { receivingKey } from "../../client/disclosure/sealing.ts";
import { publicKeyOf } from "../../world/keys.ts";
import type { Answer, Participant, Person, World } from "../../world/world.ts";

export interface Two {
  participant: Omit<Participant, "serviceId" | "organizationId">;
  /** Both may do it, and are signed in. */
  jan: Person;
  marije: Person;
  /** Lets one person be enough again, where the participant is not this test's alone. */
  release?(): Promise<unknown>;
}

/** A helpline that wants two persons, and its two administrators. */
export async function twoAdministrators(world: World): Promise<Two> {
  const participant = await world.participant("Helplijn Twee", { sends: true, twoPersons: true });
  const administrator = async () => world.signIn(await world.member(participant, "administrator", "intake"));
  return { participant, jan: await administrator(), marije: await administrator() };
}

/** The network's operator, wanting two persons, and two of its coordinators; to be released again. */
export async function twoCoordinators(world: World): Promise<Required<Two>> {
  const coordinator = async () => world.signIn(await world.member(world.operator, "coordinator"));
  const hand = world.hand(world.operator.id);
  await keepTwoPersonRule(hand, { required: true });
  return {
    participant: world.operator,
    jan: await coordinator(),
    marije: await coordinator(),
    release: () => keepTwoPersonRule(hand, { required: false }),
  };
}

export const confirm = (world: World, by: Person, id: string) =>
  world.as(by).post(`/proposals/${id}/confirmation`);

/** Changes a record by its version. */
export async function edit(world: World, by: Person, method: string, path: string, body: unknown) {
  const { headers } = await world.as(by).get(path);
  return world.as(by).send(method, path, body, { "if-match": headers.get("etag") ?? "" });
}

interface Powerful {
  kind: string;
  at: "helpline" | "operator";
  /** Who asks for it, once what it takes is there. */
  prepare(
    world: World,
    two: Two,
  ): Promise<{ ask(by: Person): Promise<Answer>; seen(by: Person): Promise<unknown> }>;
}

const bodyOf = async (answer: Promise<Answer>) => (await answer).body;

/** A system of the participant, made at the server. */
async function aSystem(world: World, { participant, jan }: Two) {
  const scopes = ["events:read" as const];
  const { id } = await addClient(world.hand(participant.id), {
    name: "System",
    scopes,
    publicKey: await publicKeyOf(),
  });
  return { path: `/clients/${id}`, seen: (by: Person = jan) => bodyOf(world.as(by).get(`/clients/${id}`)) };
}

/** Everything that gives power, and what is seen of it. */
export const powerful: Powerful[] = [
  {
    kind: "add-member",
    at: "helpline",
    prepare: async (world) => ({
      ask: (by) => world.as(by).post("/members", { name: "Ilse Bakker", roles: ["counsellor"] }),
      seen: (by) => bodyOf(world.as(by).get("/members?pageSize=100")),
    }),
  },
  {
    kind: "change-member",
    at: "helpline",
    async prepare(world, { participant }) {
      const path = `/members/${(await world.member(participant, "counsellor")).memberId}`;
      const change = { name: "Ilse Bakker", roles: ["counsellor", "intake"] };
      return {
        ask: (by) => edit(world, by, "PUT", path, change),
        seen: (by) => bodyOf(world.as(by).get(path)),
      };
    },
  },
  {
    kind: "reinstate-member",
    at: "helpline",
    async prepare(world, { participant, jan }) {
      const path = `/members/${(await world.member(participant, "counsellor")).memberId}`;
      await world.as(jan).put(`${path}/suspension`);
      return {
        ask: (by) => world.as(by).send("DELETE", `${path}/suspension`),
        seen: (by) => bodyOf(world.as(by).get(path)),
      };
    },
  },
  {
    kind: "add-client",
    at: "helpline",
    prepare: async (world) => {
      const body = { name: "System", scopes: ["events:read"], publicKey: await publicKeyOf() };
      return {
        ask: (by) => world.as(by).post("/clients", body),
        seen: (by) => bodyOf(world.as(by).get("/clients")),
      };
    },
  },
  {
    kind: "change-client",
    at: "helpline",
    async prepare(world, two) {
      const { path, seen } = await aSystem(world, two);
      return { ask: (by) => edit(world, by, "PATCH", path, { scopes: ["events:read", "members"] }), seen };
    },
  },
  {
    kind: "readmit-client",
    at: "helpline",
    async prepare(world, two) {
      const { path, seen } = await aSystem(world, two);
      await world.as(two.jan).put(`${path}/suspension`, { suspended: true });
      return { ask: (by) => world.as(by).put(`${path}/suspension`, { suspended: false }), seen };
    },
  },
  {
    kind: "add-client-key",
    at: "helpline",
    async prepare(world, two) {
      const { path, seen } = await aSystem(world, two);
      const publicKey = await publicKeyOf();
      return { ask: (by) => world.as(by).post(`${path}/keys`, { publicKey }), seen };
    },
  },
  {
    kind: "add-participant-key",
    at: "helpline",
    async prepare(world, { participant }) {
      const { pinned } = await receivingKey();
      return {
        ask: (by) => world.as(by).post("/participant-keys", { use: "enc", publicKey: pinned.key }),
        seen: (by) => bodyOf(world.as(by).get(`/participants/${participant.id}/keys`)),
      };
    },
  },
  {
    kind: "keep-identity-provider",
    at: "helpline",
    prepare: async (world) => ({
      ask: (by) =>
        world
          .as(by)
          .put("/identity-provider", { issuer: "https://inloggen.example.org", clientId: "handreiking" }),
      seen: async (by) => (await world.as(by).get("/identity-provider")).status,
    }),
  },
  {
    kind: "link-member",
    at: "helpline",
    async prepare(world, { participant }) {
      const { memberId } = await world.member(participant, "counsellor");
      const path = `/members/${memberId}/identity`;
      return {
        ask: (by) => world.as(by).put(path, { expected: `${memberId}@helplijn.example` }),
        seen: async (by) => (await world.as(by).get(path)).status,
      };
    },
  },
  {
    kind: "end-two-persons",
    at: "helpline",
    prepare: async (world) => ({
      ask: (by) => world.as(by).put("/two-person-rule", { required: false }),
      seen: (by) => bodyOf(world.as(by).get("/two-person-rule")),
    }),
  },
  {
    kind: "admit-participant",
    at: "operator",
    prepare: async (world) => {
      // First among all by its name.
      const name = `!${randomIds()}`;
      const client = { name: "System", scopes: ["events:read"], publicKey: await publicKeyOf() };
      const administrator = { name: "Piet", roles: ["administrator"] };
      const partnership = { sends: false, receives: true };
      return {
        ask: (by) =>
          world.as(by).post("/participants", { name, reach: "api", client, administrator, partnership }),
        seen: async (by) =>
          (await world.as(by).get("/participants")).body.items.some(
            (one: { name: string }) => one.name === name,
          ),
      };
    },
  },
  {
    kind: "agree-partnership",
    at: "operator",
    async prepare(world) {
      const path = `/participants/${(await world.participant("De Haven", { receives: false })).id}`;
      return {
        ask: (by) => world.as(by).put(`${path}/partnership`, { sends: false, receives: true }),
        seen: (by) => bodyOf(world.as(by).get(path)),
      };
    },
  },
  {
    kind: "link-organization",
    at: "operator",
    prepare: async (world) => ({
      ask: (by) =>
        world.as(by).put(`/organizations/${world.bridge.organizationId}/participant`, {
          participantId: world.elsewhere.id,
        }),
      seen: (by) => bodyOf(world.as(by).get(`/services/${world.bridge.serviceId}`)),
    }),
  },
  {
    kind: "move-service",
    at: "operator",
    prepare: async (world) => ({
      ask: (by) =>
        world.as(by).put(`/services/${world.bridge.serviceId}/organization`, {
          organizationId: world.elsewhere.organizationId,
        }),
      seen: (by) => bodyOf(world.as(by).get(`/services/${world.bridge.serviceId}`)),
    }),
  },
  {
    kind: "readmit-participant",
    at: "operator",
    async prepare(world, { jan }) {
      const path = `/participants/${(await world.participant("De Haven")).id}`;
      await world.as(jan).put(`${path}/suspension`, { suspended: true });
      return {
        ask: (by) => world.as(by).put(`${path}/suspension`, { suspended: false }),
        seen: (by) => bodyOf(world.as(by).get(path)),
      };
    },
  },
];
