import { z } from "@hono/zod-openapi";
import { toHex } from "../../platform/keys/crypto.ts";
import { Id } from "../../platform/text/text.ts";
import type { AuditCheckpointRow } from "../schema.ts";

export const AuditCheckpoint = z
  .object({
    id: Id.openapi({ example: "2c9f1e7d-6b5a-4d3c-8e2f-0a1b9c8d7e66" }),
    number: z.int().openapi({
      description: "The number of the last entry that it covers",
      example: 1204,
    }),
    hash: z.string().openapi({
      description: "The hash of that entry, and so of all before it, in hexadecimal",
      example: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    }),
    at: z.iso.datetime().openapi({ description: "When it was made", example: "2026-01-05T09:00:00.000Z" }),
    statement: z.string().openapi({
      description:
        "The same as a JWS of the service (EdDSA): keep it where nobody who can change the database can change it, and hand it to `handreiking audit verify`",
      example: "eyJhbGciOiJFZERTQSJ9.eyJzZXEiOjEyMDR9.c2lnbmF0dXJl",
    }),
  })
  .openapi("AuditCheckpoint", { description: "Where your participant's audit chain stood" });
export type AuditCheckpoint = z.input<typeof AuditCheckpoint>;

export const presentCheckpoint = (row: AuditCheckpointRow): AuditCheckpoint => ({
  id: row.id,
  number: row.seq,
  hash: toHex(row.hash),
  at: row.at.toISOString(),
  statement: row.statement,
});
