import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { fail } from "../../platform/http/problem.ts";
import { clientKeys, clients } from "../schema.ts";
import { clientKeyNotFound, clientNotFound } from "./problems.ts";
import type { ClientKeyRow, ClientRow } from "./wire.ts";

const own = (ctx: Context, clientId: string) =>
  and(eq(clients.participantId, ctx.actor.participantId), eq(clients.id, clientId));

/** A client of the actor's participant; fails when there is none. */
export async function findClient(tx: Database, ctx: Context, clientId: string): Promise<ClientRow> {
  const [client] = await tx.select().from(clients).where(own(ctx, clientId));
  return client ?? fail(clientNotFound);
}

/** The same, held until the transaction ends: changes of it and of its keys come one after the other. */
export async function claimClient(tx: Database, ctx: Context, clientId: string): Promise<ClientRow> {
  const [client] = await tx.select().from(clients).where(own(ctx, clientId)).for("update");
  return client ?? fail(clientNotFound);
}

/** Clients of the participant that the transaction runs for, by name, after `position`. */
export const listClientRows = (
  tx: Database,
  participantId: string,
  position: Position | undefined,
  limit: number,
): Promise<ClientRow[]> =>
  tx
    .select()
    .from(clients)
    .where(
      and(
        eq(clients.participantId, participantId),
        position && sql`(${clients.name}, ${clients.id}) > (${position[0]}, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(asc(clients.name), asc(clients.id))
    .limit(limit);

/** All keys of the clients, the newest last. */
export const listKeysOf = (tx: Database, ...clientIds: string[]): Promise<ClientKeyRow[]> =>
  tx
    .select()
    .from(clientKeys)
    .where(inArray(clientKeys.clientId, clientIds))
    .orderBy(asc(clientKeys.addedAt), asc(clientKeys.id));

/** A key of a client of the actor's participant; fails when there is none. */
export async function findClientKey(tx: Database, ctx: Context, keyId: string): Promise<ClientKeyRow> {
  const [key] = await tx
    .select()
    .from(clientKeys)
    .where(and(eq(clientKeys.id, keyId), eq(clientKeys.participantId, ctx.actor.participantId)));
  return key ?? fail(clientKeyNotFound);
}
