import { record } from "../../audit/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { openRequestSeal } from "../requests/request-key.ts";
import { changeRow, claimRequest, endRow, openTold } from "../requests/store.ts";
import { takeRequestIn } from "../requests/take-request-in.ts";
import { mostUrgent, urgencySounded } from "../requests/urgency-words.ts";
import type { RequestRow } from "../schema.ts";
import { languageOf } from "./language.ts";
import type { Mail } from "./read-mail.ts";
import { findAnswered, findTaken, keepMail, type Prints, printsOf } from "./store.ts";
import { addedOf, fits, frameOf } from "./told-by-mail.ts";

/** What became of a mail. */
export const mailOutcomes = ["new", "added", "known"] as const;

export interface TakenMail {
  request: RequestRow;
  outcome: (typeof mailOutcomes)[number];
}

/**
 * Takes a mail for the actor's helpline, once: into the open request that it answers, or as a new one. Nothing is ever
 * sent for it. Its caller has asked for permission.
 */
export async function takeMailIn(tx: Database, ctx: Context, mail: Mail): Promise<TakenMail> {
  const prints = printsOf(ctx, mail);
  const known = await findTaken(tx, ctx, prints);
  if (known) return { request: await claimRequest(tx, ctx, known), outcome: "known" };
  const added = mail.automatic ? undefined : await addToAnswered(tx, ctx, mail, prints);
  if (added) return { request: added, outcome: "added" };
  return { request: await takeAsNew(tx, ctx, mail, prints), outcome: "new" };
}

async function takeAsNew(tx: Database, ctx: Context, mail: Mail, prints: Prints): Promise<RequestRow> {
  const { name, subject, text, heard } = mail;
  const request = await takeRequestIn(tx, ctx, {
    door: "mail",
    language: languageOf(`${subject} ${text}`),
    heard,
    told: {
      ...(name && { name }),
      ...(subject && { subject }),
      ...(text && { text }),
      frame: frameOf(mail),
    },
  });
  await keepMail(tx, ctx, mail, prints, { requestId: request.id, added: false });
  // A machine says of itself that it wrote this; where it sounds urgent, somebody looks all the same.
  if (!mail.automatic || request.urgency !== "normal") return request;
  await record(tx, ctx, { action: "callback-request.ended", subjectId: request.id, at: request.receivedAt });
  return endRow(tx, ctx, request, { reason: "automatic", at: request.receivedAt, letGo: false });
}

/** Adds it to the request that it answers; undefined where there is none, or none that has room. */
async function addToAnswered(
  tx: Database,
  ctx: Context,
  mail: Mail,
  prints: Prints,
): Promise<RequestRow | undefined> {
  const answered = await findAnswered(tx, ctx, prints, mail);
  if (!answered) return undefined;
  const request = await claimRequest(tx, ctx, answered);
  // It may have ended since.
  if (request.state === "ended" || !request.sealed) return undefined;
  const told = await openTold(tx, ctx, request);
  const earlier = told.added ?? [];
  if (!fits(earlier)) return undefined;
  const kept = await keepMail(tx, ctx, mail, prints, { requestId: request.id, added: true });
  const seal = await openRequestSeal(tx, ctx, request.id);
  const whole = { ...told, added: [...earlier, addedOf(mail, kept.receivedAt)] };
  const changed = await changeRow(tx, ctx, request, {
    sealed: await seal.seal("sealed", JSON.stringify(whole)),
    urgency: mostUrgent(request.urgency, urgencySounded(mail.heard)),
  });
  await record(tx, ctx, { action: "callback-request.added-to", subjectId: request.id, at: kept.receivedAt });
  return changed;
}
