import { createRoute } from "@hono/zod-openapi";
import { and, eq, inArray } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { checkRevision, IfMatchOnceThere } from "../../platform/http/entity-tag.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared, caseOwnerOnly, colleagueNotFound } from "../problems.ts";
import { caseAccess } from "../schema.ts";
import { claimOwnCase, listColleagues, requireColleagues } from "../store.ts";
import { CasePath } from "../wire.ts";
import { moveQuestions } from "./change-owner.ts";
import { Colleagues, presentColleagues } from "./colleagues.ts";

const route = createRoute({
  operationId: "nameColleagues",
  method: "put",
  path: "/cases/{caseId}/colleagues",
  tags: ["Cases"],
  summary: "Say who may read a case",
  description:
    "Replaces the colleagues named in the case: whoever is left out reads it no more, from this moment, and their open help questions become its owner's. Only its owner names them.",
  security: needs("cases"),
  request: {
    params: CasePath,
    headers: IfMatchOnceThere,
    body: json(Colleagues, "The colleagues from now on"),
  },
  responses: {
    200: tagged(Colleagues, "The colleagues"),
    ...problems(caseNotFound, caseNotShared, caseOwnerOnly, colleagueNotFound, permissionMissing),
  },
});

export function nameColleagues(ctx: Context, caseId: string, { memberIds }: Colleagues, ifMatch: string) {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const { ownerId } = await claimOwnCase(tx, ctx, caseId);
    const earlier = (await listColleagues(tx, caseId)).map(({ memberId }) => memberId);
    checkRevision(ifMatch, (await presentColleagues(ctx, caseId, earlier)).revision);
    const named = [...new Set(memberIds)].filter((id) => id !== ownerId);
    await requireColleagues(tx, named);
    const changes = { caseId, to: ownerId, changedBy: actingMember(ctx), changedAt: ctx.now() };
    for (const from of earlier.filter((id) => !named.includes(id)))
      await moveQuestions(tx, { ...changes, from });
    await replaceColleagues(tx, ctx, caseId, earlier, named);
    await record(tx, ctx, { action: "case.shared", subjectId: caseId, caseId });
    return presentColleagues(ctx, caseId, named);
  });
}

async function replaceColleagues(
  tx: Database,
  ctx: Context,
  caseId: string,
  earlier: readonly string[],
  named: readonly string[],
) {
  const gone = earlier.filter((id) => !named.includes(id));
  const added = named.filter((id) => !earlier.includes(id));
  if (gone.length > 0)
    await tx.delete(caseAccess).where(and(eq(caseAccess.caseId, caseId), inArray(caseAccess.memberId, gone)));
  const { participantId } = ctx.actor;
  const granted = { caseId, participantId, grantedBy: actingMember(ctx), grantedAt: ctx.now() };
  if (added.length > 0)
    await tx.insert(caseAccess).values(added.map((memberId) => ({ ...granted, memberId })));
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  nameColleagues(ctx, params.caseId, body, ifMatch),
);
