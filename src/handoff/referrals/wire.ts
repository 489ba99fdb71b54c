import { z } from "@hono/zod-openapi";
import {
  ageBands,
  dataCategories,
  domain,
  language,
  province,
  relation,
  subjects,
  topics,
} from "../../cases/index.ts";
import { Id } from "../../platform/text/text.ts";
import {
  declineReasons,
  introductionChannels,
  obligationEndings,
  outcomes,
  retentionGrounds,
  safetyFlags,
  sides,
  urgencies,
} from "../codes.ts";
import { referralStates } from "./referral.ts";

export const ReferralPath = z.object({
  referralId: Id.openapi({ description: "The referral", example: "d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22" }),
});

export const ageBand = z.enum(ageBands).openapi({ description: "In years", example: "26-64" });
export const ageBandOf = z.enum(subjects).openapi({ description: "Whose age band it is", example: "caller" });
export const safety = z
  .array(z.enum(safetyFlags))
  .max(safetyFlags.length)
  .openapi({ description: "What to heed when the caller is contacted", example: ["no-voicemail"] });

const Summary = z
  .object({
    domain,
    topics,
    relation,
    ageBand,
    ageBandOf,
    language,
    province: province.optional(),
    urgency: z
      .enum(urgencies)
      .openapi({ description: "`urgent`: an answer within one working day", example: "normal" }),
    safetyFlags: safety,
  })
  .openapi("ReferralSummary", {
    description:
      "All that a recipient learns before an introduction is fixed: codes, as they were when drafted",
  });

const named = (example: string) => z.object({ id: Id, name: z.string().openapi({ example }) });
const state = z
  .enum(referralStates)
  .openapi({ description: "Where the referral is in its life", example: "offered" });
const AcknowledgedBy = z.object({
  at: z.iso.datetime(),
  function: z.string().openapi({ description: "The function of who took it in", example: "intake" }),
  name: z.string().optional().openapi({ description: "Their name, if given", example: "Noor" }),
});
const AcceptedBy = z.object({
  at: z.iso.datetime(),
  name: z.string().openapi({ description: "The professional who takes it up", example: "Noor de Wit" }),
  contact: z.string().openapi({ description: "How the counsellor reaches them", example: "030-1234567" }),
});
const Declined = z.object({
  reason: z.enum(declineReasons).openapi({ example: "no-capacity" }),
  betterServiceId: Id.optional().openapi({ description: "A service that fits better, if named" }),
});

const Introduction = z.object({
  at: z.iso.datetime().openapi({ description: "When the three speak", example: "2026-01-14T13:00:00.000Z" }),
  channel: z.enum(introductionChannels).openapi({ description: "How they speak", example: "three-way-call" }),
  missedTimes: z.int().openapi({
    description: "How often it was fixed and then missed; after the third time the referral lapses",
    example: 0,
  }),
});
const Confirmed = z.object({
  helpline: z.iso
    .datetime()
    .optional()
    .openapi({ description: "When the helpline's side said so", example: "2026-01-14T14:00:00.000Z" }),
  recipient: z.iso
    .datetime()
    .optional()
    .openapi({ description: "When the recipient said so", example: "2026-01-14T13:40:00.000Z" }),
});
const Outcome = z.object({
  outcome: z.enum(outcomes).openapi({ description: "Whether it helped", example: "helped" }),
  by: z.enum(sides).openapi({ description: "Which side said so", example: "recipient" }),
});

export const Obligation = z
  .object({
    id: Id.openapi({
      description: "The id of the referral that it came from: there is one at most for each",
      example: "d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22",
    }),
    raisedAt: z.iso.datetime().openapi({ example: "2026-01-20T10:00:00.000Z" }),
    dueAt: z.iso.datetime().optional().openapi({
      description: "By when it is to be met; absent once it is",
      example: "2026-01-23T10:00:00.000Z",
    }),
    endedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "Absent while it stands", example: "2026-01-21T08:30:00.000Z" }),
    endedAs: z
      .enum(obligationEndings)
      .optional()
      .openapi({ description: "What became of what the recipient held", example: "deleted" }),
    ground: z
      .enum(retentionGrounds)
      .optional()
      .openapi({ description: "On which legal ground it is kept", example: "medical-treatment-act" }),
    retainedUntil: z.iso
      .date()
      .optional()
      .openapi({ description: "Until when it is kept", example: "2046-01-20" }),
    function: z
      .string()
      .optional()
      .openapi({ description: "The function of who answered for it", example: "privacy officer" }),
  })
  .openapi("Obligation", {
    description:
      "What a recipient still owes once a handoff has ended: to delete what it holds of the caller",
  });

const answers = {
  offeredAt: z.iso.datetime().optional().openapi({ example: "2026-01-05T09:00:00.000Z" }),
  dueAt: z.iso
    .datetime()
    .optional()
    .openapi({ description: "The next deadline of a live referral", example: "2026-01-06T09:00:00.000Z" }),
  acknowledged: AcknowledgedBy.optional().openapi({ description: "Who took it in" }),
  accepted: AcceptedBy.optional().openapi({ description: "Who takes it up" }),
  declined: Declined.optional().openapi({ description: "Why not" }),
  proposedTimes: z
    .array(z.iso.datetime())
    .optional()
    .openapi({ description: "When the recipient could take part in the introduction" }),
  introduction: Introduction.optional().openapi({ description: "The introduction, once it is fixed" }),
  confirmed: Confirmed.optional().openapi({ description: "Who has confirmed that it took place" }),
  connectedAt: z.iso
    .datetime()
    .optional()
    .openapi({ description: "When both sides had", example: "2026-01-14T14:00:00.000Z" }),
  heldUntil: z.iso
    .datetime()
    .optional()
    .openapi({ description: "Nothing is due before then", example: "2026-01-30T09:00:00.000Z" }),
  outcome: Outcome.optional().openapi({ description: "What came of it" }),
  endedAt: z.iso.datetime().optional().openapi({ example: "2026-01-07T11:30:00.000Z" }),
  obligation: Obligation.optional().openapi({ description: "What the recipient owes, or owed" }),
};

export const SentReferral = z
  .object({
    direction: z.literal("sent"),
    id: Id,
    state,
    caseId: Id,
    helpQuestionId: Id,
    consentId: Id.optional().openapi({ description: "What the offer rests on; absent in a draft" }),
    recipient: named("De Brug"),
    service: named("Behandeling na dwang en manipulatie"),
    summary: Summary,
    draftedAt: z.iso.datetime(),
    continuesId: Id.optional().openapi({
      description: "The referral that it continues with another service",
    }),
    suspendedAt: z.iso.datetime().optional().openapi({
      description:
        "Since when it waits, because the caller refused while it rested on an override: another member decides by `dueAt`, and until then its recipient sees it as withdrawn",
      example: "2026-01-07T11:30:00.000Z",
    }),
    disclosedCategories: z
      .array(z.enum(dataCategories))
      .optional()
      .openapi({ description: "Which kinds of data were disclosed last", example: ["contact", "identity"] }),
    ...answers,
  })
  .openapi("SentReferral", { description: "A referral as its sender sees it" });
export type SentReferral = z.input<typeof SentReferral>;

export const ReceivedReferral = z
  .object({
    direction: z.literal("received"),
    id: Id,
    state,
    sender: named("Helplijn").optional(),
    service: named("Behandeling na dwang en manipulatie").optional(),
    summary: Summary.optional(),
    feedbackAgreed: z.boolean().optional().openapi({
      description: "Once in contact: whether the caller agreed that you tell the helpline what came of it",
      example: true,
    }),
    ...answers,
  })
  .openapi("ReceivedReferral", {
    description:
      "A referral as its recipient sees it. Case, help question and consent stay with the sender, and once it has ended without completion, or was withdrawn afterwards, only id, state, endedAt and your obligation are left",
  });
export type ReceivedReferral = z.input<typeof ReceivedReferral>;

export const Referral = z
  .discriminatedUnion("direction", [SentReferral, ReceivedReferral])
  .openapi("Referral", { description: "A referral, as your side of it sees it" });
export type Referral = z.input<typeof Referral>;

export const WithdrawnReferral = z
  .object({ id: Id, state: z.literal("withdrawn"), endedAt: z.iso.datetime() })
  .openapi("WithdrawnReferral", {
    description: "What is told of a withdrawal: any counsellor may make it, and it shows nothing of the case",
  });
export type WithdrawnReferral = z.input<typeof WithdrawnReferral>;
