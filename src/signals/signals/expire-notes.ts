import { and, eq, isNotNull, lte } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { participants } from "../../identity/index.ts";
import { asJob } from "../../permissions.ts";
import type { Context, Database, Platform } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { signals } from "../schema.ts";

const batch = 100;

/** Destroys the notes of signals that have expired, some of each participant at a time. */
export async function expireNotes(platform: Platform): Promise<void> {
  for (const { id } of await platform.db.select({ id: participants.id }).from(participants)) {
    const ctx = asJob(platform, id);
    for (let some = batch; some === batch; ) some = await transact(ctx, (tx) => expireSome(tx, ctx));
  }
}

async function expireSome(tx: Database, ctx: Context): Promise<number> {
  const now = ctx.now();
  const expired = await tx
    .select({ id: signals.id })
    .from(signals)
    .where(
      and(
        eq(signals.participantId, ctx.actor.participantId),
        isNotNull(signals.note),
        lte(signals.expiresAt, now),
      ),
    )
    .orderBy(signals.id)
    .limit(batch)
    .for("update", { skipLocked: true });
  for (const { id } of expired) {
    await tx.update(signals).set({ note: null }).where(eq(signals.id, id));
    await record(tx, ctx, { action: "signal.note-expired", subjectId: id, at: now });
  }
  return expired.length;
}
