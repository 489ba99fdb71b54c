import { expect, test } from "vitest";
import { fileOf, judge } from "./judge.ts";

/** Of the sentences of two writers who had seen no list of signs; the part set aside was looked at by nobody who made one. */
const parts = [
  ["open", { acute: 50, neither: 75 }],
  ["set-aside", { acute: 100, neither: 75 }],
] as const;

test.each(parts)(
  "the %s part: no danger is missed, and few harmless words are taken for it",
  (part, size) => {
    const { called } = judge(fileOf(part));
    const of = (level: keyof typeof called) =>
      Object.values(called[level]).reduce((sum, count) => sum + count);
    expect([of("acute"), of("neither")]).toEqual([size.acute, size.neither]);
    expect(size.acute - called.acute.acute).toBe(0);
    expect(called.neither.acute).toBeLessThanOrEqual(0.1 * size.neither);
    expect(called.neither.urgent).toBeLessThanOrEqual(0.2 * size.neither);
  },
);

test("the sentences that the signs were made with: three are left that nothing tells", () => {
  const { called } = judge(fileOf("own"));
  expect(called.acute.urgent + called.acute.neither).toBeLessThanOrEqual(3);
  expect(called.neither.acute).toBeLessThanOrEqual(8);
});

test("a part that is missing is an error", () => {
  expect(() => judge(fileOf("nowhere"))).toThrow("ENOENT");
});
