import { and, eq, lt, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { mostFailures } from "../../cases/index.ts";
import type { Again } from "../../handoff/index.ts";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { cancelForRequest } from "../appointments/cancel-for-request.ts";
import { endRow as endAppointment, reopenRequest } from "../appointments/store.ts";
import { endRow, letGo } from "../requests/store.ts";
import { appointments, calendarFeeds, callbackRequests } from "../schema.ts";

const claimRequest = async (tx: Database, id: string) => {
  const [row] = await tx.select().from(callbackRequests).where(eq(callbackRequests.id, id)).for("update");
  return row;
};

const eraseRequestAgain: Again = async (tx, ctx, { subjectId, at }) => {
  const row = await claimRequest(tx, subjectId);
  if (!row || row.letGoAt) return false;
  if (row.state === "ended") await letGo(tx, row, at);
  else await endRow(tx, ctx, row, { reason: "no-longer-wanted", at, letGo: true });
  await cancelForRequest(tx, ctx, row.id, ctx.now());
  await record(tx, ctx, { action: "callback-request.erased", subjectId });
  return true;
};

/** One that became a case which the database does not know stays open: somebody still waits. */
const endRequestAgain: Again = async (tx, ctx, { subjectId, codes, at }) => {
  const row = await claimRequest(tx, subjectId);
  if (!row || row.state === "ended" || codes.includes("became-case")) return false;
  await endRow(tx, ctx, row, { reason: reasonOf(codes), at, letGo: false });
  await cancelForRequest(tx, ctx, row.id, ctx.now());
  await record(tx, ctx, { action: "callback-request.ended", subjectId });
  return true;
};

type Reason = Parameters<typeof endRow>[3]["reason"];

const reasonOf = ([code]: readonly string[]): Reason => (code ?? "no-longer-wanted") as Reason;

/** Nobody is called at a time that no longer held; the request waits for another. */
const endAppointmentAgain: Again = async (tx, ctx, { subjectId }) => {
  const [row] = await tx.select().from(appointments).where(eq(appointments.id, subjectId)).for("update");
  if (row?.state !== "planned") return false;
  await endAppointment(tx, row, { state: "cancelled", endedAt: ctx.now(), endReason: "reached-otherwise" });
  await reopenRequest(tx, ctx, row);
  await record(tx, ctx, { action: "appointment.cancelled", subjectId, caseId: row.caseId ?? undefined });
  return true;
};

const spendWordAgain: Again = async (tx, ctx, { subjectId }) => {
  const spent = await tx
    .update(callbackRequests)
    .set({ codeWordFailures: mostFailures })
    .where(
      and(
        eq(callbackRequests.id, subjectId),
        lt(callbackRequests.codeWordFailures, mostFailures),
        sql`${callbackRequests.state} <> 'ended'`,
      ),
    )
    .returning({ id: callbackRequests.id });
  if (spent.length === 0) return false;
  await record(tx, ctx, { action: "callback-request.locked", subjectId });
  return true;
};

const revokeCalendarAgain: Again = async (tx, ctx, { subjectId }) => {
  const revoked = await tx
    .update(calendarFeeds)
    .set({ revoked: true })
    .where(and(eq(calendarFeeds.id, subjectId), eq(calendarFeeds.revoked, false)))
    .returning({ id: calendarFeeds.id });
  if (revoked.length === 0) return false;
  await record(tx, ctx, { action: "calendar.revoked", subjectId });
  return true;
};

const switchFormAgain: Again = async (tx, ctx, { subjectId, codes, at }) => {
  const open = codes.includes("open");
  const switched = await rows(
    tx,
    sql`update handreiking.web_form set open = ${open}::boolean, changed_at = ${at.toISOString()}::timestamptz
      where participant_id = ${subjectId}::uuid and open <> ${open}::boolean returning 1`,
  );
  if (switched.length === 0) return false;
  await record(tx, ctx, { action: open ? "web-form.opened" : "web-form.closed", subjectId });
  return true;
};

/** How what was taken away of requests and planning is taken away again, by the kind of the ledger's entry. */
export const intakeAgain = {
  "request-erased": eraseRequestAgain,
  "request-ended": endRequestAgain,
  "appointment-ended": endAppointmentAgain,
  "request-word-spent": spendWordAgain,
  "calendar-revoked": revokeCalendarAgain,
  "web-form": switchFormAgain,
} as const satisfies Record<string, Again>;
