import { createRoute, z } from "@hono/zod-openapi";
import { inArray } from "drizzle-orm";
import {
  actionField,
  actorKind,
  actorRoles,
  type CaseEntry,
  dealing,
  dealingOf,
  listCaseEntries,
  outcome,
  type Purpose,
  positionOf,
  purpose,
  record,
} from "../../audit/index.ts";
import { listNames, members } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { caseNotFound, caseNotShared } from "../problems.ts";
import { findCase, findReadableCase } from "../store.ts";
import { CasePath } from "../wire.ts";

const AccessLogEntry = z
  .object({
    at: z.iso.datetime().openapi({ description: "When", example: "2026-01-05T09:00:00.000Z" }),
    organization: z
      .string()
      .openapi({ description: "Whose people or system it was, by name", example: "De Brug" }),
    by: actorKind,
    roles: actorRoles,
    memberId: Id.optional().openapi({
      description: "The member who acted, if of your own participant",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    memberName: z.string().optional().openapi({ description: "That member's name", example: "Eva de Vries" }),
    action: actionField,
    dealing,
    purpose,
    outcome,
  })
  .openapi("AccessLogEntry", { description: "Who looked at the caller's data or did something with it" });

const AccessLog = pageOf(AccessLogEntry).openapi("AccessLog");

const route = createRoute({
  operationId: "getAccessLog",
  method: "get",
  path: "/cases/{caseId}/access-log",
  tags: ["Cases"],
  summary: "Read who looked at a case",
  description:
    "For a caller who asks: everything that was read or done in the case, at the recipients too, and what was refused; the oldest first. Of recipients the organization and the role are told, not the person. For who may read the case, and for the privacy officer, who learns nothing else of it. Reading it is an entry itself.",
  security: [...needs("cases"), ...needs("audit:read")],
  request: { params: CasePath, query: PageQuery },
  responses: {
    200: json(AccessLog, "A page of looks"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export async function getAccessLog(
  ctx: Context,
  caseId: string,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof AccessLog>> {
  const overseeing = ctx.actor.permissions.has("audit:read");
  if (!overseeing) permit(ctx, "cases");
  const position = await openCursor(ctx, "access-log", caseId, cursor);
  return transact(ctx, async (tx) => {
    await (overseeing ? findCase : findReadableCase)(tx, ctx, caseId);
    const found = await listCaseEntries(tx, ctx, caseId, { position, limit: pageSize + 1 });
    const { rows, ...next } = await cutPage(ctx, "access-log", caseId, pageSize, found, positionOf);
    const present = await presenter(tx, ctx, rows);
    await record(tx, ctx, { action: "access-log.read", subjectId: caseId, caseId });
    return { items: rows.map(present), ...next };
  });
}

const memberOf = ({ actorKind: kind, actorId, onBehalfOf }: CaseEntry) =>
  kind === "member" ? actorId : onBehalfOf;

async function presenter(tx: Database, ctx: Context, entries: readonly CaseEntry[]) {
  const organizations = await listNames(
    tx,
    entries.map(({ participantId }) => participantId),
  );
  const ids = entries.flatMap((entry) => memberOf(entry) ?? []);
  const colleagues = new Map<string, string>();
  if (ids.length > 0) {
    // Row-level security shows one's own participant's members alone.
    const found = await tx
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(inArray(members.id, [...new Set(ids)]));
    for (const { id, name } of found) colleagues.set(id, name);
  }
  return (entry: CaseEntry): z.input<typeof AccessLogEntry> => {
    const memberId = entry.participantId === ctx.actor.participantId ? memberOf(entry) : null;
    const memberName = memberId && colleagues.get(memberId);
    return {
      at: entry.at.toISOString(),
      organization: organizations.get(entry.participantId) ?? "",
      by: entry.actorKind,
      roles: entry.actorRoles,
      ...(memberId && { memberId }),
      ...(memberName && { memberName }),
      action: entry.action,
      dealing: dealingOf(entry.action),
      purpose: entry.purpose as Purpose,
      outcome: entry.outcome,
    };
  };
}

export default operation(route, (ctx, { params, query }) => getAccessLog(ctx, params.caseId, query));
