import { type SQL, sql } from "drizzle-orm";
import { publicTable } from "../../platform/database/table.ts";

type Named = "organization" | "service" | "location" | "place" | "contact" | "phone";

/** Columns that name what a row belongs to; the actor's participant has to answer for each that is not null. */
type Owners = Partial<Record<Named, SQL>>;

const answeredFor = (owners: Owners) => {
  const named = Object.entries(owners).map(([name, column]) => sql`${sql.raw(name)} => ${column}`);
  return sql`handreiking.actor_answers_for(${sql.join(named, sql.raw(", "))})`;
};

/** Entries: read until they are deleted, written by the operator and by who answers for their organization. */
export const entryTable = (owners: Owners) =>
  publicTable({ shown: sql`deleted_at is null`, writer: answeredFor(owners) });

/** Parts of entries: written and removed with them. */
export const partTable = (owners: Owners) => publicTable({ writer: answeredFor(owners), removable: true });
