import { sql } from "drizzle-orm";
import { rows } from "../../src/platform/database/transact.ts";
import { asParticipant } from "../walls/raw.ts";
import type { World } from "../world/world.ts";

/** Every table of the service and of its keys, as the given participant's rows: bytes as hex. */
export async function dump(world: World, participantId: string): Promise<string> {
  const tables = await rows<{ name: string }>(
    world.platform.db,
    sql`select format('%I.%I', nspname, relname) as name from pg_class
      join pg_namespace on pg_namespace.oid = relnamespace
      where nspname in ('handreiking', 'keys') and relkind = 'r' and relname not like 'search%'
        and has_table_privilege(pg_class.oid, 'select')`,
  );
  const parts = [];
  for (const { name } of tables)
    parts.push(
      await asParticipant(
        world.platform.db,
        participantId,
        `select coalesce(string_agg(row_to_json(t)::text, ' '), '') as rows from ${name} t`,
      ),
    );
  return JSON.stringify(parts);
}
