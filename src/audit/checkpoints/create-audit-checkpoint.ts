import { createRoute } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { auditCheckpoints } from "../schema.ts";
import { standAt } from "./store.ts";
import { AuditCheckpoint, presentCheckpoint } from "./wire.ts";

const route = createRoute({
  operationId: "createAuditCheckpoint",
  method: "post",
  path: "/audit-checkpoints",
  tags: ["Audit"],
  summary: "Make an audit checkpoint",
  description:
    "Signs where the audit chain of your participant stands now. Kept elsewhere, it shows later that nothing before it was changed, taken out or cut off.",
  security: needs("audit:read"),
  responses: { 201: json(AuditCheckpoint, "The checkpoint"), ...problems(permissionMissing) },
});

export function createAuditCheckpoint(ctx: Context): Promise<AuditCheckpoint> {
  permit(ctx, "audit:read");
  return transact(ctx, async (tx) => presentCheckpoint(await standAt(tx, ctx)));
}

function presentAgain(ctx: Context, checkpointId: string): Promise<AuditCheckpoint> {
  permit(ctx, "audit:read");
  return transact(ctx, async (tx) => {
    const [made] = await tx
      .select()
      .from(auditCheckpoints)
      .where(
        and(
          eq(auditCheckpoints.id, checkpointId),
          eq(auditCheckpoints.participantId, ctx.actor.participantId),
        ),
      );
    if (!made) throw new Error("a checkpoint never goes");
    return presentCheckpoint(made);
  });
}

export default operation(route, createAuditCheckpoint, presentAgain);
