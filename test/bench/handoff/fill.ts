import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "../../../src/platform/context.ts";
import type { Joined } from "../installation.ts";

const entities = ["case", "question", "consent", "referral", "sent", "received", "move"] as const;
export type Entity = (typeof entities)[number];

/** Of version 8, as a UUID made of a hash is (RFC 9562): the id of a record of the `n`th referral. */
export function idOf(entity: Entity, n: number): string {
  const hex = createHash("md5").update(`${entity} ${n}`).digest("hex");
  const versioned = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17)}`;
  return versioned.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

const id = (entity: Entity) =>
  sql`overlay(overlay(md5(${`${entity} `}::text || n) placing '8' from 13) placing '8' from 17)::uuid`;

/**
 * `count` referrals of one helpline, offered today to one partner, with all that they stand on and what was told of
 * them: always the same ones. `db` is a superuser's, for neither guards nor foreign keys look at them.
 */
export async function fillReferrals(
  db: Database,
  count: number,
  parties: { helpline: Joined; partner: Joined; serviceId: string },
): Promise<void> {
  const { helpline, partner, serviceId } = parties;
  const [sender, recipient] = [sql`${helpline.participantId}::uuid`, sql`${partner.participantId}::uuid`];
  const member = sql`${helpline.memberId}::uuid`;
  const from = sql`generate_series(1, ${count}::bigint) as n`;
  const at = sql`${new Date().toISOString()}::timestamptz`;
  const ends = sql`${at} + interval '90 days'`;
  const terms = JSON.stringify({
    ...{ acknowledgeWithin: 1, answerWithin: 2, answerGrace: 2, introduceWithin: 14, confirmWithin: 1 },
    workingDays: [1, 2, 3, 4, 5],
  });
  const statements = [
    sql`insert into handreiking."case" (id, participant_id, code, relation, owner_id, language, opened_at)
      select ${id("case")}, ${sender}, 'B' || n, 'harmed', ${member}, 'nl', ${at} from ${from}`,
    sql`insert into handreiking.help_question (id, participant_id, case_id, domain, topics, owner_id, added_at, changed_at)
      select ${id("question")}, ${sender}, ${id("case")}, 'care', '{manipulation}', ${member}, ${at}, ${at} from ${from}`,
    sql`insert into handreiking.consent (id, participant_id, case_id, relation, recipient_id, subject, purpose,
        categories, capacity, method, text_version, text_language, taken_by, given_at, expires_at)
      select ${id("consent")}, ${sender}, ${id("case")}, 'harmed', ${recipient}, 'caller', 'handoff',
        '{contact,identity}', 'adult', 'spoken', 'handoff-2026.1', 'nl', ${member}, ${at}, ${ends} from ${from}`,
    sql`insert into handreiking.referral (id, sender_id, recipient_id, case_id, help_question_id, service_id, drafted_by,
        state, last_step, move_id, moved_at, consent_id, basis_expires_at, domain, topics, relation, age_band,
        age_band_of, language, urgency, safety_flags, drafted_at, offered_at, terms, due_at, nudge_at, overdue_at,
        lapse_at, stage, wake_at)
      select ${id("referral")}, ${sender}, ${recipient}, ${id("case")}, ${id("question")}, ${serviceId}::uuid, ${member},
        'offered', 'offered', ${id("move")}, ${at}, ${id("consent")}, ${ends}, 'care', '{manipulation}', 'harmed',
        '26-64', 'caller', 'nl', 'normal', '{no-voicemail}', ${at}, ${at}, ${terms}::text::jsonb,
        ${at} + interval '2 days', ${at} + interval '1 day', ${at} + interval '3 days', ${at} + interval '4 days',
        'running', ${at} + interval '1 day' from ${from}`,
    sql`insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, action,
        subject_id, at)
      select ${id("move")}, ${sender}, ${sender}, 'member', ${member}, 'referral.offered', ${id("referral")}, ${at}
      from ${from}`,
    ...[["sent", sender] as const, ["received", recipient] as const].map(
      ([
        entity,
        feed,
      ]) => sql`insert into handreiking.event (id, participant_id, type, subject_id, at, move_id,
          referral_id, sender_id, recipient_id)
        select ${id(entity)}, ${feed}, 'referral.offered', ${id("referral")}, ${at}, ${id("move")}, ${id("referral")},
          ${sender}, ${recipient} from ${from}`,
    ),
  ];
  await db.execute(sql`set session_replication_role = replica`);
  for (const statement of statements) await db.execute(statement);
  await db.execute(sql`set session_replication_role = origin`);
  await db.execute(sql`vacuum analyze`);
}
