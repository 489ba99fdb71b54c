import { sql } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";

/** A sealed entry as the database holds it, to the last digit: no value has been through a type that rounds it. */
export interface SealedEntry {
  seq: string;
  id: string;
  /** Every column but the hash, as a JSON array: what is hashed after the hash before. */
  text: string;
  hash: string | null;
  /** The checkpoint up to which entries were let go of, if that is what the entry tells. */
  removedUntil: string | null;
}

const batch = 10_000;

/**
 * All sealed entries of a chain in the order of their numbers, some thousands at a time. Only what PostgreSQL itself
 * brings renders a row, none of the functions that whoever owns the tables could have changed.
 */
export async function* readSealed(ctx: Context, chain: string): AsyncGenerator<SealedEntry[]> {
  for (let last = { seq: "-9223372036854775808", id: "00000000-0000-0000-0000-000000000000" }; ; ) {
    const { seq, id } = last;
    const page = await transact(ctx, (tx) =>
      rows<SealedEntry>(
        tx,
        sql`select seq::text, id::text, pg_catalog.encode(hash, 'hex') as hash,
          pg_catalog.jsonb_build_array(seq, id, participant_id, subject_participant_id, actor_kind, actor_id,
            on_behalf_of, actor_roles, operation, action, purpose, outcome, subject_id, case_id,
            (extract(epoch from at) * 1000000)::bigint)::text as text,
          case when action = 'audit-segment.removed' then subject_id::text end as "removedUntil"
        from handreiking.audit_event as entry
        where participant_id = ${chain}::uuid and (entry.seq, entry.id) > (${seq}::bigint, ${id}::uuid)
        order by entry.seq, entry.id limit ${batch}::integer`,
      ),
    );
    if (page.length > 0) yield page;
    const end = page.length === batch ? page.at(-1) : undefined;
    if (!end) return;
    last = end;
  }
}
