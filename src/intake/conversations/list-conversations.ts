import { createRoute, type z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { CasePath, caseNotFound, caseNotShared, findReadableCase } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { listConversationRows } from "./store.ts";
import { Conversation, presentConversation } from "./wire.ts";

const Conversations = pageOf(Conversation).openapi("Conversations");

const route = createRoute({
  operationId: "listConversations",
  method: "get",
  path: "/cases/{caseId}/conversations",
  tags: ["Conversations"],
  summary: "List the conversations of a case",
  description: "In codes, the newest first; no note is opened. Every reading is an audit entry.",
  security: needs("cases"),
  request: { params: CasePath, query: PageQuery },
  responses: {
    200: json(Conversations, "A page of conversations"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export async function listConversations(
  ctx: Context,
  caseId: string,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Conversations>> {
  permit(ctx, "cases");
  const position = await openCursor(ctx, "conversations", caseId, cursor);
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const found = await listConversationRows(tx, caseId, position, pageSize + 1);
    const { rows, ...next } = await cutPage(ctx, "conversations", caseId, pageSize, found, (row) => [
      row.startedAt.toISOString(),
      row.id,
    ]);
    await record(tx, ctx, { action: "conversation.listed", subjectId: caseId, caseId });
    return { items: rows.map(presentConversation), ...next };
  });
}

export default operation(route, (ctx, { params, query }) => listConversations(ctx, params.caseId, query));
