import { createRoute, type z } from "@hono/zod-openapi";
import { readWords, type Weights } from "../../directory/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { dayOf } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, type Position } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import {
  findMatches,
  findRelaxation,
  type MatchRow,
  type Relaxable,
  relaxable,
  type Sought,
  vocabulary,
  without,
} from "./matches.ts";
import { ArticleMatches, ArticleSearch, presentMatch } from "./wire.ts";

const route = createRoute({
  operationId: "searchArticles",
  method: "post",
  path: "/article-searches",
  tags: ["Knowledge"],
  summary: "Find articles by words",
  description:
    "Finds what the network knows by the words of a call, understood as `searchServices` understands them. Articles that hold more of the words, rarer words, and in their title or topics come first. Where none meets all, the nearest are answered and `relaxed` names what was left out. The words travel in the body because they may identify the caller. Nothing is created.",
  security: needs("knowledge:read"),
  request: { body: json(ArticleSearch, "The words and the codes to search by") },
  responses: {
    200: json(ArticleMatches, "The matching articles, best first"),
    ...problems(permissionMissing),
  },
});

const inBody = { in: "body", pointer: "/cursor" } as const;

export async function searchArticles(
  ctx: Context,
  { pageSize, cursor, ...search }: z.output<typeof ArticleSearch>,
): Promise<z.input<typeof ArticleMatches>> {
  permit(ctx, "knowledge:read");
  const { words, ...filters } = search;
  const last = lastOf(await openCursor(ctx, "article-searches", search, cursor, inBody));
  const { understood, relaxed, found } = await transact(ctx, async (tx) => {
    const understood = await readWords(tx, words, vocabulary);
    const sought = { understood, filters, today: dayOf(ctx.now()), after: last, limit: pageSize + 1 };
    return { understood, ...(await findNearest(tx, sought, last?.relaxed)) };
  });
  const place = ({ weights, score, article }: MatchRow): Position => [
    relaxed.join(","),
    JSON.stringify(weights ?? []),
    -score,
    article.id,
  ];
  const { rows, ...next } = await cutPage(ctx, "article-searches", search, pageSize, found, place);
  const names = [...understood.words.map(({ word }) => word), ...understood.topics.map(({ name }) => name)];
  return {
    items: rows.map((row) => presentMatch(row, names, ctx.now())),
    understoodAs: [...new Set(names)],
    ...(relaxed.length > 0 && { relaxed }),
    ...next,
  };
}

/** What the cursor says of the page before: what was left out, what each word counted for, and the last match. */
function lastOf(cursor: Position | undefined) {
  if (!cursor) return undefined;
  const [left, weights, ...position] = cursor;
  const names = String(left).split(",");
  return {
    relaxed: relaxable.filter((name) => names.includes(name)),
    // Our own: the cursor is authenticated.
    weights: JSON.parse(String(weights)) as Weights,
    position,
  };
}

/** What meets all that is sought, or else the nearest that something meets; later pages leave out what the first did. */
async function findNearest(
  tx: Database,
  sought: Sought & { understood: NonNullable<Sought["understood"]> },
  before: Relaxable[] | undefined,
) {
  const find = (left: readonly Relaxable[]) =>
    findMatches(tx, {
      ...sought,
      understood: left.includes("words") ? undefined : sought.understood,
      filters: without(sought.filters, left),
    });
  const { words, topics } = sought.understood;
  const heard = words.length + topics.length > 0;
  const first: Relaxable[] = before ?? (heard ? [] : ["words"]);
  const found = await find(first);
  if (found.length > 0 || before) return { relaxed: first, found };
  const relaxed = await findRelaxation(tx, heard ? sought.understood : undefined, sought);
  return { relaxed, found: await find(relaxed) };
}

export default operation(route, (ctx, { body }) => searchArticles(ctx, body));
