import { createRoute } from "@hono/zod-openapi";
import { record } from "../audit/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { caseNotFound, caseNotShared } from "./problems.ts";
import { findReadableCase, listColleagues, listConsents, listQuestions } from "./store.ts";
import { Case, CasePath, presentCase } from "./wire.ts";

const route = createRoute({
  operationId: "getCase",
  method: "get",
  path: "/cases/{caseId}",
  tags: ["Cases"],
  summary: "Read a case",
  description:
    "The case with its help questions and consents, for its owner and the colleagues named in it. Each reading is written down.",
  security: needs("cases"),
  request: { params: CasePath },
  responses: { 200: json(Case, "The case"), ...problems(caseNotFound, caseNotShared, permissionMissing) },
});

export function getCase(ctx: Context, caseId: string): Promise<Case> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const found = await findReadableCase(tx, ctx, caseId);
    const [colleagues, helpQuestions, consents] = await Promise.all([
      listColleagues(tx, caseId),
      listQuestions(tx, caseId),
      listConsents(tx, caseId),
      record(tx, ctx, { action: "case.read", subjectId: caseId, caseId }),
    ]);
    const colleagueIds = colleagues.map(({ memberId }) => memberId);
    return presentCase(found, { colleagueIds, helpQuestions, consents });
  });
}

export default operation(route, (ctx, { params }) => getCase(ctx, params.caseId));
