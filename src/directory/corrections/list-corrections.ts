import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { correctionStates } from "../codes.ts";
import { listOpenRows, listProposedRows } from "./store.ts";
import { Correction, presentCorrection } from "./wire.ts";

const Corrections = pageOf(Correction).openapi("Corrections");

const CorrectionQuery = PageQuery.extend({
  list: z.enum(["proposed-by-us", "to-decide"]).default("proposed-by-us").openapi({
    description:
      "`proposed-by-us`: what your participant proposed, the newest first; `to-decide`: what waits for your decision, the oldest first, which takes `directory:write`",
    example: "to-decide",
  }),
  state: z
    .enum(correctionStates)
    .optional()
    .openapi({ description: "Of what your participant proposed, only this state", example: "refused" }),
});

const route = createRoute({
  operationId: "listCorrections",
  method: "get",
  path: "/corrections",
  tags: ["Directory quality"],
  summary: "List corrections",
  description:
    "What your participant proposed and what became of it, or what waits for you to decide: about entries of your own organizations, or, for the operator's coordinator, about any.",
  security: needs("directory:correct"),
  request: { query: CorrectionQuery },
  responses: { 200: json(Corrections, "A page of corrections"), ...problems(permissionMissing) },
});

export async function listCorrections(
  ctx: Context,
  { pageSize, cursor, ...filters }: z.output<typeof CorrectionQuery>,
): Promise<z.input<typeof Corrections>> {
  permit(ctx, "directory:correct");
  const { list, state } = filters;
  if (list === "to-decide") permit(ctx, "directory:write");
  const position = await openCursor(ctx, "corrections", filters, cursor);
  const found = await transact(ctx, async (tx) => {
    if (list === "to-decide") return listOpenRows(tx, ctx, position, pageSize + 1);
    return listProposedRows(tx, ctx, state, position, pageSize + 1);
  });
  const { rows, ...next } = await cutPage(ctx, "corrections", filters, pageSize, found, ({ correction }) => [
    correction.proposedAt.toISOString(),
    correction.id,
  ]);
  return { items: rows.map(({ correction }) => presentCorrection(correction)), ...next };
}

export default operation(route, (ctx, { query }) => listCorrections(ctx, query));
