import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { Revised } from "../../platform/http/entity-tag.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared, safeContactNotFound } from "../problems.ts";
import { findReadableCase } from "../store.ts";
import { CasePath } from "../wire.ts";
import { findSafeContact } from "./store.ts";
import { presentSafeContact, SafeContact } from "./wire.ts";

const route = createRoute({
  operationId: "getSafeContact",
  method: "get",
  path: "/cases/{caseId}/safe-contact",
  tags: ["Cases"],
  summary: "Read how the caller is reached without harm",
  description: "Every reading is an audit entry. Read it before every call, mail or message.",
  security: needs("cases"),
  request: { params: CasePath },
  responses: {
    200: tagged(SafeContact, "The instruction"),
    ...problems(caseNotFound, safeContactNotFound, caseNotShared, permissionMissing),
  },
});

export function getSafeContact(ctx: Context, caseId: string): Promise<Revised<SafeContact>> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const { safe, row } = (await findSafeContact(tx, ctx, caseId)) ?? fail(safeContactNotFound);
    await record(tx, ctx, { action: "safe-contact.read", subjectId: caseId, caseId });
    return new Revised(presentSafeContact(safe, row, ctx.now()), row.revision);
  });
}

export default operation(route, (ctx, { params }) => getSafeContact(ctx, params.caseId));
