import { and, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { clients, members } from "../../src/identity/schema.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { issuer, type Person, test, type World } from "../world/world.ts";
import {
  ask,
  athOf,
  bearer,
  boundToken,
  form,
  newSystem,
  possessionOf,
  type System,
  signIn,
} from "./systems.ts";

const minutes = (count: number) => count * 60_000;

interface Given {
  world: World;
  system: System;
  admin: Person;
}

/** What ends a token that is still good by its own words, and whether it can be taken back. */
const endings: Record<
  string,
  { end(given: Given): Promise<unknown>; undo?(given: Given): Promise<unknown> }
> = {
  "its participant is suspended": {
    end: (given) => suspendParticipant(given, true),
    undo: (given) => suspendParticipant(given, false),
  },
  "its client is suspended": {
    end: (given) => suspendClient(given, true),
    undo: (given) => suspendClient(given, false),
  },
  "the member for whom it acts is suspended": {
    end: (given) => suspendMember(given, given.world.clock.time),
    undo: (given) => suspendMember(given, null),
  },
  "the key that it was asked for with is revoked": {
    end: ({ world, system, admin }) =>
      world.as(admin).post(`/clients/${system.clientId}/keys/${system.keyId}/revocation`),
  },
  "the key that it was asked for with has expired": {
    end: async ({ world }) => {
      world.clock.time = new Date(world.clock.time.getTime() + minutes(2));
    },
  },
};

async function suspendParticipant({ world }: Given, suspended: boolean) {
  const operator = world.as(await world.member(world.operator, "coordinator"));
  return operator.put(`/participants/${world.bridge.id}/suspension`, { suspended });
}

/** Also of the administrator's own system: so by a job. */
const suspendClient = ({ world, system }: Given, suspended: boolean) =>
  transact(world.job(world.bridge.id), (tx) =>
    tx
      .update(clients)
      .set({ suspendedAt: suspended ? world.clock.time : null })
      .where(eq(clients.id, system.clientId)),
  );

const suspendMember = ({ world }: Given, suspendedAt: Date | null) =>
  transact(world.job(world.bridge.id), (tx) =>
    tx
      .update(members)
      .set({ suspendedAt })
      .where(and(eq(members.id, world.noor.memberId ?? ""), eq(members.participantId, world.bridge.id))),
  );

/** A system whose key ends in a minute, besides one that does not end. */
async function begin(world: World): Promise<Given> {
  const admin = await world.member(world.bridge, "administrator");
  return { world, system: await shortLived(world, admin), admin };
}

async function shortLived(world: World, admin: Person): Promise<System> {
  const [first, second] = [await newSystem(world), await newSystem(world)];
  const expiresAt = new Date(world.clock.time.getTime() + minutes(1)).toISOString();
  const added = await world
    .as(admin)
    .post(`/clients/${first.clientId}/keys`, { publicKey: second.publicJwk, expiresAt });
  const { id: keyId, kid } = added.body;
  const assertion: System["assertion"] = (claims = {}, header = {}) =>
    second.assertion({ iss: first.clientId, sub: first.clientId, ...claims }, { kid, ...header });
  return { ...first, keyId, kid, assertion };
}

describe("the next request is refused, whatever the token says, and so is the next sign-in, when", () => {
  for (const [name, { end, undo }] of Object.entries(endings))
    test(name, async ({ world }) => {
      const given = await begin(world);
      const { system } = given;
      const assertion = () => system.assertion({ on_behalf_of: world.noor.memberId });
      const { body } = await signIn(world, form(await assertion()));
      const possession = await possessionOf(world);
      const boundOne = await boundToken(world, { ...system, assertion }, possession);
      const bound = async () => ({
        authorization: `DPoP ${boundOne}`,
        dpop: await possession.prove("GET", `${issuer}/v1/events`, { ath: athOf(boundOne) }),
      });
      const asked = async () => [
        (await ask(world, bearer(body.access_token))).status,
        (await ask(world, await bound())).status,
        (await signIn(world, form(await assertion()))).status < 300,
      ];
      expect(await asked()).toEqual([200, 200, true]);
      await end(given);
      expect(await asked()).toEqual([401, 401, false]);
      // Nobody else is touched.
      expect((await world.as(world.eva).get("/events")).status).toBe(200);
      if (!undo) return;
      await undo(given);
      expect(await asked()).toEqual([200, 200, true]);
    });
});

test("a scope that was taken away is gone from a token in hand", async ({ world }) => {
  const given = await begin(world);
  const { body } = await signIn(world, form(await given.system.assertion()));
  expect((await ask(world, bearer(body.access_token), "/tasks")).status).toBe(200);
  const path = `/clients/${given.system.clientId}`;
  const { headers } = await world.as(given.admin).get(path);
  const change = { scopes: ["events:read"] };
  await world.as(given.admin).send("PATCH", path, change, { "if-match": headers.get("etag") ?? "" });
  expect((await ask(world, bearer(body.access_token), "/tasks")).status).toBe(403);
  expect((await ask(world, bearer(body.access_token))).status).toBe(200);
});
