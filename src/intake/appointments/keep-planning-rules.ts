import { createRoute } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { checkRevision, IfMatch, Revised, versionOutdated } from "../../platform/http/entity-tag.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { permitForAll } from "../availability/counsellors.ts";
import { planningRules } from "../schema.ts";
import { findRules, PlanningRules } from "./planning-rules.ts";

const route = createRoute({
  operationId: "keepPlanningRules",
  method: "put",
  path: "/planning-rules",
  tags: ["Planning"],
  summary: "Agree how the helpline plans",
  description: "A coordinator keeps it. It holds for every attempt from then on.",
  security: needs("planning"),
  request: { headers: IfMatch, body: json(PlanningRules, "The rules from now on") },
  responses: { 200: tagged(PlanningRules, "The rules"), ...problems(permissionMissing) },
});

export function keepPlanningRules(ctx: Context, { attempts }: PlanningRules, ifMatch: string) {
  permit(ctx, "planning");
  permitForAll(ctx);
  return transact(ctx, async (tx) => {
    const { participantId } = ctx.actor;
    const earlier = await findRules(tx, ctx);
    checkRevision(ifMatch, earlier.revision);
    const changed = { attempts, revision: ctx.newId() };
    const kept = await tx
      .insert(planningRules)
      .values({ participantId, ...changed })
      .onConflictDoUpdate({
        target: planningRules.participantId,
        set: changed,
        // Nobody else's change of the meantime is lost.
        setWhere: sql`${planningRules.revision}::text = ${earlier.revision}`,
      })
      .returning();
    if (kept.length === 0) fail(versionOutdated);
    await record(tx, ctx, { action: "availability.rules-changed", subjectId: participantId });
    return new Revised({ attempts }, changed.revision);
  });
}

export default operation(route, (ctx, { body, ifMatch }) => keepPlanningRules(ctx, body, ifMatch));
