import { expect, test } from "vitest";
import { defineProblem, problems } from "../../src/platform/http/problem.ts";
import { refusalsIn } from "../../src/reference/refusals.ts";

const moved = defineProblem("referral-moved", 409, "The referral moved. Read it again");
const busyKey = defineProblem("key-busy", 409, "The first request is still running");

test("refusals are read as the contract writes them", () => {
  const { description } = problems(moved, busyKey)[409];
  expect(refusalsIn(409, description)).toEqual([
    { status: 409, code: "referral-moved", title: "The referral moved. Read it again" },
    { status: 409, code: "key-busy", title: "The first request is still running" },
  ]);
});

test("a code told twice is one refusal", () => {
  expect(refusalsIn(409, "`key-busy`: Wait. `key-busy`: Wait.")).toHaveLength(1);
});

test("a refusal in prose only has no code", () => {
  expect(refusalsIn(404, "Gone")).toEqual([{ status: 404, title: "Gone" }]);
});
