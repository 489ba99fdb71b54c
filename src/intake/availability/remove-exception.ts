import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { availabilityExceptions } from "../schema.ts";
import { permitKeeping } from "./counsellors.ts";
import { exceptionNotFound } from "./problems.ts";
import { findException } from "./store.ts";

const route = createRoute({
  operationId: "removeException",
  method: "delete",
  path: "/availability-exceptions/{exceptionId}",
  tags: ["Planning"],
  summary: "Take an exception back",
  description: "From then on the usual pattern holds again; leave that ends early is taken back so, too.",
  security: needs("planning"),
  request: {
    params: z.object({ exceptionId: Id.openapi({ example: "7a5e0c3d-1b2f-4d86-9c4a-5e6f7a8b9c10" }) }),
  },
  responses: {
    204: { description: "It holds no more" },
    ...problems(exceptionNotFound, permissionMissing),
  },
});

export function removeException(ctx: Context, exceptionId: string): Promise<undefined> {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const { counsellorId } = await findException(tx, ctx, exceptionId);
    permitKeeping(ctx, counsellorId);
    await tx.delete(availabilityExceptions).where(eq(availabilityExceptions.id, exceptionId));
    await record(tx, ctx, { action: "availability.changed", subjectId: exceptionId });
    return undefined;
  });
}

export default operation(route, (ctx, { params }) => removeException(ctx, params.exceptionId));
