import addClientOperation from "./add-client.ts";
import addMemberOperation from "./add-member.ts";
import admitParticipantOperation from "./admit-participant.ts";
import agreePartnershipOperation from "./agree-partnership.ts";
import getParticipantOperation from "./get-participant.ts";
import addParticipantKeyOperation from "./keys/add-participant-key.ts";
import listParticipantKeysOperation from "./keys/list-participant-keys.ts";
import revokeParticipantKeyOperation from "./keys/revoke-participant-key.ts";
import listMembersOperation from "./list-members.ts";
import listParticipantsOperation from "./list-participants.ts";
import suspendParticipantOperation from "./suspend-participant.ts";

export { addClient } from "./add-client.ts";
export { addMember } from "./add-member.ts";
export { admitParticipant, NewParticipant } from "./admit-participant.ts";
export { authenticate } from "./authenticate.ts";
export { listReceivingKeys } from "./keys/store.ts";
export { oauth } from "./oauth.ts";
export { answersByPhone, participantByPhone } from "./phone.ts";
export { participantNotFound } from "./problems.ts";
export { type Reach, reaches } from "./reach.ts";
export { members, participants } from "./schema.ts";
export { findMember, findOperator, findParticipant, listRetentions } from "./store.ts";
export { NewClient, NewMember } from "./wire.ts";

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
] as const;
