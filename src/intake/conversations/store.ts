import { and, asc, desc, eq, sql } from "drizzle-orm";
import { caseNotShared, mayRead } from "../../cases/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { fail } from "../../platform/http/problem.ts";
import { type ConversationRow, conversationAdditions, conversations } from "../schema.ts";
import { conversationNotFound } from "./problems.ts";

/** A conversation of a case that the acting member may read. */
export async function findReadableConversation(
  tx: Database,
  ctx: Context,
  conversationId: string,
): Promise<ConversationRow> {
  const [found] = await tx
    .select({ conversation: conversations, readable: mayRead(ctx, conversations.caseId) })
    .from(conversations)
    .where(
      and(eq(conversations.participantId, ctx.actor.participantId), eq(conversations.id, conversationId)),
    );
  if (!found) return fail(conversationNotFound);
  if (!found.readable) fail(caseNotShared);
  return found.conversation;
}

/** The newest first. */
export function listConversationRows(
  tx: Database,
  caseId: string,
  position: Position | undefined,
  limit: number,
): Promise<ConversationRow[]> {
  const { startedAt, id } = conversations;
  const after = position && sql`(${startedAt}, ${id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`;
  return tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.caseId, caseId), after))
    .orderBy(desc(startedAt), desc(id))
    .limit(limit);
}

/** The oldest first. */
export const listAdditions = (tx: Database, conversationId: string) =>
  tx
    .select()
    .from(conversationAdditions)
    .where(eq(conversationAdditions.conversationId, conversationId))
    .orderBy(asc(conversationAdditions.writtenAt), asc(conversationAdditions.id));
