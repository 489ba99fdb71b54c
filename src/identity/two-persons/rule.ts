import { z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Context, Database } from "../../platform/context.ts";

export const TwoPersonRule = z
  .strictObject({
    required: z.boolean().openapi({
      description:
        "Whether two persons stand for what gives power: members, roles, systems and keys; for the network's operator also participants and partnerships",
      example: true,
    }),
  })
  .openapi("TwoPersonRule");
export type TwoPersonRule = z.output<typeof TwoPersonRule>;

/** Says for the actor's own participant how many persons it takes. */
export async function applyTwoPersons(tx: Database, ctx: Context, required: boolean): Promise<TwoPersonRule> {
  await tx.execute(sql`select handreiking.require_two_persons(${required})`);
  const action = required ? "two-persons.required" : "two-persons.ended";
  await record(tx, ctx, { action, subjectId: ctx.actor.participantId });
  return { required };
}
