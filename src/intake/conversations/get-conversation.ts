import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { caseNotShared, openCaseSeal } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import type { AdditionRow, ConversationRow } from "../schema.ts";
import { conversationNotFound } from "./problems.ts";
import { findReadableConversation, listAdditions } from "./store.ts";
import {
  ConversationFile,
  ConversationPath,
  placeOfAddition,
  placeOfNote,
  presentAddition,
  presentConversation,
} from "./wire.ts";

const route = createRoute({
  operationId: "getConversation",
  method: "get",
  path: "/conversations/{conversationId}",
  tags: ["Conversations"],
  summary: "Read a conversation",
  description:
    "What was charted, the note and what was added to it, for whoever reads its case. Each reading is written down.",
  security: needs("cases"),
  request: { params: ConversationPath },
  responses: {
    200: json(ConversationFile, "The conversation"),
    ...problems(conversationNotFound, caseNotShared, permissionMissing),
  },
});

export function getConversation(ctx: Context, conversationId: string): Promise<ConversationFile> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const row = await findReadableConversation(tx, ctx, conversationId);
    const additions = await listAdditions(tx, conversationId);
    await record(tx, ctx, { action: "conversation.read", subjectId: row.id, caseId: row.caseId });
    const { note, texts } = await openWords(tx, ctx, row, additions);
    return {
      ...presentConversation(row),
      ...(note && { note }),
      additions: additions.map((added, at) => ({ ...presentAddition(added), text: texts[at] ?? "" })),
    };
  });
}

/** The note and what was added to it, in words. */
export async function openWords(
  tx: Database,
  ctx: Context,
  { id, caseId, sealed }: ConversationRow,
  additions: readonly AdditionRow[],
): Promise<{ note?: string; texts: string[] }> {
  if (!sealed && additions.length === 0) return { texts: [] };
  const seal = await openCaseSeal(tx, ctx, caseId);
  const texts = additions.map((added) => seal.open(placeOfAddition(added.id), added.sealed));
  return {
    ...(sealed && { note: await seal.open(placeOfNote(id), sealed) }),
    texts: await Promise.all(texts),
  };
}

export default operation(route, (ctx, { params }) => getConversation(ctx, params.conversationId));
