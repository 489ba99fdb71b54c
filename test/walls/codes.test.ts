import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answerTo } from "../../src/platform/database/sql-states.ts";

const readme = readFileSync("drizzle/README.md", "utf8");
const statements = readdirSync("drizzle", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".sql") && path !== "schema.sql")
  .map((path) => ({ path, text: readFileSync(`drizzle/${path}`, "utf8") }));
const schema = statements.map(({ text }) => text).join("\n");

const sorted = (found: Iterable<string>) => [...new Set(found)].sort();
const codesIn = (text: string) => sorted(text.match(/HR\d{3}/g) ?? []);

/** A code's line, as the index is to hold it: which functions raise it, and what the service answers. */
const indexed = codesIn(schema).map((code) => {
  const by = statements
    .filter(({ text }) => text.includes(`'${code}'`))
    .map(({ path }) => `\`${path.replace(/^functions\/(\w+)\.sql$/, "$1()")}\``);
  return `${code}: ${by.sort().join(", ")}: ${answerTo(code)}`;
});

/** The trigger of that name runs the function. */
const runs = (trigger: string, name: string) =>
  new RegExp(`trigger ${trigger}\\s[^;]*execute function handreiking\\.${name}\\(`).test(schema);

/** `a`, `b` → `c()`, `d()`: each of these triggers runs one of these functions, and each function is run by one. */
const pairs = /((?:`\w+`(?:, )?)+) → ((?:`\w+\(\)`(?:, )?)+)/g;

function unpaired(triggers: readonly string[], functions: readonly string[]): string[] {
  const names = functions.map((name) => name.slice(0, -2));
  return [
    ...triggers.filter((trigger) => !names.some((name) => runs(trigger, name))),
    ...names.filter((name) => !triggers.some((trigger) => runs(trigger, name))),
  ].map((name) => `${name} runs nothing that is named here, or is run by nothing`);
}

const inBackticks = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

/** Paths that name no file below any of the folders. */
const missing = (text: string, folders: readonly string[]) =>
  inBackticks(text).filter(
    (name) => /^[\w./-]+\.(ts|sql)$/.test(name) && !folders.some((folder) => existsSync(folder + name)),
  );

/** What a text of walls says that is not so. */
function faultsOf(text: string): string[] {
  const [walls = "", index = ""] = text.split("\n## Index of codes\n");
  const rows = walls.split("\n").filter((line) => line.startsWith("| ") && line.split("|").length > 6);
  const lines = [...index.matchAll(/^\| (HR\d{3}) \| [^|]+ \| ([^|]+) \| (\w+) \|$/gm)];
  const told = lines.map(([, code, by, answer]) => `${code}: ${by}: ${answer}`);
  const names = inBackticks(text);
  return [
    ...indexed.filter((line) => told.filter((each) => each === line).length !== 1),
    ...told.filter((line) => !indexed.includes(line)),
    ...codesIn(schema).filter((code) => !codesIn(walls).includes(code)),
    ...codesIn(text).filter((code) => !schema.includes(`'${code}'`)),
    ...names.filter(
      (name) => name.endsWith("()") && !existsSync(`drizzle/functions/${name.slice(0, -2)}.sql`),
    ),
    ...names.filter((name) => /^[a-z_]+$/.test(name) && !new RegExp(`\\b${name}\\b`).test(schema)),
    ...[...walls.matchAll(pairs)].flatMap(([, from = "", to = ""]) =>
      unpaired(inBackticks(from), inBackticks(to)),
    ),
    ...missing(text, ["", "drizzle/", "src/", "test/"]),
    ...rows.flatMap((row) => {
      const [test = "", rule = ""] = row.split("|").slice(-3, -1).reverse();
      return [...missing(rule, ["src/"]), ...missing(test, ["test/"])];
    }),
  ];
}

describe("the walls that one can read", () => {
  test("are those of the database: codes, functions, triggers, constraints, rules and tests", () => {
    expect(indexed.length).toBeGreaterThan(90);
    expect(faultsOf(readme)).toEqual([]);
  });

  test.each([
    ["a code that nothing raises", "| HR306 |", "| HR307 |", "HR307"],
    ["a code that is left out", /^\| HR306 .*\n/m, "", "HR306: `guard_reporting_step()`: fault"],
    ["a code twice", /^(\| HR306 .*\n)/m, "$1$1", "HR306: `guard_reporting_step()`: fault"],
    ["a code that no wall names", "HR305, HR306 |", "HR305 |", "HR306"],
    [
      "another answer",
      "`guard_reporting_step()` | fault",
      "`guard_reporting_step()` | overtaken",
      "overtaken",
    ],
    ["another function", "`guard_reporting_step()` | fault", "`guard_cover()` | fault", "`guard_cover()`"],
    ["a function that is gone", "`basis_stands()`", "`basis_falls()`", "basis_falls()"],
    [
      "a trigger of another function",
      "→ `give_next_action()`",
      "→ `guard_note()`",
      "next_action runs nothing",
    ],
    ["a function of another trigger", "`refuse_by_review()`", "`guard_note()`", "guard_note runs nothing"],
    ["a constraint that is gone", "`referral_deadline`", "`referral_deadlines`", "referral_deadlines"],
    ["a rule that is gone", "`handoff/todos.ts`", "`handoff/todo.ts`", "handoff/todo.ts"],
    ["a test among the rules", "`handoff/todos.ts`", "`walls/life.test.ts`", "walls/life.test.ts"],
    ["a test that is gone", "`walls/feeds.test.ts`", "`walls/feed.test.ts`", "walls/feed.test.ts"],
  ])("are compared: %s is found", (_, words, instead, fault) => {
    const changed = readme.replace(words, instead);
    expect(changed).not.toBe(readme);
    expect(faultsOf(changed).join("\n")).toContain(fault);
  });
});
