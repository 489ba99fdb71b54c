import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Suspension } from "./standstill.ts";

export type ReadSuspension = { [Field in keyof Suspension]: string | (null & Suspension[Field]) };

/** When a participant was suspended, the oldest first: as JSON for `readSuspensions`, null if never. */
export const suspensionsOf = (participantId: SQL): SQL => sql`(
  select json_agg(json_build_object('suspendedAt', suspended_at, 'readmittedAt', readmitted_at) order by suspended_at)
  from handreiking.participant_suspension where participant_id = ${participantId})`;

/** JSON knows no times. */
export const readSuspensions = (told: ReadSuspension[] | null): Suspension[] =>
  (told ?? []).map(({ suspendedAt, readmittedAt }) => ({
    suspendedAt: new Date(suspendedAt),
    readmittedAt: readmittedAt === null ? null : new Date(readmittedAt),
  }));

export async function listSuspensions(tx: Database, participantId: string): Promise<Suspension[]> {
  const [found] = await rows<{ told: ReadSuspension[] | null }>(
    tx,
    sql`select ${suspensionsOf(sql`${participantId}::uuid`)} as told`,
  );
  return readSuspensions(found?.told ?? null);
}
