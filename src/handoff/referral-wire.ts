import { z } from "@hono/zod-openapi";
import { Id } from "../platform/text.ts";
import { domain, language, province, relation, topics } from "./case-wire.ts";
import { ageBands, declineReasons, safetyFlags, subjects, urgencies } from "./codes.ts";
import { hasEnded, type ReferralState, referralStates, stateAt } from "./referral.ts";
import type { ReferralView } from "./referral-store.ts";
import type { ReferralRow } from "./schema.ts";

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

const answers = {
  offeredAt: z.iso.datetime().optional().openapi({ example: "2026-01-05T09:00:00.000Z" }),
  dueAt: z.iso
    .datetime()
    .optional()
    .openapi({ description: "The next deadline of a live referral", example: "2026-01-06T09:00:00.000Z" }),
  acknowledged: AcknowledgedBy.optional().openapi({ description: "Who took it in" }),
  accepted: AcceptedBy.optional().openapi({ description: "Who takes it up" }),
  declined: Declined.optional().openapi({ description: "Why not" }),
  endedAt: z.iso.datetime().optional().openapi({ example: "2026-01-07T11:30:00.000Z" }),
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
    ...answers,
  })
  .openapi("ReceivedReferral", {
    description:
      "A referral as its recipient sees it. Case, help question and consent stay with the sender, and once it has ended without completion only id, state and endedAt are left",
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

const presentSummary = (row: ReferralRow): z.input<typeof Summary> => ({
  domain: row.domain,
  topics: row.topics,
  relation: row.relation,
  ageBand: row.ageBand,
  ageBandOf: row.ageBandOf,
  language: row.language,
  ...(row.province && { province: row.province }),
  urgency: row.urgency,
  safetyFlags: row.safetyFlags,
});

function presentAnswers(row: ReferralRow, state: ReferralState) {
  const endedAt = hasEnded(state) ? (row.endedAt ?? row.basisExpiresAt) : null;
  return {
    ...(row.offeredAt && { offeredAt: row.offeredAt.toISOString() }),
    ...(row.dueAt && !endedAt && { dueAt: row.dueAt.toISOString() }),
    ...(row.acknowledgedAt &&
      row.acknowledgedByFunction && {
        acknowledged: {
          at: row.acknowledgedAt.toISOString(),
          function: row.acknowledgedByFunction,
          ...(row.acknowledgedByName && { name: row.acknowledgedByName }),
        },
      }),
    ...(row.acceptedAt &&
      row.acceptedByName &&
      row.acceptedByContact && {
        accepted: {
          at: row.acceptedAt.toISOString(),
          name: row.acceptedByName,
          contact: row.acceptedByContact,
        },
      }),
    ...(row.declineReason && {
      declined: {
        reason: row.declineReason,
        ...(row.betterServiceId && { betterServiceId: row.betterServiceId }),
      },
    }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
  };
}

export function presentSentReferral(
  { referral: row, service, recipient }: ReferralView,
  now: Date,
): SentReferral {
  const state = stateAt(row, now);
  return {
    direction: "sent",
    id: row.id,
    state,
    caseId: row.caseId,
    helpQuestionId: row.helpQuestionId,
    ...(row.consentId && { consentId: row.consentId }),
    recipient: { id: row.recipientId, name: recipient },
    service: { id: row.serviceId, name: service },
    summary: presentSummary(row),
    draftedAt: row.draftedAt.toISOString(),
    ...presentAnswers(row, state),
  };
}

export function presentReceivedReferral(
  { referral: row, service, sender }: ReferralView,
  now: Date,
): ReceivedReferral {
  const state = stateAt(row, now);
  const told = presentAnswers(row, state);
  if (hasEnded(state) && state !== "completed")
    return { direction: "received", id: row.id, state, ...(told.endedAt && { endedAt: told.endedAt }) };
  return {
    direction: "received",
    id: row.id,
    state,
    sender: { id: row.senderId, name: sender },
    service: { id: row.serviceId, name: service },
    summary: presentSummary(row),
    ...told,
  };
}

export function presentWithdrawnReferral(row: ReferralRow): WithdrawnReferral {
  const endedAt = row.endedAt ?? row.basisExpiresAt ?? row.movedAt;
  return { id: row.id, state: "withdrawn", endedAt: endedAt.toISOString() };
}
