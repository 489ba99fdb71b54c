import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { participantKeys } from "../schema.ts";

/** The keys of a participant that are good at `now`, the newest last. */
export const listKeysOf = (tx: Database, participantId: string, now: Date) =>
  tx
    .select()
    .from(participantKeys)
    .where(
      and(
        eq(participantKeys.participantId, participantId),
        isNull(participantKeys.revokedAt),
        gt(participantKeys.expiresAt, now),
      ),
    )
    .orderBy(asc(participantKeys.addedAt), asc(participantKeys.id));

/** Those of them that others seal to. */
export const listReceivingKeys = async (tx: Database, participantId: string, now: Date) =>
  (await listKeysOf(tx, participantId, now)).filter(({ use }) => use === "enc");

/** Whether a participant revoked the key that goes by `kid`. */
export async function isRevokedKey(tx: Database, participantId: string, kid: string): Promise<boolean> {
  const [key] = await tx
    .select({ revokedAt: participantKeys.revokedAt })
    .from(participantKeys)
    .where(and(eq(participantKeys.participantId, participantId), eq(participantKeys.kid, kid)));
  return key !== undefined && key.revokedAt !== null;
}
