import { type SQL, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { verificationRounds } from "../schema.ts";
import { askedLongAgo, dueEntries, firstGoodDay } from "./due.ts";

export interface Round {
  id: string;
  at: Date;
  asked: number;
  unreachable: number;
}

interface Asked {
  organizationId: string;
  participantId: string;
}

/** Organizations asked in one statement. */
const batch = 500;

/**
 * Asks every organization with a due entry, once a period, by an event to whoever answers for it. Safe on several
 * instances at once, and again at any time. `always`: keeps a round that asked nobody as well.
 */
export function askForVerification(ctx: Context, { always = false } = {}): Promise<Round | undefined> {
  permit(ctx, "directory:curate");
  return transact(ctx, async (tx) => {
    const round = { id: ctx.newId(), at: ctx.now() };
    let asked = 0;
    for (let more = true; more; ) {
      const now = await askSome(tx, ctx, round);
      for (const { organizationId, participantId } of now)
        await enqueue(tx, ctx, {
          type: "verification.requested",
          subjectId: organizationId,
          feeds: [participantId],
          at: round.at,
        });
      asked += now.length;
      more = now.length === batch;
    }
    if (asked === 0 && !always) return undefined;
    const kept = { ...round, asked, unreachable: await countUnreachable(tx, ctx) };
    await tx.insert(verificationRounds).values(kept);
    await record(tx, ctx, { action: "verification-round.held", subjectId: round.id, at: round.at });
    return kept;
  });
}

const isDue = (ctx: Context, organizationId: SQL) => sql`${organizationId} in (
  select due.organization_id from ${dueEntries(firstGoodDay(ctx))} as due)`;

// Locked rows are being asked about by another instance. Where that one committed between this statement's
// snapshot and its lock, the upsert's own condition sees what it wrote.
const askSome = (tx: Database, ctx: Context, round: Pick<Round, "id" | "at">) =>
  rows<Asked>(
    tx,
    sql`with chosen as (
        select link.organization_id, link.participant_id from handreiking.organization_participant as link
        where ${isDue(ctx, sql`link.organization_id`)}
          and not exists (select from handreiking.verification_request as earlier
            where earlier.organization_id = link.organization_id
              and earlier.asked_at > ${askedLongAgo(ctx)}::timestamptz)
        order by link.organization_id limit ${batch} for update of link skip locked)
      insert into handreiking.verification_request as request (organization_id, participant_id, round_id, asked_at)
      select organization_id, participant_id, ${round.id}::uuid, ${round.at.toISOString()}::timestamptz from chosen
      on conflict (organization_id) do update set participant_id = excluded.participant_id,
        round_id = excluded.round_id, asked_at = excluded.asked_at
        where request.asked_at <= ${askedLongAgo(ctx)}::timestamptz
      returning organization_id as "organizationId", participant_id as "participantId"`,
  );

/** Due organizations that nobody in the network answers for: the coordinator's own work. */
async function countUnreachable(tx: Database, ctx: Context): Promise<number> {
  const [found] = await rows<{ count: number }>(
    tx,
    sql`select count(*)::int as count from handreiking.organization
      where ${isDue(ctx, sql`organization.id`)} and not exists (
        select from handreiking.organization_participant as link where link.organization_id = organization.id)`,
  );
  return found?.count ?? 0;
}
