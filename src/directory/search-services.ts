import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { cutPage, openCursor, pageOf } from "../platform/pagination.ts";
import { problems } from "../platform/problem.ts";
import { text } from "../platform/text.ts";
import { findMatches, type MatchRow, positionOf } from "./matches.ts";
import { audience, channel, domain, presentSummary, ServiceSummary } from "./service-wire.ts";
import { understand } from "./understand.ts";
import { TermCode } from "./wire.ts";

const ServiceSearch = z
  .strictObject({
    words: text(300).openapi({
      description:
        "What the caller says or needs, in Dutch or English; typing errors are forgiven. It is neither kept nor logged nor repeated in the answer",
      example: "mijn zus zit in een sekte en wordt bedreigd",
    }),
    domain: domain.optional(),
    topics: z
      .array(TermCode)
      .min(1)
      .max(20)
      .optional()
      .openapi({
        description: "Only services that bear one of these topics, or a narrower one",
        example: ["psychological-abuse"],
      }),
    audience: audience.optional(),
    channel: channel.optional(),
    receivesHandoffs: z
      .boolean()
      .optional()
      .openapi({ description: "Only services that do, or do not, take handoffs now", example: true }),
    pageSize: z
      .int()
      .min(1)
      .max(100)
      .default(25)
      .openapi({ description: "How many matches a page holds at most", example: 25 }),
    cursor: z.string().max(2000).optional().openapi({
      description: "Where to go on: the nextCursor of the page before, with the same words and filters",
    }),
  })
  .openapi("ServiceSearch", {
    description: "A search by words, narrowed by codes; all codes given must hold",
  });

const directoryWords = (description: string) =>
  z.array(z.string()).openapi({ description, example: ["sekte", "bedreigd"] });

const ServiceMatch = z
  .object({
    service: ServiceSummary,
    matched: directoryWords("Why it is here: the words of `understoodAs` that are told of this service"),
    score: z.int().openapi({
      description: "How well it matches: more is better, comparable inside one search only",
      example: 742,
    }),
  })
  .openapi("ServiceMatch");

const ServiceMatches = pageOf(ServiceMatch)
  .extend({
    understoodAs: directoryWords(
      "How the words were read: as words that stand in the directory. What was not understood is left out",
    ),
  })
  .openapi("ServiceMatches");

const route = createRoute({
  operationId: "searchServices",
  method: "post",
  path: "/service-searches",
  tags: ["Directory"],
  summary: "Find services by a caller's words",
  description:
    "Finds services as a counsellor thinks during a call: type what the caller says. Services that match more of the words, rarer words, and in their name or topics come first; closed ones come last and never take handoffs. The words travel in the body because they may identify the caller. Nothing is created.",
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
  { pageSize, cursor, ...search }: z.output<typeof ServiceSearch>,
): Promise<z.input<typeof ServiceMatches>> {
  permit(ctx, "directory:read");
  const { words: typed, ...filters } = search;
  const position = await openCursor(ctx, "service-searches", search, cursor, inBody);
  const { words, found } = await transact(ctx, async (tx) => {
    const words = await understand(tx, typed);
    const found = words.length > 0 ? await findMatches(tx, words, filters, position, pageSize + 1) : [];
    return { words: words.map(({ word }) => word), found };
  });
  const { rows, ...next } = await cutPage(ctx, "service-searches", search, pageSize, found, positionOf);
  return { items: rows.map((row) => presentMatch(row, words)), understoodAs: words, ...next };
}

const presentMatch = (row: MatchRow, words: readonly string[]): z.input<typeof ServiceMatch> => ({
  service: presentSummary(row),
  matched: words.filter((_, place) => row.matched.includes(place)),
  score: row.score,
});

export default operation(route, (ctx, { body }) => searchServices(ctx, body));
