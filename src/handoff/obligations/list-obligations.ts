import { createRoute, z } from "@hono/zod-openapi";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { presentObligation } from "../referrals/present-referral.ts";
import { Obligation } from "../referrals/wire.ts";
import { obligations } from "./schema.ts";

const Obligations = pageOf(Obligation).openapi("Obligations");

const ObligationQuery = PageQuery.extend({
  direction: z.enum(["owed", "owing"]).openapi({
    description: "`owing`: what your participant has to see to. `owed`: what others owe for your callers",
    example: "owing",
  }),
  standing: z
    .enum(["true", "false"])
    .default("true")
    .transform((value) => value === "true")
    .openapi({ type: "boolean", description: "Those that stand, or those that were met", example: true }),
});

const route = createRoute({
  operationId: "listObligations",
  method: "get",
  path: "/obligations",
  tags: ["Obligations"],
  summary: "List obligations",
  description:
    "What recipients owe once a handoff has ended: to delete what they hold of the caller. By when they were raised, the oldest first.",
  security: [...needs("referrals:send"), ...needs("referrals:receive"), ...needs("obligations:read")],
  request: { query: ObligationQuery },
  responses: { 200: json(Obligations, "A page of obligations"), ...problems(permissionMissing) },
});

export async function listObligations(
  ctx: Context,
  { direction, standing, pageSize, cursor }: z.output<typeof ObligationQuery>,
): Promise<z.input<typeof Obligations>> {
  if (direction === "owing") permit(ctx, "referrals:receive");
  else if (!ctx.actor.permissions.has("obligations:read")) permit(ctx, "referrals:send");
  const filters = { direction, standing };
  const position = await openCursor(ctx, "obligations", filters, cursor);
  const party = direction === "owed" ? obligations.senderId : obligations.recipientId;
  const { raisedAt, referralId, endedAt } = obligations;
  const found = await transact(ctx, (tx) =>
    tx
      .select()
      .from(obligations)
      .where(
        and(
          eq(party, ctx.actor.participantId),
          standing ? isNull(endedAt) : isNotNull(endedAt),
          position && sql`(${raisedAt}, ${referralId}) > (${position[0]}::timestamptz, ${position[1]}::uuid)`,
        ),
      )
      .orderBy(asc(raisedAt), asc(referralId))
      .limit(pageSize + 1),
  );
  const { rows, ...next } = await cutPage(ctx, "obligations", filters, pageSize, found, (row) => [
    row.raisedAt.toISOString(),
    row.referralId,
  ]);
  return { items: rows.map(presentObligation), ...next };
}

export default operation(route, (ctx, { query }) => listObligations(ctx, query));
