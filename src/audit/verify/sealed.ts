import { sql } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { rows, transact } from "../../platform/db.ts";

/** A sealed entry as the database holds it, to the last digit: no value has been through a type that rounds it. */
export interface SealedEntry {
  seq: string;
  id: string;
  participantId: string;
  subjectParticipantId: string;
  actorKind: string;
  actorId: string;
  onBehalfOf: string | null;
  actorRoles: string[];
  operation: string | null;
  action: string;
  purpose: string;
  outcome: string;
  subjectId: string;
  caseId: string | null;
  /** Microseconds since 1970. */
  at: string;
  hash: string | null;
}

const batch = 10_000;

/** All sealed entries of a chain in the order of their numbers, some thousands at a time. */
export async function* readSealed(ctx: Context, chain: string): AsyncGenerator<SealedEntry[]> {
  for (let last = { seq: "-9223372036854775808", id: "00000000-0000-0000-0000-000000000000" }; ; ) {
    const { seq, id } = last;
    const page = await transact(ctx, (tx) =>
      rows<SealedEntry>(
        tx,
        sql`select seq::text, id::text, participant_id::text as "participantId",
          subject_participant_id::text as "subjectParticipantId", actor_kind as "actorKind",
          actor_id::text as "actorId", on_behalf_of::text as "onBehalfOf", actor_roles as "actorRoles", operation,
          action, purpose, outcome, subject_id::text as "subjectId", case_id::text as "caseId",
          (extract(epoch from at) * 1000000)::bigint::text as at, encode(hash, 'hex') as hash
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

/** What `seal_audit` hashes after the hash before, as PostgreSQL writes a JSON array. */
export const entryText = (entry: SealedEntry): string =>
  `[${[
    entry.seq,
    text(entry.id),
    text(entry.participantId),
    text(entry.subjectParticipantId),
    text(entry.actorKind),
    text(entry.actorId),
    text(entry.onBehalfOf),
    `[${entry.actorRoles.map(text).join(", ")}]`,
    text(entry.operation),
    text(entry.action),
    text(entry.purpose),
    text(entry.outcome),
    text(entry.subjectId),
    text(entry.caseId),
    entry.at,
  ].join(", ")}]`;

const text = (value: string | null): string => JSON.stringify(value);
