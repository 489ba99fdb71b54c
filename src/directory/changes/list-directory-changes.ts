import { createRoute, z } from "@hono/zod-openapi";
import { and, asc, gt, isNotNull, sql } from "drizzle-orm";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { directoryChanges } from "../schema.ts";

const DirectoryChange = z
  .object({
    number: z.int().openapi({ description: "Its place in the feed", example: 17 }),
    entity: z.string().openapi({
      description:
        "Which kind of entry: `organization`, `service`, `location`, `taxonomy`, `taxonomy_term` or `unit`, as HSDS names it",
      example: "service",
    }),
    id: Id.openapi({ description: "The entry", example: "8b1c1e9a-2f0c-5d3a-9d53-0a7e6c3f1b42" }),
    change: z.enum(["created", "changed", "deleted"]).openapi({
      description: "What happened to it; a change of a part, such as a phone, is one of the entry",
      example: "changed",
    }),
    at: z.iso.datetime().openapi({ description: "When it was done", example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("DirectoryChange", { description: "That an entry of the directory changed" });

const DirectoryChanges = z
  .object({
    items: z.array(DirectoryChange),
    after: z.int().openapi({ description: "What to ask for next", example: 17 }),
    more: z.boolean().openapi({ description: "Whether there are more changes already", example: false }),
  })
  .openapi("DirectoryChanges");

const ChangeQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0).openapi({
    type: "integer",
    description: "The number of the last change that you have; 0 for the beginning",
    example: 16,
  }),
  pageSize: z.coerce.number().int().min(1).max(100).default(25).openapi({
    type: "integer",
    description: "How many changes a page holds at most",
    example: 25,
  }),
});

const route = createRoute({
  operationId: "listDirectoryChanges",
  method: "get",
  path: "/directory-changes",
  tags: ["Directory"],
  summary: "Read what changed in the directory",
  description:
    "Which entries were created, changed or deleted, in order. Keep `after` and ask again with it: no change is skipped or told twice. A change tells that an entry changed; read the entry for what. A deleted one answers 410.",
  security: needs("directory:read"),
  request: { query: ChangeQuery },
  responses: { 200: json(DirectoryChanges, "A page of changes"), ...problems(permissionMissing) },
});

export function listDirectoryChanges(
  ctx: Context,
  { after, pageSize }: z.output<typeof ChangeQuery>,
): Promise<z.input<typeof DirectoryChanges>> {
  permit(ctx, "directory:read");
  return transact(ctx, async (tx) => {
    // Numbers what has committed by now: a later number always means a later reading.
    await tx.execute(sql`select handreiking.number_directory_changes()`);
    const found = await tx
      .select()
      .from(directoryChanges)
      .where(and(isNotNull(directoryChanges.number), gt(directoryChanges.number, after)))
      .orderBy(asc(directoryChanges.number))
      .limit(pageSize + 1);
    const items = found.slice(0, pageSize).map((row) => ({
      number: row.number ?? 0,
      entity: row.entity,
      id: row.recordId,
      change: row.change,
      at: row.at.toISOString(),
    }));
    return { items, after: items.at(-1)?.number ?? after, more: found.length > pageSize };
  });
}

export default operation(route, (ctx, { query }) => listDirectoryChanges(ctx, query));
