import { createRoute, type z } from "@hono/zod-openapi";
import { and, desc, eq, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, type Position, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { openCaseSeal } from "../case-key.ts";
import { caseNotFound, caseNotShared } from "../problems.ts";
import { caseNotes, type NoteRow } from "../schema.ts";
import { findReadableCase } from "../store.ts";
import { CasePath } from "../wire.ts";
import { Note, placeOf, presentNote } from "./wire.ts";

const Notes = pageOf(Note).openapi("Notes");

const route = createRoute({
  operationId: "listNotes",
  method: "get",
  path: "/cases/{caseId}/notes",
  tags: ["Cases"],
  summary: "Read the notes",
  description: "Newest first. Every reading is an audit entry.",
  security: needs("cases"),
  request: { params: CasePath, query: PageQuery },
  responses: {
    200: json(Notes, "A page of notes"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export async function listNotes(
  ctx: Context,
  caseId: string,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Notes>> {
  permit(ctx, "cases");
  const position = await openCursor(ctx, "notes", caseId, cursor);
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const found = await listNoteRows(tx, caseId, position, pageSize + 1);
    const { rows, ...next } = await cutPage(ctx, "notes", caseId, pageSize, found, (row) => [
      row.writtenAt.toISOString(),
      row.id,
    ]);
    await record(tx, ctx, { action: "notes.read", subjectId: caseId, caseId });
    return { items: await openNotes(tx, ctx, caseId, rows), ...next };
  });
}

function listNoteRows(tx: Database, caseId: string, position: Position | undefined, limit: number) {
  const after =
    position &&
    sql`(${caseNotes.writtenAt}, ${caseNotes.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`;
  return tx
    .select()
    .from(caseNotes)
    .where(and(eq(caseNotes.caseId, caseId), after))
    .orderBy(desc(caseNotes.writtenAt), desc(caseNotes.id))
    .limit(limit);
}

async function openNotes(tx: Database, ctx: Context, caseId: string, rows: readonly NoteRow[]) {
  if (rows.length === 0) return [];
  const seal = await openCaseSeal(tx, ctx, caseId);
  return Promise.all(rows.map(async (row) => presentNote(row, await seal.open(placeOf(row.id), row.sealed))));
}

export default operation(route, (ctx, { params, query }) => listNotes(ctx, params.caseId, query));
