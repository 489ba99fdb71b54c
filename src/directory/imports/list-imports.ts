import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { listImportRows } from "./store.ts";
import { DirectoryImport, presentImport } from "./wire.ts";

const DirectoryImports = pageOf(DirectoryImport).openapi("DirectoryImports");

const route = createRoute({
  operationId: "listImports",
  method: "get",
  path: "/imports",
  tags: ["Directory"],
  summary: "List the imports",
  description: "Every import that has arrived, the latest first.",
  security: needs("directory:curate"),
  request: { query: PageQuery },
  responses: { 200: json(DirectoryImports, "A page of imports"), ...problems(permissionMissing) },
});

export async function listImports(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof DirectoryImports>> {
  permit(ctx, "directory:curate");
  const position = await openCursor(ctx, "imports", null, cursor);
  const found = await transact(ctx, (tx) => listImportRows(tx, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "imports", null, pageSize, found, (row) => [
    row.receivedAt.toISOString(),
    row.id,
  ]);
  return { items: rows.map(presentImport), ...next };
}

export default operation(route, (ctx, { query }) => listImports(ctx, query));
