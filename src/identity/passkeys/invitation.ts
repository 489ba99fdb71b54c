import type { Role } from "../../permissions.ts";
import type { InvitationRow } from "./schema.ts";

export const invitationLife = 72 * 60 * 60 * 1000;

export const invitationStates = ["waiting-for-approval", "open", "used", "void", "expired"] as const;
export type InvitationState = (typeof invitationStates)[number];

type Fate = Pick<InvitationRow, "needsApproval" | "expiresAt" | "approvedAt" | "usedAt" | "voidedAt">;

export function invitationStateAt(invitation: Fate, now: Date): InvitationState {
  if (invitation.usedAt) return "used";
  if (invitation.voidedAt) return "void";
  if (invitation.expiresAt <= now) return "expired";
  return invitation.needsApproval && !invitation.approvedAt ? "waiting-for-approval" : "open";
}

interface Colleague {
  id: string;
  roles: readonly Role[];
  suspendedAt: Date | null;
}

/**
 * Whether a second person has to approve: where passkeys are replaced, and where somebody from outside invites into a
 * participant for which anybody could act already. Into an empty one there is nothing to intrude upon.
 */
export const needsApproval = (
  member: { hasPasskeys: boolean },
  byColleague: boolean,
  inUse: boolean,
): boolean => member.hasPasskeys || (!byColleague && inUse);

/** Whose word counts. */
const approving: readonly Role[] = ["administrator", "privacy-officer"];

/** Who of a participant could approve an invitation: neither who invited nor whom it is for. */
export const approversAmong = (
  colleagues: readonly Colleague[],
  { invitedBy, memberId }: Pick<InvitationRow, "invitedBy" | "memberId">,
): readonly Colleague[] =>
  colleagues.filter(
    ({ id, roles, suspendedAt }) =>
      !suspendedAt && id !== invitedBy && id !== memberId && roles.some((role) => approving.includes(role)),
  );

/** Whether a member is the one administrator whom nobody of the participant could invite. */
export const isSoleAdministrator = (colleagues: readonly Colleague[], memberId: string): boolean => {
  const administrators = colleagues.filter(
    ({ roles, suspendedAt }) => !suspendedAt && roles.includes("administrator"),
  );
  return administrators.length === 1 && administrators[0]?.id === memberId;
};
