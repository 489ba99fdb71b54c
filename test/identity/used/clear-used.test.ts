import { expect } from "vitest";
import { clearUsed } from "../../../src/identity/index.ts";
import { askAsOwner, ownDatabase } from "../../world/database.ts";
import { test as base, createWorld, type World } from "../../world/world.ts";
import { form, newSystem, possessionOf, signIn, tokenEndpoint } from "../systems.ts";

const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern
  world: async ({}, use) => use(await createWorld(await ownDatabase())),
});

test("used assertions and proofs are forgotten once they have expired, and not before", async ({ world }) => {
  const [system, possession] = [await newSystem(world), await possessionOf(world)];
  const assertion = await system.assertion();
  const dpop = await possession.prove("POST", tokenEndpoint);
  const repeated = async () => (await signIn(world, form(assertion), { dpop })).status;
  expect(await repeated()).toBe(200);
  const kept = async () => {
    const [row] = await askAsOwner<{ assertions: number; proofs: number }>(
      world.database,
      `select (select count(*)::int from handreiking.used_assertion) as assertions,
        (select count(*)::int from handreiking.used_proof) as proofs`,
    );
    return row;
  };
  const later = async (seconds: number) => {
    world.clock.time = new Date(world.clock.time.getTime() + seconds * 1000);
    await clearUsed(world.platform);
  };
  await later(60);
  expect(await kept()).toEqual({ assertions: 1, proofs: 1 });
  await later(1);
  expect(await kept()).toEqual({ assertions: 0, proofs: 0 });
  expect(await repeated()).toBe(401);
});
