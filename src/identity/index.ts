import addMemberOperation from "./add-member.ts";
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
import listMembersOperation from "./list-members.ts";
import listParticipantsOperation from "./list-participants.ts";
import suspendParticipantOperation from "./suspend-participant.ts";

export { addMember } from "./add-member.ts";
export { admitParticipant, NewParticipant } from "./admit-participant.ts";
export { authenticate } from "./authenticate.ts";
export { addClient, applyNewClient } from "./clients/add-client.ts";
export { applyNewClientKey, NewClientKey } from "./clients/add-client-key.ts";
export { applyClientChange } from "./clients/change-client.ts";
export { applyClientKeyRevocation } from "./clients/revoke-client-key.ts";
export { applyClientSuspension } from "./clients/suspend-client.ts";
export { NewClient } from "./clients/wire.ts";
export { listReceivingKeys } from "./keys/store.ts";
export { oauth } from "./oauth.ts";
export { answersByPhone, participantByPhone } from "./phone.ts";
export { participantNotFound } from "./problems.ts";
export { type Reach, reaches } from "./reach.ts";
export { members, participants } from "./schema.ts";
export { findMember, findOperator, findParticipant, listRetentions } from "./store.ts";
export { clearUsed } from "./used/clear-used.ts";
export { NewMember } from "./wire.ts";

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
  addClientOperation,
  listClientsOperation,
  getClientOperation,
  changeClientOperation,
  suspendClientOperation,
  addClientKeyOperation,
  revokeClientKeyOperation,
] as const;
