import { createRoute, type z } from "@hono/zod-openapi";
import { and, asc, eq, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared } from "../problems.ts";
import { helpQuestions } from "../schema.ts";
import { findReadableCase } from "../store.ts";
import { CasePath, HelpQuestion, presentHelpQuestion } from "../wire.ts";

const HelpQuestions = pageOf(HelpQuestion).openapi("HelpQuestions");

const route = createRoute({
  operationId: "listHelpQuestions",
  method: "get",
  path: "/cases/{caseId}/help-questions",
  tags: ["Cases"],
  summary: "List the help questions of a case",
  description: "In the order in which they were added, the ended ones too. Every reading is an audit entry.",
  security: needs("cases"),
  request: { params: CasePath, query: PageQuery },
  responses: {
    200: json(HelpQuestions, "A page of help questions"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export async function listHelpQuestions(
  ctx: Context,
  caseId: string,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof HelpQuestions>> {
  permit(ctx, "cases");
  const position = await openCursor(ctx, "help-questions", caseId, cursor);
  const { addedAt, id } = helpQuestions;
  const after = position && sql`(${addedAt}, ${id}) > (${position[0]}::timestamptz, ${position[1]}::uuid)`;
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const found = await tx
      .select()
      .from(helpQuestions)
      .where(and(eq(helpQuestions.caseId, caseId), after))
      .orderBy(asc(addedAt), asc(id))
      .limit(pageSize + 1);
    const { rows, ...next } = await cutPage(ctx, "help-questions", caseId, pageSize, found, (row) => [
      row.addedAt.toISOString(),
      row.id,
    ]);
    await record(tx, ctx, { action: "help-question.listed", subjectId: caseId, caseId });
    return { items: rows.map(presentHelpQuestion), ...next };
  });
}

export default operation(route, (ctx, { params, query }) => listHelpQuestions(ctx, params.caseId, query));
