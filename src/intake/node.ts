/* What of the helpline's own work runs on Node only: a Worker's bundle has no part of it. */
import { findParticipant } from "../identity/index.ts";
import type { Platform } from "../platform/context.ts";
import { type MailboxAddress, openMailbox } from "./mail/imap.ts";
import { pollMailbox } from "./mail/poll.ts";

/** Looks into a mailbox every minute, for the participant whose mail it is. */
export const watchMailbox = (address: MailboxAddress, participantId: string) => ({
  name: "pollMailbox",
  run: (platform: Platform) => pollMailbox(platform, participantId, () => openMailbox(address)),
  every: 60_000,
});

/** Whether there is such a participant. */
export const hasParticipant = async ({ db }: Platform, participantId: string): Promise<boolean> =>
  (await findParticipant(db, participantId)) !== undefined;
