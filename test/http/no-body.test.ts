import { describe, expect } from "vitest";
import { operations } from "../../src/app.ts";
import { issuer, sharingTest as test, type World } from "../world/world.ts";

const id = "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10";
const bare = operations
  .filter(({ route }) => !route.request?.body && ["post", "put"].includes(route.method))
  .map(({ operationId, route }) => ({ operationId, route }));

async function send(world: World, { path, method }: (typeof bare)[number]["route"], body?: string) {
  const { status } = await world.app.request(`${issuer}/v1${path.replaceAll(/\{\w+\}/g, id)}`, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${await world.tokenOf(world.noor)}`,
      "content-type": "application/json",
    },
    ...(body !== undefined && { body }),
  });
  return { status };
}

describe.each(bare)("$operationId, which needs no body,", ({ route }) => {
  test("takes an empty object for none, and nothing else", async ({ world }) => {
    const { status } = await send(world, route);
    expect((await send(world, route, "{}")).status).toBe(status);
    for (const body of ['{"marker":1}', "[]", "null", '"marker"'])
      expect((await send(world, route, body)).status, body).toBe(400);
  });
});
