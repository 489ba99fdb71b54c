import { z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { planningRules } from "../schema.ts";
import { usualAttempts } from "./codes.ts";

export const PlanningRules = z
  .strictObject({
    attempts: z.int().min(1).max(10).openapi({
      description: "How often a caller who does not answer is tried for one appointment at most",
      example: usualAttempts,
    }),
  })
  .openapi("PlanningRules", { description: "What a helpline agreed for its planning" });
export type PlanningRules = z.output<typeof PlanningRules>;

/** Before anything was agreed: an ETag needs a name for that, too. */
const usual = { attempts: usualAttempts, revision: "usual" };

export async function findRules(tx: Database, ctx: Context): Promise<{ attempts: number; revision: string }> {
  const [row] = await tx
    .select()
    .from(planningRules)
    .where(eq(planningRules.participantId, ctx.actor.participantId));
  return row ?? usual;
}
