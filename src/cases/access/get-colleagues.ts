import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared } from "../problems.ts";
import { findReadableCase, listColleagues } from "../store.ts";
import { CasePath } from "../wire.ts";
import { Colleagues, presentColleagues } from "./colleagues.ts";

const route = createRoute({
  operationId: "getColleagues",
  method: "get",
  path: "/cases/{caseId}/colleagues",
  tags: ["Cases"],
  summary: "Read who may read a case",
  description: "The colleagues that its owner named.",
  security: needs("cases"),
  request: { params: CasePath },
  responses: {
    200: tagged(Colleagues, "The colleagues"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export function getColleagues(ctx: Context, caseId: string) {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const named = await listColleagues(tx, caseId);
    await record(tx, ctx, { action: "case.read", subjectId: caseId, caseId });
    return presentColleagues(
      ctx,
      caseId,
      named.map(({ memberId }) => memberId),
    );
  });
}

export default operation(route, (ctx, { params }) => getColleagues(ctx, params.caseId));
