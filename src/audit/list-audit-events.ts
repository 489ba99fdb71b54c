import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../platform/http/pagination.ts";
import { problems } from "../platform/http/problem.ts";
import { record } from "./record.ts";
import { sealOwn } from "./seal-audit.ts";
import { listEntries, positionOf } from "./store.ts";
import { AuditEvent, auditFilters, filtersOf, presentAuditEvent } from "./wire.ts";

const AuditEvents = pageOf(AuditEvent).openapi("AuditEvents");
const AuditQuery = PageQuery.extend(auditFilters);

const route = createRoute({
  operationId: "listAuditEvents",
  method: "get",
  path: "/audit-events",
  tags: ["Audit"],
  summary: "List audit entries",
  description:
    "Who did what at your participant, and what others did to its records; the newest first. Of others' people only the organization is told. Each page that is read is an entry itself.",
  security: needs("audit:read"),
  request: { query: AuditQuery },
  responses: { 200: json(AuditEvents, "A page of entries"), ...problems(permissionMissing) },
});

export async function listAuditEvents(
  ctx: Context,
  { pageSize, cursor, ...query }: z.output<typeof AuditQuery>,
): Promise<z.input<typeof AuditEvents>> {
  permit(ctx, "audit:read");
  const { participantId } = ctx.actor;
  const filters = filtersOf(query);
  const position = await openCursor(ctx, "audit-events", filters, cursor);
  await sealOwn(ctx);
  const found = await transact(ctx, async (tx) => {
    const entries = await listEntries(tx, ctx, filters, { position, limit: pageSize + 1 });
    await record(tx, ctx, { action: "audit.read", subjectId: participantId, caseId: query.caseId });
    return entries;
  });
  const { rows, ...next } = await cutPage(ctx, "audit-events", filters, pageSize, found, positionOf);
  return { items: rows.map((row) => presentAuditEvent(row, participantId)), ...next };
}

export default operation(route, (ctx, { query }) => listAuditEvents(ctx, query));
