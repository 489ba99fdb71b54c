import { z } from "@hono/zod-openapi";
import { Id, Time } from "../platform/text/text.ts";
import { dealingOf, dealings, type Purpose, purposes } from "./actions.ts";
import type { AuditEventRow } from "./schema.ts";
import type { AuditFilters } from "./store.ts";

export const actionField = z.string().openapi({
  description: "What was done: a record and a past participle",
  example: "contact.read",
});
export const dealing = z.enum(dealings).openapi({
  description: "Which kind of dealing that is: NEN 7513's C, R, U, D and E",
  example: "read",
});
export const purpose = z.enum([...purposes, "unstated"]).openapi({
  description:
    "Why. `helping`: helping the caller. `handing-over`: a handoff and its basis. `answering-caller`: the caller's right to know. `letting-go`: erasure and retention. `protection`: a refused request, or an emergency call. `unstated`: written before purposes were, or past the service",
  example: "helping",
});
export const outcome = z.enum(["allowed", "refused"]).openapi({
  description: "Whether it was allowed",
  example: "allowed",
});
export const actorKind = z.enum(["member", "client", "job"]).openapi({
  description: "A person (`member`), an organization's system (`client`), or the service's clock (`job`)",
  example: "client",
});
export const actorRoles = z.array(z.string()).openapi({
  description: "The roles of the acting member at that time; empty where no member acted",
  example: ["counsellor"],
});

export const AuditEvent = z
  .object({
    id: Id.openapi({ example: "7d1b0c8e-5a2f-4e3d-9b6c-1f0e8d7c6b5a" }),
    number: z.int().optional().openapi({
      description: "Its number in its chain; absent until it is sealed, a minute later at most",
      example: 17,
    }),
    at: z.iso.datetime().openapi({ description: "When", example: "2026-01-05T09:00:00.000Z" }),
    action: actionField,
    dealing,
    operation: z.string().optional().openapi({
      description: "What was asked for: an operation of this interface, or a job; absent at a terminal",
      example: "getContact",
    }),
    purpose,
    outcome,
    participantId: Id.openapi({
      description: "Whose people or system it was: the participant in whose chain it stands",
      example: "1f6e4d3c-2b1a-4c9d-8e7f-6a5b4c3d2e11",
    }),
    actorKind,
    actorId: Id.optional().openapi({
      description: "Which member, system or job; told of one's own participant alone",
      example: "5b4a3c2d-1e0f-4a9b-8c7d-6e5f4a3b2c11",
    }),
    onBehalfOf: Id.optional().openapi({
      description: "The member for whom the system acted, as the system says; of one's own participant alone",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    actorRoles,
    subjectId: Id.openapi({
      description: "The record",
      example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
    }),
    subjectParticipantId: Id.openapi({
      description: "Whose record it is",
      example: "1f6e4d3c-2b1a-4c9d-8e7f-6a5b4c3d2e11",
    }),
    caseId: Id.optional().openapi({
      description: "The case that it is about, if it is one of one's own participant",
      example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
    }),
  })
  .openapi("AuditEvent", { description: "Who did what to which record, when and why: codes and ids only" });
export type AuditEvent = z.input<typeof AuditEvent>;

/** An entry as `participantId` may see it: people of its own alone, and which case of its own alone. */
export function presentAuditEvent(row: AuditEventRow, participantId: string): AuditEvent {
  const own = row.participantId === participantId;
  return {
    id: row.id,
    ...(own && row.seq !== null && { number: row.seq }),
    at: row.at.toISOString(),
    action: row.action,
    dealing: dealingOf(row.action),
    ...(row.operation !== null && { operation: row.operation }),
    purpose: row.purpose as Purpose,
    outcome: row.outcome,
    participantId: row.participantId,
    actorKind: row.actorKind,
    ...(own && { actorId: row.actorId }),
    ...(own && row.onBehalfOf !== null && { onBehalfOf: row.onBehalfOf }),
    actorRoles: row.actorRoles,
    subjectId: row.subjectId,
    subjectParticipantId: row.subjectParticipantId,
    ...(row.caseId !== null && row.subjectParticipantId === participantId && { caseId: row.caseId }),
  };
}

/** Which entries; without any of these, all. */
export const auditFilters = {
  since: Time.optional().openapi({ description: "Only from this time on", example: "2026-01-01T00:00:00Z" }),
  until: Time.optional().openapi({ description: "Only before this time", example: "2026-02-01T00:00:00Z" }),
  subjectId: Id.optional().openapi({ description: "Only about this record" }),
  caseId: Id.optional().openapi({ description: "Only about this case of your participant, and all of it" }),
  actorId: Id.optional().openapi({
    description: "Only what this member or system of your participant did, or what was done for it",
  }),
  action: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/, "must be a record and a past participle")
    .max(60)
    .optional()
    .openapi({ description: "Only this", example: "contact.read" }),
};

/** The filters as they bind a cursor. */
export const filtersOf = (query: AuditFilters): AuditFilters => ({
  since: query.since,
  until: query.until,
  subjectId: query.subjectId,
  caseId: query.caseId,
  actorId: query.actorId,
  action: query.action,
});
