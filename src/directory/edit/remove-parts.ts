import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { type EntityName, entities } from "../import/entities/index.ts";

/** Entries of their own: what is beneath them goes with them, not with the one that lists them. */
const isEntry = (entity: EntityName) => ["organization", "service", "location", "program"].includes(entity);

const among = (ids: readonly string[]) =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;

/** Removes records of one table with all that is beneath them, the lowest first. */
export async function removeParts(tx: Database, entity: EntityName, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await emptyParts(tx, entity, ids);
  await tx.execute(sql`delete from handreiking.${sql.identifier(entity)} where id in ${among(ids)}`);
}

/** Removes what is beneath records, and what is said of them. */
export async function emptyParts(tx: Database, entity: EntityName, ids: readonly string[]): Promise<void> {
  for (const [child, column] of Object.values(entities[entity].lists)) {
    if (isEntry(child)) continue;
    const beneath = await rows<{ id: string }>(
      tx,
      sql`select id from handreiking.${sql.identifier(child)} where ${sql.identifier(column)} in ${among(ids)}`,
    );
    await removeParts(
      tx,
      child,
      beneath.map(({ id }) => id),
    );
  }
  await tx.execute(
    sql`delete from handreiking.attribute where link_id in ${among(ids)} and link_entity = ${entity}`,
  );
}
