import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { presentReceivedReferral, presentSentReferral } from "./present-referral.ts";
import { referralStates } from "./referral.ts";
import { listReferralViews } from "./store.ts";
import { Referral } from "./wire.ts";

const Referrals = pageOf(Referral).openapi("Referrals");

const ReferralQuery = PageQuery.extend({
  direction: z
    .enum(["sent", "received"])
    .openapi({ description: "Your outbox or your inbox", example: "received" }),
  state: z
    .enum(referralStates)
    .optional()
    .openapi({ description: "Only those in this state", example: "offered" }),
});

const route = createRoute({
  operationId: "listReferrals",
  method: "get",
  path: "/referrals",
  tags: ["Referrals"],
  summary: "List referrals",
  description:
    "Newest first. `received`: what was offered to your participant. `sent`: what was drafted in the cases that the acting member may read.",
  security: [...needs("referrals:send"), ...needs("referrals:receive")],
  request: { query: ReferralQuery },
  responses: { 200: json(Referrals, "A page of referrals"), ...problems(permissionMissing) },
});

export async function listReferrals(
  ctx: Context,
  { direction, state, pageSize, cursor }: z.output<typeof ReferralQuery>,
): Promise<z.input<typeof Referrals>> {
  permit(ctx, direction === "sent" ? "referrals:send" : "referrals:receive");
  const filters = { direction, state };
  const position = await openCursor(ctx, "referrals", filters, cursor);
  const found = await transact(ctx, async (tx) => {
    const [views] = await Promise.all([
      listReferralViews(tx, ctx, { direction, state, position, limit: pageSize + 1 }),
      record(tx, ctx, { action: "referrals.listed", subjectId: ctx.actor.participantId }),
    ]);
    return views;
  });
  const { rows, ...next } = await cutPage(ctx, "referrals", filters, pageSize, found, ({ referral }) => [
    (direction === "received" && referral.offeredAt ? referral.offeredAt : referral.draftedAt).toISOString(),
    referral.id,
  ]);
  const present = direction === "sent" ? presentSentReferral : presentReceivedReferral;
  return { items: rows.map((view) => present(view, ctx.now())), ...next };
}

export default operation(route, (ctx, { query }) => listReferrals(ctx, query));
