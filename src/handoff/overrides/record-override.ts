import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import {
  CasePath,
  caseNotFound,
  caseNotShared,
  colleagueCannotAct,
  colleagueNotFound,
  findReadableCase,
  seal,
} from "../../cases/index.ts";
import { findParticipant, participantNotFound, samePerson } from "../../identity/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Time } from "../../platform/text/text.ts";
import { overrideTooLong, secondMemberNeeded, specialDataRefused } from "../problems.ts";
import { isExcluded } from "../refusals/refusal.ts";
import { findRefusedAt, lockFile, notBefore, refuse } from "../refusals/store.ts";
import { type OverrideRow, overrides } from "../schema.ts";
import { requireConsulted } from "./consulted.ts";
import { presentAgain } from "./get-override.ts";
import { mayActAlone, placeOf } from "./store.ts";
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
    "Decides to disclose without the caller's consent, on a ground in law, after a colleague was consulted. For a vital interest it acts at once and another member reviews it within 48 hours; on every other ground, whenever the caller refused this recipient in whichever way, and while an earlier one of yours that acted at once was not reviewed or not upheld, another member approves it first. After a refusal a vital interest carries no health, belief or criminal data, unless the caller cannot consent or it is another's life.",
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
      specialDataRefused,
    ),
  },
});

export function recordOverride(ctx: Context, caseId: string, input: NewOverride): Promise<Override> {
  permit(ctx, "cases");
  const { participantId } = ctx.actor;
  const madeBy = actingMember(ctx);
  if (input.consultedId === madeBy) fail(secondMemberNeeded);
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    if (!(await findParticipant(tx, input.recipientId))) fail(participantNotFound);
    await requireConsulted(tx, participantId, madeBy, input.consultedId);
    await lockFile(tx, caseId);
    const refusedAt = await refusedBefore(tx, ctx, caseId, input);
    const whose = input.whose ?? null;
    if (isExcluded({ ...input, whose }, refusedAt)) fail(specialDataRefused);
    const afterRefusal = refusedAt !== null;
    const alone = input.ground === "vital-interest" && !afterRefusal;
    const makerBound = alone && !(await mayActAlone(tx, madeBy));
    const madeAt = notBefore(ctx.now(), [refusedAt]);
    const id = ctx.newId();
    const row = {
      id,
      participantId,
      caseId,
      recipientId: input.recipientId,
      subject: input.subject,
      categories: [...new Set(input.categories)],
      ground: input.ground,
      whose,
      sealed: await seal(tx, ctx, caseId, placeOf(id), input.necessity),
      consultedId: input.consultedId,
      callerTold: input.callerTold,
      afterRefusal,
      madeBy,
      madeAt,
      makerBound,
      expiresAt: endOf(input, madeAt),
      reviewDueAt: alone && !makerBound ? calendarLater(madeAt, { hours: 48 }) : null,
    };
    const [made] = await tx.insert(overrides).values(row).returning();
    await record(tx, ctx, { action: "override.made", subjectId: id, caseId, at: madeAt });
    return presentOverride({ ...(made as OverrideRow), refusedAt }, madeAt);
  });
}

function endOf({ expiresAt }: NewOverride, madeAt: Date): Date {
  const ends = expiresAt ? new Date(expiresAt) : calendarLater(madeAt, { days: 30 });
  return ends > madeAt && ends <= calendarLater(madeAt, { days: 90 }) ? ends : fail(overrideTooLong);
}

/** When the caller refused: as it is known here, or as it is told with the override and known from now on. */
async function refusedBefore(
  tx: Database,
  ctx: Context,
  caseId: string,
  { recipientId, afterRefusal }: NewOverride,
): Promise<Date | null> {
  const known = await findRefusedAt(tx, { caseId, recipientId });
  if (known || !afterRefusal) return known;
  return (await refuse(tx, ctx, { caseId, recipientId }, "asked")).at;
}

export default operation(
  route,
  (ctx, { params, body }) => recordOverride(ctx, params.caseId, body),
  presentAgain,
);
