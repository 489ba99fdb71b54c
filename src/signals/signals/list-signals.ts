import { createRoute, z } from "@hono/zod-openapi";
import { and, desc, eq, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, type Position, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { movements, signals } from "../schema.ts";
import { inState, listReviews, type Reviewed, reviewStates } from "./store.ts";
import { presentSignal, Signal } from "./wire.ts";

const SignalQuery = PageQuery.extend({
  movementId: Id.optional().openapi({
    description: "Only those of a movement and of what was merged into it",
    example: "8f14e45f-ceea-467f-a8d2-1f3c5b7d9e01",
  }),
  state: z.enum(reviewStates).optional().openapi({
    description: "Only those that nobody has reviewed, or of which that was found",
    example: "unreviewed",
  }),
});
type SignalQuery = z.output<typeof SignalQuery>;

const Signals = pageOf(Signal).openapi("Signals");

const route = createRoute({
  operationId: "listSignals",
  method: "get",
  path: "/signals",
  tags: ["Signals"],
  summary: "List signals",
  description: "Those of your helpline in codes, the newest first, without their notes. An audit entry.",
  security: needs("signals"),
  request: { query: SignalQuery },
  responses: { 200: json(Signals, "A page of signals"), ...problems(permissionMissing) },
});

export async function listSignals(
  ctx: Context,
  { pageSize, cursor, ...filters }: SignalQuery,
): Promise<z.input<typeof Signals>> {
  permit(ctx, "signals");
  const position = await openCursor(ctx, "signals", filters, cursor);
  const found = await transact(ctx, async (tx) => {
    await record(tx, ctx, { action: "signal.listed", subjectId: ctx.actor.participantId });
    return listRows(tx, ctx, filters, position, pageSize + 1);
  });
  const { rows, ...next } = await cutPage(ctx, "signals", filters, pageSize, found, ({ signal }) => [
    signal.registeredAt.toISOString(),
    signal.id,
  ]);
  return { items: rows.map(({ signal, review }) => presentSignal(signal, review)), ...next };
}

async function listRows(
  tx: Database,
  ctx: Context,
  { movementId, state }: Pick<SignalQuery, "movementId" | "state">,
  position: Position | undefined,
  limit: number,
): Promise<Reviewed[]> {
  const found = await tx
    .select({ signal: signals })
    .from(signals)
    .innerJoin(movements, eq(movements.id, signals.movementId))
    .where(
      and(
        eq(signals.participantId, ctx.actor.participantId),
        movementId !== undefined
          ? sql`${movementId}::uuid in (${movements.id}, ${movements.mergedInto})`
          : undefined,
        state && inState(state),
        position &&
          sql`(${signals.registeredAt}, ${signals.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(desc(signals.registeredAt), desc(signals.id))
    .limit(limit);
  const reviews = await listReviews(
    tx,
    found.map(({ signal }) => signal.id),
  );
  return found.map(({ signal }) => ({ signal, review: reviews.get(signal.id) ?? null }));
}

export default operation(route, (ctx, { query }) => listSignals(ctx, query));
