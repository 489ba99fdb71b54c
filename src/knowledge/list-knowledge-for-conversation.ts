import { createRoute, z } from "@hono/zod-openapi";
import { and, eq, sql } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { caseNotShared, findReadableCase } from "../cases/index.ts";
import { isTopic } from "../directory/index.ts";
import { conversations } from "../intake/index.ts";
import { permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { rows, transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { fail, problems } from "../platform/http/problem.ts";
import { Id } from "../platform/text/text.ts";
import { conversationNotFound } from "./problems.ts";
import { listByIds, matching, readNumber } from "./store.ts";
import { ArticleSummary, presentSummary } from "./wire.ts";

/** More is not read between two calls. */
const most = 20;

const KnowledgeForConversation = z
  .object({ items: z.array(ArticleSummary).openapi({ description: `At most ${most}, the nearest first` }) })
  .openapi("KnowledgeForConversation");

const route = createRoute({
  operationId: "listKnowledgeForConversation",
  method: "get",
  path: "/conversations/{conversationId}/articles",
  tags: ["Knowledge"],
  summary: "List what the network knows about a conversation",
  description:
    "Articles about the topics that the conversation was charted by: first those about just these, then about what is broader, then about what is narrower. Of an article and its translations the one in the case's language is shown, where there is one.",
  security: [{ oauth2: ["cases", "knowledge:read"] }, { session: ["cases", "knowledge:read"] }],
  request: {
    params: z.object({
      conversationId: Id.openapi({
        description: "The conversation",
        example: "6e4c2a0f-8b7d-4f5e-a3c1-9d8e7f6a5b4c",
      }),
    }),
  },
  responses: {
    200: json(KnowledgeForConversation, "The articles"),
    ...problems(conversationNotFound, caseNotShared, permissionMissing),
  },
});

export function listKnowledgeForConversation(
  ctx: Context,
  id: string,
): Promise<z.input<typeof KnowledgeForConversation>> {
  permit(ctx, "cases");
  permit(ctx, "knowledge:read");
  return transact(ctx, async (tx) => {
    const [conversation] = await tx
      .select({ caseId: conversations.caseId, topics: conversations.topics })
      .from(conversations)
      .where(and(eq(conversations.id, id), eq(conversations.participantId, ctx.actor.participantId)));
    const { caseId, topics } = conversation ?? fail(conversationNotFound);
    const { language } = await findReadableCase(tx, ctx, caseId);
    const nearest = await findNearest(tx, topics, language);
    const found = await listByIds(tx, nearest);
    await record(tx, ctx, { action: "conversation.read", subjectId: id, caseId });
    const items = nearest.flatMap((articleId) => found.find((article) => article.id === articleId) ?? []);
    return { items: items.map((article) => presentSummary(article, ctx.now())) };
  });
}

/** Behind everything broader: how deep taxonomies may be. */
const narrower = 10;

/** Ids of the articles about the topics, or about what is broader or narrower, the nearest first. */
async function findNearest(tx: Database, topics: readonly string[], language: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    tx,
    sql`with recursive term as materialized (
      select term.id, parent_id, code from handreiking.taxonomy_term as term
        join handreiking.taxonomy on taxonomy.id = taxonomy_id and ${isTopic}
    ), said as materialized (
      select * from term where code in (select jsonb_array_elements_text(${JSON.stringify(topics)}::text::jsonb))
    ), up as (
      select id, parent_id, code, 0 as distance from said
      union all
      select term.id, term.parent_id, term.code, distance + 1 from up join term on term.id = up.parent_id
      where distance < ${narrower}
    ), down as (
      select id, code, ${narrower}::int as distance from said
      union all
      select term.id, term.code, distance + 1 from down join term on term.parent_id = down.id
      where distance < ${2 * narrower}
    ), near as (
      select code, min(distance) as distance
      from (select code, distance from up union all select code, distance from down) as told group by code
    ), candidate as (
      select article.id, coalesce(article.translation_of, article.id) as original,
        (article.language <> ${language})::int as foreign_language, article_version.title,
        min(near.distance) as distance, count(*) filter (where near.distance = 0) as shared
      from handreiking.article join handreiking.article_version
          on article_version.article_id = article.id and article_version.number = ${readNumber}
        join near on near.code = any (article_version.topics)
      where ${matching({}, "")}
      group by article.id, article_version.title
    ), chosen as (
      select distinct on (original) * from candidate order by original, foreign_language, distance, id
    )
    select id from chosen order by distance, shared desc, foreign_language, title, id limit ${most}`,
  );
  return found.map(({ id }) => id);
}

export default operation(route, (ctx, { params }) =>
  listKnowledgeForConversation(ctx, params.conversationId),
);
