import { expect } from "vitest";
import { randomIds } from "../../src/platform/ids.ts";
import { ask, athOf, boundToken, form, newSystem, possessionOf, signIn } from "../identity/systems.ts";
import { issuer, test } from "../world/world.ts";

const atOnce = <T>(attempt: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 50 }, (_, index) => attempt(index)));
const once = (good: number, refused: number) => [good, ...Array(49).fill(refused)];

test("of fifty uses of one assertion at once exactly one is a sign-in", async ({ world }) => {
  const assertion = await (await newSystem(world)).assertion();
  const answers = await atOnce(() => signIn(world, form(assertion)));
  expect(answers.map(({ status }) => status).sort()).toEqual(once(200, 401));
});

test("of fifty assertions under one jti at once exactly one is a sign-in, and another client's is one too", async ({
  world,
}) => {
  const [system, other] = [await newSystem(world), await newSystem(world)];
  const jti = randomIds();
  const [others, ...answers] = await Promise.all([
    signIn(world, form(await other.assertion({ jti }))),
    ...Array.from({ length: 50 }, async (_, index) =>
      signIn(world, form(await system.assertion({ jti, exp: system.now() + 60 + index }))),
    ),
  ]);
  expect(others.status).toBe(200);
  expect(answers.map(({ status }) => status).sort()).toEqual(once(200, 401));
});

test("of fifty requests with one proof at once exactly one is answered", async ({ world }) => {
  const [system, possession] = [await newSystem(world), await possessionOf(world)];
  const token = await boundToken(world, system, possession);
  const dpop = await possession.prove("GET", `${issuer}/v1/events`, { ath: athOf(token) });
  const answers = await atOnce(() => ask(world, { authorization: `DPoP ${token}`, dpop }));
  expect(answers.map(({ status }) => status).sort()).toEqual(once(200, 401));
});
