import { and, eq, isNull, lt, or } from "drizzle-orm";
import { asJob } from "../../permissions.ts";
import type { Context, Platform } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { mailboxWatches } from "../schema.ts";
import { longestMail } from "./longest.ts";
import { takeMail } from "./take-mail.ts";

/** A mail that lies in a mailbox. */
export interface WaitingMail {
  uid: number;
  /** In bytes. */
  size: number;
}

/** A mailbox that is open: nothing in it is changed but by `remove`. */
export interface OpenMailbox {
  /** The earliest first. */
  list(): Promise<WaitingMail[]>;
  /** As it arrives, up to `most` bytes. */
  read(uid: number, most: number): AsyncIterable<Uint8Array>;
  remove(uid: number): Promise<void>;
  close(): Promise<void>;
}

const claimedFor = 5 * 60_000;
/** Of one that is too large only this much is read. */
const mostOfTooLarge = 1024 ** 2;

/** A mail could not be taken, and lies in the mailbox still. */
class MailLeftBehind extends Error {
  override name = "MailLeftBehind";
}

/**
 * Takes what lies in the mailbox: each mail is removed there only once it is committed here. Interrupted in between, it
 * is taken again, known, and removed. What cannot be taken stays, and holds nothing else up.
 */
export async function pollMailbox(
  platform: Platform,
  participantId: string,
  open: () => Promise<OpenMailbox>,
): Promise<void> {
  const ctx = asJob(platform, participantId);
  const claim = ctx.newId();
  if (!(await claimWatch(ctx, claim))) return;
  try {
    await emptyMailbox(ctx, claim, await open());
    await endWatch(ctx, claim, { emptiedAt: ctx.now(), failingSince: null });
  } catch (error) {
    await endWatch(ctx, claim, { failed: ctx.now() });
    throw error;
  }
}

async function emptyMailbox(ctx: Context, claim: string, mailbox: OpenMailbox): Promise<void> {
  let failure: unknown;
  try {
    for (const { uid, size } of await mailbox.list()) {
      const taken = await takeWaiting(ctx, mailbox, uid, size).catch((error: unknown) => {
        failure ??= error;
      });
      if (taken) await mailbox.remove(uid);
      // Another instance came after a pause longer than the claim.
      if (!(await claimWatch(ctx, claim))) return;
    }
  } finally {
    await mailbox.close();
  }
  if (failure !== undefined) throw new MailLeftBehind("", { cause: failure });
}

async function takeWaiting(ctx: Context, mailbox: OpenMailbox, uid: number, size: number) {
  const tooLarge = size > longestMail;
  return takeMail(ctx, mailbox.read(uid, tooLarge ? mostOfTooLarge : longestMail), { tooLarge });
}

const untilOf = (ctx: Context) => new Date(ctx.now().getTime() + claimedFor);

/** Holds the mailbox for a while, or longer where it is held already; answers false when another instance is at it. */
function claimWatch(ctx: Context, claim: string): Promise<boolean> {
  const { participantId } = ctx.actor;
  return transact(ctx, async (tx) => {
    await tx.insert(mailboxWatches).values({ participantId }).onConflictDoNothing();
    const held = await tx
      .update(mailboxWatches)
      .set({ claim, claimedUntil: untilOf(ctx) })
      .where(
        and(
          eq(mailboxWatches.participantId, participantId),
          or(
            isNull(mailboxWatches.claim),
            eq(mailboxWatches.claim, claim),
            lt(mailboxWatches.claimedUntil, ctx.now()),
          ),
        ),
      )
      .returning({ held: mailboxWatches.participantId });
    return held.length > 0;
  });
}

type End = { emptiedAt: Date; failingSince: null } | { failed: Date };

function endWatch(ctx: Context, claim: string, end: End): Promise<void> {
  return transact(ctx, async (tx) => {
    const mine = and(
      eq(mailboxWatches.participantId, ctx.actor.participantId),
      eq(mailboxWatches.claim, claim),
    );
    if ("failed" in end)
      await tx
        .update(mailboxWatches)
        .set({ failingSince: end.failed })
        .where(and(mine, isNull(mailboxWatches.failingSince)));
    await tx
      .update(mailboxWatches)
      .set({ claim: null, claimedUntil: null, ...("failed" in end ? {} : end) })
      .where(mine);
  });
}
