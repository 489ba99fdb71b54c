import { z } from "@hono/zod-openapi";
import { Id, personalText } from "../../platform/text/text.ts";
import {
  answers,
  contactChannels,
  conversationOutcomes,
  dangerSigns,
  dependences,
  harmedPersons,
  natures,
  sinceBands,
} from "../codes.ts";
import type { AdditionRow, ConversationRow } from "../schema.ts";

const conversationId = "2e5b8c1d-4f7a-4d3e-9b6c-8a1f2d4e6b77";
export const ConversationPath = z.object({
  conversationId: Id.openapi({ description: "The conversation", example: conversationId }),
});

export const talkText = personalText(10_000).openapi({
  description: "What was said; a Dutch citizen number (BSN) in it is refused",
  example: "Left the group in March. Her savings are still with the leader.",
});

const many = <T extends readonly [string, ...string[]]>(
  codes: T,
  description: string,
  example: T[number][],
) => z.array(z.enum(codes)).max(codes.length).openapi({ description, example });

/** What is charted in codes: none of it has to be. */
export const chart = {
  topics: z
    .array(z.string().regex(/^[a-z0-9-]{1,60}$/, "must be a topic's code"))
    .max(20)
    .openapi({
      description: "The kinds of abuse: codes of `listTaxonomyTerms` of the taxonomy `abuse`",
      example: ["psychological-abuse", "financial-abuse"],
    }),
  harmed: z.enum(harmedPersons).openapi({ description: "To whom it is done", example: "caller" }),
  since: z
    .enum(sinceBands)
    .openapi({ description: "Since when; `in-the-past` where it is over", example: "1-5-years" }),
  goingOn: z.enum(answers).openapi({ description: "Whether it still goes on", example: "yes" }),
  minorsInvolved: z.enum(answers).openapi({ description: "Whether minors are involved", example: "no" }),
  dependence: many(dependences, "By what the person is tied to who harms them", ["housing", "belief"]),
  dangerSigns: many(
    dangerSigns,
    "Signs of danger. Any of them opens the step list of the reporting code; nothing is ever reported by itself",
    ["stalking"],
  ),
  nature: z.enum(natures).openapi({
    description:
      "Whether it may be criminal, psychological or both, as the counsellor judges it; for the figures",
    example: "both",
  }),
};

export const contact = {
  channel: z.enum(contactChannels).openapi({ description: "How it was held", example: "phone" }),
  minutes: z.int().min(0).max(600).openapi({ description: "How long it took", example: 45 }),
  outcome: z.enum(conversationOutcomes).openapi({
    description: "What it came to; `listened` is a good end",
    example: "listened",
  }),
};

/** How a contact moment was held and what was charted of it, as it is told. */
export const charted = {
  ...contact,
  ...chart,
  harmed: chart.harmed.optional(),
  since: chart.since.optional(),
  goingOn: chart.goingOn.optional(),
  minorsInvolved: chart.minorsInvolved.optional(),
  nature: chart.nature.optional(),
};

export const presentCharted = (row: ConversationRow) => ({
  channel: row.channel,
  minutes: row.minutes,
  outcome: row.outcome,
  topics: row.topics,
  ...(row.harmed && { harmed: row.harmed }),
  ...(row.since && { since: row.since }),
  ...(row.goingOn && { goingOn: row.goingOn }),
  ...(row.minorsInvolved && { minorsInvolved: row.minorsInvolved }),
  dependence: row.dependence,
  dangerSigns: row.dangerSigns,
  ...(row.nature && { nature: row.nature }),
});

export const Conversation = z
  .object({
    id: Id.openapi({ example: conversationId }),
    caseId: Id.openapi({ example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" }),
    appointmentId: Id.optional().openapi({
      description: "The appointment that it held",
      example: "8f1b3d5c-2a4e-4c6f-9d7b-5e3a1c9f7b22",
    }),
    counsellorId: Id.openapi({
      description: "The counsellor who talked",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    startedAt: z.iso.datetime().openapi({ example: "2026-01-05T08:15:00.000Z" }),
    ...charted,
    stepsDueAt: z.iso.datetime().optional().openapi({
      description: "After danger signs: until when the step list is to be gone through",
      example: "2026-01-06T23:00:00.000Z",
    }),
    hasNote: z.boolean().openapi({
      description: "Whether a note is kept with it, which `getConversation` tells",
      example: true,
    }),
    recordedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("Conversation", { description: "One contact moment of a case, charted in codes" });
export type Conversation = z.input<typeof Conversation>;

export const presentConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  caseId: row.caseId,
  ...(row.appointmentId && { appointmentId: row.appointmentId }),
  counsellorId: row.counsellorId,
  startedAt: row.startedAt.toISOString(),
  ...presentCharted(row),
  ...(row.stepsDueAt && { stepsDueAt: row.stepsDueAt.toISOString() }),
  hasNote: row.sealed !== null,
  recordedAt: row.recordedAt.toISOString(),
});

export const Addition = z
  .object({
    id: Id.openapi({ example: "6a8c2e4b-1d3f-4b5a-8c7e-9f2d4b6a8c11" }),
    conversationId: Id.openapi({ example: conversationId }),
    authorId: Id.openapi({
      description: "The member who wrote it",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    writtenAt: z.iso.datetime().openapi({ example: "2026-01-05T11:30:00.000Z" }),
  })
  .openapi("ConversationAddition", { description: "That something was added to a conversation" });
export type Addition = z.input<typeof Addition>;

export const presentAddition = (row: AdditionRow): Addition => ({
  id: row.id,
  conversationId: row.conversationId,
  authorId: row.authorId,
  writtenAt: row.writtenAt.toISOString(),
});

const AdditionInWords = Addition.extend({ text: talkText }).openapi("ConversationAdditionInWords");

export const ConversationFile = Conversation.extend({
  note: talkText.optional(),
  additions: z.array(AdditionInWords).openapi({ description: "What was added afterwards, the oldest first" }),
}).openapi("ConversationFile", { description: "A conversation with all that was written down of it" });
export type ConversationFile = z.input<typeof ConversationFile>;

export const placeOfNote = (id: string) => ({ table: "conversation", column: "sealed", rowId: id });
export const placeOfAddition = (id: string) => ({
  table: "conversation_addition",
  column: "sealed",
  rowId: id,
});
