import { createRoute, type z } from "@hono/zod-openapi";
import { needsSession, permissionMissing, signedInMember } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { listSessionRows } from "./store.ts";
import { presentSession, Session } from "./wire.ts";

const Sessions = pageOf(Session).openapi("Sessions");

const route = createRoute({
  operationId: "listSessions",
  method: "get",
  path: "/sessions",
  tags: ["Network"],
  summary: "List your sessions",
  description:
    "Where you are signed in now, the newest first. A session that you do not know: end it, and tell your administrator.",
  security: needsSession,
  request: { query: PageQuery },
  responses: { 200: json(Sessions, "A page of sessions"), ...problems(permissionMissing) },
});

export async function listSessions(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Sessions>> {
  const memberId = signedInMember(ctx);
  const position = await openCursor(ctx, "sessions", null, cursor);
  const found = await transact(ctx, (tx) => listSessionRows(tx, ctx, memberId, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "sessions", null, pageSize, found, ({ startedAt, id }) => [
    startedAt.toISOString(),
    id,
  ]);
  return { items: rows.map((row) => presentSession(row, ctx.actor.sessionId)), ...next };
}

export default operation(route, (ctx, { query }) => listSessions(ctx, query));
