import { expect, test } from "vitest";
import { fileOf, judge } from "./judge.ts";

/**
 * Of the sentences of two writers who had seen no list of signs; the part set aside was looked at by nobody who made
 * one. What is reached is held: wanted are no danger missed, and at most a tenth of the harmless words taken for it.
 */
const parts = [
  ["open", { acute: [50, 50], neither: [75, 7, 14] }],
  ["set-aside", { acute: [100, 80], neither: [75, 22, 7] }],
] as const;

test.each(parts)("the %s part is heard as well as it was", (part, { acute, neither }) => {
  const { called } = judge(fileOf(part));
  const of = (level: keyof typeof called) => Object.values(called[level]).reduce((sum, count) => sum + count);
  expect([of("acute"), of("neither")]).toEqual([acute[0], neither[0]]);
  expect(called.acute.acute).toBeGreaterThanOrEqual(acute[1]);
  expect(called.neither.acute).toBeLessThanOrEqual(neither[1]);
  expect(called.neither.urgent).toBeLessThanOrEqual(neither[2]);
});

test("the sentences that the signs were made with: three are left that nothing tells", () => {
  const { called } = judge(fileOf("own"));
  expect(called.acute.urgent + called.acute.neither).toBeLessThanOrEqual(3);
  expect(called.neither.acute).toBeLessThanOrEqual(8);
});

test("a part that is missing is an error", () => {
  expect(() => judge(fileOf("nowhere"))).toThrow("ENOENT");
});
