import { expect } from "vitest";
import { askForVerification } from "../../src/directory/index.ts";
import { test } from "../world/world.ts";

test("ten rounds at once, as of ten instances, ask each organization once", async ({ world }) => {
  const ask = () => askForVerification(world.job(world.operator.id));
  await Promise.all(Array.from({ length: 10 }, ask));
  for (const person of [world.noor, world.stranger, world.eva]) {
    const { body } = await world.as(person).get("/events?pageSize=100");
    const requests = body.items.filter(({ type }: { type: string }) => type === "verification.requested");
    expect(requests).toHaveLength(1);
  }
  expect(await ask()).toBeUndefined();
});
