import { z } from "@hono/zod-openapi";
import { Id, personalText } from "../../platform/text/text.ts";
import { safeChannels, weekdays } from "../codes.ts";
import { isStale } from "./windows.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day as HH:MM");

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name })) && /^[A-Z]/.test(name);
  } catch {
    return false;
  }
}

export const SafeWindow = z
  .strictObject({
    weekday: z.enum(weekdays).openapi({ description: "The day on which it begins", example: "tuesday" }),
    from: timeOfDay.openapi({ description: "From when on", example: "10:00" }),
    to: timeOfDay.openapi({
      description: "Until when; at or before `from` it is the next day's. 00:00 to 00:00 is a whole day",
      example: "12:30",
    }),
    timeZone: z
      .string()
      .max(60)
      .refine(isTimeZone, "must be an IANA time zone, such as Europe/Amsterdam")
      .default("Europe/Amsterdam")
      .openapi({ description: "By which clock: an IANA time zone", example: "Europe/Amsterdam" }),
  })
  .openapi("SafeWindow", { description: "When the caller can be reached without harm" });

const instruction = {
  channel: z.enum(safeChannels).openapi({ description: "The only way to reach them", example: "phone" }),
  windows: z.array(SafeWindow).min(1).max(21).openapi({ description: "When; at no other time" }),
  mayLeaveVoicemail: z.boolean().openapi({ description: "Whether a voicemail may be left", example: false }),
  whoMayAnswer: personalText(300).optional().openapi({
    description: "Who besides the caller may answer; left out, nobody",
    example: "Her sister Anna",
  }),
  ifAnotherAnswers: personalText(500).optional().openapi({
    description: "What to say if another answers; left out, hang up without a word",
    example: "Say that you call about the library books",
  }),
};

export const NewSafeContact = z.strictObject(instruction).openapi("NewSafeContact");
export type NewSafeContact = z.output<typeof NewSafeContact>;

export const SafeContact = z
  .object({
    ...instruction,
    verifiedAt: z.iso.datetime().optional().openapi({
      description: "When it was last checked with the caller; absent since it was changed",
      example: "2026-01-05T09:00:00.000Z",
    }),
    verifiedBy: Id.optional().openapi({
      description: "The member who checked it",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    stale: z.boolean().openapi({
      description: "Whether it has to be checked again: never checked, or more than seven days ago",
      example: false,
    }),
  })
  .openapi("SafeContact", {
    description: "How the caller is reached without harm: sealed under the case's key",
  });
export type SafeContact = z.input<typeof SafeContact>;

export const presentInstruction = (safe: NewSafeContact): NewSafeContact => ({
  channel: safe.channel,
  windows: safe.windows.map(({ weekday, from, to, timeZone }) => ({ weekday, from, to, timeZone })),
  mayLeaveVoicemail: safe.mayLeaveVoicemail,
  ...(safe.whoMayAnswer !== undefined && { whoMayAnswer: safe.whoMayAnswer }),
  ...(safe.ifAnotherAnswers !== undefined && { ifAnotherAnswers: safe.ifAnotherAnswers }),
});

export function presentSafeContact(
  safe: NewSafeContact,
  { verifiedAt, verifiedBy }: { verifiedAt: Date | null; verifiedBy: string | null },
  now: Date,
): SafeContact {
  return {
    ...presentInstruction(safe),
    ...(verifiedAt && verifiedBy && { verifiedAt: verifiedAt.toISOString(), verifiedBy }),
    stale: isStale(verifiedAt, now),
  };
}
