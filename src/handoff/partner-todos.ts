import { sql } from "drizzle-orm";
import { actingMember } from "../permissions.ts";
import { workingDaysLater } from "../platform/calendar.ts";
import type { Context, Database } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";
import type { NextStep, Todo } from "../platform/todo.ts";

export const partnerTaskKinds = {
  "suspended-partner": ["getReferral", "GET", "/v1/referrals/{id}"],
  "reseal-disclosure": ["resealDisclosure", "PUT", "/v1/referrals/{id}/disclosure"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof partnerTaskKinds;

interface Told {
  kind: Kind;
  subjectId: string;
  why: string;
  since: string;
  dueAt: string | null;
}

/**
 * What became of a partner while a handoff to it runs: it was suspended, and the caller waits for nobody; or it revoked
 * the key that the disclosure was sealed to, and can open it no more.
 */
export async function listPartnerTodos(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const told = await rows<Told>(
    tx,
    sql`with sent as (
        select * from handreiking.referral where needs_live and basis_expires_at > ${now}
          and case_id in (select id from handreiking."case" where participant_id = ${ctx.actor.participantId}::uuid
            and owner_id = ${actingMember(ctx)}::uuid))
      select 'suspended-partner' as kind, sent.id as "subjectId", state as why,
        greatest(partner.suspended_at, sent.offered_at) as since, null::timestamptz as "dueAt"
      from sent join handreiking.participant as partner on partner.id = sent.recipient_id
      where partner.suspended_at is not null and coalesce(held_until <= ${now}, true)
      union all
      select 'reseal-disclosure', sent.id, 'key-revoked', key.revoked_at, sent.introduction_at
      from sent join handreiking.disclosure on disclosure.referral_id = sent.id
        join handreiking.participant_key as key
          on key.participant_id = disclosure.recipient_id and key.kid = disclosure.recipient_kid
      where sent.state = 'scheduled' and key.revoked_at is not null`,
  );
  return told.map(({ since, dueAt, ...todo }) => ({
    ...todo,
    since: new Date(since),
    dueAt: dueAt ? new Date(dueAt) : workingDaysLater(new Date(since), 1),
  }));
}
