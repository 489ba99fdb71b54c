import { expect, test } from "vitest";
import { separatedVerbs, verbForms } from "../../../src/directory/search/verbs.ts";

for (const [typed, meant] of [
  ["sloeg", "geslagen"],
  ["opgesloten", "opsluiten"],
  ["afgepakt", "afpaken"],
  ["dreigt", "dreig"],
  ["pakten", "pak"],
  ["took", "take"],
] as const)
  test(`${typed} may be a form of ${meant}`, () => expect(verbForms(typed)).toContain(meant));

test("a short word that is no irregular verb is no other form", () => expect(verbForms("geld")).toEqual([]));

test("a verb and what stands apart from it are one", () =>
  expect(separatedVerbs("ze pakten mijn paspoort af".split(" "), 4)).toContainEqual({
    place: 1,
    verb: "afpakten",
  }));

test("what is no particle belongs to no verb", () =>
  expect(separatedVerbs("ze pakten mijn paspoort".split(" "), 3)).toEqual([]));
