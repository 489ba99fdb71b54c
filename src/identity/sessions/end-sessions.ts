import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needsSession, permissionMissing, signedInMember } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { endSessionRows } from "./store.ts";

const route = createRoute({
  operationId: "endSessions",
  method: "delete",
  path: "/sessions",
  tags: ["Network"],
  summary: "Sign out everywhere",
  description: "Ends all your sessions, the one that this request comes with included.",
  security: needsSession,
  responses: { 204: { description: "They have ended" }, ...problems(permissionMissing) },
});

export async function endSessions(ctx: Context): Promise<undefined> {
  const memberId = signedInMember(ctx);
  await transact(ctx, async (tx) => {
    for (const subjectId of await endSessionRows(tx, ctx, memberId))
      await record(tx, ctx, { action: "session.ended", subjectId });
  });
}

export default operation(route, endSessions);
