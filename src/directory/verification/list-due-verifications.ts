import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { EntryRef } from "../keeper.ts";
import { given, organizationId } from "../wire.ts";
import { type DueRow, dueReasons, listDueRows, positionOf } from "./due.ts";

const DueVerification = z
  .object({
    entry: EntryRef,
    name: z.string().openapi({ description: "Its name", example: "Hulp bij arbeidsuitbuiting" }),
    organization: z
      .object({
        id: organizationId,
        name: z.string().openapi({ description: "Its name", example: "FairWork" }),
      })
      .openapi({ description: "Whose entry it is" }),
    why: z.enum(dueReasons).openapi({
      description:
        "`never`: nobody has checked it; `old`: the last check is longer ago than the network's period, a year unless set otherwise; `corrected`: it was corrected after its last check",
      example: "old",
    }),
    checkedOn: z.iso
      .date()
      .optional()
      .openapi({ description: "When it was last checked", example: "2024-11-01" }),
    reachable: z.boolean().openapi({
      description:
        "Whether somebody in the network answers for it, whom a round asks. If not, the operator's coordinator checks it",
      example: true,
    }),
    askedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "When they were last asked", example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("DueVerification", { description: "An entry that should be checked" });

const DueVerifications = pageOf(DueVerification).openapi("DueVerifications");

const DueQuery = PageQuery.extend({
  reachable: z.enum(["true", "false"]).optional().openapi({
    description: "Only entries that somebody in the network answers for, or only those that nobody does",
    example: "false",
  }),
});

const route = createRoute({
  operationId: "listDueVerifications",
  method: "get",
  path: "/verifications-due",
  tags: ["Directory quality"],
  summary: "List the entries that should be checked",
  description:
    "Organizations and services that nobody has checked within the network's period, those never checked first, then the longest ago. The operator's coordinator sees all of them, everybody else those of their own organizations. Closed services are not checked.",
  security: needs("directory:write"),
  request: { query: DueQuery },
  responses: { 200: json(DueVerifications, "A page of entries"), ...problems(permissionMissing) },
});

export async function listDueVerifications(
  ctx: Context,
  { pageSize, cursor, reachable }: z.output<typeof DueQuery>,
): Promise<z.input<typeof DueVerifications>> {
  permit(ctx, "directory:write");
  const all = ctx.actor.permissions.has("directory:curate");
  const filters = {
    ...(!all && { participantId: ctx.actor.participantId }),
    ...(reachable && { reachable: reachable === "true" }),
  };
  const position = await openCursor(ctx, "verifications-due", filters, cursor);
  const found = await transact(ctx, (tx) => listDueRows(tx, ctx, filters, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "verifications-due", filters, pageSize, found, positionOf);
  return { items: rows.map(presentDue), ...next };
}

function presentDue(row: DueRow): z.input<typeof DueVerification> {
  return {
    entry: { kind: row.kind, id: row.id },
    name: row.name,
    organization: { id: row.organizationId, name: row.organizationName },
    why: row.why,
    reachable: row.reachable,
    ...given({ checkedOn: row.checkedOn, askedAt: row.askedAt }),
  };
}

export default operation(route, (ctx, { query }) => listDueVerifications(ctx, query));
