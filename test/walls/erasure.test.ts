import { expect } from "vitest";
import { askAsOwner } from "../world/database.ts";
import { sharingTest as test, type World } from "../world/world.ts";

interface Reference {
  table: string;
  /** What becomes of it: `c` it goes too, `n` it forgets. */
  rule: string;
}

/** Every table that hangs on a case, however far, by the foreign keys of the catalog. */
const referencesToCases = (world: World) =>
  askAsOwner<Reference>(
    world.database,
    `with recursive hanging as (
        select conrelid, confdeltype from pg_constraint
        where contype = 'f' and confrelid = 'handreiking."case"'::regclass
        union
        select next.conrelid, next.confdeltype from pg_constraint as next
          join hanging on hanging.conrelid = next.confrelid
        where next.contype = 'f' and hanging.confdeltype <> 'n')
      select distinct relname as table, confdeltype as rule from hanging
        join pg_class on pg_class.oid = conrelid order by relname`,
  );

const eraser = async (world: World): Promise<string> => {
  const [found] = await askAsOwner<{ source: string }>(
    world.database,
    "select prosrc as source from pg_proc where proname = 'erase_case'",
  );
  return found?.source ?? "";
};

/** The tables whose rows no key takes with the case or lets forget it, and which nobody names either. */
const leftBehind = (references: readonly Reference[], source: string): string[] => {
  const gone = new Set(references.filter(({ rule }) => rule === "c").map(({ table }) => table));
  return references
    .filter(({ rule }) => rule !== "c" && rule !== "n")
    .map(({ table }) => table)
    .filter((table) => !gone.has(table) && !new RegExp(`delete from "?${table}"?\\b`).test(source));
};

test("whatever hangs on a case goes with it or forgets it: by its foreign key, or by name", async ({
  world,
}) => {
  const references = await referencesToCases(world);
  const source = await eraser(world);
  const tables = references.map(({ table }) => table);
  for (const known of ["referral", "disclosure", "case_key", "conversation", "reporting_step", "appointment"])
    expect(tables).toContain(known);
  expect(leftBehind(references, source)).toEqual([]);
});

test("and a table whose key says nothing of it is found", async ({ world }) => {
  const forgotten = "handreiking.forgotten_of_case";
  await askAsOwner(
    world.database,
    `create table ${forgotten} (id uuid primary key references handreiking.conversation (id))`,
  );
  try {
    const source = await eraser(world);
    expect(leftBehind(await referencesToCases(world), source)).toEqual(["forgotten_of_case"]);
  } finally {
    await askAsOwner(world.database, `drop table ${forgotten}`);
  }
});

/** What outlives a case names it as an id alone, and by no key. */
const outliving = ["audit_event", "erasure"];

test("every column that names a case is held to one by a key, apart from what outlives it", async ({
  world,
}) => {
  const columns = await askAsOwner<{ table: string }>(
    world.database,
    `select relname as table from pg_attribute join pg_class on pg_class.oid = attrelid
      join pg_namespace on pg_namespace.oid = relnamespace
      where nspname in ('handreiking', 'keys') and relkind in ('r', 'p') and attname = 'case_id' and not attisdropped`,
  );
  const hanging = (await referencesToCases(world)).map(({ table }) => table);
  const unheld = columns.map(({ table }) => table).filter((table) => !hanging.includes(table));
  expect(unheld.sort()).toEqual(outliving);
});
