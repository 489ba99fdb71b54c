import { createRoute, z } from "@hono/zod-openapi";
import { and, eq, isNotNull } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { findParticipant, participantNotFound, samePerson } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { fail, problems } from "../../platform/problem.ts";
import { Time } from "../../platform/text.ts";
import { actingMember, findReadableCase } from "../cases/case-store.ts";
import { CasePath } from "../cases/case-wire.ts";
import { seal } from "../keys/case-key.ts";
import {
  caseNotFound,
  caseNotShared,
  colleagueCannotAct,
  colleagueNotFound,
  overrideTooLong,
  secondMemberNeeded,
} from "../problems.ts";
import { consents, type OverrideRow, overrides } from "../schema.ts";
import { requireConsulted } from "./consulted.ts";
import { presentAgain } from "./get-override.ts";
import { placeOf } from "./store.ts";
import { necessity, Override, overrideTerms, presentOverride } from "./wire.ts";

const NewOverride = z
  .strictObject({
    ...overrideTerms,
    necessity,
    expiresAt: Time.optional().openapi({
      description: "When it ends by itself, within 90 days; without it in 30",
      example: "2026-02-04T09:00:00Z",
    }),
  })
  .openapi("NewOverride");
type NewOverride = z.output<typeof NewOverride>;

const route = createRoute({
  operationId: "recordOverride",
  method: "post",
  path: "/cases/{caseId}/overrides",
  tags: ["Overrides"],
  summary: "Record an override",
  description:
    "Decides to disclose without the caller's consent, on a ground in law, after a colleague was consulted. For a vital interest it acts at once and another member reviews it within 48 hours; on every other ground, and whenever the caller refused or withdrew for this recipient, another member approves it first.",
  security: needs("cases"),
  request: { params: CasePath, body: json(NewOverride, "The decision and its reasons") },
  responses: {
    201: json(Override, "The override"),
    ...problems(
      caseNotFound,
      participantNotFound,
      permissionMissing,
      caseNotShared,
      colleagueNotFound,
      colleagueCannotAct,
      samePerson,
      overrideTooLong,
      secondMemberNeeded,
    ),
  },
});

export function recordOverride(ctx: Context, caseId: string, input: NewOverride): Promise<Override> {
  permit(ctx, "cases");
  const { participantId } = ctx.actor;
  const madeBy = actingMember(ctx);
  if (input.consultedId === madeBy) fail(secondMemberNeeded);
  const madeAt = ctx.now();
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : calendarLater(madeAt, { days: 30 });
  if (expiresAt <= madeAt || expiresAt > calendarLater(madeAt, { days: 90 })) fail(overrideTooLong);
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    if (!(await findParticipant(tx, input.recipientId))) fail(participantNotFound);
    await requireConsulted(tx, participantId, madeBy, input.consultedId);
    const afterRefusal = input.afterRefusal || (await hasWithdrawn(tx, caseId, input.recipientId));
    const atOnce = input.ground === "vital-interest" && !afterRefusal;
    const id = ctx.newId();
    const row = {
      id,
      participantId,
      caseId,
      recipientId: input.recipientId,
      subject: input.subject,
      categories: [...new Set(input.categories)],
      ground: input.ground,
      sealed: await seal(tx, ctx, caseId, placeOf(id), input.necessity),
      consultedId: input.consultedId,
      callerTold: input.callerTold,
      afterRefusal,
      madeBy,
      madeAt,
      expiresAt,
      reviewDueAt: atOnce ? calendarLater(madeAt, { hours: 48 }) : null,
    };
    const [made] = await tx.insert(overrides).values(row).returning();
    await record(tx, ctx, { action: "override.made", subjectId: id, caseId, at: madeAt });
    return presentOverride(made as OverrideRow, madeAt);
  });
}

/** Whether the caller withdrew a consent for this recipient: no override acts at once against that. */
async function hasWithdrawn(tx: Database, caseId: string, recipientId: string): Promise<boolean> {
  const [withdrawn] = await tx
    .select({ id: consents.id })
    .from(consents)
    .where(
      and(
        eq(consents.caseId, caseId),
        eq(consents.recipientId, recipientId),
        eq(consents.purpose, "handoff"),
        isNotNull(consents.withdrawnAt),
      ),
    )
    .limit(1);
  return withdrawn !== undefined;
}

export default operation(
  route,
  (ctx, { params, body }) => recordOverride(ctx, params.caseId, body),
  presentAgain,
);
