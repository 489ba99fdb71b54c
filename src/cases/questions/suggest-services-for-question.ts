import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { findTermNames, ServiceMatches, searchServices } from "../../directory/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { caseNotShared, helpQuestionNotFound } from "../problems.ts";
import { findReadableQuestion } from "../store.ts";
import { soughtFor } from "./sought-for.ts";
import { HelpQuestionPath } from "./wire.ts";

const SuggestionQuery = z.strictObject({
  most: z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .default(10)
    .openapi({ type: "integer", description: "How many services are answered at most", example: 10 }),
});

const SuggestedServices = ServiceMatches.omit({ nextCursor: true, facets: true }).openapi(
  "SuggestedServices",
);

const route = createRoute({
  operationId: "suggestServicesForQuestion",
  method: "get",
  path: "/help-questions/{helpQuestionId}/suggested-services",
  tags: ["Cases"],
  summary: "Find services for a help question",
  description:
    "Searches the directory as `searchServices` does, by what the question and its case hold in codes: domain, topics, whom it is for, the caller's language unless Dutch, and province. Only services that take handoffs. The caller's own words take no part in it. Each result says why it matched; where nothing meets everything, `relaxed` names what was left out. To go on from there, use `searchServices`.",
  security: needs("cases"),
  request: { params: HelpQuestionPath, query: SuggestionQuery },
  responses: {
    200: json(SuggestedServices, "The services, best first"),
    ...problems(helpQuestionNotFound, caseNotShared, permissionMissing),
  },
});

export async function suggestServicesForQuestion(
  ctx: Context,
  helpQuestionId: string,
  { most }: z.output<typeof SuggestionQuery>,
): Promise<z.input<typeof SuggestedServices>> {
  permit(ctx, "cases");
  permit(ctx, "directory:read");
  const search = await transact(ctx, async (tx) => {
    const { question, case: file } = await findReadableQuestion(tx, ctx, helpQuestionId);
    await record(tx, ctx, { action: "help-question.read", subjectId: question.id, caseId: file.id });
    return soughtFor(question, file, await findTermNames(tx, question.topics));
  });
  const { items, understoodAs, relaxed } = await searchServices(ctx, { ...search, pageSize: most });
  return { items, understoodAs, ...(relaxed && { relaxed }) };
}

export default operation(route, (ctx, { params, query }) =>
  suggestServicesForQuestion(ctx, params.helpQuestionId, query),
);
