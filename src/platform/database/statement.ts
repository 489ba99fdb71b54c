import { getTableColumns, sql } from "drizzle-orm";
import {
  PgDatabase,
  PgDialect,
  type PgPreparedQuery,
  PgSession,
  type PgTable,
  type PreparedQueryConfig,
} from "drizzle-orm/pg-core";
import type { Database } from "../context.ts";

type Built = Parameters<PgSession["prepareQuery"]>;
type Preparable<T> = { prepare(name: string): { execute(values?: Record<string, unknown>): Promise<T> } };

/**
 * A statement that is built once and then sent with `values` for its placeholders: building one of sixty columns
 * costs drizzle about what it costs the database to run it.
 */
export function statement<T>(build: (db: Database) => Preparable<T>) {
  let built: Built | undefined;
  return (tx: Database, values: Record<string, unknown>): Promise<T> => {
    built ??= builtBy(build);
    // Maps rows as the builder had it do, so it answers what the builder's type says.
    return tx._.session.prepareQuery(...built).execute(values) as Promise<T>;
  };
}

/** Inserts rows into `table` by a statement that is built once for as many of them; other columns keep their defaults. */
export function insertion<T extends PgTable, Name extends keyof T["$inferInsert"] & string>(
  table: T,
  columns: readonly Name[],
) {
  const built = new Map<number, ReturnType<typeof insert>>();
  const insert = (rows: number) =>
    statement((db) =>
      db.insert(table).values(Array.from({ length: rows }, (_, at) => placeholders(columns, at)) as never),
    );
  return (tx: Database, rows: readonly Pick<T["$inferInsert"], Name>[]) => {
    const send = built.get(rows.length) ?? insert(rows.length);
    built.set(rows.length, send);
    return send(tx, Object.assign({}, ...rows.map((row, at) => encoded(table, columns, row, at))));
  };
}

/** A placeholder for each column of the row `at`, which takes what `encoded` makes of its value. */
export const placeholders = (columns: readonly string[], at = 0) =>
  Object.fromEntries(columns.map((column) => [column, sql`${sql.placeholder(`${column} ${at}`)}`]));

/** The values of `columns` as the driver takes them; a builder's own placeholders cannot be null. */
export function encoded<Row extends object, Name extends keyof Row & string>(
  table: PgTable,
  columns: readonly Name[],
  row: Row,
  at = 0,
): Record<string, unknown> {
  const all = getTableColumns(table);
  return Object.fromEntries(
    columns.map((name) => [
      `${name} ${at}`,
      row[name] === null ? null : all[name]?.mapToDriverValue(row[name]),
    ]),
  );
}

function builtBy(build: (db: Database) => Preparable<unknown>): Built {
  const noting = new NotingSession(new PgDialect());
  build(new PgDatabase(new PgDialect(), noting, undefined)).prepare("once");
  if (!noting.noted) throw new Error("a statement was not built");
  const [query, fields, , ...rest] = noting.noted;
  // Without a name: the connection itself prepares what has parameters.
  return [query, fields, undefined, ...rest];
}

/** Sends nothing: notes what a builder would have prepared. */
class NotingSession extends PgSession {
  noted: Built | undefined;

  prepareQuery<T extends PreparedQueryConfig>(...noted: Built): PgPreparedQuery<T> {
    this.noted = noted;
    return { setToken: () => undefined } as never;
  }

  transaction(): never {
    throw new Error("nothing runs here");
  }
}
