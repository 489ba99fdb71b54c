import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { listDuplicateRows } from "./find-duplicates.ts";
import { Duplicate, presentDuplicate } from "./wire.ts";

const Duplicates = pageOf(Duplicate).openapi("Duplicates");

const DuplicateQuery = PageQuery.extend({
  dismissed: z
    .enum(["true", "false"])
    .default("false")
    .openapi({ description: "Whether to list the pairs that were dismissed instead", example: "false" }),
});

const route = createRoute({
  operationId: "listDuplicates",
  method: "get",
  path: "/duplicates",
  tags: ["Directory quality"],
  summary: "List entries that may be in the directory twice",
  description:
    "Pairs of organizations, or of services, with one registration number, one telephone number or nearly one name, the likeliest first. A number that more than ten entries share tells nothing, and names of services are compared inside one organization only. Found anew each time; nothing is merged.",
  security: needs("directory:curate"),
  request: { query: DuplicateQuery },
  responses: { 200: json(Duplicates, "A page of pairs"), ...problems(permissionMissing) },
});

export async function listDuplicates(
  ctx: Context,
  { pageSize, cursor, dismissed }: z.output<typeof DuplicateQuery>,
): Promise<z.input<typeof Duplicates>> {
  permit(ctx, "directory:curate");
  const position = await openCursor(ctx, "duplicates", { dismissed }, cursor);
  const found = await transact(ctx, (tx) =>
    listDuplicateRows(tx, dismissed === "true", position, pageSize + 1),
  );
  const { rows, ...next } = await cutPage(ctx, "duplicates", { dismissed }, pageSize, found, (row) => [
    -row.score,
    row.firstId,
    row.secondId,
  ]);
  return { items: rows.map(presentDuplicate), ...next };
}

export default operation(route, (ctx, { query }) => listDuplicates(ctx, query));
