import type { Context, Database } from "../platform/context.ts";
import { insertion } from "../platform/database/statement.ts";
import listEventsOperation from "./list-events.ts";
import { events } from "./schema.ts";

const insertEvents = insertion(events, [
  "id",
  "participantId",
  "type",
  "subjectId",
  "at",
  "moveId",
  "referralId",
  "senderId",
  "recipientId",
]);

interface Telling {
  /** What happened, as record and past participle: `referral.accepted`. */
  type: string;
  subjectId: string;
  /** The audit entry of the move. */
  moveId?: string;
  /** When, if it happened at one time already taken. */
  at?: Date;
  /** Whose feeds, where not one's own: the database lets only what concerns them in. */
  feeds?: readonly string[];
  /** The referral's parties; the recipient is told from the offer on. */
  referral?: { id: string; senderId: string; recipientId: string; offeredAt: Date | null };
  /** What it is called in the recipient's feed, where not as in the sender's. */
  toRecipient?: string;
  /** The one party that it is for; without it both. */
  only?: "sender" | "recipient";
}

/** Puts what happened into the feed of each party, in the transaction that does it. */
export async function enqueue(
  tx: Database,
  ctx: Context,
  { referral, only, toRecipient, ...telling }: Telling,
): Promise<void> {
  const feeds = referral
    ? [
        ...(only === "recipient" ? [] : [referral.senderId]),
        ...(only !== "sender" && referral.offeredAt ? [referral.recipientId] : []),
      ]
    : (telling.feeds ?? [ctx.actor.participantId]);
  if (feeds.length === 0) return;
  const common = {
    type: telling.type,
    subjectId: telling.subjectId,
    at: telling.at ?? ctx.now(),
    moveId: telling.moveId ?? null,
    referralId: referral?.id ?? null,
    senderId: referral?.senderId ?? null,
    recipientId: referral?.recipientId ?? null,
  };
  await insertEvents(
    tx,
    feeds.map((participantId) => ({
      id: ctx.newId(),
      participantId,
      ...common,
      ...(toRecipient && participantId === referral?.recipientId && { type: toRecipient }),
    })),
  );
}

export const operations = [listEventsOperation] as const;
