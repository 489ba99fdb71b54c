import { createRoute } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { duplicateNotFound } from "../problems.ts";
import { duplicateDismissals } from "../schema.ts";
import { DuplicatePath, readPair } from "./wire.ts";

const route = createRoute({
  operationId: "restoreDuplicate",
  method: "delete",
  path: "/duplicates/{duplicateId}/dismissal",
  tags: ["Directory quality"],
  summary: "List a dismissed pair again",
  description: "Takes back that two entries are not one.",
  security: needs("directory:curate"),
  request: { params: DuplicatePath },
  responses: {
    204: { description: "The pair is listed again, if it still looks alike" },
    ...problems(duplicateNotFound, permissionMissing),
  },
});

export function restoreDuplicate(ctx: Context, duplicateId: string): Promise<void> {
  permit(ctx, "directory:curate");
  const [firstId, secondId] = readPair(duplicateId);
  return transact(ctx, async (tx) => {
    const restored = await tx
      .delete(duplicateDismissals)
      .where(and(eq(duplicateDismissals.firstId, firstId), eq(duplicateDismissals.secondId, secondId)))
      .returning({ firstId: duplicateDismissals.firstId });
    if (restored.length === 0) fail(duplicateNotFound);
    await record(tx, ctx, { action: "duplicate.restored", subjectId: firstId });
  });
}

export default operation(route, async (ctx, { params }) => {
  await restoreDuplicate(ctx, params.duplicateId);
  return undefined;
});
