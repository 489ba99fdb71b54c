import { createRoute, z } from "@hono/zod-openapi";
import { caseNotFound, caseNotShared } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail } from "../../platform/http/problem.ts";
import { counsellorNotFound } from "../availability/problems.ts";
import { requestEnded, requestLetGo, requestNotFound } from "../requests/problems.ts";
import { book } from "./book.ts";
import { alreadyPlanned, appointmentNotFound, bookingProblems } from "./problems.ts";
import { findAppointment, present } from "./store.ts";
import { claimSubject } from "./subject.ts";
import {
  Appointment,
  caseId,
  channel,
  counsellorId,
  language,
  minutes,
  outsideAvailability,
  presentAppointment,
  requestId,
  startsAt,
} from "./wire.ts";

const NewAppointment = z
  .strictObject({
    requestId: requestId.optional(),
    caseId: caseId.optional(),
    counsellorId,
    startsAt,
    minutes,
    channel: channel.optional().openapi({ description: "How; left out, as the caller is usually reached" }),
    language: language.optional().openapi({ description: "In which language; left out, the caller's own" }),
    outsideAvailability,
  })
  .refine((given) => (given.requestId === undefined) !== (given.caseId === undefined), {
    message: "must name either a request or a case",
  })
  .openapi("NewAppointment");

const route = createRoute({
  operationId: "planAppointment",
  method: "post",
  path: "/appointments",
  tags: ["Planning"],
  summary: "Plan an appointment",
  description:
    "Books a counsellor's time for a request to be called back or for a case: only when the caller is safe, and within what the counsellor offers unless `outsideAvailability` says otherwise. Of two who book one time the second is told what is free next.",
  security: needs("planning"),
  request: { body: json(NewAppointment, "For whom, with whom and when") },
  responses: {
    201: json(Appointment, "The appointment"),
    ...bookingProblems(
      counsellorNotFound,
      requestNotFound,
      caseNotFound,
      appointmentNotFound,
      caseNotShared,
      requestEnded,
      requestLetGo,
      alreadyPlanned,
      permissionMissing,
    ),
  },
});

export function planAppointment(
  ctx: Context,
  given: z.output<typeof NewAppointment>,
): Promise<z.input<typeof Appointment>> {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const subject = await claimSubject(tx, ctx, given);
    if (subject.request?.state === "planned") fail(alreadyPlanned);
    const row = await book(tx, ctx, subject, {
      requestId: given.requestId ?? null,
      counsellorId: given.counsellorId,
      startsAt: new Date(given.startsAt),
      minutes: given.minutes,
      // A request may name only channels that appointments have.
      channel: given.channel ?? (subject.channel as z.output<typeof channel>),
      language: given.language ?? subject.language,
      outsideAvailability: given.outsideAvailability,
    });
    return presentAppointment(ctx, row);
  });
}

export function presentAppointmentAgain(ctx: Context, id: string): Promise<z.input<typeof Appointment>> {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => present(tx, ctx, await findAppointment(tx, ctx, id)));
}

export default operation(route, (ctx, { body }) => planAppointment(ctx, body), presentAppointmentAgain);
