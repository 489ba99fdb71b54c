import { type Dealing, dealingOf } from "../actions.ts";
import type { AuditEventRow } from "../schema.ts";

/** The codes of NEN 7513 for kinds of dealings, after DICOM. */
const actionCodes: Record<Dealing, string> = {
  create: "C",
  read: "R",
  update: "U",
  delete: "D",
  execute: "E",
};

/** An RFC 3881 outcome: 0 for success, 4 for a request that was refused. */
const outcomes = { allowed: "0", refused: "4" } as const;

/**
 * The fields of NEN 7513 that a record of the export has, by their names there, in this order. The client is the
 * person concerned: pseudonymous, by the id of the case. Fields that would name a person are not kept at all.
 */
export const nen7513Fields = [
  "EventID",
  "EventActionCode",
  "EventDateTime",
  "EventOutcomeIndicator",
  "EventTypeCode",
  "UserID",
  "AlternativeUserID",
  "UserIsRequestor",
  "RoleIDCode",
  "PurposeOfUse",
  "AuditEnterpriseSiteID",
  "AuditSourceID",
  "AuditSourceTypeCode",
  "ClientParticipantObjectID",
  "ParticipantObjectID",
  "ParticipantObjectIDTypeCode",
  "ParticipantObjectDataLifeCycle",
  "ParticipantObjectDetail",
] as const;

/** An entry by those names, as `participantId` may see it; empty where there is nothing to tell. */
export function nen7513Record(
  row: AuditEventRow,
  participantId: string,
): Record<(typeof nen7513Fields)[number], string> {
  const own = row.participantId === participantId;
  const ownCase = row.subjectParticipantId === participantId;
  const [objectType = ""] = row.action.split(".");
  const dealing = dealingOf(row.action);
  return {
    EventID: row.id,
    EventActionCode: actionCodes[dealing],
    EventDateTime: row.at.toISOString(),
    EventOutcomeIndicator: outcomes[row.outcome],
    EventTypeCode: row.action,
    UserID: own ? (row.onBehalfOf ?? row.actorId) : "",
    AlternativeUserID: own && row.onBehalfOf ? row.actorId : "",
    UserIsRequestor: String(row.actorKind !== "job"),
    RoleIDCode: row.actorRoles.join(" ") || row.actorKind,
    PurposeOfUse: row.purpose,
    AuditEnterpriseSiteID: row.participantId,
    AuditSourceID: own && row.seq !== null ? String(row.seq) : "",
    AuditSourceTypeCode: "handreiking",
    ClientParticipantObjectID: (ownCase && row.caseId) || "",
    ParticipantObjectID: row.subjectId,
    ParticipantObjectIDTypeCode: objectType,
    ParticipantObjectDataLifeCycle: dealing,
    ParticipantObjectDetail: row.operation ?? "",
  };
}
