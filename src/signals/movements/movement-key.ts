import { and, eq, ne } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { participants } from "../../identity/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type DataKey, VaultFault } from "../../platform/keys/vault.ts";
import { movementKeys } from "../schema.ts";

/** Where a sealed value of a movement stands: moved to another row, column or movement it does not open. */
interface Place {
  table: "movement" | "signal";
  column: "sealed" | "note";
  rowId: string;
}

export interface MovementSeal {
  seal(place: Place, text: string): Promise<Uint8Array>;
  open(place: Place, sealed: Uint8Array): Promise<string>;
}

const ownerOf = (movementId: string, participantId: string) => ["movement_key", movementId, participantId];

/** Makes the key of a movement that was just registered. */
export async function makeMovementSeal(ctx: Context, movementId: string) {
  const owner = ownerOf(movementId, ctx.actor.participantId);
  const made = await ctx.vault.newKey(owner);
  return {
    key: { movementId, participantId: ctx.actor.participantId, ...made },
    seal: sealOf(movementId, await ctx.vault.openKey(made, owner)),
  };
}

/** Opens the key of a movement; throws VaultFault when there is none. */
export async function openMovementSeal(
  tx: Database,
  ctx: Context,
  movementId: string,
): Promise<MovementSeal> {
  const [found] = await tx.select().from(movementKeys).where(eq(movementKeys.movementId, movementId));
  if (!found) throw new VaultFault("MovementKeyMissing", "the data key of this movement is gone");
  const owner = ownerOf(movementId, ctx.actor.participantId);
  return sealOf(movementId, await ctx.vault.openKey(found, owner));
}

function sealOf(movementId: string, key: DataKey): MovementSeal {
  const bound = ({ table, column, rowId }: Place) => [table, column, rowId, movementId];
  return {
    seal: (place, text) => key.seal(bound(place), new TextEncoder().encode(text)),
    open: async (place, sealed) => new TextDecoder().decode(await key.open(bound(place), sealed)),
  };
}

const batch = 100;

/** Brings the key of every movement under the first key-encryption key, a batch a transaction. */
export async function rewrapMovementKeys(ctx: Context): Promise<{ movements: number }> {
  let movements = 0;
  for (const { id } of await ctx.db.select({ id: participants.id }).from(participants)) {
    const asParticipant = { ...ctx, actor: { ...ctx.actor, participantId: id } };
    for (let some = batch; some === batch; movements += some)
      some = await transact(asParticipant, (tx) => rewrapSome(tx, asParticipant));
  }
  return { movements };
}

async function rewrapSome(tx: Database, ctx: Context): Promise<number> {
  const { participantId } = ctx.actor;
  const old = await tx
    .select()
    .from(movementKeys)
    .where(and(eq(movementKeys.participantId, participantId), ne(movementKeys.kekId, ctx.vault.kekId)))
    .limit(batch)
    .for("update");
  for (const key of old)
    await tx
      .update(movementKeys)
      .set(await ctx.vault.rewrapKey(key, ownerOf(key.movementId, participantId)))
      .where(eq(movementKeys.movementId, key.movementId));
  if (old.length > 0) await record(tx, ctx, { action: "keys.rewrapped", subjectId: participantId });
  return old.length;
}
