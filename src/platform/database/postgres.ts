import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "../context.ts";
import { rows } from "./transact.ts";

export interface OpenDatabase {
  db: Database;
  close(): Promise<void>;
}

/**
 * Compiling a statement that runs for milliseconds costs more than it gives; and what an index finds lies in memory
 * or on a disk without a head, where looking at it costs hardly more than reading in order.
 */
export const planning = { jit: "off", random_page_cost: "1.1" };

/** `connections`: 4 to 8 on two cores; many more are slower. */
export function openPostgres(url: string, connections: number): OpenDatabase {
  const client = postgres(url, {
    max: connections,
    connect_timeout: 10,
    // Notices may quote what was sent.
    onnotice: () => {},
    connection: {
      application_name: "handreiking",
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 60_000,
      ...planning,
    },
  });
  return { db: drizzle(preparing(client)), close: () => client.end({ timeout: 5 }) };
}

/**
 * Drizzle sends statements through `unsafe`, which prepares nothing unless asked.
 * Our statements are few and fixed, so each is prepared once a connection.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      if (name === "unsafe")
        return (query: string, parameters: never[] = [], options = {}) =>
          target.unsafe(query, parameters, { ...options, prepare: parameters.length > 0 });
      if ((name === "begin" || name === "savepoint") && name in target) {
        const start = (target as never as Record<string, (...args: unknown[]) => unknown>)[name];
        return (work: (inner: postgres.TransactionSql) => unknown) =>
          start?.((inner: postgres.TransactionSql) => work(preparing(inner)));
      }
      return Reflect.get(target, name);
    },
  });
}

/** Refuses a login for which row-level security would not hold, and a database that was not migrated. */
export async function checkLogin(db: Database): Promise<void> {
  const [login] = await rows<{ above: boolean; owner: boolean; member: boolean | null; migrated: boolean }>(
    db,
    sql`select rolsuper or rolbypassrls or rolcreaterole as above,
      exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where nspname in ('handreiking', 'keys') and pg_has_role(current_user, relowner, 'member')) as owner,
      (select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = 'handreiking_app') as member,
      to_regnamespace('handreiking') is not null as migrated
      from pg_roles where rolname = current_user`,
  );
  if (!login?.migrated)
    throw new Error("DATABASE_URL: the database has no tables yet: run `handreiking migrate`");
  if (login.above || login.owner)
    throw new Error(
      "DATABASE_URL: this login is a superuser, an owner of the tables or above row-level security; give the service a login of its own that is only a member of handreiking_app",
    );
  if (!login.member) throw new Error("DATABASE_URL: this login is not a member of the role handreiking_app");
}
