import { and, desc, eq, isNotNull, lte, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { toHex } from "../../platform/keys/crypto.ts";
import { record } from "../record.ts";
import { type AuditCheckpointRow, auditCheckpoints, auditEvents } from "../schema.ts";
import { seal } from "../seal-audit.ts";
import { signCheckpoint } from "./checkpoint.ts";

/** Says in writing where the actor's own chain stands, the entry that tells of it included. */
export async function standAt(tx: Database, ctx: Context): Promise<AuditCheckpointRow> {
  const { participantId } = ctx.actor;
  const [id, at] = [ctx.newId(), ctx.now()];
  await record(tx, ctx, { action: "audit-checkpoint.made", subjectId: id, at });
  await seal(tx, participantId);
  const last = await findLast(tx, participantId);
  const latestAt = await latestUntil(tx, participantId, last.seq);
  const hash = toHex(last.hash);
  const statement = await signCheckpoint(ctx.signing, {
    id,
    chain: participantId,
    seq: last.seq,
    hash,
    at,
    latestAt,
  });
  const row = { id, participantId, seq: last.seq, hash: last.hash, at, latestAt, statement };
  await tx.insert(auditCheckpoints).values(row);
  return row;
}

async function findLast(tx: Database, chain: string): Promise<{ seq: number; hash: Uint8Array }> {
  const [last] = await tx
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .where(and(eq(auditEvents.participantId, chain), isNotNull(auditEvents.seq)))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  if (!last?.seq || !last.hash) throw new Error("a chain with an entry just sealed has a last one");
  return { seq: last.seq, hash: last.hash };
}

/** Entries are numbered as they were committed: the last is not always the latest. */
async function latestUntil(tx: Database, chain: string, seq: number): Promise<Date> {
  const [latest] = await tx
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(and(eq(auditEvents.participantId, chain), lte(auditEvents.seq, seq)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(1);
  if (!latest) throw new Error("a chain with a last entry has a latest one");
  return latest.at;
}

export const listCheckpointRows = (
  tx: Database,
  chain: string,
  position: Position | undefined,
  limit: number,
) =>
  tx
    .select()
    .from(auditCheckpoints)
    .where(
      and(
        eq(auditCheckpoints.participantId, chain),
        position && sql`${auditCheckpoints.seq} < ${position[0]}::bigint`,
      ),
    )
    .orderBy(desc(auditCheckpoints.seq))
    .limit(limit);
