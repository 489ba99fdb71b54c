import { and, eq, ne } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { disclosureKeys } from "../schema.ts";
import { disclosureKeyOwner } from "./disclosure-key.ts";

/** Brings up to so many disclosure keys of the actor's participant under the first key-encryption key. */
export async function rewrapDisclosureKeys(tx: Database, ctx: Context, most: number): Promise<number> {
  const { participantId } = ctx.actor;
  const old = await tx
    .select()
    .from(disclosureKeys)
    .where(and(eq(disclosureKeys.senderId, participantId), ne(disclosureKeys.kekId, ctx.vault.kekId)))
    .limit(most)
    .for("update");
  for (const key of old)
    await tx
      .update(disclosureKeys)
      .set(await ctx.vault.rewrapKey(key, disclosureKeyOwner({ ...key, id: key.referralId })))
      .where(eq(disclosureKeys.referralId, key.referralId));
  return old.length;
}
