import { expect, test } from "vitest";
import { namedId } from "../../src/directory/named-id.ts";

test("the same name always has the same id, of version 5", async () => {
  const id = await namedId("partners.nl", "fier");
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await namedId("partners.nl", "fier")).toBe(id);
});

test("names of several parts do not run into each other", async () => {
  const ids = await Promise.all([
    namedId("partners.nl", "a", "b"),
    namedId("partners.nl", "a/b"),
    namedId("partners.nl", "ab"),
    namedId("other", "a", "b"),
  ]);
  expect(new Set(ids).size).toBe(4);
});
