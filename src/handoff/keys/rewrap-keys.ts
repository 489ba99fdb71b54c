import { and, eq, ne } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { participants } from "../../identity/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { caseKeys, disclosureKeys } from "../schema.ts";
import { caseKeyOwner } from "./case-key.ts";
import { disclosureKeyOwner } from "./disclosure-key.ts";

const batch = 100;

/**
 * Brings every wrapped key under the first key-encryption key, a batch a transaction: it may be stopped, repeated and
 * run beside the service. Throws VaultFault, naming it, for a key-encryption key that is not configured.
 */
export async function rewrapKeys(
  ctx: Context,
): Promise<{ kekId: string; cases: number; disclosures: number }> {
  const counted = { kekId: ctx.vault.kekId, cases: 0, disclosures: 0 };
  for (const { id } of await ctx.db.select({ id: participants.id }).from(participants)) {
    const asParticipant = { ...ctx, actor: { ...ctx.actor, participantId: id } };
    counted.cases += await untilNoneIsLeft(asParticipant, rewrapCaseKeys);
    counted.disclosures += await untilNoneIsLeft(asParticipant, rewrapDisclosureKeys);
  }
  return counted;
}

async function untilNoneIsLeft(ctx: Context, rewrap: (tx: Database, ctx: Context) => Promise<number>) {
  let all = 0;
  for (let some = batch; some === batch; all += some)
    some = await transact(ctx, async (tx) => {
      const count = await rewrap(tx, ctx);
      if (count > 0) await record(tx, ctx, { action: "keys.rewrapped", subjectId: ctx.actor.participantId });
      return count;
    });
  return all;
}

async function rewrapCaseKeys(tx: Database, ctx: Context): Promise<number> {
  const { participantId } = ctx.actor;
  const old = await tx
    .select()
    .from(caseKeys)
    .where(and(eq(caseKeys.participantId, participantId), ne(caseKeys.kekId, ctx.vault.kekId)))
    .limit(batch)
    .for("update");
  for (const key of old)
    await tx
      .update(caseKeys)
      .set(await ctx.vault.rewrapKey(key, caseKeyOwner(key.caseId, participantId)))
      .where(eq(caseKeys.caseId, key.caseId));
  return old.length;
}

async function rewrapDisclosureKeys(tx: Database, ctx: Context): Promise<number> {
  const { participantId } = ctx.actor;
  const old = await tx
    .select()
    .from(disclosureKeys)
    .where(and(eq(disclosureKeys.senderId, participantId), ne(disclosureKeys.kekId, ctx.vault.kekId)))
    .limit(batch)
    .for("update");
  for (const key of old)
    await tx
      .update(disclosureKeys)
      .set(await ctx.vault.rewrapKey(key, disclosureKeyOwner({ ...key, id: key.referralId })))
      .where(eq(disclosureKeys.referralId, key.referralId));
  return old.length;
}
