import { and, eq, ne } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { type ReferralRow, referrals } from "../schema.ts";

/** Locks another live referral of the same help question to the same service. */
export async function claimOtherOffer(
  tx: Database,
  { id, helpQuestionId, serviceId }: ReferralRow,
): Promise<ReferralRow | undefined> {
  const same = and(eq(referrals.helpQuestionId, helpQuestionId), eq(referrals.serviceId, serviceId));
  const [other] = await tx
    .select()
    .from(referrals)
    .where(and(same, eq(referrals.needsLive, true), ne(referrals.id, id)))
    .for("update");
  return other;
}

/** What was completed on a consent of the actor's participant. */
export const listCompletedOn = (tx: Database, ctx: Context, consentId: string): Promise<ReferralRow[]> =>
  tx
    .select()
    .from(referrals)
    .where(
      and(
        eq(referrals.senderId, ctx.actor.participantId),
        eq(referrals.consentId, consentId),
        eq(referrals.state, "completed"),
      ),
    );
