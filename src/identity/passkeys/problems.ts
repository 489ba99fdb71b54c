import { defineProblem } from "../../platform/http/problem.ts";

export const invitationNotFound = defineProblem("invitation-not-found", 404, "No such invitation");
export const invitationNotOpen = defineProblem(
  "invitation-not-open",
  409,
  "The invitation cannot be used any more",
  "It was used, revoked, followed by another one, or its 72 hours are over. Invite the member again.",
);
export const approvalNotNeeded = defineProblem(
  "approval-not-needed",
  409,
  "This invitation needs no approval",
  "It works as it is.",
);
export const approverUnfit = defineProblem(
  "approver-unfit",
  409,
  "Somebody else approves this invitation",
  "Neither the person who invited nor the person invited approves it, and the operator's coordinators only where nobody of the participant could.",
);
export const memberSuspended = defineProblem(
  "member-suspended",
  409,
  "The member is suspended",
  "Lift the suspension first.",
);
export const signsInElsewhere = defineProblem(
  "signs-in-elsewhere",
  409,
  "Members of this participant sign in at their organization",
  "Beside an identity provider only administrators have passkeys: whoever keeps it gets in when it fails.",
);
export const passkeyNotFound = defineProblem("passkey-not-found", 404, "No such passkey");
export const lastPasskey = defineProblem(
  "last-passkey",
  409,
  "The last passkey cannot be revoked",
  "Add another one first. If it is lost, an administrator invites you anew, which revokes it.",
);

/* Told by the pages of sign-in, outside the contract. */

export const passkeyRefused = defineProblem(
  "passkey-refused",
  401,
  "This passkey signs nobody in",
  "Try another one, or ask an administrator of your organization for an invitation.",
);
export const passkeyUnfit = defineProblem(
  "passkey-unfit",
  409,
  "The passkey could not be kept",
  "It is known already, or was not made as it was asked for. Begin anew, if need be with another device.",
);
export const askedTooLongAgo = defineProblem(
  "asked-too-long-ago",
  409,
  "What the browser was asked for is over",
  "It is good once, for five minutes, in the browser that was asked. Begin anew.",
);
export const invitationUnusable = defineProblem(
  "invitation-unusable",
  404,
  "This invitation cannot be used",
  "It was used before, is more than 72 hours old, or was followed by another one. Ask for a new one.",
);
export const invitationUnapproved = defineProblem(
  "invitation-unapproved",
  409,
  "A second person has yet to approve this invitation",
  "Ask whoever invited you. Afterwards the same link works.",
);
export const signInNotFresh = defineProblem(
  "sign-in-not-fresh",
  403,
  "Sign in by passkey once more",
  "Another passkey can be added within five minutes after that.",
);
export const passkeysNotHere = defineProblem(
  "passkeys-not-here",
  409,
  "Passkeys need a host name",
  "This service is known by a number. Open it by its name, such as localhost.",
);
