import { z } from "@hono/zod-openapi";
import {
  ageBands,
  Contact,
  capacities,
  consentMethods,
  dataCategories,
  domain,
  endReasons,
  language,
  NewSafeContact,
  ownerChanges,
  province,
  purposes,
  relation,
  subjects,
  takeOverReasons,
  topics,
} from "../../cases/index.ts";
import {
  callerTold,
  introductionChannels,
  obligationEndings,
  outcomes,
  overrideGrounds,
  retentionGrounds,
  safetyFlags,
} from "../codes.ts";
import { emergencyFindings } from "../emergencies/codes.ts";
import { emergencyTerms, emergencyWords } from "../emergencies/wire.ts";
import { referralStates } from "../referrals/referral.ts";

const time = (description: string) =>
  z.iso.datetime().openapi({ description, example: "2026-01-05T09:00:00.000Z" });
const categories = z
  .array(z.enum(dataCategories))
  .openapi({ description: "Which kinds of data", example: ["contact", "identity"] });
const recipient = z.string().openapi({ description: "The organization", example: "De Brug" });
const subject = z.enum(subjects).openapi({ description: "Whose data", example: "caller" });

const ExportedNote = z
  .object({
    writtenAt: time("When it was written"),
    text: z.string().openapi({ description: "What was written", example: "Is afraid of her brother." }),
  })
  .openapi("ExportedNote", { description: "What a counsellor wrote down" });

const ExportedQuestion = z
  .object({
    domain,
    topics,
    ownWords: z
      .string()
      .optional()
      .openapi({ description: "In the caller's own words", example: "I want my savings back." }),
    addedAt: time("When it was framed"),
    endedAt: time("When it ended; absent while it is open").optional(),
    endReason: z.enum(endReasons).optional().openapi({ description: "How it ended", example: "advised" }),
    history: z
      .array(
        z.object({
          at: time("When it changed"),
          nextAction: z
            .string()
            .optional()
            .openapi({ description: "What was to be done next, as a code", example: "call-back" }),
          nextActionOn: z.iso
            .date()
            .optional()
            .openapi({ description: "The day for it", example: "2026-01-08" }),
        }),
      )
      .openapi({ description: "When owner, next action or end changed, the oldest first" }),
  })
  .openapi("ExportedQuestion", { description: "A need of the caller, as it was framed" });

const ExportedConsent = z
  .object({
    recipient,
    subject,
    purpose: z.enum(purposes).openapi({ description: "What it is for", example: "handoff" }),
    categories,
    capacity: z.enum(capacities).openapi({ description: "In which capacity it was given", example: "adult" }),
    method: z.enum(consentMethods).openapi({ description: "How it was given", example: "spoken" }),
    text: z.array(z.string()).openapi({
      description:
        "The text that was read out, in the language in which it was, before the names and the day were filled in",
      example: ["Is dit duidelijk? Vindt u het goed?"],
    }),
    givenAt: time("When it was given"),
    expiresAt: time("When it ends by itself"),
    withdrawnAt: time("When it was withdrawn; absent while it stands").optional(),
  })
  .openapi("ExportedConsent", { description: "What the caller agreed to" });

const ExportedOverride = z
  .object({
    recipient,
    subject,
    categories,
    ground: z
      .enum(overrideGrounds)
      .openapi({ description: "On which ground the caller was not asked", example: "vital-interest" }),
    necessity: z
      .string()
      .openapi({ description: "Why it was necessary", example: "Her life was in danger." }),
    callerTold: z.enum(callerTold).openapi({ description: "Whether the caller was told", example: "told" }),
    madeAt: time("When it was decided"),
    objectedAt: time("When the caller objected").optional(),
    endedAt: time("When it ended; absent while it stands").optional(),
  })
  .openapi("ExportedOverride", { description: "A decision to disclose without the caller's consent" });

const ExportedEmergency = z
  .object({
    ...emergencyTerms,
    ...emergencyWords,
    toldAt: time("When the call was made"),
    recordedAt: time("When it was written down"),
    reviewedAt: time("When another member looked at it; absent until then").optional(),
    finding: z
      .enum(emergencyFindings)
      .optional()
      .openapi({ description: "What they found", example: "right" }),
  })
  .openapi("ExportedEmergency", { description: "An emergency call that was made" });

const ExportedHandoff = z
  .object({
    recipient,
    service: z.string().openapi({ description: "The service", example: "Hulp na manipulatie" }),
    offeredAt: time("Since when the recipient could read the summary"),
    state: z.enum(referralStates).openapi({ description: "How far it came", example: "scheduled" }),
    endedAt: time("When it ended; absent while it is open").optional(),
    summary: z
      .object({
        domain,
        topics,
        relation,
        ageBand: z.enum(ageBands).openapi({ description: "The age band", example: "26-64" }),
        ageBandOf: z.enum(subjects).openapi({ description: "Whose age", example: "caller" }),
        language,
        province: province.optional(),
        safetyFlags: z
          .array(z.enum(safetyFlags))
          .openapi({ description: "What to be careful of", example: ["no-voicemail"] }),
      })
      .openapi("ExportedSummary", { description: "What the recipient was told without a name: codes only" }),
    introduction: z
      .object({
        at: time("For when it was fixed"),
        channel: z.enum(introductionChannels).openapi({ description: "How", example: "three-way-call" }),
      })
      .optional()
      .openapi({ description: "The introduction; absent if none was fixed" }),
    disclosed: z
      .object({
        categories,
        since: time("From when the recipient could learn who the caller is"),
        learnedAt: time("When the recipient first did; absent if it never did").optional(),
      })
      .optional()
      .openapi({ description: "What the recipient could learn of the caller; absent if nothing" }),
    outcome: z.enum(outcomes).optional().openapi({ description: "What came of it", example: "helped" }),
    deletion: z
      .object({
        askedAt: time("When the recipient was asked to delete what it knew"),
        answeredAt: time("When it answered; absent while it has not").optional(),
        answer: z
          .enum(obligationEndings)
          .optional()
          .openapi({ description: "What became of it", example: "deleted" }),
        ground: z
          .enum(retentionGrounds)
          .optional()
          .openapi({ description: "On which legal ground it is kept", example: "medical-treatment-act" }),
        retainedUntil: z.iso
          .date()
          .optional()
          .openapi({ description: "Until when it is kept", example: "2046-01-20" }),
      })
      .optional()
      .openapi({ description: "What became of what the recipient knew; absent if it was not asked" }),
  })
  .openapi("ExportedHandoff", { description: "Who received what of the caller, and when" });

const ExportedLook = z
  .object({
    at: time("When"),
    organization: z.string().openapi({ description: "Whose people or system it was", example: "De Brug" }),
    by: z.enum(["member", "client", "job"]).openapi({
      description: "A person (`member`), an organization's system (`client`), or the service's clock (`job`)",
      example: "member",
    }),
    action: z
      .string()
      .openapi({ description: "What was done: a record and a past participle", example: "disclosure.read" }),
  })
  .openapi("ExportedLook", {
    description: "Who looked, or did something: the organization, and not which of its people",
  });

export const CaseExport = z
  .object({
    exportedAt: time("When the export was made"),
    code: z.string().openapi({ description: "The code of the case", example: "K7Q4-9M2R" }),
    openedAt: time("When the case was opened"),
    relation,
    language,
    province: province.optional(),
    contact: Contact.optional(),
    safeContact: NewSafeContact.optional(),
    codeWordAgreed: z.boolean().openapi({
      description: "Whether a code word is kept; the word itself nobody can read",
      example: true,
    }),
    notes: z.array(ExportedNote).openapi({ description: "The oldest first" }),
    helpQuestions: z
      .array(ExportedQuestion)
      .openapi({ description: "In the order in which they were added" }),
    handOvers: z
      .array(
        z.object({
          at: time("When"),
          kind: z.enum(ownerChanges).openapi({ description: "How", example: "handed-over" }),
          reason: z.enum(takeOverReasons).openapi({ description: "Why", example: "workload" }),
        }),
      )
      .openapi({ description: "How the case came from one counsellor to another, the oldest first" }),
    consents: z.array(ExportedConsent).openapi({ description: "In the order in which they were given" }),
    overrides: z.array(ExportedOverride).openapi({ description: "In the order in which they were made" }),
    emergencies: z
      .array(ExportedEmergency)
      .openapi({ description: "In the order in which they were written down" }),
    handoffs: z.array(ExportedHandoff).openapi({ description: "In the order in which they were offered" }),
    looks: z.array(ExportedLook).openapi({
      description:
        "Everything that was read or done in the case, here and at the recipients; the oldest first",
    }),
  })
  .openapi("CaseExport", {
    description: "All that a case holds of its caller, for the caller (GDPR, article 15)",
  });
export type CaseExport = z.input<typeof CaseExport>;
