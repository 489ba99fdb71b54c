import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { askAsOwner } from "../world/database.ts";
import { test } from "../world/world.ts";

const folder = "drizzle/functions";
const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
const textOf = (file: string) => readFileSync(`${folder}/${file}`, "utf8");

test("every function of the database has its one text in a file of its name, and every file its function", async ({
  world,
}) => {
  const found = await askAsOwner<{ file: string }>(
    world.database,
    `select case nspname when 'keys' then 'keys.' else '' end || proname || '.sql' as file
      from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where nspname in ('handreiking', 'keys')`,
  );
  expect(found.length).toBeGreaterThan(150);
  expect(found.map(({ file }) => file).sort()).toEqual([...files].sort());
});

test("no migration holds the body of a function", () => {
  const migrations = readdirSync("drizzle").filter((name) => /^\d{4}_.*\.sql$/.test(name));
  const makes = /create (or replace )?(function|aggregate|procedure)/i;
  expect(migrations.filter((name) => makes.test(readFileSync(`drizzle/${name}`, "utf8")))).toEqual([]);
  // The control.
  expect(files.filter((name) => !makes.test(textOf(name)))).toEqual([]);
});

test.each(files)("%s says what it is for, and makes one function of that name", (file) => {
  const text = textOf(file);
  expect(text).toMatch(/^-- .{20,}/);
  const made = [...text.matchAll(/^create or replace (?:function|aggregate) (handreiking|keys)\.(\w+)/gm)];
  expect(made.map(([, schema, name]) => `${schema === "keys" ? "keys." : ""}${name}.sql`)).toEqual([file]);
});
