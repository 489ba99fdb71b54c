import type { Permission } from "../../permissions.ts";

/** What gives power, and the permission that both persons need for it. */
const permissionFor = {
  "add-member": "members",
  "change-member": "members",
  "reinstate-member": "members",
  "add-client": "members",
  "change-client": "members",
  "readmit-client": "members",
  "add-client-key": "members",
  "add-participant-key": "members",
  "keep-identity-provider": "members",
  "link-member": "members",
  "end-two-persons": "members",
  "admit-participant": "network:write",
  "agree-partnership": "network:write",
  "readmit-participant": "network:write",
  "link-organization": "network:write",
  "move-service": "network:write",
} as const satisfies Record<string, Permission>;

export type ProposalKind = keyof typeof permissionFor;

/** What a later feature does, and gives in by itself. */
export type LaterKind = "link-organization" | "move-service";

export const proposalKinds = Object.keys(permissionFor) as [ProposalKind, ...ProposalKind[]];

/** The permissions that some kind takes. */
export const proposing = [...new Set(Object.values(permissionFor))];

export const permissionOf = (kind: ProposalKind): Permission => permissionFor[kind];

export const kindsWith = (held: ReadonlySet<string>): ProposalKind[] =>
  proposalKinds.filter((kind) => held.has(permissionFor[kind]));
