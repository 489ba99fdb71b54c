import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import type { Revised } from "../../platform/http/entity-tag.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared, safeContactNotFound } from "../problems.ts";
import { safeContacts } from "../schema.ts";
import { findReadableCase } from "../store.ts";
import { CasePath } from "../wire.ts";
import { getSafeContact } from "./get-safe-contact.ts";
import { SafeContact } from "./wire.ts";

const route = createRoute({
  operationId: "verifySafeContact",
  method: "post",
  path: "/cases/{caseId}/safe-contact/verification",
  tags: ["Cases"],
  summary: "Say that the caller confirmed the safe contact",
  description:
    "You went through the instruction with the caller just now, and it still holds. It counts as checked for seven days; an introduction needs that.",
  security: needs("cases"),
  request: { params: CasePath },
  responses: {
    200: tagged(SafeContact, "The instruction, checked"),
    ...problems(caseNotFound, safeContactNotFound, caseNotShared, permissionMissing),
  },
});

export async function verifySafeContact(ctx: Context, caseId: string): Promise<Revised<SafeContact>> {
  permit(ctx, "cases");
  await transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const verified = await tx
      .update(safeContacts)
      .set({ verifiedAt: ctx.now(), verifiedBy: actingMember(ctx) })
      .where(eq(safeContacts.caseId, caseId))
      .returning({ id: safeContacts.caseId });
    const { id } = verified[0] ?? fail(safeContactNotFound);
    await record(tx, ctx, { action: "safe-contact.verified", subjectId: caseId, caseId });
    return { id };
  });
  const { idempotencyKey: _, ...unkeyed } = ctx;
  return getSafeContact(unkeyed, caseId);
}

export default operation(route, (ctx, { params }) => verifySafeContact(ctx, params.caseId), getSafeContact);
