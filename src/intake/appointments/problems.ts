import { z } from "@hono/zod-openapi";
import {
  defineProblem,
  type ProblemDefinition,
  ProblemDetails,
  problems,
} from "../../platform/http/problem.ts";
import { FreeSlot } from "./slot-wire.ts";

export const appointmentNotFound = defineProblem("appointment-not-found", 404, "No such appointment");
export const appointmentEnded = defineProblem(
  "appointment-ended",
  409,
  "The appointment has ended",
  "It was held, missed, moved or called off. Plan another one.",
);
export const alreadyPlanned = defineProblem(
  "already-planned",
  409,
  "An appointment stands for this request",
  "Move that one, or call it off first.",
);
export const slotTaken = defineProblem(
  "slot-taken",
  409,
  "That time is taken",
  "Somebody was first, or the counsellor takes no more that day. `nextSlots` names what is free next.",
);
export const notWorking = defineProblem(
  "counsellor-not-working",
  409,
  "The counsellor does not work then",
  "`nextSlots` names what is free next. With `outsideAvailability` intake or a coordinator may plan it all the same, and a counsellor for themself.",
);
export const doesNotSuit = defineProblem(
  "counsellor-does-not-suit",
  409,
  "The counsellor does not talk in that language or in that way",
  "`nextSlots` names who does.",
);
export const callerNotSafe = defineProblem(
  "caller-not-safe-then",
  409,
  "The caller cannot be reached safely then",
  "It lies outside their own windows, or reaches them in another way than they agreed. Nobody may plan that; when they say otherwise, keep that first.",
);
export const safeContactMissing = defineProblem(
  "safe-contact-missing",
  409,
  "Nobody has written down how this caller is reached without harm",
  "Ask the caller, and keep it by keepSafeContact.",
);
export const timePassed = defineProblem(
  "appointment-not-ahead",
  409,
  "An appointment is planned ahead",
  "Choose a time from now on, within the coming year.",
);
export const notOnVoicemail = defineProblem(
  "no-voicemail-agreed",
  409,
  "No voicemail may be left for this caller",
  "Unless the caller agreed to one, nothing may be left. If one was left all the same, treat it as a danger to them and tell your coordinator.",
);
export const notMissed = defineProblem("appointment-not-missed", 409, "The appointment was not missed");
export const notYetBegun = defineProblem(
  "appointment-not-begun",
  409,
  "The appointment has not begun",
  "An attempt is recorded from the time on for which it is planned.",
);

const SlotRefusal = z
  .object({
    ...ProblemDetails.shape,
    nextSlots: z
      .array(FreeSlot)
      .optional()
      .openapi({ description: "What is free next, the earliest first; empty where nothing is found ahead" }),
  })
  .openapi("SlotRefusal", { description: "A refusal (RFC 9457) that names what is free next" });

/** The refusals of an operation that books. */
export function bookingProblems<S extends 400 | 403 | 404 | 409 | 410>(...more: ProblemDefinition<S>[]) {
  const all = problems<S | 409>(
    slotTaken,
    notWorking,
    doesNotSuit,
    callerNotSafe,
    safeContactMissing,
    timePassed,
    ...more,
  );
  const { description } = all[409];
  return {
    ...all,
    409: { description, content: { "application/problem+json": { schema: SlotRefusal } } },
  };
}
