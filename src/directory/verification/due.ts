import { type SQL, sql } from "drizzle-orm";
import { calendarLater, dayOf, timeZone } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";
import type { EntryKind } from "../codes.ts";
import { utc } from "../organization-store.ts";

export const dueReasons = ["never", "old", "corrected"] as const;

const daysOf = (ctx: Context) => ctx.verifyAfterDays ?? 365;

/** The first day whose checks still count. */
export const firstGoodDay = (ctx: Context) => dayOf(calendarLater(ctx.now(), { days: -daysOf(ctx) }));

/** Organizations asked after this moment are not asked again. */
export const askedLongAgo = (ctx: Context) => calendarLater(ctx.now(), { days: -daysOf(ctx) }).toISOString();

/**
 * Entries that nobody checked since `firstGoodDay`, or that were corrected after their last check. Places are
 * checked with the services given there and are never due by themselves.
 */
export const dueEntries = (firstGoodDay: string, where: SQL = sql`true`) => sql`(
  select entry.*, case when checked_on is null then 'never' when checked_on < ${firstGoodDay}::date then 'old'
    else 'corrected' end as why
  from (
    select 'service' as kind, id, organization_id, name, assured_date as checked_on
    from handreiking.service where status <> 'defunct'
    union all
    select 'organization', id, id, name, (select max(checked_on) from handreiking.verification
      where entry_kind = 'organization' and entry_id = organization.id)
    from handreiking.organization) as entry
  where ${where} and (checked_on is null or checked_on < ${firstGoodDay}::date
    or exists (select from handreiking.correction where entry_id = entry.id and state = 'accepted'
      and (decided_at at time zone '${sql.raw(timeZone)}')::date > checked_on)))`;

export interface DueRow {
  kind: EntryKind;
  id: string;
  name: string;
  organizationId: string;
  organizationName: string;
  why: (typeof dueReasons)[number];
  checkedOn: string | null;
  askedAt: string | null;
  reachable: boolean;
}

const neverChecked = "0001-01-01";
export const positionOf = (row: DueRow): Position => [row.checkedOn ?? neverChecked, row.id];

/** What is due, never checked first, then the longest ago: of one participant's organizations, or of all. */
export const listDueRows = (
  tx: Database,
  ctx: Context,
  { participantId, reachable }: { participantId?: string | undefined; reachable?: boolean | undefined },
  position: Position | undefined,
  limit: number,
) => {
  const since = sql.raw(`coalesce(checked_on, '${neverChecked}'::date)`);
  const link = sql`select from handreiking.organization_participant as link
    where link.organization_id = due.organization_id`;
  return rows<DueRow>(
    tx,
    sql`with page as materialized (
        select due.*, exists (${link}) as reachable from ${dueEntries(firstGoodDay(ctx))} as due
        where ${participantId ? sql`exists (${link} and link.participant_id = ${participantId}::uuid)` : sql`true`}
          ${reachable === undefined ? sql`` : sql`and exists (${link}) = ${reachable}::boolean`}
          ${position && sql`and (${since}, id) > (${position[0]}::date, ${position[1]}::uuid)`}
        order by ${since}, id limit ${limit})
      select page.kind, page.id, page.name, page.organization_id as "organizationId",
        organization.name as "organizationName", why, checked_on::text as "checkedOn",
        ${utc("request.asked_at")} as "askedAt", reachable
      from page join handreiking.organization on organization.id = page.organization_id
        left join handreiking.verification_request as request on request.organization_id = page.organization_id
      order by ${since}, page.id`,
  );
};
