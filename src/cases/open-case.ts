import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { Id } from "../platform/text/text.ts";
import { caseCode } from "./case-code.ts";
import { getCase } from "./get-case.ts";
import { colleagueNotFound } from "./problems.ts";
import { caseAccess, cases } from "./schema.ts";
import { requireColleagues } from "./store.ts";
import { Case, language, presentCase, province, relation } from "./wire.ts";

const NewCase = z
  .strictObject({
    relation,
    language,
    province: province.optional(),
    colleagueIds: z
      .array(Id)
      .max(20)
      .default([])
      .openapi({ description: "Members of your participant who may read the case besides you", example: [] }),
  })
  .openapi("NewCase");
type NewCase = z.output<typeof NewCase>;

const route = createRoute({
  operationId: "openCase",
  method: "post",
  path: "/cases",
  tags: ["Cases"],
  summary: "Open a case",
  description:
    "Opens a file for one caller. It holds codes only, no name and no free text; the acting member owns it. Read the case code out to the caller, so that they can be found again.",
  security: needs("cases"),
  request: { body: json(NewCase, "What is known of the caller, in codes") },
  responses: { 201: json(Case, "The case"), ...problems(permissionMissing, colleagueNotFound) },
});

export function openCase(ctx: Context, input: NewCase): Promise<Case> {
  permit(ctx, "cases");
  return transact(ctx, (tx) => openCaseIn(tx, ctx, input));
}

/** The same, as a part of a greater step. Its caller has asked for the permission. */
export async function openCaseIn(
  tx: Database,
  ctx: Context,
  { colleagueIds, ...input }: NewCase,
): Promise<Case> {
  const { participantId } = ctx.actor;
  const ownerId = actingMember(ctx);
  const colleagues = [...new Set(colleagueIds)].filter((id) => id !== ownerId);
  await requireColleagues(tx, colleagues);
  const id = ctx.newId();
  const openedAt = ctx.now();
  const row = {
    id,
    participantId,
    code: caseCode(ctx.newId()),
    ownerId,
    openedAt,
    ...input,
    province: input.province ?? null,
  };
  await tx.insert(cases).values(row);
  if (colleagues.length > 0)
    await tx.insert(caseAccess).values(
      colleagues.map((memberId) => ({
        caseId: id,
        participantId,
        memberId,
        grantedBy: ownerId,
        grantedAt: openedAt,
      })),
    );
  await record(tx, ctx, { action: "case.opened", subjectId: id, caseId: id, at: openedAt });
  return presentCase(row, { colleagueIds: colleagues, helpQuestions: [], consents: [] });
}

export default operation(route, (ctx, { body }) => openCase(ctx, body), getCase);
