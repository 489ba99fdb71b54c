import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { caseNotShared } from "../../cases/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { requestEnded, requestLetGo } from "../requests/problems.ts";
import { type AppointmentRow, type AttemptRow, contactAttempts } from "../schema.ts";
import { presentAppointmentAgain } from "./plan-appointment.ts";
import { findRules } from "./planning-rules.ts";
import {
  appointmentEnded,
  appointmentNotFound,
  notOnVoicemail,
  notYetBegun,
  safeContactMissing,
} from "./problems.ts";
import { claimPlanned, endRow, listAttempts, reopenRequest } from "./store.ts";
import { claimSubject } from "./subject.ts";
import { Appointment, AppointmentPath, outcome, presentAppointment, said } from "./wire.ts";

const Attempted = z.strictObject({ outcome, said }).openapi("NewContactAttempt");

const route = createRoute({
  operationId: "recordNoAnswer",
  method: "post",
  path: "/appointments/{appointmentId}/attempts",
  tags: ["Planning"],
  summary: "Record that the caller did not answer",
  description:
    "Who answered instead and what was said to them, as codes. After as many attempts as the helpline agreed, or at a wrong number, the appointment ends as `missed`: its request is open again, and what to do is somebody's task. Nobody is tried more often.",
  security: needs("planning"),
  request: { params: AppointmentPath, body: json(Attempted, "What the attempt came to") },
  responses: {
    201: json(Appointment, "The appointment, with its attempts"),
    ...problems(
      appointmentNotFound,
      appointmentEnded,
      notYetBegun,
      notOnVoicemail,
      caseNotShared,
      safeContactMissing,
      requestEnded,
      requestLetGo,
      permissionMissing,
    ),
  },
});

/** Where nobody answered there was nobody to speak to. */
const silent: ReadonlySet<string> = new Set(["no-answer", "line-busy"]);

async function requireAllowed(tx: Database, ctx: Context, row: AppointmentRow, given: Attempted) {
  if (silent.has(given.outcome) && given.said !== "nothing-said")
    fail(invalidRequest, {
      errors: [{ in: "body", pointer: "/said", detail: "must be nothing-said where nobody answered" }],
    });
  if (ctx.now() < row.startsAt) fail(notYetBegun);
  if (given.outcome === "voicemail-left" && !(await claimSubject(tx, ctx, row)).mayLeaveVoicemail)
    fail(notOnVoicemail);
}
type Attempted = z.output<typeof Attempted>;

export function recordNoAnswer(ctx: Context, id: string, given: Attempted) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const row = await claimPlanned(tx, ctx, id);
    await requireAllowed(tx, ctx, row, given);
    const earlier = await listAttempts(tx, [id]);
    const attempt: AttemptRow = {
      id: ctx.newId(),
      participantId: ctx.actor.participantId,
      appointmentId: id,
      number: earlier.length + 1,
      ...given,
      spokenBy: actingMember(ctx),
      at: ctx.now(),
    };
    await tx.insert(contactAttempts).values(attempt);
    await record(tx, ctx, { action: "appointment.tried", subjectId: id, caseId: row.caseId ?? undefined });
    const { attempts } = await findRules(tx, ctx);
    const last = attempt.number >= attempts || given.outcome === "wrong-number";
    const now = last ? await miss(tx, ctx, row, attempt.at) : row;
    return presentAppointment(ctx, now, [...earlier, attempt]);
  });
}

async function miss(tx: Database, ctx: Context, row: AppointmentRow, endedAt: Date) {
  const missed = await endRow(tx, row, { state: "missed", endedAt });
  await reopenRequest(tx, ctx, row);
  await record(tx, ctx, { action: "appointment.missed", subjectId: row.id, caseId: row.caseId ?? undefined });
  return missed;
}

export default operation(
  route,
  async (ctx, { params, body }) => recordNoAnswer(ctx, params.appointmentId, body),
  presentAppointmentAgain,
);
