import { and, asc, desc, eq, exists, isNotNull, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { participants } from "../identity/index.ts";
import type { Context, Database } from "../platform/context.ts";
import type { Position } from "../platform/pagination.ts";
import { fail } from "../platform/problem.ts";
import { actingMember } from "./case-store.ts";
import { caseNotShared, referralNotFound } from "./problems.ts";
import { isLive, type ReferralState } from "./referral.ts";
import { caseAccess, cases, type ReferralRow, referrals } from "./schema.ts";

/** A referral with the names that both its sides show. */
export interface ReferralView {
  referral: ReferralRow;
  service: string;
  sender: string;
  recipient: string;
}

// Names by subquery, not by join: so a lock takes the referral alone.
const nameOf = (table: typeof participants, id: PgColumn) =>
  sql<string>`(select ${table.name} from ${table} where ${table.id} = ${id})`;

const views = (tx: Database) =>
  tx
    .select({
      referral: referrals,
      // Also of a service that the directory has deleted since.
      service: sql<string>`handreiking.service_name(${referrals.serviceId})`,
      sender: nameOf(participants, referrals.senderId),
      recipient: nameOf(participants, referrals.recipientId),
    })
    .from(referrals)
    .$dynamic();

const sentBy = (ctx: Context) => eq(referrals.senderId, ctx.actor.participantId);

/** Another's referral does not exist, and neither does one still being drafted. */
const receivedBy = (ctx: Context) =>
  and(eq(referrals.recipientId, ctx.actor.participantId), isNotNull(referrals.offeredAt));

/** Whether the acting member may read the referral's case: known on the sender's side only. */
const caseIsShared = (tx: Database, ctx: Context) => {
  const member = actingMember(ctx);
  const shared = tx
    .select({ one: sql`1` })
    .from(caseAccess)
    .where(and(eq(caseAccess.caseId, referrals.caseId), eq(caseAccess.memberId, member)));
  const owned = tx
    .select({ one: sql`1` })
    .from(cases)
    .where(and(eq(cases.id, referrals.caseId), eq(cases.ownerId, member)));
  return or(exists(owned), exists(shared));
};

/** A referral of one's own side; a colleague's is refused. */
export async function findSentReferral(
  tx: Database,
  ctx: Context,
  referralId: string,
): Promise<ReferralView> {
  const [view] = await views(tx).where(and(eq(referrals.id, referralId), sentBy(ctx)));
  return requireShared(tx, ctx, view ?? fail(referralNotFound));
}

export async function findReceivedReferral(
  tx: Database,
  ctx: Context,
  referralId: string,
): Promise<ReferralView> {
  const [view] = await views(tx).where(and(eq(referrals.id, referralId), receivedBy(ctx)));
  return view ?? fail(referralNotFound);
}

/** Locks a referral that was offered to the actor's participant. */
export async function claimReceivedReferral(
  tx: Database,
  ctx: Context,
  referralId: string,
): Promise<ReferralView> {
  const [view] = await views(tx)
    .where(and(eq(referrals.id, referralId), receivedBy(ctx)))
    .for("update");
  return view ?? fail(referralNotFound);
}

/** Locks a referral of the actor's participant, whoever's case it is: a caller may withdraw through any counsellor. */
export async function claimSentReferral(
  tx: Database,
  ctx: Context,
  referralId: string,
): Promise<ReferralView> {
  const [view] = await views(tx)
    .where(and(eq(referrals.id, referralId), sentBy(ctx)))
    .for("update");
  return view ?? fail(referralNotFound);
}

export async function requireShared(tx: Database, ctx: Context, view: ReferralView): Promise<ReferralView> {
  const [shared] = await tx
    .select({ one: sql`1` })
    .from(referrals)
    .where(and(eq(referrals.id, view.referral.id), caseIsShared(tx, ctx)));
  if (!shared) fail(caseNotShared);
  return view;
}

/** Locks the live referrals that rest on a consent, in the order of their ids. */
export async function claimReferralsOn(
  tx: Database,
  ctx: Context,
  consentId: string,
): Promise<ReferralRow[]> {
  const resting = await tx
    .select()
    .from(referrals)
    .where(and(sentBy(ctx), eq(referrals.consentId, consentId)))
    .orderBy(asc(referrals.id))
    .for("update");
  return resting.filter((referral) => isLive(referral.state));
}

interface Listing {
  direction: "sent" | "received";
  state: ReferralState | undefined;
  position: Position | undefined;
  limit: number;
}

/** Newest first: by when it was drafted (sent) or offered (received). */
export function listReferralViews(
  tx: Database,
  ctx: Context,
  { direction, state, position, limit }: Listing,
) {
  const moment = direction === "sent" ? referrals.draftedAt : referrals.offeredAt;
  // As stateAt says it: a live referral whose basis has run out counts as withdrawn.
  const told = sql`case when ${referrals.needsLive} and ${referrals.basisExpiresAt} <= ${ctx.now().toISOString()}::timestamptz
    then 'withdrawn' else ${referrals.state} end`;
  return views(tx)
    .where(
      and(
        direction === "sent" ? and(sentBy(ctx), caseIsShared(tx, ctx)) : receivedBy(ctx),
        state && sql`${told} = ${state}`,
        position && sql`(${moment}, ${referrals.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(desc(moment), desc(referrals.id))
    .limit(limit);
}
