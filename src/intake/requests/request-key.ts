import { and, eq, ne } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { type DataKey, VaultFault } from "../../platform/keys/vault.ts";
import { requestKeys } from "../schema.ts";

type Column = "sealed" | "code_word";

/** What seals and opens the personal data of one request: a value moved elsewhere does not open. */
export interface RequestSeal {
  seal(column: Column, text: string): Promise<Uint8Array>;
  open(column: Column, sealed: Uint8Array): Promise<string>;
}

/** A new data key for a request: what it seals is kept with the key by `keepRequestKey`. */
export async function makeRequestKey(ctx: Context, requestId: string) {
  const { participantId } = ctx.actor;
  const made = await ctx.vault.newKey(ownerOf(requestId, participantId));
  const key = await ctx.vault.openKey(made, ownerOf(requestId, participantId));
  return { row: { requestId, participantId, ...made }, seal: sealOf(requestId, key) };
}

/** Opens the data key of a request; throws VaultFault when there is none. */
export async function openRequestSeal(tx: Database, ctx: Context, requestId: string): Promise<RequestSeal> {
  const [found] = await tx.select().from(requestKeys).where(eq(requestKeys.requestId, requestId));
  if (!found) throw new VaultFault("RequestKeyMissing", "the data key of this request is gone");
  return sealOf(requestId, await ctx.vault.openKey(found, ownerOf(requestId, ctx.actor.participantId)));
}

/** Brings up to `most` keys of the actor's participant under the first key-encryption key; answers how many. */
export async function rewrapRequestKeys(tx: Database, ctx: Context, most: number): Promise<number> {
  const { participantId } = ctx.actor;
  const old = await tx
    .select()
    .from(requestKeys)
    .where(and(eq(requestKeys.participantId, participantId), ne(requestKeys.kekId, ctx.vault.kekId)))
    .limit(most)
    .for("update");
  for (const key of old)
    await tx
      .update(requestKeys)
      .set(await ctx.vault.rewrapKey(key, ownerOf(key.requestId, participantId)))
      .where(eq(requestKeys.requestId, key.requestId));
  return old.length;
}

const ownerOf = (requestId: string, participantId: string) => ["request_key", requestId, participantId];

function sealOf(requestId: string, key: DataKey): RequestSeal {
  const place = (column: Column) => ["callback_request", column, requestId];
  return {
    seal: (column, text) => key.seal(place(column), new TextEncoder().encode(text)),
    open: async (column, sealed) => new TextDecoder().decode(await key.open(place(column), sealed)),
  };
}
