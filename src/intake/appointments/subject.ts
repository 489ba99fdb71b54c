import { record } from "../../audit/index.ts";
import { findReadableCase, findSafeContact, type Window } from "../../cases/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { requestEnded } from "../requests/problems.ts";
import { claimRequest, openTold } from "../requests/store.ts";
import type { RequestRow } from "../schema.ts";
import { reachesSafely } from "./codes.ts";
import { safeContactMissing } from "./problems.ts";

/** For whom an appointment is, as far as planning has to know. */
export interface Subject {
  request?: RequestRow;
  caseId: string | null;
  language: string;
  /** How they are usually reached. */
  channel: string;
  /** When they are safe; undefined where they did not say. */
  windows: readonly Window[] | undefined;
  /** When an anonymous caller makes contact themselves. */
  agreedAt: Date | null;
  mayLeaveVoicemail: boolean;
  reaches(channel: string): boolean;
}

export interface About {
  requestId?: string | null | undefined;
  caseId?: string | null | undefined;
}

/**
 * Whom it is about, with when and how they may be reached: opened to plan by and told to nobody, which is an entry of
 * the audit. A request is locked, and refused where it has ended; a case is refused to who may not read it.
 */
export const claimSubject = (tx: Database, ctx: Context, { requestId, caseId }: About): Promise<Subject> =>
  caseId ? subjectOfCase(tx, ctx, caseId) : subjectOfRequest(tx, ctx, requestId ?? "");

async function subjectOfCase(tx: Database, ctx: Context, caseId: string): Promise<Subject> {
  const { language } = await findReadableCase(tx, ctx, caseId);
  const { safe } = (await findSafeContact(tx, ctx, caseId)) ?? fail(safeContactMissing);
  await record(tx, ctx, { action: "safe-contact.matched", subjectId: caseId, caseId });
  return {
    caseId,
    language,
    channel: safe.channel === "text-message" ? "chat" : safe.channel,
    windows: safe.windows,
    agreedAt: null,
    mayLeaveVoicemail: safe.mayLeaveVoicemail,
    reaches: (channel) => reachesSafely(safe.channel, channel),
  };
}

async function subjectOfRequest(tx: Database, ctx: Context, requestId: string): Promise<Subject> {
  const request = await claimRequest(tx, ctx, requestId);
  if (request.caseId) return subjectOfCase(tx, ctx, request.caseId);
  if (request.state === "ended") return fail(requestEnded);
  const { windows } = await openTold(tx, ctx, request);
  await record(tx, ctx, { action: "callback-request.matched", subjectId: requestId });
  return {
    request,
    caseId: null,
    language: request.language,
    channel: request.channel ?? "phone",
    windows: windows.length > 0 ? windows : undefined,
    agreedAt: request.agreedAt,
    // Nobody asked them yet.
    mayLeaveVoicemail: false,
    reaches: (channel) => request.channel === null || reachesSafely(request.channel, channel),
  };
}
