import { and, eq, sql } from "drizzle-orm";
import type { Context, Database, IdempotencyKey, Platform } from "../context.ts";
import { idempotencyRecords } from "../database/schema.ts";
import { fail, idempotencyKeyBusy, idempotencyKeyReused } from "./problem.ts";

const keptFor = 24 * 60 * 60 * 1000;

/** Thrown when the key already has its answer: present the record as it is now. */
export class AlreadyAnswered extends Error {
  readonly recordId: string;

  constructor(recordId: string) {
    super("already answered");
    this.recordId = recordId;
  }
}

const oldest = (ctx: Pick<Context, "now">) => new Date(ctx.now().getTime() - keptFor);

/** Holds the key until the transaction ends; throws when it is held, used up, or answered. */
export async function claimIdempotencyKey(tx: Database, ctx: Context, key: IdempotencyKey): Promise<void> {
  const lock = sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${key.key}, 0))`;
  const [claim] = await tx.select({ held: lock }).from(sql`(values (1)) as one`);
  if (!claim?.held) fail(idempotencyKeyBusy, { headers: { "retry-after": "1" } });
  const [kept] = await tx
    .select()
    .from(idempotencyRecords)
    .where(
      and(
        eq(idempotencyRecords.participantId, ctx.actor.participantId),
        eq(idempotencyRecords.keyFingerprint, key.key),
      ),
    );
  if (!kept || kept.at < oldest(ctx)) return;
  if (kept.bodyFingerprint !== key.body) fail(idempotencyKeyReused);
  throw new AlreadyAnswered(kept.recordId);
}

export async function keepIdempotencyKey(
  tx: Database,
  ctx: Context,
  { key, body }: IdempotencyKey,
  recordId: string,
): Promise<void> {
  const { participantId } = ctx.actor;
  const kept = { bodyFingerprint: body, recordId, at: ctx.now() };
  await tx
    .insert(idempotencyRecords)
    .values({ participantId, keyFingerprint: key, ...kept })
    .onConflictDoUpdate({
      target: [idempotencyRecords.participantId, idempotencyRecords.keyFingerprint],
      set: kept,
      setWhere: sql`${idempotencyRecords.at} < ${oldest(ctx).toISOString()}`,
    });
}

/** Forgets the keys that are kept no longer, whoever's they are. */
export async function forgetIdempotencyKeys(platform: Pick<Platform, "db" | "now">): Promise<void> {
  const moment = platform.now().toISOString();
  await platform.db.execute(sql`select handreiking.forget_idempotency_keys(${moment}::timestamptz)`);
}
