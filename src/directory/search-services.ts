import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { cutPage, openCursor, type Position } from "../platform/http/pagination.ts";
import { problems } from "../platform/http/problem.ts";
import { nearPostcode } from "./search/filter-fields.ts";
import { findMatches, type MatchRow, type Sought } from "./search/matches.ts";
import { findRelaxation, type Relaxable, relaxable, without } from "./search/relax.ts";
import { read, type Understood } from "./search/understand.ts";
import { presentMatch, ServiceMatches, ServiceSearch } from "./search-wire.ts";
import type { ServiceFilters } from "./service-filters.ts";

const route = createRoute({
  operationId: "searchServices",
  method: "post",
  path: "/service-searches",
  tags: ["Directory"],
  summary: "Find services by a caller's words",
  description:
    "Finds services as a counsellor thinks during a call: type what the caller says. Services that match more of the words, rarer words, and in their name or topics come first; services of the area asked for come before national ones; closed ones come last and never take handoffs. Where nothing meets all codes, or no word is understood, the nearest that does is answered and `relaxed` names what was left out. What is added between two pages neither repeats nor hides a match. The words travel in the body because they may identify the caller. Nothing is created.",
  security: needs("directory:read"),
  request: { body: json(ServiceSearch, "The words and the codes to search by") },
  responses: {
    200: json(ServiceMatches, "The matching services, best first"),
    ...problems(permissionMissing),
  },
});

/** Words travel in the body, and so does the cursor that goes on from them. */
const inBody = { in: "body", pointer: "/cursor" } as const;

export async function searchServices(
  ctx: Context,
  { pageSize, cursor, facets, ...search }: z.output<typeof ServiceSearch>,
): Promise<z.input<typeof ServiceMatches>> {
  permit(ctx, "directory:read");
  const filters = filtersOf(ctx, search);
  const last = lastOf(await openCursor(ctx, "service-searches", search, cursor, inBody));
  const { understood, relaxed, found } = await transact(ctx, async (tx) => {
    const understood = await read(tx, search.words);
    const after = last && { position: last.position, weights: last.weights };
    const sought = { understood, filters, facets, after, limit: pageSize + 1 };
    return { understood, ...(await findNearest(tx, sought, last?.relaxed)) };
  });
  const place = (row: MatchRow) => [relaxed.join(","), JSON.stringify(row.weights ?? []), ...row.position];
  const { rows, ...next } = await cutPage(ctx, "service-searches", search, pageSize, found, place);
  const names = [...understood.words.map(({ word }) => word), ...understood.topics.map(({ name }) => name)];
  const counts = rows[0]?.facets;
  return {
    items: rows.map((row) => presentMatch(row, names, ctx.now())),
    understoodAs: [...new Set(names)],
    ...(relaxed.length > 0 && { relaxed }),
    ...(counts && { facets: counts }),
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
    weights: JSON.parse(String(weights)) as (number | null)[],
    position,
  };
}

/** What meets all that is sought, or else the nearest that something meets; later pages leave out what the first did. */
async function findNearest(
  tx: Database,
  sought: Sought & { understood: Understood },
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
  const relaxed = await findRelaxation(tx, heard ? sought.understood : undefined, sought.filters);
  return { relaxed, found: await find(relaxed) };
}

function filtersOf(
  ctx: Context,
  {
    words,
    near,
    openNow,
    openAt,
    ...coded
  }: Omit<z.output<typeof ServiceSearch>, "pageSize" | "cursor" | "facets">,
): ServiceFilters {
  const moment = openAt === undefined ? (openNow ? ctx.now() : undefined) : new Date(openAt);
  return {
    ...coded,
    ...(near && {
      near: nearPostcode(near.postcode, near.radiusKilometers, { in: "body", pointer: "/near/postcode" }),
    }),
    ...(moment && { openAt: moment }),
  };
}

export default operation(route, (ctx, { body }) => searchServices(ctx, body));
