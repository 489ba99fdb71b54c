import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import {
  CasePath,
  caseNotFound,
  claimCaseSeal,
  colleagueNotFound,
  findCase,
  requireColleagues,
} from "../../cases/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { type EmergencyRow, emergencies } from "./schema.ts";
import { claimEmergency, placeOfNew, placeOfWords } from "./store.ts";
import { Emergency, NewEmergency, presentEmergency } from "./wire.ts";

const route = createRoute({
  operationId: "recordEmergency",
  method: "post",
  path: "/cases/{caseId}/emergencies",
  tags: ["Emergencies"],
  summary: "Write down an emergency call that was made",
  description:
    "Call first: nothing here stands before a call to 112, the police, Veilig Thuis or a crisis service. Then write down who was told what, and why it could not wait. Every counsellor of the helpline can, whoever owns the case and whatever the caller refused; it opens nothing to anybody. Another member, signed in, looks at it within 24 hours.",
  security: needs("cases"),
  request: { params: CasePath, body: json(NewEmergency, "The call that was made") },
  responses: {
    201: json(Emergency, "What was written down, without its words"),
    ...problems(caseNotFound, permissionMissing, colleagueNotFound),
  },
});

/** Nothing limits it: no consent, no override, no access to the case, and no number of earlier ones. */
export function recordEmergency(ctx: Context, caseId: string, input: NewEmergency): Promise<Emergency> {
  permit(ctx, "cases");
  const recordedBy = actingMember(ctx);
  const recordedAt = ctx.now();
  const toldAt = input.toldAt ? new Date(input.toldAt) : recordedAt;
  if (toldAt > recordedAt)
    fail(invalidRequest, {
      errors: [{ in: "body", pointer: "/toldAt", detail: "must not be later than now" }],
    });
  return transact(ctx, async (tx) => {
    await findCase(tx, ctx, caseId);
    const triedIds = [...new Set(input.triedIds ?? [])];
    await requireColleagues(tx, triedIds);
    const id = ctx.newId();
    const { seal } = await claimCaseSeal(tx, ctx, caseId);
    const row: EmergencyRow = {
      id,
      participantId: ctx.actor.participantId,
      caseId,
      told: input.told,
      toldAt,
      categories: [...new Set(input.categories)],
      whose: input.whose,
      danger: input.danger,
      tried: [...new Set(input.tried)],
      triedIds,
      sealedWords: await seal(placeOfWords(id), input.words),
      sealedNew: input.newSince === undefined ? null : await seal(placeOfNew(id), input.newSince),
      recordedBy,
      recordedAt,
      reviewDueAt: calendarLater(recordedAt, { hours: 24 }),
      reviewedBy: null,
      reviewedAt: null,
      finding: null,
    };
    await tx.insert(emergencies).values(row);
    await record(tx, ctx, { action: "emergency.recorded", subjectId: id, caseId, at: recordedAt });
    await enqueue(tx, ctx, { type: "emergency.recorded", subjectId: id, at: recordedAt });
    return presentEmergency(row);
  });
}

/** The record again, as it is now and without its words, for who has just dealt with it. */
export function presentAgain(ctx: Context, id: string): Promise<Emergency> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => presentEmergency(await claimEmergency(tx, ctx, id)));
}

export default operation(
  route,
  (ctx, { params, body }) => recordEmergency(ctx, params.caseId, body),
  presentAgain,
);
