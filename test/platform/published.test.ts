import { expect, test } from "vitest";
import { operations } from "../../src/app.ts";

test("every operation that may be sent a body names the refusal of one that is too large or no JSON", () => {
  const writing = operations.filter(({ route }) => route.method !== "get");
  for (const { operationId, route } of writing)
    expect(Object.keys(route.responses), operationId).toEqual(expect.arrayContaining(["413", "415"]));
});
