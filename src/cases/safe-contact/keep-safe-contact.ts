import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { checkRevision, IfMatchOnceThere, Revised } from "../../platform/http/entity-tag.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared } from "../problems.ts";
import { safeContacts } from "../schema.ts";
import { findReadableCase } from "../store.ts";
import { CasePath } from "../wire.ts";
import { claimSafeContact, sealSafeContact } from "./store.ts";
import { NewSafeContact, presentSafeContact, SafeContact } from "./wire.ts";

const route = createRoute({
  operationId: "keepSafeContact",
  method: "put",
  path: "/cases/{caseId}/safe-contact",
  tags: ["Cases"],
  summary: "Write down how the caller is reached without harm",
  description:
    "Replaces the instruction as a whole. It counts as unchecked until verifySafeContact says that the caller confirmed it. The first time goes without If-Match.",
  security: needs("cases"),
  request: { params: CasePath, headers: IfMatchOnceThere, body: json(NewSafeContact, "The instruction") },
  responses: {
    200: tagged(SafeContact, "The instruction, unchecked"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export function keepSafeContact(ctx: Context, caseId: string, safe: NewSafeContact, ifMatch: string) {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const earlier = await claimSafeContact(tx, caseId);
    checkRevision(ifMatch, earlier?.revision);
    const revision = ctx.newId();
    const unchecked = { verifiedAt: null, verifiedBy: null };
    const changed = { sealed: await sealSafeContact(tx, ctx, caseId, safe), revision, ...unchecked };
    if (earlier) await tx.update(safeContacts).set(changed).where(eq(safeContacts.caseId, caseId));
    else await tx.insert(safeContacts).values({ caseId, participantId: ctx.actor.participantId, ...changed });
    await record(tx, ctx, { action: "safe-contact.changed", subjectId: caseId, caseId });
    return new Revised(presentSafeContact(safe, unchecked, ctx.now()), revision);
  });
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  keepSafeContact(ctx, params.caseId, body, ifMatch),
);
