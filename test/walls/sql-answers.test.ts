import { describe, expect } from "vitest";
import { answerTo, sqlAnswers } from "../../src/platform/database/sql-states.ts";
import { askAsOwner, testDatabase } from "../world/database.ts";
import { sharingTest as test } from "../world/world.ts";

/** The names by which functions of the schema call a SQLSTATE of PostgreSQL's own. */
const named: Record<string, string> = { check_violation: "23514" };

/** What the functions of the schema raise as they stand now: each with its SQLSTATE, or with none. */
async function raised(): Promise<{ by: string; state: string | undefined }[]> {
  const functions = await askAsOwner<{ by: string; text: string }>(
    await testDatabase(),
    `select namespace.nspname || '.' || proname as by, pg_get_functiondef(pg_proc.oid) as text
      from pg_proc join pg_namespace as namespace on namespace.oid = pronamespace
      where nspname not in ('pg_catalog', 'information_schema') and prokind in ('f', 'p')
        and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid
          and deptype = 'e')`,
  );
  return functions.flatMap(({ by, text }) =>
    [...text.matchAll(/\braise\s+exception\b[^;]*?(?:errcode\s*=\s*'(\w+)'[^;]*)?;/gi)].map(([, code]) => ({
      by,
      state: code && (named[code] ?? code),
    })),
  );
}

describe("a refusal by the database", () => {
  test("has its answer, for every code that the schema can raise, and for no other of ours", async () => {
    const found = await raised();
    expect(found.filter(({ state }) => state === undefined || !/^[0-9A-Z]{5}$/.test(state))).toEqual([]);
    const states = new Set(found.map(({ state }) => state ?? ""));
    expect(states.size).toBeGreaterThan(50);
    expect([...states].filter((state) => !(state in sqlAnswers))).toEqual([]);
    expect(Object.keys(sqlAnswers).filter((state) => state.startsWith("HR") && !states.has(state))).toEqual(
      [],
    );
  });

  test("is answered by its own code, or else by its class; a code that stands nowhere is a fault", () => {
    expect(answerTo("22001")).toBe("unfit");
    expect(answerTo("53300")).toBe("passing");
    expect(answerTo("08006")).toBe("passing");
    expect(answerTo("40001")).toBe("interrupted");
    expect(answerTo("23505")).toBe("overtaken");
    for (const state of ["42501", "23514", "P0001", "XX000", "HR999", ""])
      expect(answerTo(state)).toBe("fault");
  });
});
