import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { callbackRequests, mails } from "../schema.ts";
import { writerOf } from "./claims.ts";
import type { Mail } from "./read-mail.ts";

const print = (ctx: Context, ...parts: string[]) =>
  ctx.secrets.fingerprint("mail", ctx.actor.participantId, ...parts);

/** By which a mail is known again: nobody reads an address or a Message-ID from them. */
export function printsOf(ctx: Context, mail: Mail) {
  const { messageId, claims, date } = mail;
  const sender = ((writerOf(claims) ?? claims.from)?.address ?? "").toLowerCase();
  return {
    // Programs that number their mails badly give many of them one Message-ID; never at one time, though.
    print:
      messageId !== undefined
        ? print(ctx, "id", messageId, sender, date)
        : print(ctx, "content", mail.digest),
    idPrint: messageId !== undefined ? print(ctx, "message-id", messageId) : null,
    senderPrint: sender ? print(ctx, "sender", sender) : null,
  };
}
export type Prints = ReturnType<typeof printsOf>;

/** The request into which this very mail was taken. */
export async function findTaken(tx: Database, ctx: Context, prints: Prints): Promise<string | undefined> {
  const [known] = await tx
    .select({ requestId: mails.requestId })
    .from(mails)
    .where(and(eq(mails.participantId, ctx.actor.participantId), eq(mails.print, prints.print)));
  return known?.requestId;
}

/** The request that has not ended and came from the same sender by a mail which this one answers. */
export async function findAnswered(
  tx: Database,
  ctx: Context,
  { senderPrint }: Prints,
  { answers }: Mail,
): Promise<string | undefined> {
  if (!senderPrint || answers.length === 0) return undefined;
  const [answered] = await tx
    .select({ id: callbackRequests.id })
    .from(mails)
    .innerJoin(callbackRequests, eq(callbackRequests.id, mails.requestId))
    .where(
      and(
        eq(mails.participantId, ctx.actor.participantId),
        eq(mails.senderPrint, senderPrint),
        inArray(
          mails.idPrint,
          answers.map((id) => print(ctx, "message-id", id)),
        ),
        ne(callbackRequests.state, "ended"),
      ),
    )
    .orderBy(desc(callbackRequests.receivedAt))
    .limit(1);
  return answered?.id;
}

interface Taken {
  requestId: string;
  added: boolean;
}

export async function keepMail(
  tx: Database,
  ctx: Context,
  { kind }: Mail,
  prints: Prints,
  { requestId, added }: Taken,
) {
  const [id, { participantId }] = [ctx.newId(), ctx.actor];
  const row = {
    id,
    participantId,
    requestId,
    kind,
    ...prints,
    added,
    receivedAt: ctx.now(),
    noticedAt: null,
  };
  await tx.insert(mails).values(row);
  return row;
}

/** Somebody reads the request, and with it all mails that were added to it. */
export async function noticeMails(tx: Database, ctx: Context, requestId: string): Promise<void> {
  await tx
    .update(mails)
    .set({ noticedAt: ctx.now() })
    .where(and(eq(mails.requestId, requestId), eq(mails.added, true), isNull(mails.noticedAt)));
}
