import { createRoute, type z } from "@hono/zod-openapi";
import { and, desc, eq, sql } from "drizzle-orm";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, type Position, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { movements } from "../schema.ts";
import { Movement, presentMovement } from "./wire.ts";

const Movements = pageOf(Movement).openapi("Movements");

const route = createRoute({
  operationId: "listMovements",
  method: "get",
  path: "/movements",
  tags: ["Signals"],
  summary: "List movements",
  description: "Your helpline's register in codes, the newest first. No name is in it.",
  security: needs("signals"),
  request: { query: PageQuery },
  responses: { 200: json(Movements, "A page of movements"), ...problems(permissionMissing) },
});

export async function listMovements(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Movements>> {
  permit(ctx, "signals");
  const position = await openCursor(ctx, "movements", null, cursor);
  const found = await transact(ctx, (tx) => listRows(tx, ctx, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "movements", null, pageSize, found, (row) => [
    row.registeredAt.toISOString(),
    row.id,
  ]);
  return { items: rows.map(presentMovement), ...next };
}

function listRows(tx: Database, ctx: Context, position: Position | undefined, limit: number) {
  const after =
    position &&
    sql`(${movements.registeredAt}, ${movements.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`;
  return tx
    .select()
    .from(movements)
    .where(and(eq(movements.participantId, ctx.actor.participantId), after))
    .orderBy(desc(movements.registeredAt), desc(movements.id))
    .limit(limit);
}

export default operation(route, (ctx, { query }) => listMovements(ctx, query));
