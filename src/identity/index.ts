import admitParticipantOperation from "./admit-participant.ts";
import agreePartnershipOperation from "./agree-partnership.ts";
import addClientOperation from "./clients/add-client.ts";
import addClientKeyOperation from "./clients/add-client-key.ts";
import changeClientOperation from "./clients/change-client.ts";
import getClientOperation from "./clients/get-client.ts";
import listClientsOperation from "./clients/list-clients.ts";
import revokeClientKeyOperation from "./clients/revoke-client-key.ts";
import suspendClientOperation from "./clients/suspend-client.ts";
import getParticipantOperation from "./get-participant.ts";
import addParticipantKeyOperation from "./keys/add-participant-key.ts";
import listParticipantKeysOperation from "./keys/list-participant-keys.ts";
import revokeParticipantKeyOperation from "./keys/revoke-participant-key.ts";
import listParticipantsOperation from "./list-participants.ts";
import addMemberOperation from "./members/add-member.ts";
import changeMemberOperation from "./members/change-member.ts";
import getMemberOperation from "./members/get-member.ts";
import listColleaguesOperation from "./members/list-colleagues.ts";
import listMembersOperation from "./members/list-members.ts";
import reinstateMemberOperation from "./members/reinstate-member.ts";
import suspendMemberOperation from "./members/suspend-member.ts";
import approveInvitationOperation from "./passkeys/approve-invitation.ts";
import inviteMemberOperation from "./passkeys/invite-member.ts";
import listInvitationsOperation from "./passkeys/list-invitations.ts";
import listPasskeysOperation from "./passkeys/list-passkeys.ts";
import renamePasskeyOperation from "./passkeys/rename-passkey.ts";
import revokeInvitationOperation from "./passkeys/revoke-invitation.ts";
import revokePasskeyOperation from "./passkeys/revoke-passkey.ts";
import confirmProposalOperation from "./proposals/confirm-proposal.ts";
import getProposalOperation from "./proposals/get-proposal.ts";
import listProposalsOperation from "./proposals/list-proposals.ts";
import rejectProposalOperation from "./proposals/reject-proposal.ts";
import getIdentityProviderOperation from "./provider/get-identity-provider.ts";
import getMemberIdentityOperation from "./provider/get-member-identity.ts";
import keepIdentityProviderOperation from "./provider/keep-identity-provider.ts";
import linkMemberOperation from "./provider/link-member.ts";
import removeIdentityProviderOperation from "./provider/remove-identity-provider.ts";
import unlinkMemberOperation from "./provider/unlink-member.ts";
import endSessionOperation from "./sessions/end-session.ts";
import endSessionsOperation from "./sessions/end-sessions.ts";
import listSessionsOperation from "./sessions/list-sessions.ts";
import suspendParticipantOperation from "./suspend-participant.ts";
import getTwoPersonRuleOperation from "./two-persons/get-two-person-rule.ts";
import keepTwoPersonRuleOperation from "./two-persons/keep-two-person-rule.ts";

export { admitParticipant, NewParticipant } from "./admit-participant.ts";
export { authenticate } from "./authenticate.ts";
export { addClient, applyNewClient } from "./clients/add-client.ts";
export { applyNewClientKey, NewClientKey } from "./clients/add-client-key.ts";
export { applyClientChange } from "./clients/change-client.ts";
export { applyClientKeyRevocation } from "./clients/revoke-client-key.ts";
export { applyClientSuspension } from "./clients/suspend-client.ts";
export { NewClient } from "./clients/wire.ts";
export { isRevokedKey, listReceivingKeys } from "./keys/store.ts";
export { addMember } from "./members/add-member.ts";
export { NewMember } from "./members/wire.ts";
export { oauth } from "./oauth.ts";
export { inviteMember } from "./passkeys/invite-member.ts";
export { passkeySignIn } from "./passkeys/sign-in.ts";
export { answersByPhone, participantByPhone } from "./phone.ts";
export { participantNotFound } from "./problems.ts";
export { addChange } from "./proposals/changes.ts";
export { orProposal, proposalProblems, propose, takesTwo } from "./proposals/propose.ts";
export type { Proposal } from "./proposals/wire.ts";
export { type Reach, reaches } from "./reach.ts";
export { members, participants } from "./schema.ts";
export { clearSessions } from "./sessions/clear-sessions.ts";
export { startSession } from "./sessions/start-session.ts";
export { signIn } from "./sign-in/index.ts";
export { findMember, findOperator, findParticipant, listRetentions } from "./store.ts";
export { countersign, isOneHuman, secondPersonProblems } from "./two-persons/countersign.ts";
export { keepTwoPersonRule } from "./two-persons/keep-two-person-rule.ts";
export { samePerson } from "./two-persons/problems.ts";
export { clearUsed } from "./used/clear-used.ts";

export const operations = [
  admitParticipantOperation,
  listParticipantsOperation,
  getParticipantOperation,
  agreePartnershipOperation,
  suspendParticipantOperation,
  listParticipantKeysOperation,
  addParticipantKeyOperation,
  revokeParticipantKeyOperation,
  addMemberOperation,
  listMembersOperation,
  listColleaguesOperation,
  getMemberOperation,
  changeMemberOperation,
  suspendMemberOperation,
  reinstateMemberOperation,
  getIdentityProviderOperation,
  keepIdentityProviderOperation,
  removeIdentityProviderOperation,
  getMemberIdentityOperation,
  linkMemberOperation,
  unlinkMemberOperation,
  addClientOperation,
  listClientsOperation,
  getClientOperation,
  changeClientOperation,
  suspendClientOperation,
  addClientKeyOperation,
  revokeClientKeyOperation,
  listProposalsOperation,
  getProposalOperation,
  confirmProposalOperation,
  rejectProposalOperation,
  getTwoPersonRuleOperation,
  keepTwoPersonRuleOperation,
  listSessionsOperation,
  endSessionOperation,
  endSessionsOperation,
  inviteMemberOperation,
  listInvitationsOperation,
  approveInvitationOperation,
  revokeInvitationOperation,
  listPasskeysOperation,
  renamePasskeyOperation,
  revokePasskeyOperation,
] as const;
export { listNames } from "./list-names.ts";
