import { z } from "@hono/zod-openapi";
import { ContactPhone, language, relation, SafeWindow, topics } from "../../cases/index.ts";
import { urgencies } from "../../handoff/index.ts";
import { Id, personalLine, personalText } from "../../platform/text/text.ts";
import { doors, requestChannels, requestEndings, requestStates } from "../codes.ts";
import { AddedMail, MailFrame, presentAdded, presentFrame } from "../mail/wire.ts";
import type { RequestRow } from "../schema.ts";
import { EmergencyNumbers, emergencyNumbers } from "./emergency-numbers.ts";
import type { Told } from "./told.ts";

const exampleId = "7d9c1f3e-2b5a-4c8d-9e6f-1a3b5c7d9e21";

export const RequestPath = z.object({
  requestId: Id.openapi({ description: "The request", example: exampleId }),
});

export const urgency = z.enum(urgencies).openapi({
  description:
    "How soon: `normal` within one working day, `urgent` within two hours, `acute` now. What is told is searched for words of danger, which raise it to `urgent` or `acute`; nothing ever lowers it",
  example: "normal",
});
export const channel = z
  .enum(requestChannels)
  .openapi({ description: "How they would like to be reached", example: "phone" });
const topicsNamed = z
  .array(topics.element)
  .max(10)
  .openapi({
    description: "Codes of listTaxonomyTerms, as far as anything was named",
    example: ["manipulation"],
  });
export const state = z.enum(requestStates).openapi({
  description: "`open`: nothing is planned. `planned`: an appointment stands. `ended`: for good",
  example: "open",
});
export const reference = z.string().openapi({
  description: "Finds the request again when they make contact; nothing is told on it alone",
  example: "K7Q4-9M2R",
});

/** Who they are, how and when they are reached, and what they told. */
export const contactFields = {
  name: personalLine(200).openapi({
    description: "What they are called, or want to be called",
    example: "Marije",
  }),
  phones: z.array(ContactPhone).max(5).openapi({ description: "Their numbers, the first one first" }),
  mail: z
    .email("must be a mail address")
    .max(254)
    .pipe(personalLine(254))
    .openapi({ description: "Their mail address", example: "marije@example.org" }),
  reach: personalText(500).openapi({
    description: "What else to know about reaching them",
    example: "Hang up if somebody else answers",
  }),
  windows: z.array(SafeWindow).max(21).openapi({
    description: "When they can be reached without harm, by their own clock; empty where they did not say",
  }),
  text: personalText(4000).openapi({
    description: "What they told. Words of danger in it raise the urgency",
    example: "Her brother gave his house to a movement and will not come to the phone.",
  }),
};

export const codeFields = {
  language,
  relation: relation.optional(),
  topics: topicsNamed,
  channel: channel.optional(),
};

export const CallbackRequest = z
  .object({
    id: Id.openapi({ example: exampleId }),
    reference,
    door: z
      .enum(doors)
      .openapi({ description: "How the first contact reached the helpline", example: "phone" }),
    state,
    urgency,
    ...codeFields,
    agreedAt: z.iso.datetime().optional().openapi({
      description:
        "For an anonymous caller: when they make contact again themselves, and say their code word",
      example: "2026-01-06T14:00:00.000Z",
    }),
    reachable: z.boolean().openapi({
      description: "Whether a number or a mail address was told, or claimed by a mail",
      example: true,
    }),
    takenBy: Id.optional().openapi({
      description: "The member who took it; absent for a form, a mail, and a system that acts for nobody",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    receivedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    caseId: Id.optional().openapi({
      description: "The case that it became",
      example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
    }),
    endedAt: z.iso.datetime().optional().openapi({ example: "2026-01-07T10:15:00.000Z" }),
    endReason: z.enum(requestEndings).optional().openapi({
      description:
        "How it ended. `became-case`: the case holds what was told. `automatic`: a machine says of itself that it wrote the mail. `kept-long-enough`: nobody saw to it in all that time",
      example: "talked",
    }),
    emergencyNumbers: EmergencyNumbers.optional().openapi({
      description: "Who helps at once; only with an acute request that has not ended. Say them to the caller",
    }),
  })
  .openapi("CallbackRequest", {
    description: "Somebody who asks to be called back, in codes; nothing of what they told",
  });
export type CallbackRequest = z.input<typeof CallbackRequest>;

export const presentRequest = (row: RequestRow): CallbackRequest => ({
  id: row.id,
  reference: row.reference,
  door: row.door,
  state: row.state,
  urgency: row.urgency,
  language: row.language,
  ...(row.relation && { relation: row.relation }),
  topics: row.topics,
  ...(row.channel && { channel: row.channel }),
  ...(row.agreedAt && { agreedAt: row.agreedAt.toISOString() }),
  reachable: row.reachable,
  ...(row.takenBy && { takenBy: row.takenBy }),
  receivedAt: row.receivedAt.toISOString(),
  ...(row.caseId && { caseId: row.caseId }),
  ...(row.endedAt && row.endReason && { endedAt: row.endedAt.toISOString(), endReason: row.endReason }),
  ...(row.urgency === "acute" && row.state !== "ended" && { emergencyNumbers: emergencyNumbers() }),
});

const ToldWords = z
  .object({
    name: z.string().optional().openapi({ description: "What they are called", example: "Marije" }),
    phones: z.array(ContactPhone).openapi({ description: "Their numbers, the first one first" }),
    mail: z.string().optional().openapi({ description: "Their mail address", example: "marije@example.org" }),
    reach: z.string().optional().openapi({
      description: "What else to know about reaching them",
      example: "Hang up if somebody else answers",
    }),
    windows: z.array(SafeWindow).openapi({ description: "When they can be reached without harm" }),
    subject: z.string().optional().openapi({ description: "Of a mail", example: "Mijn broer" }),
    text: z.string().optional().openapi({
      description: "What they told",
      example: "Her brother gave his house to a movement and will not come to the phone.",
    }),
    frame: MailFrame.optional(),
    added: z.array(AddedMail).optional().openapi({
      description: "What they wrote in later mails while the request was open, the earliest first",
    }),
  })
  .openapi("Told", { description: "What they told: sealed under a key of the request" });

export const CallbackRequestInFull = CallbackRequest.extend({
  told: ToldWords.optional().openapi({
    description:
      "Absent once it became a case, was erased, or was kept long enough: then nothing of it is left here",
  }),
}).openapi("CallbackRequestInFull");
export type CallbackRequestInFull = z.input<typeof CallbackRequestInFull>;

export const presentTold = (told: Told): z.input<typeof ToldWords> => ({
  ...(told.name !== undefined && { name: told.name }),
  phones: told.phones.map(({ number, note }) => ({ number, ...(note !== undefined && { note }) })),
  ...(told.mail !== undefined && { mail: told.mail }),
  ...(told.reach !== undefined && { reach: told.reach }),
  windows: told.windows.map(({ weekday, from, to, timeZone }) => ({ weekday, from, to, timeZone })),
  ...(told.subject !== undefined && { subject: told.subject }),
  ...(told.text !== undefined && { text: told.text }),
  ...(told.frame && { frame: presentFrame(told.frame) }),
  ...(told.added && { added: told.added.map(presentAdded) }),
});
