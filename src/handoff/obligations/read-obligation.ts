import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { ObligationRow } from "./schema.ts";

type Told = {
  [Field in keyof ObligationRow]: ObligationRow[Field] extends Date ? string : ObligationRow[Field];
} & {
  endedAt: string | null;
  fetchedAt: string | null;
};

/** The obligation of a referral, as JSON for `readObligation`. */
export const obligationOf = (referralId: PgColumn): SQL => sql`(
  select json_build_object('referralId', referral_id, 'senderId', sender_id, 'recipientId', recipient_id,
    'raisedAt', raised_at, 'dueAt', due_at, 'chases', chases, 'fetchedAt', fetched_at, 'endedAt', ended_at, 'endedAs', ended_as,
    'ground', ground, 'retainedUntil', retained_until, 'endedByFunction', ended_by_function)
  from handreiking.obligation where referral_id = ${referralId})`;

/** JSON knows no times. */
export function readObligation(told: Told): ObligationRow {
  return {
    ...told,
    raisedAt: new Date(told.raisedAt),
    dueAt: new Date(told.dueAt),
    fetchedAt: told.fetchedAt === null ? null : new Date(told.fetchedAt),
    endedAt: told.endedAt === null ? null : new Date(told.endedAt),
  };
}
