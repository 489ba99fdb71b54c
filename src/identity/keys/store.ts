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
