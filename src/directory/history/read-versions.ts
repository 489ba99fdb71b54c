import type { z } from "@hono/zod-openapi";
import { permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { cutPage, openCursor, type PageQuery } from "../../platform/http/pagination.ts";
import { fail } from "../../platform/http/problem.ts";
import { type EntryKind, failMissing, findEntry } from "../edit/entry.ts";
import { versionNotFound } from "../problems.ts";
import { findVersion, isPlaceHidden, listVersionRows, type VersionRow } from "./store.ts";
import { type EntryVersionContent, type EntryVersions, presentContent, presentVersion } from "./wire.ts";

/** Which person or system it was: told to the own participant, and to who keeps the directory. */
const knowsAuthors = (ctx: Context, { participantId }: VersionRow) =>
  ctx.actor.permissions.has("directory:curate") || participantId === ctx.actor.participantId;

/** The history of an entry and its parts, the newest version first; that of a deleted one too. */
export async function listVersions(
  ctx: Context,
  kind: EntryKind,
  id: string,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof EntryVersions>> {
  permit(ctx, "directory:read");
  const position = await openCursor(ctx, "entry-versions", { kind, id }, cursor);
  const found = await transact(ctx, async (tx) => {
    const versions = await listVersionRows(tx, kind, id, position, pageSize + 1);
    // An entry that was there before any history was kept has none yet.
    if (versions.length === 0 && !(await findEntry(tx, kind, id))) await failMissing(tx, kind, id);
    return versions;
  });
  const { rows, ...next } = await cutPage(ctx, "entry-versions", { kind, id }, pageSize, found, (row) => [
    row.position,
  ]);
  return { items: rows.map((row) => presentVersion(row, knowsAuthors(ctx, row))), ...next };
}

/** One version, with what stood in it. */
export function readVersion(
  ctx: Context,
  kind: EntryKind,
  id: string,
  versionId: string,
): Promise<z.input<typeof EntryVersionContent>> {
  permit(ctx, "directory:read");
  return transact(ctx, async (tx) => {
    const version = (await findVersion(tx, kind, id, versionId)) ?? fail(versionNotFound);
    const hidden = kind === "location" && (await isPlaceHidden(tx, id));
    return {
      ...presentVersion(version, knowsAuthors(ctx, version)),
      content: presentContent(version, hidden),
    };
  });
}
