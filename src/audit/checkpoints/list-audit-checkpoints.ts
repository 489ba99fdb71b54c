import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { listCheckpointRows } from "./store.ts";
import { AuditCheckpoint, presentCheckpoint } from "./wire.ts";

const AuditCheckpoints = pageOf(AuditCheckpoint).openapi("AuditCheckpoints");

const route = createRoute({
  operationId: "listAuditCheckpoints",
  method: "get",
  path: "/audit-checkpoints",
  tags: ["Audit"],
  summary: "List audit checkpoints",
  description:
    "Those of your participant's chain, the newest first. The service makes one each month of its own accord.",
  security: needs("audit:read"),
  request: { query: PageQuery },
  responses: { 200: json(AuditCheckpoints, "A page of checkpoints"), ...problems(permissionMissing) },
});

export async function listAuditCheckpoints(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof AuditCheckpoints>> {
  permit(ctx, "audit:read");
  const position = await openCursor(ctx, "audit-checkpoints", null, cursor);
  const found = await transact(ctx, (tx) =>
    listCheckpointRows(tx, ctx.actor.participantId, position, pageSize + 1),
  );
  const { rows, ...next } = await cutPage(ctx, "audit-checkpoints", null, pageSize, found, ({ seq }) => [
    seq,
  ]);
  return { items: rows.map(presentCheckpoint), ...next };
}

export default operation(route, (ctx, { query }) => listAuditCheckpoints(ctx, query));
