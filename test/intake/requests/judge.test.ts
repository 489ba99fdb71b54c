import { expect, test } from "vitest";
import { fileOf, judge } from "./judge.ts";

/**
 * The table of weights was fitted to these sentences but the last, so they say what it has learned, not what it will hear: fit.ts
 * prints how it judges the sentences of a writer whom it does not know. What is reached is held: how many acute ones are
 * called so at least, and how many harmless ones are called acute, and urgent, at most.
 */
const parts = [
  ["open", { acute: [50, 50], neither: [75, 2, 4] }],
  ["set-aside", { acute: [100, 98], neither: [75, 2, 6] }],
  ["own", { acute: [280, 274], neither: [242, 2, 6] }],
  ["training-a", { acute: [500, 498], neither: [450, 4, 10] }],
  ["training-b", { acute: [500, 498], neither: [450, 5, 10] }],
  ["training-c", { acute: [413, 378], neither: [351, 7, 11] }],
  // Of a writer whose sentences no weight was fitted to: the measure of what a stranger's words come to.
  ["second-set-aside", { acute: [100, 98], neither: [75, 8, 13] }],
] as const;

test.each(parts)("the %s part is heard as well as it was", (part, { acute, neither }) => {
  const { called } = judge(fileOf(part));
  const of = (level: keyof typeof called) => Object.values(called[level]).reduce((sum, count) => sum + count);
  expect([of("acute"), of("neither")]).toEqual([acute[0], neither[0]]);
  expect(called.acute.acute).toBeGreaterThanOrEqual(acute[1]);
  expect(called.neither.acute).toBeLessThanOrEqual(neither[1]);
  expect(called.neither.urgent).toBeLessThanOrEqual(neither[2]);
});

test("a part that is missing is an error", () => {
  expect(() => judge(fileOf("nowhere"))).toThrow("ENOENT");
});
