import type { Context, Database } from "../../platform/context.ts";
import { clients } from "../schema.ts";
import { insertKey } from "./insert-key.ts";
import type { ClientRow, NewClient } from "./wire.ts";

/** A client of the participant with its first key. */
export async function insertClient(tx: Database, ctx: Context, participantId: string, input: NewClient) {
  const client: ClientRow = {
    id: ctx.newId(),
    participantId,
    name: input.name,
    scopes: [...new Set(input.scopes)],
    requiresDpop: input.requiresDpop ?? false,
    profile: input.profile ?? "fapi",
    addedAt: ctx.now(),
    suspendedAt: null,
  };
  await tx.insert(clients).values(client);
  return { client, keys: [await insertKey(tx, ctx, client, input.publicKey)] };
}
