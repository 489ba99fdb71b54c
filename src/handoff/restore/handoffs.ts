import { and, asc, eq, gte, isNull, sql } from "drizzle-orm";
import { caseOf, record } from "../../audit/index.ts";
import { cases, consents } from "../../cases/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { endOverride } from "../overrides/store.ts";
import { moveReferral } from "../referrals/move-referral.ts";
import { hasEnded } from "../referrals/referral.ts";
import { claimReferralsOn } from "../referrals/store.ts";
import { disclosures, overrides, referrals, refusals } from "../schema.ts";
import type { Again } from "./again.ts";

export const withdrawConsentAgain: Again = async (tx, ctx, { subjectId, at }) => {
  const [consent] = await tx
    .select({
      caseId: consents.caseId,
      recipientId: consents.recipientId,
      purpose: consents.purpose,
      withdrawnAt: consents.withdrawnAt,
    })
    .from(consents)
    .where(eq(consents.id, subjectId))
    .for("update");
  if (!consent || consent.withdrawnAt) return false;
  if (consent.purpose === "handoff") await endOverridesFor(tx, ctx, consent);
  const resting = await claimReferralsOn(tx, ctx, { consentId: subjectId });
  await tx.update(consents).set({ withdrawnAt: at }).where(eq(consents.id, subjectId));
  await record(tx, ctx, { action: "consent.withdrawn", subjectId, caseId: consent.caseId });
  const now = ctx.now();
  for (const referral of resting) await moveReferral(tx, ctx, referral, "withdraw", now);
  return true;
};

/** That a caller refused a recipient binds again. `subjectId`: the case; `otherId`: the recipient. */
export const refuseAgain: Again = async (tx, ctx, { subjectId: caseId, otherId: recipientId, at }) => {
  const [file] = await tx.select().from(cases).where(eq(cases.id, caseId)).for("no key update");
  if (!file || !recipientId) return false;
  const same = and(eq(refusals.caseId, caseId), eq(refusals.recipientId, recipientId), gte(refusals.at, at));
  const [known] = await tx.select({ id: refusals.id }).from(refusals).where(same).limit(1);
  if (known) return false;
  await endOverridesFor(tx, ctx, { caseId, recipientId });
  const { participantId, ownerId: recordedBy } = file;
  const id = ctx.newId();
  await tx
    .insert(refusals)
    .values({ id, participantId, caseId, recipientId, at, source: "asked", recordedBy });
  await record(tx, ctx, { action: "refusal.recorded", subjectId: id, caseId, at });
  return true;
};

/** What stood against the caller's word is not known to stand since: it ends, and is decided anew. */
async function endOverridesFor(
  tx: Database,
  ctx: Context,
  { caseId, recipientId }: { caseId: string; recipientId: string },
): Promise<void> {
  const standing = await tx
    .select()
    .from(overrides)
    .where(
      and(eq(overrides.caseId, caseId), eq(overrides.recipientId, recipientId), isNull(overrides.endedAt)),
    )
    .orderBy(asc(overrides.id))
    .for("update");
  for (const override of standing) await endOverride(tx, ctx, override, "withdrawn", {}, ctx.now());
}

/** However a handoff ended: it ends as withdrawn. One that was completed goes on, and nothing of it is given out. */
export const endReferralAgain: Again = async (tx, ctx, { subjectId, codes }) => {
  if (codes.includes("completed")) return closeDisclosure(tx, ctx, subjectId);
  await lockBasis(tx, subjectId);
  const [referral] = await tx.select().from(referrals).where(eq(referrals.id, subjectId)).for("update");
  if (!referral || hasEnded(referral.state)) return false;
  if (referral.consentId) await endOverridesFor(tx, ctx, referral);
  await moveReferral(tx, ctx, referral, "withdraw", ctx.now());
  return true;
};

/** The consent or override before the referral, as everywhere. */
const lockBasis = (tx: Database, referralId: string) =>
  tx.execute(sql`with of_consent as (select from handreiking.consent where id =
      (select consent_id from handreiking.referral where id = ${referralId}::uuid) for update)
    select from handreiking.override where id =
      (select override_id from handreiking.referral where id = ${referralId}::uuid) for update`);

async function closeDisclosure(tx: Database, ctx: Context, referralId: string): Promise<boolean> {
  const gone = await rows(
    tx,
    sql`delete from keys.disclosure_key where referral_id = ${referralId}::uuid returning referral_id`,
  );
  if (gone.length === 0) return false;
  const caseId = await caseOf(tx, referralId);
  await record(tx, ctx, { action: "disclosure.deleted", subjectId: referralId, caseId });
  return true;
}

/** By what the override was ended, as the audit says it. */
const endedBy = (done: string): Again => {
  return async (tx, ctx, { subjectId }) => {
    const [override] = await tx.select().from(overrides).where(eq(overrides.id, subjectId)).for("update");
    if (!override || override.endedAt) return false;
    await endOverride(tx, ctx, override, done, {}, ctx.now());
    return true;
  };
};
export const withdrawOverrideAgain = endedBy("withdrawn");
export const refuseOverrideAgain = endedBy("refused");
export const honorObjectionAgain = endedBy("objection-honored");

/** A code that was good once was used. */
export const spendCodeAgain: Again = async (tx, _, { subjectId, at }) => {
  const spent = await tx
    .update(disclosures)
    .set({ spentAt: at })
    .where(
      and(eq(disclosures.referralId, subjectId), eq(disclosures.method, "code"), isNull(disclosures.spentAt)),
    )
    .returning({ referralId: disclosures.referralId });
  return spent.length > 0;
};
