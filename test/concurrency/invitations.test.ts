import { expect } from "vitest";
import { createVisitor, invite, registered } from "../identity/passkeys/visitor.ts";
import { createAuthenticator } from "../world/authenticator.ts";
import { issuer, test } from "../world/world.ts";

test("of fifty uses of one invitation at once exactly one makes a passkey", async ({ world }) => {
  const noor = await world.member(world.bridge, "partner");
  const { token } = await invite(world, noor);
  const prepared = [];
  for (let one = 0; one < 50; one++) {
    const visitor = createVisitor(world);
    const { body } = await visitor.ask("/invitation/challenge", { token });
    const made = createAuthenticator(issuer).make(body.options);
    prepared.push({ visitor, use: () => visitor.ask("/invitation", { token, name: "Laptop", made }) });
  }
  const answers = await Promise.all(prepared.map(({ use }) => use()));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(49).fill(404)]);
  const winner = prepared[answers.findIndex(({ status }) => status === 200)]?.visitor.as(noor);
  expect((await world.as(winner).get("/passkeys")).body.items).toHaveLength(1);
});

test("of fifty answers to one challenge at once exactly one signs in", async ({ world }) => {
  const { authenticator } = await registered(world, await world.member(world.bridge, "partner"));
  const visitor = createVisitor(world);
  const { body } = await visitor.ask("/challenge", {});
  const signed = authenticator.sign(body.options);
  const answers = await Promise.all(Array.from({ length: 50 }, () => visitor.ask("", signed)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(49).fill(409)]);
});

test("of two passkeys that revoke each other at once, one stays", async ({ world }) => {
  const { visitor, person } = await registered(world, await world.member(world.bridge, "partner"));
  await visitor.add(createAuthenticator(issuer));
  const { body } = await world.as(person).get("/passkeys");
  const answers = await Promise.all(
    body.items.map(({ id }: { id: string }) => world.as(person).send("DELETE", `/passkeys/${id}`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test("of many invitations of one member at once one is open", async ({ world }) => {
  const noor = await world.member(world.bridge, "partner");
  const by = world.as(await world.member(world.bridge, "administrator"));
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => by.post(`/members/${noor.memberId}/invitations`)),
  );
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
  for (const { status } of answers) expect([201, 409, 503]).toContain(status);
  const { body } = await by.get("/invitations");
  const open = body.items.filter(({ state }: { state: string }) => state === "open");
  expect(open).toHaveLength(1);
});
