import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { text } from "../platform/text/text.ts";
import { findSuggestions } from "./search/suggest.ts";
import { TermCode } from "./wire.ts";

const ServiceSuggestionRequest = z
  .strictObject({
    words: text(300).openapi({
      description: "What has been typed so far. It is neither kept nor logged nor repeated in the answer",
      example: "mijn zus zit in een sek",
    }),
  })
  .openapi("ServiceSuggestionRequest", { description: "A search that is still being typed" });

const ServiceSuggestion = z
  .object({
    words: z.string().openapi({
      description:
        "A word of the directory, or the name of a topic: what to search by instead of the last word",
      example: "sekte",
    }),
    topic: TermCode.optional(),
  })
  .openapi("ServiceSuggestion", {
    description: "How the last word may go on; a topic has its code beside it",
  });

const ServiceSuggestions = z
  .object({
    items: z.array(ServiceSuggestion).openapi({ description: "At most ten, topics first" }),
  })
  .openapi("ServiceSuggestions");

const route = createRoute({
  operationId: "suggestServices",
  method: "post",
  path: "/service-suggestions",
  tags: ["Directory"],
  summary: "Suggest words while a search is typed",
  description:
    "Answers the topics and words of the directory that the last typed word may become. The words travel in the body because they may identify the caller. Nothing is created.",
  security: needs("directory:read"),
  request: { body: json(ServiceSuggestionRequest, "What has been typed so far") },
  responses: {
    200: json(ServiceSuggestions, "Topics and words, the likeliest first"),
    ...problems(permissionMissing),
  },
});

export async function suggestServices(
  ctx: Context,
  { words }: z.output<typeof ServiceSuggestionRequest>,
): Promise<z.input<typeof ServiceSuggestions>> {
  permit(ctx, "directory:read");
  const last = words.split(/[^\p{L}\p{N}]/u).at(-1) ?? "";
  if (last.length < 2) return { items: [] };
  const found = await transact(ctx, (tx) => findSuggestions(tx, last));
  return { items: found.map(({ words, topic }) => ({ words, ...(topic !== null && { topic }) })) };
}

export default operation(route, (ctx, { body }) => suggestServices(ctx, body));
