import { z } from "@hono/zod-openapi";
import { facetNames, mostCounted } from "./facets.ts";

export const facet = z.enum(facetNames).openapi({
  description: "A kind of code that services are counted by",
  example: "domain",
});

const FacetCount = z
  .object({
    code: z.string().openapi({ description: "As its filter takes it", example: "care" }),
    count: z.int().openapi({ description: "How many services have it", example: 12 }),
  })
  .openapi("FacetCount");

const counts = (which: string) =>
  z
    .array(FacetCount)
    .optional()
    .openapi({ description: `By ${which}, the most frequent first`, example: [] });

export const FacetCounts = z
  .object({
    total: z.int().openapi({
      description: `How many services meet all that was asked for; no more than ${mostCounted} are counted, here and below`,
      example: 34,
    }),
    domain: counts("domain"),
    topic: counts("topic; one that is filed under a narrower topic counts for the broader ones too"),
    audience: counts("whom they help"),
    language: counts("stated language, an ISO 639 code"),
    channel: counts("how they can be reached"),
    cost: counts("cost, where that is stated"),
  })
  .openapi("FacetCounts", {
    description:
      "How many services have each code, of those facets that were asked for. Each facet counts as if its own filter were off, so that it tells what another choice would find",
  });
