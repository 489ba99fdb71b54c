import { z } from "@hono/zod-openapi";
import { Id } from "../platform/text/text.ts";
import { reaches } from "./reach.ts";
import type { participants, partnerships } from "./schema.ts";

type ParticipantRow = typeof participants.$inferSelect;
type PartnershipRow = typeof partnerships.$inferSelect;

const days = (what: string, example: number) =>
  z
    .int()
    .min(1)
    .max(30)
    .openapi({ description: `Working days ${what}`, example });

const grace = z.int().min(0).max(30).openapi({
  description: "Working days after that until an offer without an answer lapses",
  example: 2,
});
const introduceWithin = z.int().min(1).max(90).openapi({
  description: "Days from the acceptance until the introduction is to be fixed",
  example: 14,
});
const workingDays = z
  .array(z.int().min(1).max(7))
  .min(1)
  .max(7)
  .openapi({
    description: "The weekdays on which it works, 1 for Monday; public holidays never count",
    example: [1, 2, 3, 4, 5],
  });
const retentionDays = z.int().min(30).max(3650).openapi({
  description: "Days that its ended referrals are kept; without it as long as the network keeps them",
  example: 365,
});

const caseRetentionDays = z.int().min(30).max(3650).openapi({
  description:
    "Days that its closed cases are kept: those without an open help question, a consent in force or an obligation that stands. Without it they are kept until somebody erases them",
  example: 730,
});

const auditYears = z.int().min(5).max(30).openapi({
  description: "Years that its audit entries are kept: five, as NEN 7513 asks, or more",
  example: 5,
});

export const PartnershipTerms = z
  .strictObject({
    sends: z
      .boolean()
      .openapi({ description: "Whether it offers referrals: a helpline does", example: false }),
    receives: z.boolean().openapi({ description: "Whether its services take referrals", example: true }),
    acknowledgeWithin: days("until an offer is to be acknowledged", 1).default(1),
    answerWithin: days("until an offer is to be accepted or declined", 2).default(2),
    answerGrace: grace.default(2),
    introduceWithin: introduceWithin.default(14),
    confirmWithin: days("from an introduction until both sides are to have confirmed it", 1).default(1),
    workingDays: workingDays.default([1, 2, 3, 4, 5]),
    retentionDays: retentionDays.optional(),
    caseRetentionDays: caseRetentionDays.optional(),
    auditYears: auditYears.default(5),
  })
  .openapi("PartnershipTerms", { description: "What a participant agrees with the network" });
export type PartnershipTerms = z.output<typeof PartnershipTerms>;

const reach = z.enum(reaches).openapi({
  description:
    "How it receives: `api` by its own system, `console` by signing in, `link` by a link to one referral, `phone` by telephone without any login",
  example: "api",
});

export const ParticipantPath = z.object({
  participantId: Id.openapi({
    description: "The participant",
    example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
  }),
});

export const Participant = z
  .object({
    id: Id.openapi({ example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10" }),
    name: z.string().openapi({ description: "As the network knows it", example: "De Brug" }),
    reach,
    operator: z.boolean().openapi({ description: "Whether it runs the network", example: false }),
    suspended: z
      .boolean()
      .openapi({ description: "While true it can neither act nor be offered anything", example: false }),
    joinedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    partnership: z
      .object({
        sends: z.boolean().openapi({ description: "Whether it offers referrals", example: false }),
        receives: z.boolean().openapi({ description: "Whether its services take referrals", example: true }),
        acknowledgeWithin: z
          .int()
          .openapi({ description: "Working days until an offer is to be acknowledged", example: 1 }),
        answerWithin: z
          .int()
          .openapi({ description: "Working days until an offer is to be answered", example: 2 }),
        answerGrace: grace,
        introduceWithin,
        confirmWithin: z.int().openapi({
          description: "Working days from an introduction until both sides are to have confirmed it",
          example: 1,
        }),
        workingDays,
        retentionDays: retentionDays.optional(),
        caseRetentionDays: caseRetentionDays.optional(),
        auditYears,
        agreedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
      })
      .optional()
      .openapi({ description: "Its agreement with the network; absent while there is none" }),
  })
  .openapi("Participant", { description: "An organization as a party in the network" });
export type Participant = z.input<typeof Participant>;

export function presentParticipant(row: ParticipantRow, terms: PartnershipRow | null): Participant {
  return {
    id: row.id,
    name: row.name,
    reach: row.reach,
    operator: row.operator,
    suspended: row.suspendedAt !== null,
    joinedAt: row.joinedAt.toISOString(),
    ...(terms && {
      partnership: {
        sends: terms.sends,
        receives: terms.receives,
        acknowledgeWithin: terms.acknowledgeWithin,
        answerWithin: terms.answerWithin,
        answerGrace: terms.answerGrace,
        introduceWithin: terms.introduceWithin,
        confirmWithin: terms.confirmWithin,
        workingDays: terms.workingDays,
        ...(terms.retentionDays && { retentionDays: terms.retentionDays }),
        ...(terms.caseRetentionDays && { caseRetentionDays: terms.caseRetentionDays }),
        auditYears: terms.auditYears,
        agreedAt: terms.agreedAt.toISOString(),
      },
    }),
  };
}

/** What a proposal to change a participant's part in the network was made on. */
export const standingParticipant = (row: ParticipantRow, terms: PartnershipRow | null) => {
  const { suspended, partnership } = presentParticipant(row, terms);
  return { suspended, ...(partnership && { partnership }) };
};
