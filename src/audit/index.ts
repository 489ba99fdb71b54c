import createAuditCheckpointOperation from "./checkpoints/create-audit-checkpoint.ts";
import listAuditCheckpointsOperation from "./checkpoints/list-audit-checkpoints.ts";
import exportAuditEventsOperation from "./export/export-audit-events.ts";
import listAuditEventsOperation from "./list-audit-events.ts";

export { dealingOf, type Purpose } from "./actions.ts";
export { csvLine } from "./export/csv.ts";
export { caseOf, record } from "./record.ts";
export { recordRefusal } from "./record-refusal.ts";
export { retainAudit } from "./retention/retain-audit.ts";
export { sealAudit } from "./seal-audit.ts";
export { type CaseEntry, listCaseEntries, positionOf } from "./store.ts";
export { type AuditReport, verifyAudit } from "./verify/verify-audit.ts";
export { actionField, actorKind, actorRoles, dealing, outcome, purpose } from "./wire.ts";

export const operations = [
  listAuditEventsOperation,
  exportAuditEventsOperation,
  createAuditCheckpointOperation,
  listAuditCheckpointsOperation,
] as const;
