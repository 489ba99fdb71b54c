import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { importNotFound } from "../problems.ts";
import { findImport, listFindingRows } from "./store.ts";
import { ImportFinding, presentFinding } from "./wire.ts";

const ImportFindings = pageOf(ImportFinding).openapi("ImportFindings");

const route = createRoute({
  operationId: "listImportFindings",
  method: "get",
  path: "/imports/{importId}/findings",
  tags: ["Directory"],
  summary: "List what an import found",
  description:
    "The report of an import that has ended: each thing put right and each refused, by the order of the records; a thousand of either kind at most. None repeats a value.",
  security: needs("directory:curate"),
  request: {
    params: z.object({ importId: Id.openapi({ example: "3f6a0a52-6c0f-4d5e-9a3e-0d4a3c1b2a10" }) }),
    query: PageQuery,
  },
  responses: {
    200: json(ImportFindings, "A page of findings"),
    ...problems(importNotFound, permissionMissing),
  },
});

export async function listImportFindings(
  ctx: Context,
  importId: string,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof ImportFindings>> {
  permit(ctx, "directory:curate");
  const position = await openCursor(ctx, "import-findings", importId, cursor);
  const found = await transact(ctx, async (tx) => {
    if (!(await findImport(tx, importId))) fail(importNotFound);
    return listFindingRows(tx, importId, position, pageSize + 1);
  });
  const { rows, ...next } = await cutPage(ctx, "import-findings", importId, pageSize, found, (row) => [
    row.place,
  ]);
  return { items: rows.map(presentFinding), ...next };
}

export default operation(route, (ctx, { params, query }) => listImportFindings(ctx, params.importId, query));
