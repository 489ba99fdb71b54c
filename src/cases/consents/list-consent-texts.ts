import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { capacities, purposes, relations } from "../codes.ts";
import { consentTexts, textLanguages } from "./texts/consent-texts.ts";

const purpose = z.enum(purposes).openapi({ description: "What the consent is for", example: "handoff" });
const language = z
  .enum(textLanguages)
  .openapi({ description: "The language in which it is read out", example: "nl" });
const capacity = z
  .enum(capacities)
  .openapi({ description: "In which capacity the consent is given", example: "adult" });

const ConsentText = z
  .object({
    version: z.string().openapi({
      description: "Goes into the consent as `textVersion`. A text is never changed under its version",
      example: "handoff-2026.1",
    }),
    purpose,
    language,
    capacity,
    relations: z.array(z.enum(relations)).openapi({
      description: "For callers who stand in one of these relations to what happened",
      example: ["harmed"],
    }),
    paragraphs: z.array(z.string()).openapi({
      description:
        "To be read out in this order, with what is in braces filled in: `{recipient}` the organization, `{data}` the kinds of data, `{until}` the last day, `{person}` for whom a representative speaks",
      example: ["Uw toestemming geldt tot en met {until}. Daarna stopt zij vanzelf."],
    }),
  })
  .openapi("ConsentText", { description: "What is read out to a caller before they consent" });

const ConsentTexts = z
  .object({ items: z.array(ConsentText).openapi({ description: "By purpose, language and capacity" }) })
  .openapi("ConsentTexts");

const TextQuery = z.strictObject({
  purpose: purpose.optional(),
  language: language.optional(),
  capacity: capacity.optional(),
});

const route = createRoute({
  operationId: "listConsentTexts",
  method: "get",
  path: "/consent-texts",
  tags: ["Cases"],
  summary: "List the texts to read out before a consent",
  description:
    "In plain Dutch and English: who gets what and for what, that the caller is free, how they take it back and what that cannot undo, and until when it holds. All of them fit into one answer.",
  security: needs("network:read"),
  request: { query: TextQuery },
  responses: { 200: json(ConsentTexts, "The texts that fit"), ...problems(permissionMissing) },
});

export async function listConsentTexts(
  ctx: Context,
  asked: z.output<typeof TextQuery>,
): Promise<z.input<typeof ConsentTexts>> {
  permit(ctx, "network:read");
  const items = consentTexts.filter(
    (text) =>
      (asked.purpose ?? text.purpose) === text.purpose &&
      (asked.language ?? text.language) === text.language &&
      (asked.capacity ?? text.capacity) === text.capacity,
  );
  return { items: [...items] };
}

export default operation(route, (ctx, { query }) => listConsentTexts(ctx, query));
