import { type SQL, sql } from "drizzle-orm";
import { abuseTerms } from "../../directory/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { set } from "../../platform/database/table.ts";
import { rows } from "../../platform/database/transact.ts";
import type { TableName } from "./definitions.ts";

/** How many records have exactly these codes, in each dimension of a table. */
export interface RawCount {
  table: TableName;
  first: readonly string[];
  second: readonly string[] | null;
  count: number;
}

interface Scope {
  /** Of whom and of when a row is, by its column of time. */
  of(participant: SQL, at: SQL): SQL;
}

const reviewed = sql`(select distinct on (signal_id) signal_id, verdict from handreiking.signal_review
  where participant_id = (select id from asked) order by signal_id, reviewed_at desc, signal_review.id desc)`;

/** What the tables share: the year's cases with what was charted of them, and the signals that count. */
const shared = ({ of }: Scope): SQL => sql`
  charted as (
    select case_id, array_agg(distinct topic order by topic) as kinds
    from handreiking.conversation, unnest(topics) as topic
    where participant_id = (select id from asked) and topic = any(${set(abuseTerms.map(({ code }) => code))})
    group by case_id),
  year_case as materialized (
    select "case".id, relation, kinds from handreiking."case" left join charted on case_id = "case".id
    where ${of(sql`participant_id`, sql`opened_at`)}),
  counted as materialized (
    select signal.* from handreiking.signal join ${reviewed} as reviewed on signal_id = signal.id
    where verdict = 'counts' and participant_id = (select id from asked)),
  case_nature as (
    select case_id, bool_or(criminal) as criminal, bool_or(psychological) as psychological from (
      select case_id, counted.nature <> 'psychological' as criminal,
        counted.nature <> 'possibly-criminal' as psychological
      from counted join handreiking.conversation on conversation.id = conversation_id
      union all
      select case_id, nature in ('criminal', 'both'), nature in ('psychological', 'both')
      from handreiking.conversation where participant_id = (select id from asked) and nature is not null) as judged
    group by case_id),
  year_signal as (select * from counted where ${of(sql`participant_id`, sql`registered_at`)}),
  year_movement as (
    select distinct survivor.id, survivor.kind, survivor.basis, survivor.size_band from year_signal
      join handreiking.movement as named on named.id = movement_id
      join handreiking.movement as survivor on survivor.id = coalesce(named.merged_into, named.id)),
  asked_request as materialized (
    select id, door, urgency, received_at, case_id from handreiking.callback_request
    where ${of(sql`participant_id`, sql`received_at`)}),
  spoken as (
    select talk.id, min(started_at) as spoken_at from (
      select asked_request.id, received_at, started_at from asked_request
        join handreiking.conversation on conversation.case_id = asked_request.case_id
      union all
      select asked_request.id, received_at, started_at from asked_request
        join handreiking.appointment on request_id = asked_request.id
        join handreiking.conversation on appointment_id = appointment.id) as talk
    where started_at >= received_at group by talk.id),
  year_request as materialized (
    select door, urgency, received_at, spoken_at from asked_request left join spoken using (id))`;

const one = (code: SQL): SQL => sql`array[${code}]`;

/** The records of each table, by the codes that it counts. */
const recordsOf = ({ of }: Scope): Record<TableName, readonly [from: SQL, first: SQL, second?: SQL]> => ({
  "cases-by-relation": [sql`year_case`, one(sql`relation`)],
  "cases-by-charting": [
    sql`year_case`,
    one(sql`case when kinds is null then 'not-charted' else 'charted' end`),
  ],
  "cases-by-kind": [sql`year_case where kinds is not null`, sql`kinds`],
  "cases-by-nature": [
    sql`year_case left join case_nature on case_id = year_case.id where kinds is not null`,
    one(sql`case when criminal then 'possibly-criminal' else 'not-criminal' end`),
    one(sql`case when psychological then 'psychological' else 'not-psychological' end`),
  ],
  "movements-by-kind": [sql`year_movement`, one(sql`kind`), one(sql`basis`)],
  "movements-by-size": [sql`year_movement`, one(sql`size_band`)],
  "signals-by-kind": [
    sql`year_signal`,
    sql`array(select distinct unnest(kinds) order by 1)`,
    one(sql`reliability`),
  ],
  "help-questions": [
    sql`handreiking.help_question where ${of(sql`participant_id`, sql`added_at`)}`,
    one(sql`domain`),
    one(sql`coalesce(end_reason, 'open')`),
  ],
  handoffs: [
    sql`handreiking.referral where ${of(sql`sender_id`, sql`offered_at`)}`,
    one(sql`domain`),
    one(sql`case when ended then state else 'open' end`),
  ],
  "requests-by-door": [sql`year_request`, one(sql`door`)],
  "waiting-times": [
    sql`year_request`,
    one(sql`case when spoken_at is null then 'not-spoken'
      when spoken_at < received_at + interval '1 day' then 'within-a-day'
      when spoken_at < received_at + interval '3 days' then 'within-three-days'
      when spoken_at < received_at + interval '7 days' then 'within-a-week' else 'longer' end`),
    one(sql`urgency`),
  ],
});

/** Every table's counts in one statement, and so as they stand at one moment. */
export function countYear(tx: Database, ctx: Context, start: Date, end: Date): Promise<RawCount[]> {
  const scope: Scope = {
    of: (participant, at) =>
      sql`${participant} = (select id from asked) and ${at} >= (select starts from asked) and ${at} < (select ends from asked)`,
  };
  const counts = Object.entries(recordsOf(scope)).map(
    ([table, [from, first, second]]) =>
      sql`select ${sql.raw(`'${table}'`)} as "table", ${first} as first, ${second ?? sql`null::text[]`} as second,
        count(*)::int as count from ${from} group by 2, 3`,
  );
  return rows<RawCount>(
    tx,
    sql`with asked as (select ${ctx.actor.participantId}::uuid as id, ${start.toISOString()}::timestamptz as starts,
        ${end.toISOString()}::timestamptz as ends),
      ${shared(scope)}
      ${sql.join(counts, sql` union all `)}`,
  );
}
