import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { urgencies } from "../../handoff/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { fail } from "../../platform/http/problem.ts";
import type { RequestEnding, RequestState } from "../codes.ts";
import { appointments, callbackRequests, type RequestRow } from "../schema.ts";
import { requestEnded, requestLetGo, requestNotFound } from "./problems.ts";
import { openRequestSeal } from "./request-key.ts";
import type { Told } from "./told.ts";

const ownedBy = (ctx: Context, requestId: string) =>
  and(eq(callbackRequests.participantId, ctx.actor.participantId), eq(callbackRequests.id, requestId));

/** A request of the actor's helpline. */
export async function findRequest(tx: Database, ctx: Context, requestId: string): Promise<RequestRow> {
  const [row] = await tx.select().from(callbackRequests).where(ownedBy(ctx, requestId));
  return row ?? fail(requestNotFound);
}

/** The same, locked: it stays as it is until the transaction ends. Also one that has ended. */
export async function claimRequest(tx: Database, ctx: Context, requestId: string): Promise<RequestRow> {
  const [row] = await tx.select().from(callbackRequests).where(ownedBy(ctx, requestId)).for("update");
  return row ?? fail(requestNotFound);
}

/** The same, of one that has not ended. */
export async function claimLiveRequest(tx: Database, ctx: Context, requestId: string): Promise<RequestRow> {
  const row = await claimRequest(tx, ctx, requestId);
  return row.state === "ended" ? fail(requestEnded) : row;
}

/** An appointment stands for it. Refuses one that has ended. `row`: locked. */
export const markPlanned = (tx: Database, row: RequestRow) => markState(tx, row, "planned");

/** No appointment stands for it any more. Refuses one that has ended. `row`: locked. */
export const markOpen = (tx: Database, row: RequestRow) => markState(tx, row, "open");

async function markState(tx: Database, row: RequestRow, state: RequestState): Promise<RequestRow> {
  if (row.state === "ended") return fail(requestEnded);
  await tx.update(callbackRequests).set({ state }).where(eq(callbackRequests.id, row.id));
  return { ...row, state };
}

/** What was told, opened: whoever opens it for somebody records the look. Refuses when nothing of it is left. */
export async function openTold(tx: Database, ctx: Context, row: RequestRow): Promise<Told> {
  if (!row.sealed) return fail(requestLetGo);
  const seal = await openRequestSeal(tx, ctx, row.id);
  // What was sealed was Told.
  return JSON.parse(await seal.open("sealed", row.sealed)) as Told;
}

interface Ending {
  reason: RequestEnding;
  at: Date;
  caseId?: string;
  /** Whether what was told is destroyed with it. */
  letGo: boolean;
}

/** Ends a request. `row`: locked. */
export async function endRow(
  tx: Database,
  ctx: Context,
  row: RequestRow,
  { reason, at, caseId, letGo }: Ending,
): Promise<RequestRow> {
  const ended = {
    state: "ended" as const,
    endReason: reason,
    endedAt: at,
    caseId: caseId ?? null,
    revision: ctx.newId(),
    ...(letGo && gone(at)),
  };
  await tx.update(callbackRequests).set(ended).where(eq(callbackRequests.id, row.id));
  return { ...row, ...ended };
}

/** Destroys what was told in a request that has ended; a trigger destroys its key. `row`: locked. */
export async function letGo(tx: Database, row: RequestRow, at: Date): Promise<void> {
  await tx.update(callbackRequests).set(gone(at)).where(eq(callbackRequests.id, row.id));
}

const gone = (at: Date) => ({ sealed: null, codeWord: null, letGoAt: at });

/** Changes what may change of one that has not ended. `row`: locked. */
export async function changeRow(
  tx: Database,
  ctx: Context,
  row: RequestRow,
  change: Partial<RequestRow>,
): Promise<RequestRow> {
  const changed = { ...change, revision: ctx.newId() };
  await tx.update(callbackRequests).set(changed).where(eq(callbackRequests.id, row.id));
  return { ...row, ...changed };
}

export async function countFailures(tx: Database, row: RequestRow, codeWordFailures: number): Promise<void> {
  await tx.update(callbackRequests).set({ codeWordFailures }).where(eq(callbackRequests.id, row.id));
}

export async function findByReference(tx: Database, ctx: Context, reference: string): Promise<RequestRow> {
  const [row] = await tx
    .select()
    .from(callbackRequests)
    .where(
      and(
        eq(callbackRequests.participantId, ctx.actor.participantId),
        eq(callbackRequests.reference, reference),
      ),
    );
  return row ?? fail(requestNotFound);
}

const rank = sql<number>`array_position(${`{${urgencies.toReversed().join()}}`}::text[], ${callbackRequests.urgency})`;
const inLine = [asc(rank), asc(callbackRequests.receivedAt), asc(callbackRequests.id)];

/** Where a request stands in line: the most urgent first, then who has waited longest. */
export const placeInLine = (row: RequestRow): Position => [
  urgencies.length - urgencies.indexOf(row.urgency),
  row.receivedAt.toISOString(),
  row.id,
];

/** Requests of the actor's helpline in line, after `position`; without a state all that have not ended. */
export function listRows(
  tx: Database,
  ctx: Context,
  state: RequestState | undefined,
  position: Position | undefined,
  limit: number,
): Promise<RequestRow[]> {
  const after =
    position &&
    sql`(${rank}, ${callbackRequests.receivedAt}, ${callbackRequests.id})
      > (${position[0]}::integer, ${position[1]}::timestamptz, ${position[2]}::uuid)`;
  return tx
    .select()
    .from(callbackRequests)
    .where(
      and(
        eq(callbackRequests.participantId, ctx.actor.participantId),
        state ? eq(callbackRequests.state, state) : ne(callbackRequests.state, "ended"),
        after,
      ),
    )
    .orderBy(...inLine)
    .limit(limit);
}

/** The requests that nobody has planned yet and that were received longest ago. */
export const listLongestUnplanned = (tx: Database, ctx: Context, most: number): Promise<RequestRow[]> =>
  tx
    .select()
    .from(callbackRequests)
    .where(
      and(eq(callbackRequests.participantId, ctx.actor.participantId), eq(callbackRequests.state, "open")),
    )
    .orderBy(asc(callbackRequests.receivedAt), asc(callbackRequests.id))
    .limit(most);

/** Appointments that stand for a request stand for the case that it became, too. */
export async function moveAppointments(tx: Database, requestId: string, caseId: string): Promise<void> {
  await tx
    .update(appointments)
    .set({ caseId })
    .where(and(eq(appointments.requestId, requestId), isNull(appointments.caseId)));
}

export async function findReference(tx: Database, ctx: Context, requestId: string) {
  const [row] = await tx
    .select({ reference: callbackRequests.reference })
    .from(callbackRequests)
    .where(ownedBy(ctx, requestId));
  return row?.reference;
}
