import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { findReadableCase } from "../../cases/index.ts";
import { participants } from "../../identity/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { longestNoteYears } from "../codes.ts";
import { openMovementSeal } from "../movements/movement-key.ts";
import { findMovement } from "../movements/store.ts";
import { conversationNotFound, movementMerged, movementNotFound, partnerNotFound } from "../problems.ts";
import { signals } from "../schema.ts";
import { findConversationCase, findSignal } from "./store.ts";
import { placeOfNote, presentSignal, Signal, signalFields, signalNote } from "./wire.ts";

const NewSignal = z
  .strictObject({
    ...signalFields,
    note: signalNote.optional(),
    noteMonths: z
      .int()
      .min(1)
      .max(longestNoteYears * 12)
      .default(12)
      .openapi({ description: "After how many months its note is destroyed", example: 12 }),
  })
  .refine(({ fromYear = 0, toYear = 9999 }) => fromYear <= toYear, {
    path: ["toYear"],
    message: "must not lie before fromYear",
  })
  .refine(({ goingOn, toYear }) => !(goingOn && toYear !== undefined), {
    path: ["toYear"],
    message: "must be absent while it goes on",
  })
  .refine(
    ({ conversationId, reportedById }) => (conversationId === undefined) !== (reportedById === undefined),
    {
      path: ["conversationId"],
      message: "must be given, or reportedById, and not both",
    },
  )
  .refine(
    ({ sourceRelation, reportedById }) => (sourceRelation === "partner") === (reportedById !== undefined),
    { path: ["sourceRelation"], message: "must be partner where reportedById is given, and only there" },
  )
  .openapi("NewSignal");
type NewSignal = z.output<typeof NewSignal>;

const route = createRoute({
  operationId: "registerSignal",
  method: "post",
  path: "/signals",
  tags: ["Signals"],
  summary: "Register a signal",
  description:
    "Puts a sign of abuse on record, in codes: from a conversation of a case that you may read, or typed in for a partner. It counts once a colleague has reviewed it.",
  security: needs("signals"),
  request: { body: json(NewSignal, "The signal") },
  responses: {
    201: json(Signal, "The signal"),
    ...problems(permissionMissing, movementNotFound, conversationNotFound, movementMerged, partnerNotFound),
  },
});

export function registerSignal(ctx: Context, input: NewSignal): Promise<Signal> {
  permit(ctx, "signals");
  return transact(ctx, async (tx) => {
    const movement = await findMovement(tx, ctx, input.movementId);
    if (movement.mergedInto) fail(movementMerged);
    const caseId = await checkSource(tx, ctx, input);
    const row = await newRow(tx, ctx, input);
    await tx.insert(signals).values(row);
    await record(tx, ctx, { action: "signal.registered", subjectId: row.id, caseId, at: row.registeredAt });
    return presentSignal(row, null);
  });
}

/** The case of the conversation that it comes from, if it comes from one. */
async function checkSource(tx: Database, ctx: Context, { conversationId, reportedById }: NewSignal) {
  if (reportedById) {
    const [partner] = await tx
      .select({ id: participants.id })
      .from(participants)
      .where(eq(participants.id, reportedById));
    if (!partner || partner.id === ctx.actor.participantId) fail(partnerNotFound);
  }
  if (!conversationId) return undefined;
  const caseId = await findConversationCase(tx, ctx, conversationId);
  await findReadableCase(tx, ctx, caseId);
  return caseId;
}

async function newRow(tx: Database, ctx: Context, { note, noteMonths, kinds, ...codes }: NewSignal) {
  const id = ctx.newId();
  const registeredAt = ctx.now();
  return {
    id,
    participantId: ctx.actor.participantId,
    ...codes,
    kinds: [...new Set(kinds)],
    fromYear: codes.fromYear ?? null,
    toYear: codes.toYear ?? null,
    conversationId: codes.conversationId ?? null,
    reportedById: codes.reportedById ?? null,
    note: note ? await (await openMovementSeal(tx, ctx, codes.movementId)).seal(placeOfNote(id), note) : null,
    expiresAt: calendarLater(registeredAt, { months: noteMonths }),
    registeredBy: actingMember(ctx),
    registeredAt,
  };
}

export function presentSignalAgain(ctx: Context, signalId: string): Promise<Signal> {
  permit(ctx, "signals");
  return transact(ctx, async (tx) => {
    const { signal, review } = await findSignal(tx, ctx, signalId);
    return presentSignal(signal, review);
  });
}

export default operation(route, (ctx, { body }) => registerSignal(ctx, body), presentSignalAgain);
