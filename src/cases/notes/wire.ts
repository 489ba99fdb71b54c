import { z } from "@hono/zod-openapi";
import { Id, personalText } from "../../platform/text/text.ts";
import type { NoteRow } from "../schema.ts";

/** How many characters a note may have. */
export const longestNote = 10_000;

export const noteText = personalText(longestNote).openapi({
  description: "What was said or seen; a Dutch citizen number (BSN) in it is refused",
  example: "Wants to talk to a lawyer first. Afraid that her brother finds out.",
});

export const Note = z
  .object({
    id: Id.openapi({ example: "1f7e3a52-8c4d-4b6a-9e0f-2d5c7b9a1e66" }),
    caseId: Id.openapi({ example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" }),
    authorId: Id.openapi({
      description: "The member who wrote it",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    text: noteText,
    writtenAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("Note", {
    description: "What a counsellor wrote down in a case: sealed under its key, never changed",
  });
export type Note = z.input<typeof Note>;

export const presentNote = (row: Omit<NoteRow, "sealed">, text: string): Note => ({
  id: row.id,
  caseId: row.caseId,
  authorId: row.authorId,
  text,
  writtenAt: row.writtenAt.toISOString(),
});

export const placeOf = (noteId: string) => ({ table: "case_note", column: "sealed", rowId: noteId });
