import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needsSession, permissionMissing, signedInMember } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { sessionNotFound } from "../problems.ts";
import { endSessionRows } from "./store.ts";
import { SessionPath } from "./wire.ts";

const route = createRoute({
  operationId: "endSession",
  method: "delete",
  path: "/sessions/{sessionId}",
  tags: ["Network"],
  summary: "End one of your sessions",
  description: "Bites on its next request. The session that this request comes with can be ended too.",
  security: needsSession,
  request: { params: SessionPath },
  responses: {
    204: { description: "It has ended" },
    ...problems(sessionNotFound, permissionMissing),
  },
});

export async function endSession(ctx: Context, sessionId: string): Promise<undefined> {
  const memberId = signedInMember(ctx);
  await transact(ctx, async (tx) => {
    const [ended] = await endSessionRows(tx, ctx, memberId, sessionId);
    if (!ended) fail(sessionNotFound);
    await record(tx, ctx, { action: "session.ended", subjectId: sessionId });
  });
}

export default operation(route, (ctx, { params }) => endSession(ctx, params.sessionId));
