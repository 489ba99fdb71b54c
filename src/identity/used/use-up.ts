import { type SQL, sql } from "drizzle-orm";
import type { Platform } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";

type Db = Pick<Platform, "db">;

/** Whether the assertion is used for the first time; it is kept until it has expired. */
export const useUpAssertion = (
  { db }: Db,
  participantId: string,
  { clientId, jti, endsAt }: { clientId: string; jti: string; endsAt: Date },
): Promise<boolean> =>
  isFirst(
    db,
    participantId,
    sql`handreiking.used_assertion (participant_id, client_id, jti, expires_at)
      select id, ${clientId}::uuid, ${jti}, ${endsAt.toISOString()}::timestamptz`,
  );

/** The same of a proof of possession. */
export const useUpProof = (
  { db }: Db,
  participantId: string,
  { jkt, jti, endsAt }: { jkt: string; jti: string; endsAt: Date },
): Promise<boolean> =>
  isFirst(
    db,
    participantId,
    sql`handreiking.used_proof (participant_id, jkt, jti, expires_at)
      select id, ${jkt}, ${jti}, ${endsAt.toISOString()}::timestamptz`,
  );

/** Acts for the participant in one statement, and so in one round trip: a sign-in and a bound request wait for it. */
async function isFirst(db: Platform["db"], participantId: string, entry: SQL): Promise<boolean> {
  const kept = await rows(
    db,
    sql`with acting as materialized (select set_config('handreiking.participant', ${participantId}, true)::uuid as id)
      insert into ${entry} from acting on conflict do nothing returning jti`,
  );
  return kept.length === 1;
}
