import { and, eq, ne } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { participants } from "../identity/index.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { caseKeyOwner } from "./case-key.ts";
import { caseKeys } from "./schema.ts";

const batch = 100;

/** Brings up to so many keys of the actor's participant under the first key-encryption key; answers how many. */
export type Rewrap = (tx: Database, ctx: Context, most: number) => Promise<number>;

/**
 * Brings every wrapped key of the given kinds under the first key-encryption key, a batch a transaction: it may be
 * stopped, repeated and run beside the service. Throws VaultFault, naming it, for a key-encryption key that is not
 * configured.
 */
export async function rewrapEach<Kind extends string>(
  ctx: Context,
  kinds: Readonly<Record<Kind, Rewrap>>,
): Promise<{ kekId: string } & Record<Kind, number>> {
  const each = Object.entries<Rewrap>(kinds);
  const counted = new Map(each.map(([kind]) => [kind, 0]));
  for (const { id } of await ctx.db.select({ id: participants.id }).from(participants)) {
    const asParticipant = { ...ctx, actor: { ...ctx.actor, participantId: id } };
    for (const [kind, rewrap] of each)
      counted.set(kind, (counted.get(kind) ?? 0) + (await untilNoneIsLeft(asParticipant, rewrap)));
  }
  // Its keys are those of `kinds`.
  return { kekId: ctx.vault.kekId, ...(Object.fromEntries(counted) as Record<Kind, number>) };
}

async function untilNoneIsLeft(ctx: Context, rewrap: Rewrap) {
  let all = 0;
  for (let some = batch; some === batch; all += some)
    some = await transact(ctx, async (tx) => {
      const count = await rewrap(tx, ctx, batch);
      if (count > 0) await record(tx, ctx, { action: "keys.rewrapped", subjectId: ctx.actor.participantId });
      return count;
    });
  return all;
}

export async function rewrapCaseKeys(tx: Database, ctx: Context, most: number): Promise<number> {
  const { participantId } = ctx.actor;
  const old = await tx
    .select()
    .from(caseKeys)
    .where(and(eq(caseKeys.participantId, participantId), ne(caseKeys.kekId, ctx.vault.kekId)))
    .limit(most)
    .for("update");
  for (const key of old)
    await tx
      .update(caseKeys)
      .set(await ctx.vault.rewrapKey(key, caseKeyOwner(key.caseId, participantId)))
      .where(eq(caseKeys.caseId, key.caseId));
  return old.length;
}
