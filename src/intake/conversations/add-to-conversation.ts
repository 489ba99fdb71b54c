import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { caseNotShared, seal } from "../../cases/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { type AdditionRow, conversationAdditions } from "../schema.ts";
import { conversationNotFound } from "./problems.ts";
import { findReadableConversation } from "./store.ts";
import { Addition, ConversationPath, placeOfAddition, presentAddition, talkText } from "./wire.ts";

const NewAddition = z.strictObject({ text: talkText }).openapi("NewConversationAddition");

const route = createRoute({
  operationId: "addToConversation",
  method: "post",
  path: "/conversations/{conversationId}/additions",
  tags: ["Conversations"],
  summary: "Add to a conversation",
  description:
    "A conversation is never changed: what was forgotten or written down wrongly is added, by whoever reads its case, and sealed. Danger signs that show later are recorded with the conversation in which they did.",
  security: needs("cases"),
  request: { params: ConversationPath, body: json(NewAddition, "What is added") },
  responses: {
    201: json(Addition, "The addition"),
    ...problems(conversationNotFound, caseNotShared, permissionMissing),
  },
});

export function addToConversation(ctx: Context, conversationId: string, text: string): Promise<Addition> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const { caseId } = await findReadableConversation(tx, ctx, conversationId);
    const id = ctx.newId();
    const row: AdditionRow = {
      id,
      participantId: ctx.actor.participantId,
      caseId,
      conversationId,
      authorId: actingMember(ctx),
      sealed: await seal(tx, ctx, caseId, placeOfAddition(id), text),
      writtenAt: ctx.now(),
    };
    await tx.insert(conversationAdditions).values(row);
    await record(tx, ctx, { action: "conversation.added-to", subjectId: id, caseId, at: row.writtenAt });
    return presentAddition(row);
  });
}

function presentAgain(ctx: Context, additionId: string): Promise<Addition> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const { participantId, id } = conversationAdditions;
    const [row] = await tx
      .select()
      .from(conversationAdditions)
      .where(and(eq(participantId, ctx.actor.participantId), eq(id, additionId)));
    if (!row) return fail(conversationNotFound);
    await findReadableConversation(tx, ctx, row.conversationId);
    return presentAddition(row);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => addToConversation(ctx, params.conversationId, body.text),
  presentAgain,
);
