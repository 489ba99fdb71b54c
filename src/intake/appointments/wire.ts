import { z } from "@hono/zod-openapi";
import { languages } from "../../cases/index.ts";
import type { Context } from "../../platform/context.ts";
import { Id, Time } from "../../platform/text/text.ts";
import { slotMinutes } from "../availability/wire.ts";
import { appointmentStates, contactChannels } from "../codes.ts";
import type { AppointmentRow, AttemptRow } from "../schema.ts";
import { attemptOutcomes, cancellationReasons, wordsSpoken } from "./codes.ts";

export const AppointmentPath = z.object({
  appointmentId: Id.openapi({ example: "9b1d5c7e-2f3a-4b68-8c0d-1e2f3a4b5c6d" }),
});

const exampleOf = { counsellor: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21" };

export const channel = z.enum(contactChannels).openapi({ description: "How they talk", example: "phone" });
export const language = z.enum(languages).openapi({ description: "In which language", example: "nl" });
export const requestId = Id.openapi({
  description: "The request to be called back that it is for",
  example: "4d8e1f2a-3b5c-4d6e-8f90-a1b2c3d4e5f6",
});
export const caseId = Id.openapi({
  description: "The case that it is for",
  example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
});
export const counsellorId = Id.openapi({ description: "With whom", example: exampleOf.counsellor });
export const startsAt = Time.openapi({ description: "When it begins", example: "2026-03-02T09:00:00Z" });
export const minutes = slotMinutes.optional().openapi({
  description: "How long it takes, in minutes; left out, as long as the counsellor usually does",
  example: 45,
});
export const outsideAvailability = z.boolean().default(false).openapi({
  description:
    "Plan it although the counsellor does not offer that time: by intake, a coordinator, or the counsellor themself",
  example: false,
});
export const outcome = z
  .enum(attemptOutcomes)
  .openapi({ description: "What it came to", example: "no-answer" });
export const said = z.enum(wordsSpoken).openapi({
  description:
    "What was said to whoever or whatever answered: nothing, the cover story agreed with the caller, one's own name only, or the helpline's name",
  example: "nothing-said",
});

export const reason = z
  .enum(cancellationReasons)
  .openapi({ description: "Why it is called off", example: "caller-asked" });

const Attempt = z
  .object({
    number: z.int().openapi({ description: "The first is 1", example: 1 }),
    outcome,
    said,
    spokenBy: Id.openapi({ description: "The member who tried", example: exampleOf.counsellor }),
    at: z.iso.datetime().openapi({ example: "2026-03-02T09:01:00.000Z" }),
  })
  .openapi("ContactAttempt", { description: "Somebody was tried, and did not answer themselves" });

const when = (description: string) =>
  z.iso.datetime().optional().openapi({ description, example: "2026-03-02T09:50:00.000Z" });

export const Appointment = z
  .object({
    id: Id.openapi({ example: "9b1d5c7e-2f3a-4b68-8c0d-1e2f3a4b5c6d" }),
    number: z.string().openapi({
      description: "What it is called in calendars; it only locates",
      example: "K7Q4-9M2R",
    }),
    counsellorId,
    requestId: requestId.optional(),
    caseId: caseId.optional().openapi({ description: "The case; told to who may open cases" }),
    startsAt: z.iso.datetime().openapi({ example: "2026-03-02T09:00:00.000Z" }),
    endsAt: z.iso.datetime().openapi({ example: "2026-03-02T09:45:00.000Z" }),
    channel,
    language,
    state: z
      .enum(appointmentStates)
      .openapi({ description: "What became of it; only `planned` is not its end", example: "planned" }),
    outsideAvailability: z.boolean().openapi({
      description: "Whether it was planned at a time that the counsellor does not offer",
      example: false,
    }),
    movedFromId: Id.optional().openapi({
      description: "The appointment in whose place it stands",
      example: "0c2d4e6f-8a1b-4c3d-9e5f-7a8b9c0d1e2f",
    }),
    plannedAt: z.iso.datetime().openapi({ example: "2026-02-27T15:10:00.000Z" }),
    endedAt: when("When it was held, missed, moved or called off"),
    endReason: reason.optional(),
    settledAt: when("Of a missed one: when somebody decided that nothing more is needed"),
    attempts: z.array(Attempt).openapi({ description: "How the caller was tried in vain, the first first" }),
  })
  .openapi("Appointment", {
    description: "A planned moment at which a counsellor talks with somebody; nothing in it tells with whom",
  });
export type Appointment = z.input<typeof Appointment>;

const presentAttempt = ({ number, outcome, said, spokenBy, at }: AttemptRow) => ({
  number,
  outcome,
  said,
  spokenBy,
  at: at.toISOString(),
});

export function presentAppointment(
  ctx: Context,
  row: AppointmentRow,
  attempts: readonly AttemptRow[] = [],
): Appointment {
  const seesCases = ctx.actor.permissions.has("cases");
  return {
    id: row.id,
    number: row.number,
    counsellorId: row.counsellorId,
    ...(row.requestId && { requestId: row.requestId }),
    ...(row.caseId && seesCases && { caseId: row.caseId }),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    channel: row.channel,
    // What was kept had been checked against this code list.
    language: row.language as Appointment["language"],
    state: row.state,
    outsideAvailability: row.outsideAvailability,
    ...(row.movedFromId && { movedFromId: row.movedFromId }),
    plannedAt: row.plannedAt.toISOString(),
    ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
    ...(row.endReason && { endReason: row.endReason }),
    ...(row.settledAt && { settledAt: row.settledAt.toISOString() }),
    attempts: attempts.map(presentAttempt),
  };
}
