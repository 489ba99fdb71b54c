import { and, asc, desc, eq, isNotNull, isNull, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { caseNotShared, mayRead } from "../../cases/index.ts";
import { participants } from "../../identity/index.ts";
import { permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { statement } from "../../platform/database/statement.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { fail } from "../../platform/http/problem.ts";
import type { Side } from "../codes.ts";
import { obligationOf, readObligation } from "../obligations/read-obligation.ts";
import { type ObligationRow, obligations } from "../obligations/schema.ts";
import { referralNotFound } from "../problems.ts";
import { type ReferralRow, referrals } from "../schema.ts";
import { isLive, type ReferralState } from "./referral.ts";
import type { Suspension } from "./standstill.ts";
import { readSuspensions, suspensionsOf } from "./suspensions.ts";

/** A referral with what both its sides show of it besides. */
export interface ReferralView {
  referral: ReferralRow;
  service: string;
  sender: string;
  recipient: string;
  /** When each side confirmed the contact. */
  confirmed: Partial<Record<Side, string>> | null;
  /** Whether the caller agreed that the recipient reports back. */
  feedbackAgreed: boolean;
  obligation: ObligationRow | null;
  /** When the recipient was suspended. */
  suspensions: Suspension[];
}

// Names by subquery, not by join: so a lock takes the referral alone.
const nameOf = (table: typeof participants, id: PgColumn) =>
  sql<string>`(select ${table.name} from ${table} where ${table.id} = ${id})`;

// What comes after an introduction is looked up for those alone that had one.
const onceScheduled = (value: SQL) => sql`case when ${referrals.scheduledAt} is not null then ${value} end`;

const confirmed = sql<ReferralView["confirmed"]>`${onceScheduled(sql`(
  select json_object_agg(side, at) from handreiking.contact_confirmation where referral_id = ${referrals.id})`)}`;

const obligation = sql<ObligationRow | null>`${onceScheduled(obligationOf(referrals.id))}`.mapWith(
  readObligation,
);

const views = (tx: Database, now: unknown) =>
  tx
    .select({
      referral: referrals,
      // Also of a service that the directory has deleted since.
      service: sql<string>`handreiking.service_name(${referrals.serviceId})`,
      sender: nameOf(participants, referrals.senderId),
      recipient: nameOf(participants, referrals.recipientId),
      confirmed,
      feedbackAgreed: sql<boolean>`case when ${referrals.state} = 'connected' then handreiking.feedback_agreed(${referrals.id}, ${now}::timestamptz) else false end`,
      obligation,
      suspensions: sql<Suspension[]>`coalesce(${suspensionsOf(sql`${referrals.recipientId}`)}, '[]')`.mapWith(
        readSuspensions,
      ),
    })
    .from(referrals)
    .$dynamic();

const sentBy = (participant: string | Placeholder) => eq(referrals.senderId, participant);

/** Another's referral does not exist, and neither does one still being drafted. */
const receivedBy = (participant: string | Placeholder) =>
  and(eq(referrals.recipientId, participant), isNotNull(referrals.offeredAt), isNull(referrals.forgottenAt));

const [now, participant, referral] = [
  sql.placeholder("now"),
  sql.placeholder("participant"),
  sql.placeholder("referral"),
];
const ofSide = {
  sent: and(eq(referrals.id, referral), sentBy(participant)),
  received: and(eq(referrals.id, referral), receivedBy(participant)),
};
const finding = {
  sent: statement((db) => views(db, now).where(ofSide.sent)),
  received: statement((db) => views(db, now).where(ofSide.received)),
};
const claiming = {
  sent: statement((db) => views(db, now).where(ofSide.sent).for("update")),
  received: statement((db) => views(db, now).where(ofSide.received).for("update")),
};

const valuesOf = (ctx: Context, referralId: string) => ({
  now: ctx.now().toISOString(),
  participant: ctx.actor.participantId,
  referral: referralId,
});

/** Whether the acting member may read the referral's case: known on the sender's side only. */
const caseIsShared = (ctx: Context) => mayRead(ctx, referrals.caseId);

/** A referral of one's own side; a colleague's is refused. */
export async function findSentReferral(
  tx: Database,
  ctx: Context,
  referralId: string,
): Promise<ReferralView> {
  const [view] = await finding.sent(tx, valuesOf(ctx, referralId));
  return requireShared(tx, ctx, view ?? fail(referralNotFound));
}

export async function findReceivedReferral(
  tx: Database,
  ctx: Context,
  referralId: string,
): Promise<ReferralView> {
  const [view] = await finding.received(tx, valuesOf(ctx, referralId));
  return view ?? fail(referralNotFound);
}

/** Locks a referral that was offered to the actor's participant. */
export async function claimReceivedReferral(
  tx: Database,
  ctx: Context,
  referralId: string,
): Promise<ReferralView> {
  const [view] = await claiming.received(tx, valuesOf(ctx, referralId));
  return view ?? fail(referralNotFound);
}

/** Locks a referral on whichever side the actor stands: of one's own case, or one received. */
export async function claimOwnSide(
  tx: Database,
  ctx: Context,
  referralId: string,
): Promise<{ view: ReferralView; side: Side }> {
  const { permissions } = ctx.actor;
  if (permissions.has("referrals:send")) {
    const [view] = await claiming.sent(tx, valuesOf(ctx, referralId));
    if (view) return { view: await requireShared(tx, ctx, view), side: "helpline" };
    if (!permissions.has("referrals:receive")) fail(referralNotFound);
  }
  permit(ctx, "referrals:receive");
  return { view: await claimReceivedReferral(tx, ctx, referralId), side: "recipient" };
}

/** A view after a move: with the obligation that the database raises when what was disclosed ends. */
export async function moved(tx: Database, view: ReferralView, referral: ReferralRow): Promise<ReferralView> {
  if (!referral.endedAt || !referral.scheduledAt) return { ...view, referral };
  const [raised] = await tx.select().from(obligations).where(eq(obligations.referralId, referral.id));
  return { ...view, referral, obligation: raised ?? null };
}

/** Locks a referral of the actor's participant and of a case that the acting member may read. */
export const claimReadableReferral = async (tx: Database, ctx: Context, referralId: string) =>
  requireShared(tx, ctx, await claimSentReferral(tx, ctx, referralId));

/** Locks a referral of the actor's participant, whoever's case it is: a caller may withdraw through any counsellor. */
export async function claimSentReferral(
  tx: Database,
  ctx: Context,
  referralId: string,
): Promise<ReferralView> {
  const [view] = await claiming.sent(tx, valuesOf(ctx, referralId));
  return view ?? fail(referralNotFound);
}

export async function requireShared(tx: Database, ctx: Context, view: ReferralView): Promise<ReferralView> {
  const [shared] = await tx
    .select({ one: sql`1` })
    .from(referrals)
    .where(and(eq(referrals.id, view.referral.id), caseIsShared(ctx)));
  if (!shared) fail(caseNotShared);
  return view;
}

/** Locks the live referrals that rest on a consent or an override, in the order of their ids. */
export async function claimReferralsOn(
  tx: Database,
  ctx: Context,
  basis: { consentId: string } | { overrideId: string },
): Promise<ReferralRow[]> {
  const rests =
    "consentId" in basis
      ? eq(referrals.consentId, basis.consentId)
      : eq(referrals.overrideId, basis.overrideId);
  const resting = await tx
    .select()
    .from(referrals)
    .where(and(sentBy(ctx.actor.participantId), rests))
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
  const { participantId } = ctx.actor;
  const at = ctx.now().toISOString();
  const moment = direction === "sent" ? referrals.draftedAt : referrals.offeredAt;
  // As stateAt says it to the sender, and as its recipient is told it.
  const hidden =
    direction === "received"
      ? sql`${referrals.suspended} or ${referrals.state} = 'completed'
          and exists (select from handreiking.obligation where referral_id = ${referrals.id})`
      : sql`false`;
  const told = sql`case when ${referrals.needsLive} and ${referrals.basisExpiresAt} <= ${at}::timestamptz or ${hidden}
    then 'withdrawn' else ${referrals.state} end`;
  return views(tx, at)
    .where(
      and(
        direction === "sent" ? and(sentBy(participantId), caseIsShared(ctx)) : receivedBy(participantId),
        state && sql`${told} = ${state}`,
        position && sql`(${moment}, ${referrals.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(desc(moment), desc(referrals.id))
    .limit(limit);
}
