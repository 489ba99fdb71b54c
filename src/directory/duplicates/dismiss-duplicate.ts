import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { duplicateNotFound } from "../problems.ts";
import { duplicateDismissals } from "../schema.ts";
import { isPair } from "./find-duplicates.ts";
import { DuplicatePath, readPair } from "./wire.ts";

const route = createRoute({
  operationId: "dismissDuplicate",
  method: "put",
  path: "/duplicates/{duplicateId}/dismissal",
  tags: ["Directory quality"],
  summary: "Say that two entries are not one",
  description: "Remembered: the pair is no longer listed, unless dismissed pairs are asked for.",
  security: needs("directory:curate"),
  request: { params: DuplicatePath },
  responses: {
    204: { description: "The pair is dismissed" },
    ...problems(duplicateNotFound, permissionMissing),
  },
});

export function dismissDuplicate(ctx: Context, duplicateId: string): Promise<void> {
  permit(ctx, "directory:curate");
  const [firstId, secondId] = readPair(duplicateId);
  return transact(ctx, async (tx) => {
    if (!(await isPair(tx, firstId, secondId))) fail(duplicateNotFound);
    const dismissed = await tx
      .insert(duplicateDismissals)
      .values({ firstId, secondId, at: ctx.now() })
      .onConflictDoNothing()
      .returning({ firstId: duplicateDismissals.firstId });
    if (dismissed.length > 0) await record(tx, ctx, { action: "duplicate.dismissed", subjectId: firstId });
  });
}

export default operation(route, async (ctx, { params }) => {
  await dismissDuplicate(ctx, params.duplicateId);
  return undefined;
});
