import { z } from "@hono/zod-openapi";
import { fail } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { duplicateNotFound } from "../problems.ts";
import { type DuplicateRow, duplicateReasons } from "./find-duplicates.ts";

const pairId = z
  .string()
  .regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/)
  .openapi({
    description: "The pair: the ids of both entries, the lower one first",
    example: "0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b66.c3a1a6f8-3d57-5a59-8c0e-4f1f2f0f9a77",
  });

export const DuplicatePath = z.object({ duplicateId: pairId });

const Alike = z.object({
  id: Id.openapi({ description: "The entry", example: "0d9c8b7a-6f5e-4d3c-9b2a-1f0e9d8c7b66" }),
  name: z.string().openapi({ description: "Its name", example: "FairWork" }),
});

export const Duplicate = z
  .object({
    id: pairId,
    kind: z
      .enum(["organization", "service"])
      .openapi({ description: "What kind of record both are", example: "organization" }),
    entries: z.array(Alike).openapi({ description: "The two entries" }),
    reasons: z.array(z.enum(duplicateReasons)).openapi({
      description:
        "`same-identifier`: one registration number, such as KvK; `same-phone`: one number, however written; `similar-name`: nearly one name",
      example: ["same-phone", "similar-name"],
    }),
    score: z
      .int()
      .openapi({ description: "How likely it is that they are one: more is likelier", example: 180 }),
  })
  .openapi("Duplicate", { description: "Two entries that may be one" });

export function presentDuplicate(row: DuplicateRow): z.input<typeof Duplicate> {
  return {
    id: `${row.firstId}.${row.secondId}`,
    kind: row.kind,
    entries: [
      { id: row.firstId, name: row.firstName },
      { id: row.secondId, name: row.secondName },
    ],
    reasons: row.reasons,
    score: row.score,
  };
}

/** Both ids; refuses what is no pair. */
export function readPair(duplicateId: string): [string, string] {
  const [first = "", second = ""] = duplicateId.split(".");
  const isPair = Id.safeParse(first).success && Id.safeParse(second).success && first < second;
  return isPair ? [first, second] : fail(duplicateNotFound);
}
