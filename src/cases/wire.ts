import { z } from "@hono/zod-openapi";
import { domains } from "../directory/index.ts";
import { Id } from "../platform/text/text.ts";
import {
  capacities,
  consentMethods,
  dataCategories,
  endReasons,
  languages,
  provinces,
  purposes,
  relations,
  subjects,
} from "./codes.ts";
import type { CaseRow, ConsentRow, HelpQuestionRow } from "./schema.ts";

export const CasePath = z.object({
  caseId: Id.openapi({ description: "The case", example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" }),
});
export const ConsentPath = z.object({
  consentId: Id.openapi({ description: "The consent", example: "9b6d0f1e-7a43-4d2c-8f5b-2c1d7e9a4b33" }),
});

export const relation = z.enum(relations).openapi({
  description:
    "How the caller stands to what happened: `harmed` themselves, a `relative` or friend of the person concerned, or a `professional`",
  example: "relative",
});
export const language = z.enum(languages).openapi({
  description: "The language that the caller speaks with us (ISO 639-1, or `other`)",
  example: "nl",
});
export const province = z.enum(provinces).openapi({
  description: "The Dutch province where the caller lives: the nearest place that is ever told",
  example: "Utrecht",
});
export const domain = z.enum(domains).openapi({ description: "Where the help is sought", example: "care" });
export const topics = z
  .array(z.string().regex(/^[a-z0-9-]{1,60}$/, "must be a topic's code"))
  .min(1)
  .max(10)
  .openapi({ description: "Codes of listTaxonomyTerms", example: ["manipulation", "trauma-care"] });

const consentTerms = {
  recipientId: Id.openapi({
    description: "The participant who may know; for a follow-up your own",
    example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
  }),
  subject: z.enum(subjects).openapi({
    description: "Whose data: the caller's, or the person's that the call is about",
    example: "caller",
  }),
  purpose: z.enum(purposes).openapi({
    description:
      "`handoff`: the recipient may get these data. `feedback`: the recipient may report back. `follow-up`: the helpline may contact the caller again",
    example: "handoff",
  }),
  categories: z
    .array(z.enum(dataCategories))
    .min(1)
    .max(dataCategories.length)
    .openapi({ description: "Which kinds of data", example: ["contact", "identity"] }),
  capacity: z
    .enum(capacities)
    .openapi({ description: "In which capacity the consent is given", example: "adult" }),
  method: z.enum(consentMethods).openapi({ description: "How it is given", example: "spoken" }),
  textVersion: z
    .string()
    .regex(/^[a-z0-9.-]{1,40}$/, "must be lower-case letters, digits, dots and hyphens")
    .openapi({
      description: "Which text was read out: its version in `listConsentTexts`",
      example: "handoff-2026.1",
    }),
  textLanguage: z
    .enum(["nl", "en"])
    .openapi({ description: "The language in which it was read out", example: "nl" }),
};
export const NewConsentTerms = z.strictObject(consentTerms);

export const Consent = z
  .object({
    id: Id.openapi({ example: "9b6d0f1e-7a43-4d2c-8f5b-2c1d7e9a4b33" }),
    caseId: Id.openapi({ example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" }),
    ...consentTerms,
    takenBy: Id.openapi({
      description: "The member who recorded it",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    givenAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    expiresAt: z.iso
      .datetime()
      .openapi({ description: "From then on it is no basis any more", example: "2026-04-05T08:00:00.000Z" }),
    withdrawnAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "Absent while it stands", example: "2026-02-01T10:15:00.000Z" }),
  })
  .openapi("Consent", { description: "What a caller agreed to: one recipient, one purpose" });
export type Consent = z.input<typeof Consent>;

export function presentConsent(row: ConsentRow): Consent {
  return {
    id: row.id,
    caseId: row.caseId,
    recipientId: row.recipientId,
    subject: row.subject,
    purpose: row.purpose,
    categories: row.categories,
    capacity: row.capacity,
    method: row.method,
    textVersion: row.textVersion,
    textLanguage: row.textLanguage,
    takenBy: row.takenBy,
    givenAt: row.givenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ...(row.withdrawnAt && { withdrawnAt: row.withdrawnAt.toISOString() }),
  };
}

export const HelpQuestion = z
  .object({
    id: Id.openapi({ example: "6c1a9e52-0d4f-4b7e-a1c8-5e2f7b3d9a44" }),
    caseId: Id.openapi({ example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" }),
    domain,
    topics,
    ownerId: Id.openapi({
      description: "The member who sees to it",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    nextAction: z
      .string()
      .optional()
      .openapi({ description: "What the owner has to see to, as a code", example: "referral-declined" }),
    nextActionOn: z.iso.date().optional().openapi({ description: "The day for it", example: "2026-01-08" }),
    addedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    endedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "Absent while it is open", example: "2026-02-01T10:15:00.000Z" }),
    endReason: z
      .enum(endReasons)
      .optional()
      .openapi({ description: "How it ended; absent while it is open", example: "advised" }),
    conversationId: Id.optional().openapi({
      description: "The conversation in which it was framed",
      example: "2e5b8c1d-4f7a-4d3e-9b6c-8a1f2d4e6b77",
    }),
    hasOwnWords: z.boolean().openapi({
      description: "Whether the caller's own words are kept with it, which `getHelpQuestion` tells",
      example: false,
    }),
  })
  .openapi("HelpQuestion", { description: "One concrete need of the caller" });
export type HelpQuestion = z.input<typeof HelpQuestion>;

export function presentHelpQuestion(row: HelpQuestionRow): HelpQuestion {
  return {
    id: row.id,
    caseId: row.caseId,
    domain: row.domain,
    topics: row.topics,
    ownerId: row.ownerId,
    ...(row.nextAction && row.nextActionOn && { nextAction: row.nextAction, nextActionOn: row.nextActionOn }),
    addedAt: row.addedAt.toISOString(),
    ...(row.endedAt && row.endReason && { endedAt: row.endedAt.toISOString(), endReason: row.endReason }),
    ...(row.conversationId && { conversationId: row.conversationId }),
    hasOwnWords: row.sealed !== null,
  };
}

export const Case = z
  .object({
    id: Id.openapi({ example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" }),
    code: z.string().openapi({
      description: "Finds the case again on the phone; it proves nothing, and nothing is told on it alone",
      example: "K7Q4-9M2R",
    }),
    relation,
    language,
    province: province.optional(),
    ownerId: Id.openapi({
      description: "The counsellor whose case it is",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    colleagueIds: z.array(Id).openapi({ description: "The members who may read it besides", example: [] }),
    openedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    helpQuestions: z.array(HelpQuestion).openapi({ description: "In the order in which they were added" }),
    consents: z.array(Consent).openapi({ description: "In the order in which they were given" }),
  })
  .openapi("Case", { description: "One pseudonymous person's file at a helpline" });
export type Case = z.input<typeof Case>;

export function presentCase(
  row: CaseRow,
  parts: {
    colleagueIds: readonly string[];
    helpQuestions: readonly HelpQuestionRow[];
    consents: readonly ConsentRow[];
  },
): Case {
  return {
    id: row.id,
    code: row.code,
    relation: row.relation,
    language: row.language,
    ...(row.province && { province: row.province }),
    ownerId: row.ownerId,
    colleagueIds: [...parts.colleagueIds],
    openedAt: row.openedAt.toISOString(),
    helpQuestions: parts.helpQuestions.map(presentHelpQuestion),
    consents: parts.consents.map(presentConsent),
  };
}
