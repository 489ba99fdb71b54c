import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { caseNotShared } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { counsellorNotFound } from "../availability/problems.ts";
import { requestEnded, requestLetGo } from "../requests/problems.ts";
import type { AppointmentRow } from "../schema.ts";
import { book, type freeAfter, type Wanted } from "./book.ts";
import { presentAppointmentAgain } from "./plan-appointment.ts";
import { appointmentEnded, appointmentNotFound, bookingProblems } from "./problems.ts";
import { claimPlanned, endRow } from "./store.ts";
import { claimSubject, type Subject } from "./subject.ts";
import {
  Appointment,
  AppointmentPath,
  channel,
  minutes,
  outsideAvailability,
  presentAppointment,
  startsAt,
} from "./wire.ts";

const Move = z
  .strictObject({
    startsAt,
    minutes,
    channel: channel.optional().openapi({ description: "How; left out, as before" }),
    outsideAvailability,
  })
  .openapi("AppointmentMove");

const route = createRoute({
  operationId: "moveAppointment",
  method: "post",
  path: "/appointments/{appointmentId}/move",
  tags: ["Planning"],
  summary: "Move an appointment",
  description:
    "Another time with the same counsellor: a new appointment with a number of its own takes the place of this one, which ends as `moved`. If the new time cannot be, nothing changes.",
  security: needs("planning"),
  request: { params: AppointmentPath, body: json(Move, "When instead") },
  responses: {
    201: json(Appointment, "The appointment in its place"),
    ...bookingProblems(
      appointmentNotFound,
      appointmentEnded,
      counsellorNotFound,
      caseNotShared,
      requestEnded,
      requestLetGo,
      permissionMissing,
    ),
  },
});

const minute = 60_000;
const lengthOf = ({ startsAt, endsAt }: AppointmentRow) => (endsAt.getTime() - startsAt.getTime()) / minute;

/** Books anew in the place of `old`, which is locked and ends as `moved`. */
export async function replace(
  tx: Database,
  ctx: Context,
  old: AppointmentRow,
  subject: Pick<Subject, "request" | "caseId" | "windows" | "reaches">,
  changes: Partial<Wanted>,
  free?: typeof freeAfter,
): Promise<AppointmentRow> {
  await endRow(tx, old, { state: "moved", endedAt: ctx.now() });
  const caseId = old.caseId ?? undefined;
  await record(tx, ctx, { action: "appointment.moved", subjectId: old.id, caseId });
  const wanted = {
    requestId: old.requestId,
    counsellorId: old.counsellorId,
    startsAt: old.startsAt,
    minutes: lengthOf(old),
    channel: old.channel,
    language: old.language,
    outsideAvailability: false,
    movedFromId: old.id,
  };
  return book(tx, ctx, { ...subject, caseId: old.caseId }, { ...wanted, ...changes }, free);
}

export function moveAppointment(ctx: Context, id: string, move: z.output<typeof Move>) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const old = await claimPlanned(tx, ctx, id);
    const subject = await claimSubject(tx, ctx, old);
    const row = await replace(tx, ctx, old, subject, {
      startsAt: new Date(move.startsAt),
      outsideAvailability: move.outsideAvailability,
      ...(move.minutes !== undefined && { minutes: move.minutes }),
      ...(move.channel !== undefined && { channel: move.channel }),
    });
    return presentAppointment(ctx, row);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => moveAppointment(ctx, params.appointmentId, body),
  presentAppointmentAgain,
);
