import { expect } from "vitest";
import { findUnknownTopics } from "../../src/directory/index.ts";
import { taxonomyTable } from "../../src/directory/taxonomy/index.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { test } from "../world/world.ts";

for (const { name, terms } of taxonomyTable)
  test(`the terms of ${name} are listed with what each is narrower than`, async ({ world }) => {
    const { status, body } = await world.as(world.eva).get(`/taxonomy-terms?taxonomy=${name}&pageSize=100`);
    expect(status).toBe(200);
    const told = body.items.map((term: Record<string, unknown>) => [
      term.taxonomy,
      term.code,
      term.parentCode,
      term.name,
      term.nameEn,
    ]);
    const table = terms.map((term) => [name, term.code, term.parent, term.name, term.nameEn]);
    expect(told).toEqual(table.toSorted((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)));
  });

test("the terms of both taxonomies come in pages", async ({ world }) => {
  const first = await world.as(world.eva).get("/taxonomy-terms");
  const second = await world.as(world.eva).get(`/taxonomy-terms?cursor=${first.body.nextCursor}`);
  expect([first.body.items.length, second.body.items.length]).toEqual([25, 10]);
  expect(second.body.nextCursor).toBeUndefined();
});

test("codes that no taxonomy holds are told apart", async ({ world }) => {
  const unknown = await transact(world.job(world.helpline.id), (tx) =>
    findUnknownTopics(tx, ["cults", "nonsense", "legal-advice", "nonsense"]),
  );
  expect(unknown).toEqual(["nonsense"]);
});
