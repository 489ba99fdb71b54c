import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared, contactNotFound } from "../problems.ts";
import { caseContacts } from "../schema.ts";
import { findReadableCase } from "../store.ts";
import { CasePath } from "../wire.ts";

const route = createRoute({
  operationId: "forgetContact",
  method: "delete",
  path: "/cases/{caseId}/contact",
  tags: ["Cases"],
  summary: "Forget how the caller is reached",
  description: "Deletes the contact for good: the caller is anonymous from then on.",
  security: needs("cases"),
  request: { params: CasePath },
  responses: {
    204: { description: "It is gone" },
    ...problems(caseNotFound, contactNotFound, caseNotShared, permissionMissing),
  },
});

export function forgetContact(ctx: Context, caseId: string): Promise<undefined> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const deleted = await tx
      .delete(caseContacts)
      .where(eq(caseContacts.caseId, caseId))
      .returning({ caseId: caseContacts.caseId });
    if (deleted.length === 0) fail(contactNotFound);
    await record(tx, ctx, { action: "contact.deleted", subjectId: caseId, caseId });
    return undefined;
  });
}

export default operation(route, (ctx, { params }) => forgetContact(ctx, params.caseId));
