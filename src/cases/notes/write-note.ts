import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { open, seal } from "../case-key.ts";
import { caseNotFound, caseNotShared } from "../problems.ts";
import { caseNotes } from "../schema.ts";
import { findReadableCase } from "../store.ts";
import { CasePath } from "../wire.ts";
import { Note, noteText, placeOf, presentNote } from "./wire.ts";

const NewNote = z.strictObject({ text: noteText }).openapi("NewNote");

const route = createRoute({
  operationId: "writeNote",
  method: "post",
  path: "/cases/{caseId}/notes",
  tags: ["Cases"],
  summary: "Write a note",
  description:
    "Adds a note to a case. It is sealed, read only by the case's owner and the colleagues named in it, and never changed: a correction is a note of its own.",
  security: needs("cases"),
  request: { params: CasePath, body: json(NewNote, "The note") },
  responses: { 201: json(Note, "The note"), ...problems(caseNotFound, caseNotShared, permissionMissing) },
});

export function writeNote(ctx: Context, caseId: string, text: string): Promise<Note> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const id = ctx.newId();
    const row = {
      id,
      participantId: ctx.actor.participantId,
      caseId,
      authorId: actingMember(ctx),
      sealed: await seal(tx, ctx, caseId, placeOf(id), text),
      writtenAt: ctx.now(),
    };
    await tx.insert(caseNotes).values(row);
    await record(tx, ctx, { action: "note.written", subjectId: id, caseId, at: row.writtenAt });
    return presentNote(row, text);
  });
}

function presentAgain(ctx: Context, noteId: string): Promise<Note> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(caseNotes)
      .where(and(eq(caseNotes.participantId, ctx.actor.participantId), eq(caseNotes.id, noteId)));
    if (!row) return fail(caseNotFound);
    await findReadableCase(tx, ctx, row.caseId);
    const text = await open(tx, ctx, row.caseId, placeOf(row.id), row.sealed);
    await record(tx, ctx, { action: "notes.read", subjectId: row.caseId, caseId: row.caseId });
    return presentNote(row, text);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => writeNote(ctx, params.caseId, body.text),
  presentAgain,
);
