import { z } from "@hono/zod-openapi";
import { languages, SafeWindow } from "../../cases/index.ts";
import { Day, Id, Time } from "../../platform/text/text.ts";
import { exceptionKinds } from "../appointments/codes.ts";
import { contactChannels } from "../codes.ts";
import type { availabilities, ExceptionRow } from "../schema.ts";

export const CounsellorPath = z.object({
  counsellorId: Id.openapi({
    description: "A member who is a counsellor",
    example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
  }),
});

const WorkPattern = SafeWindow.extend({
  validFrom: Day.optional().openapi({
    description: "The first day on which it begins; left out, always so far",
    example: "2026-01-05",
  }),
  validUntil: Day.optional().openapi({
    description: "The last day on which it begins; left out, until further notice",
    example: "2026-12-31",
  }),
}).openapi("WorkPattern", { description: "When somebody works every week" });

export const slotMinutes = z
  .int()
  .min(15)
  .max(120)
  .openapi({ description: "How long an appointment takes, in minutes", example: 45 });

export const Availability = z
  .strictObject({
    patterns: z.array(WorkPattern).max(50).openapi({ description: "When they work every week" }),
    languages: z
      .array(z.enum(languages))
      .min(1)
      .max(20)
      .openapi({ description: "In which languages they talk", example: ["nl", "en"] }),
    channels: z
      .array(z.enum(contactChannels))
      .min(1)
      .max(contactChannels.length)
      .openapi({ description: "How they talk", example: ["phone", "chat"] }),
    slotMinutes,
    pauseMinutes: z.int().min(0).max(120).openapi({
      description: "How long they breathe between two appointments, in minutes",
      example: 15,
    }),
    dailyMost: z
      .int()
      .min(1)
      .max(24)
      .openapi({ description: "How many appointments they take in a day at most", example: 5 }),
  })
  .openapi("Availability", {
    description:
      "When a counsellor usually works and what they take. On Dutch public holidays they are off, unless an exception of the kind `extra` says otherwise.",
  });
export type Availability = z.output<typeof Availability>;

const codes = <T extends string>(values: readonly T[]): T[] => [...new Set(values)];

export const kept = ({ patterns, ...rest }: Availability) => ({
  patterns,
  languages: codes(rest.languages),
  channels: codes(rest.channels),
  slotMinutes: rest.slotMinutes,
  pauseMinutes: rest.pauseMinutes,
  dailyMost: rest.dailyMost,
});

export const presentAvailability = (row: typeof availabilities.$inferSelect): Availability => ({
  patterns: row.patterns.map(({ weekday, from, to, timeZone, validFrom, validUntil }) => ({
    weekday,
    from,
    to,
    timeZone,
    ...(validFrom !== undefined && { validFrom }),
    ...(validUntil !== undefined && { validUntil }),
  })),
  // What was kept had been checked against these codes.
  languages: row.languages as Availability["languages"],
  channels: row.channels,
  slotMinutes: row.slotMinutes,
  pauseMinutes: row.pauseMinutes,
  dailyMost: row.dailyMost,
});

export const startsAt = Time.openapi({ description: "From when on", example: "2026-03-02T09:00:00Z" });
export const endsAt = Time.openapi({ description: "Until when", example: "2026-03-02T17:00:00Z" });

export const NewException = z
  .strictObject({
    kind: z.enum(["off", "extra"]).openapi({
      description: "`off`: they do not work then after all. `extra`: they work besides, also on a holiday",
      example: "off",
    }),
    startsAt,
    endsAt,
  })
  .openapi("NewAvailabilityException");

export const AvailabilityException = z
  .object({
    id: Id.openapi({ example: "7a5e0c3d-1b2f-4d86-9c4a-5e6f7a8b9c10" }),
    counsellorId: Id.openapi({ example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21" }),
    kind: z
      .enum(exceptionKinds)
      .openapi({ description: "Off, working besides, or on leave", example: "off" }),
    startsAt: z.iso.datetime().openapi({ example: "2026-03-02T09:00:00.000Z" }),
    endsAt: z.iso.datetime().openapi({ example: "2026-03-02T17:00:00.000Z" }),
  })
  .openapi("AvailabilityException", { description: "Time in which a counsellor works otherwise than usual" });

export const presentException = (row: ExceptionRow): z.input<typeof AvailabilityException> => ({
  id: row.id,
  counsellorId: row.counsellorId,
  kind: row.kind,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
});
