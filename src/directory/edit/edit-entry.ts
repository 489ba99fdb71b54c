import { sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { fail, invalidRequest } from "../../platform/http/problem.ts";
import { entryInUse, notYourEntry, organizationNotFound } from "../problems.ts";
import { beginEdit } from "./begin-edit.ts";
import { type EntryKind, findEntry, lockEntry, parts, permitEditing, placeProperties } from "./entry.ts";
import { columnsOf } from "./part.ts";
import { emptyParts } from "./remove-parts.ts";
import type { Given } from "./replace-list.ts";
import { touch, writeEntry } from "./write-entry.ts";

/** Told before anything is written, once the entry is locked: refuses an edit of what has changed since. */
export type Check = (tx: Database) => Promise<void>;

/**
 * Applies a merge patch that its schema has accepted to one entry, inside a transaction of the actor's. Answers
 * whether anything changed.
 */
export async function editEntry(
  tx: Database,
  ctx: Context,
  kind: EntryKind,
  id: string,
  patch: Given,
  check?: Check,
): Promise<boolean> {
  await beginEdit(tx, ctx);
  await lockEntry(tx, ctx, kind, id);
  await check?.(tx);
  if (kind === "location") await refuseUnseen(tx, id, patch);
  const changed = await writeEntry(tx, ctx, kind, id, patch);
  if (changed) await record(tx, ctx, { action: `${kind}.changed`, subjectId: id });
  return changed;
}

export const editOrganizationEntry = (tx: Database, ctx: Context, id: string, patch: Given) =>
  editEntry(tx, ctx, "organization", id, patch);
export const editServiceEntry = (tx: Database, ctx: Context, id: string, patch: Given) =>
  editEntry(tx, ctx, "service", id, patch);
export const editLocationEntry = (tx: Database, ctx: Context, id: string, patch: Given) =>
  editEntry(tx, ctx, "location", id, patch);

/** Whoever is not shown a confidential place cannot overwrite it, nor lift the confidence. */
async function refuseUnseen(tx: Database, id: string, patch: Given): Promise<void> {
  const hidden = [...placeProperties, "confidential"].filter((property) => patch[property] !== undefined);
  if (hidden.length === 0) return;
  const [found] = await rows<{ hidden: boolean }>(
    tx,
    sql`select confidential and not handreiking.actor_answers_for(location => id) as hidden
      from handreiking.location where id = ${id}::uuid`,
  );
  if (!found?.hidden) return;
  const detail = "is kept by the organization itself, since the place is confidential: must be left out";
  fail(invalidRequest, {
    errors: hidden.map((property) => ({ in: "body", pointer: `/${property}`, detail })),
  });
}

/** Adds an entry, and answers its id. A service or location is one of an organization that the actor may edit. */
export async function addEntry(tx: Database, ctx: Context, kind: EntryKind, given: Given): Promise<string> {
  const { curates } = permitEditing(ctx);
  await beginEdit(tx, ctx);
  const { organizationId } = given as { organizationId?: string };
  if (organizationId === undefined) {
    if (!curates) fail(notYourEntry);
  } else await lockProvider(tx, ctx, organizationId);
  const id = ctx.newId();
  await insertEntry(tx, ctx, kind, id, given);
  if (!(await writeEntry(tx, ctx, kind, id, given))) await touch(tx, ctx, kind, id);
  await record(tx, ctx, { action: `${kind}.added`, subjectId: id });
  return id;
}

/** An organization named in a body and not there is a fault of the body's, not of the path's. */
async function lockProvider(tx: Database, ctx: Context, organizationId: string): Promise<void> {
  const known = await findEntry(tx, "organization", organizationId);
  if (!known) fail(organizationNotFound);
  await lockEntry(tx, ctx, "organization", organizationId);
}

/** The barest row that the table takes; `writeEntry` does the rest, by the same rules as for an edit. */
async function insertEntry(tx: Database, ctx: Context, kind: EntryKind, id: string, given: Given) {
  const at = ctx.now().toISOString();
  const needed = Object.fromEntries(
    columnsOf(parts[kind])
      .filter(({ required }) => required)
      .map(({ name, property }) => [name, given[property]]),
  );
  const standing = {
    organization: { country: "NL", last_modified: at },
    service: { audiences: [], channels: [], last_modified: at, organization_id: given.organizationId },
    location: { organization_id: given.organizationId },
  }[kind];
  const row = { ...needed, ...standing, id };
  const columns = sql.raw(Object.keys(row).join(", "));
  const table = sql`handreiking.${sql.identifier(kind)}`;
  await tx.execute(sql`insert into ${table} (${columns}) select ${columns}
    from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::text::jsonb)`);
}

/** Deletes an entry with its parts; what refers to it goes on, and its history remains. */
export async function deleteEntry(
  tx: Database,
  ctx: Context,
  kind: EntryKind,
  id: string,
  check?: Check,
): Promise<void> {
  await beginEdit(tx, ctx);
  await lockEntry(tx, ctx, kind, id);
  await check?.(tx);
  if (await isInUse(tx, kind, id)) fail(entryInUse);
  await emptyParts(tx, kind, [id]);
  await tx.execute(
    sql`select handreiking.delete_entry(${kind}, ${id}::uuid, ${ctx.now().toISOString()}::timestamptz)`,
  );
  await record(tx, ctx, { action: `${kind}.deleted`, subjectId: id });
}

async function isInUse(tx: Database, kind: EntryKind, id: string): Promise<boolean> {
  const rests = {
    organization: sql`select from handreiking.service where organization_id = ${id}::uuid
      union all select from handreiking.location where organization_id = ${id}::uuid`,
    location: sql`select from handreiking.service_at_location where location_id = ${id}::uuid`,
    service: sql`select where false`,
  }[kind];
  const [found] = await rows<{ used: boolean }>(tx, sql`select exists (${rests}) as used`);
  return found?.used ?? false;
}
