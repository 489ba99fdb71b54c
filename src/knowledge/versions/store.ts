import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import type { PublishedTo } from "../codes.ts";
import { articleNotFound } from "../problems.ts";
import { articles, articleVersions } from "../schema.ts";

interface Publication {
  audience: PublishedTo;
  publishedBy: string;
  publishedAt: string;
}

const publications = sql<Publication[]>`(select coalesce(json_agg(json_build_object('audience', audience,
    'publishedBy', published_by, 'publishedAt', published_at) order by published_at, audience), '[]')
  from handreiking.article_publication as published
  where published.article_id = article_version.article_id and published.number = article_version.number)`;

const versions = (tx: Database) =>
  tx
    .select({
      number: articleVersions.number,
      title: articleVersions.title,
      summary: articleVersions.summary,
      markdown: articleVersions.markdown,
      html: articleVersions.html,
      renderer: articleVersions.renderer,
      topics: articleVersions.topics,
      authorId: articleVersions.authorId,
      at: articleVersions.at,
      publications,
    })
    .from(articleVersions);

export type VersionRow = Awaited<ReturnType<typeof versions>>[number];

/** Refuses unless the article, withdrawn or not, is of the actor's own helpline. */
export async function requireOwn(tx: Database, ctx: Context, id: string): Promise<void> {
  const [own] = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, id), eq(articles.participantId, ctx.actor.participantId)));
  if (!own) fail(articleNotFound);
}

/** The newest first, before the version `before`. */
export const listVersionRows = (tx: Database, id: string, before: number | undefined, limit: number) =>
  versions(tx)
    .where(
      and(
        eq(articleVersions.articleId, id),
        before === undefined ? undefined : lt(articleVersions.number, before),
      ),
    )
    .orderBy(desc(articleVersions.number))
    .limit(limit);

export async function findVersion(tx: Database, id: string, number: number): Promise<VersionRow | undefined> {
  const [found] = await versions(tx).where(
    and(eq(articleVersions.articleId, id), eq(articleVersions.number, number)),
  );
  return found;
}
