import { and, eq, ne, sql } from "drizzle-orm";
import { consents, type DataCategory } from "../../cases/index.ts";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { disclosures, overrides, type ReferralRow, referrals } from "../schema.ts";

/** Whether another referral of the same help question has its recipient know who the caller is. */
export async function otherIsDisclosed(tx: Database, { id, helpQuestionId }: ReferralRow): Promise<boolean> {
  const [other] = await tx
    .select({ id: referrals.id })
    .from(referrals)
    .where(
      and(eq(referrals.helpQuestionId, helpQuestionId), eq(referrals.disclosed, true), ne(referrals.id, id)),
    );
  return other !== undefined;
}

/** The categories of data that the referral's basis covers. */
export async function agreedCategories(
  tx: Database,
  { consentId, overrideId }: ReferralRow,
): Promise<DataCategory[]> {
  const found = consentId
    ? await tx.select({ categories: consents.categories }).from(consents).where(eq(consents.id, consentId))
    : await tx
        .select({ categories: overrides.categories })
        .from(overrides)
        .where(eq(overrides.id, overrideId ?? ""));
  return found[0]?.categories ?? [];
}

export async function findDisclosure(tx: Database, referralId: string) {
  const [found] = await tx.select().from(disclosures).where(eq(disclosures.referralId, referralId));
  return found;
}

/**
 * What the disclosure of a locked referral is encrypted with, for its recipient: none once it may not, or when a
 * one-time code is spent. `entryId`: the audit entry of this look, which another transaction has committed.
 */
export async function takeKey(tx: Database, referralId: string, entryId: string, moment: Date) {
  const [key] = await rows<{ wrapped: Uint8Array; kekId: string }>(
    tx,
    sql`select wrapped, kek_id as "kekId" from handreiking.take_disclosure_key(
      ${referralId}::uuid, ${entryId}::uuid, ${moment.toISOString()}::timestamptz)`,
  );
  return key && { wrapped: new Uint8Array(key.wrapped), kekId: key.kekId };
}
