import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Download, downloadOperation } from "../../platform/http/download.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { notAcceptable, problems } from "../../platform/http/problem.ts";
import { record } from "../record.ts";
import { sealOwn } from "../seal-audit.ts";
import { type AuditFilters, listEntries, positionOf } from "../store.ts";
import { auditFilters, filtersOf } from "../wire.ts";
import { csvLine } from "./csv.ts";
import { nen7513Fields, nen7513Record } from "./nen7513.ts";

const AuditExportQuery = z.strictObject(auditFilters);

const text = (description: string, example: string) => ({
  schema: { type: "string" as const, description, example },
});

const csv = "text/csv";
const route = createRoute({
  operationId: "exportAuditEvents",
  method: "get",
  path: "/audit-events/export",
  tags: ["Audit"],
  summary: "Export audit entries",
  description:
    "The same entries as a file, with the field names of NEN 7513, the newest first; as NDJSON, or as CSV for who accepts `text/csv`. No cell is a formula to a spreadsheet. It is streamed, however many there are, and is an entry itself.",
  security: needs("audit:read"),
  request: { query: AuditExportQuery },
  responses: {
    200: {
      description: "The entries",
      content: {
        "application/x-ndjson": text("A JSON object a line", '{"EventActionCode":"R"}'),
        [csv]: text("A line with the names, then a line an entry", '"EventID","EventActionCode"'),
      },
    },
    ...problems(permissionMissing, notAcceptable),
  },
});

const pageSize = 1000;

export async function exportAuditEvents(
  ctx: Context,
  query: z.output<typeof AuditExportQuery>,
  type: string,
): Promise<Download> {
  permit(ctx, "audit:read");
  const { participantId } = ctx.actor;
  const at = ctx.now();
  await sealOwn(ctx);
  await transact(ctx, (tx) =>
    record(tx, ctx, { action: "audit.exported", subjectId: participantId, caseId: query.caseId, at }),
  );
  const extension = type === csv ? "csv" : "ndjson";
  return {
    filename: `audit-${at.toISOString().slice(0, 10)}.${extension}`,
    text: write(ctx, filtersOf(query), type === csv),
  };
}

async function* write(ctx: Context, filters: AuditFilters, asCsv: boolean): AsyncGenerator<string> {
  if (asCsv) yield csvLine(nen7513Fields);
  for await (const page of pages(ctx, filters)) {
    const entries = page.map((row) => nen7513Record(row, ctx.actor.participantId));
    yield entries
      .map((entry) =>
        asCsv ? csvLine(nen7513Fields.map((name) => entry[name])) : `${JSON.stringify(entry)}\n`,
      )
      .join("");
  }
}

/** Backwards from the newest: what is written meanwhile is not in it. */
async function* pages(ctx: Context, filters: AuditFilters) {
  let position: Position | undefined;
  do {
    const after = position;
    const page = await transact(ctx, (tx) =>
      listEntries(tx, ctx, filters, { position: after, limit: pageSize }),
    );
    if (page.length > 0) yield page;
    const last = page.length === pageSize ? page.at(-1) : undefined;
    position = last && positionOf(last);
  } while (position);
}

export default downloadOperation(route, (ctx, { query }, type) => exportAuditEvents(ctx, query, type));
