import { eq } from "drizzle-orm";
import { countersign, findMember } from "../../identity/index.ts";
import { personOf } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import type { Side } from "../codes.ts";
import { contactNotTwoPersons, introductionNotYet, referralNotOpen } from "../problems.ts";
import { moveReferral, turnReferral } from "../referrals/move-referral.ts";
import { openStateAt } from "../referrals/referral.ts";
import type { ReferralView } from "../referrals/store.ts";
import { type ConfirmationRow, contactConfirmations, type ReferralRow } from "../schema.ts";

interface Said {
  side: Side;
  confirmedBy: ConfirmationRow["confirmedBy"];
}

/** Writes down one side's confirmation of a locked referral; the second makes the contact. */
export async function confirmFor(
  tx: Database,
  ctx: Context,
  view: ReferralView,
  { side, confirmedBy }: Said,
  now: Date,
): Promise<ReferralView> {
  const { referral } = view;
  const earlier = await tx
    .select()
    .from(contactConfirmations)
    .where(eq(contactConfirmations.referralId, referral.id));
  if (earlier.some((one) => one.side === side)) return view;
  if (openStateAt(referral, now) !== "scheduled") fail(referralNotOpen);
  if (!referral.introductionAt || referral.introductionAt > now) fail(introductionNotYet);
  const recordedBy = personOf(ctx.actor) ?? ctx.actor.id;
  const said = { side, confirmedBy, recordedBy };
  if (earlier.some((one) => !areTwoPersons(one, said))) fail(contactNotTwoPersons);
  await signBeside(tx, ctx, referral, earlier, said);
  await tx.insert(contactConfirmations).values({
    referralId: referral.id,
    senderId: referral.senderId,
    recipientId: referral.recipientId,
    side,
    confirmedBy,
    recordedBy,
    at: now,
  });
  const confirmed = { ...view.confirmed, [side]: now.toISOString() };
  const moved =
    earlier.length === 0
      ? await turnReferral(tx, ctx, referral, "confirm", now)
      : await moveReferral(tx, ctx, referral, "connect", now, { connectedAt: now });
  return { ...view, referral: moved, confirmed };
}

/** Partner and caller are two whoever wrote it down; partner and counsellor only if two wrote it down. */
const areTwoPersons = (
  one: Pick<ConfirmationRow, "confirmedBy" | "recordedBy">,
  other: Pick<ConfirmationRow, "confirmedBy" | "recordedBy">,
) => one.recordedBy !== other.recordedBy || [one.confirmedBy, other.confirmedBy].includes("caller");

/**
 * Where a helpline writes down both the word of a partner by telephone and a counsellor's, one system could name both
 * members: the second is signed in.
 */
async function signBeside(
  tx: Database,
  ctx: Context,
  referral: ReferralRow,
  earlier: readonly ConfirmationRow[],
  { confirmedBy }: Said,
): Promise<void> {
  if (confirmedBy === "caller" || ctx.actor.participantId !== referral.senderId) return;
  for (const one of earlier)
    if (one.confirmedBy !== "caller" && (await findMember(tx, referral.senderId, one.recordedBy)))
      await countersign(tx, ctx, referral.id, one.recordedBy);
}
