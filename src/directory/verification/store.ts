import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";
import type { EntryKind, verificationMethods } from "../codes.ts";
import type { EntryRef } from "../keeper.ts";
import { utc } from "../organization-store.ts";

export interface VerificationRow {
  id: string;
  entryKind: EntryKind;
  entryId: string;
  checkedOn: string;
  method: (typeof verificationMethods)[number];
  participantId: string;
  selfConfirmed: boolean;
  at: string;
}

const verificationRows = (where: SQL) => sql`
  select id, entry_kind as "entryKind", entry_id as "entryId", checked_on::text as "checkedOn", method,
    verification.participant_id as "participantId", ${utc("at")} as at,
    coalesce(link.participant_id = verification.participant_id, false) as "selfConfirmed"
  from handreiking.verification left join handreiking.organization_participant as link using (organization_id)
  where ${where}`;

export async function findVerification(tx: Database, id: string): Promise<VerificationRow | undefined> {
  const [found] = await rows<VerificationRow>(tx, verificationRows(sql`id = ${id}::uuid`));
  return found;
}

/** Verifications of an entry, the latest check first, after `position`. */
export const listVerificationRows = (
  tx: Database,
  { kind, id }: EntryRef,
  position: Position | undefined,
  limit: number,
) =>
  rows<VerificationRow>(
    tx,
    sql`${verificationRows(sql`entry_kind = ${kind} and entry_id = ${id}::uuid`)}
      ${position && sql`and (checked_on, id) < (${position[0]}::date, ${position[1]}::uuid)`}
      order by checked_on desc, id desc limit ${limit}`,
  );
