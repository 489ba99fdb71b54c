import { z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import type { Context, Database } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";
import { fail } from "../platform/http/problem.ts";
import { Id } from "../platform/text/text.ts";
import { entryKinds } from "./codes.ts";
import { failMissing } from "./edit/entry.ts";
import {
  entryDeleted,
  locationNotFound,
  notYourEntry,
  organizationNotFound,
  serviceNotFound,
} from "./problems.ts";

export const EntryRef = z
  .strictObject({
    kind: z.enum(entryKinds).openapi({ description: "What kind of record it is", example: "service" }),
    id: Id.openapi({ description: "The record", example: "8b1c1e9a-2f0c-5d3a-9d53-0a7e6c3f1b42" }),
  })
  .openapi("EntryRef", { description: "An entry of the directory" });
export type EntryRef = z.output<typeof EntryRef>;

/** Why an entry cannot be found, for a contract. */
export const entryMissing = [organizationNotFound, serviceNotFound, locationNotFound] as const;
export const entryGone = [entryDeleted] as const;

/** Whose an entry is. */
export interface Keeper {
  /** Null for a place of nobody's. */
  organizationId: string | null;
  /** Who answers for that organization; null where nobody in the network does. */
  participantId: string | null;
}

const entries = sql`(
  select 'service' as kind, id, organization_id from handreiking.service
  union all select 'organization', id, id from handreiking.organization
  union all select 'location', id, organization_id from handreiking.location)`;

export async function findKeeper(tx: Database, { kind, id }: EntryRef): Promise<Keeper> {
  const [found] = await rows<Keeper>(
    tx,
    sql`select entry.organization_id as "organizationId", participant_id as "participantId"
      from ${entries} as entry left join handreiking.organization_participant as link
        on link.organization_id = entry.organization_id
      where kind = ${kind} and id = ${id}::uuid`,
  );
  return found ?? failMissing(tx, kind, id);
}

/** Whether the actor keeps what is this keeper's: as the operator, or as who answers for the organization. */
export const keeps = (ctx: Context, { participantId }: Pick<Keeper, "participantId">): boolean =>
  ctx.actor.permissions.has("directory:curate") ||
  (ctx.actor.permissions.has("directory:write") && participantId === ctx.actor.participantId);

/** Who keeps the entry, if the actor does. */
export async function findOwnKeeper(tx: Database, ctx: Context, entry: EntryRef): Promise<Keeper> {
  const found = await findKeeper(tx, entry);
  if (!keeps(ctx, found)) fail(notYourEntry);
  return found;
}
