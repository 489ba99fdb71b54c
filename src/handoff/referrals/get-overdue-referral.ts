import { createRoute, z } from "@hono/zod-openapi";
import { and, eq, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { cases } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { overdueReferralNotFound } from "../problems.ts";
import { referrals } from "../schema.ts";
import { referralStates } from "./referral.ts";
import { ReferralPath } from "./wire.ts";

const OverdueReferral = z
  .object({
    id: Id.openapi({ example: "d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22" }),
    state: z.enum(referralStates).openapi({ description: "How far it came", example: "offered" }),
    dueAt: z.iso.datetime().openapi({ description: "When it was due", example: "2026-01-06T09:00:00.000Z" }),
    caseId: Id.optional().openapi({
      description: "Of your own helpline's alone: the case, to hand it to a colleague unread",
      example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
    }),
    ownerId: Id.optional().openapi({
      description: "Of your own helpline's alone: the counsellor to speak to",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
  })
  .openapi("OverdueReferral", { description: "A referral that has been due too long: ids and its state" });
type OverdueReferral = z.input<typeof OverdueReferral>;

const route = createRoute({
  operationId: "getOverdueReferral",
  method: "get",
  path: "/overdue-referrals/{referralId}",
  tags: ["Referrals"],
  summary: "Read what is overdue of a referral",
  description:
    "For a coordinator: how far an overdue referral came and since when it is due, and of the own helpline's who has it. Nothing of what was offered.",
  security: needs("overdue:read"),
  request: { params: ReferralPath },
  responses: {
    200: json(OverdueReferral, "What is overdue"),
    ...problems(overdueReferralNotFound, permissionMissing),
  },
});

export function getOverdueReferral(ctx: Context, referralId: string): Promise<OverdueReferral> {
  permit(ctx, "overdue:read");
  return transact(ctx, async (tx) => {
    const own = await findOwn(tx, ctx, referralId);
    const caseId = own?.caseId;
    const found = own ?? (await findAsOperator(tx, referralId)) ?? fail(overdueReferralNotFound);
    if (caseId) await record(tx, ctx, { action: "referral-summary.read", subjectId: referralId, caseId });
    else await record(tx, ctx, { action: "referrals.read", subjectId: referralId });
    return found;
  });
}

async function findOwn(tx: Database, ctx: Context, referralId: string) {
  const [found] = await tx
    .select({
      id: referrals.id,
      state: referrals.state,
      dueAt: referrals.dueAt,
      caseId: referrals.caseId,
      ownerId: cases.ownerId,
    })
    .from(referrals)
    .innerJoin(cases, eq(cases.id, referrals.caseId))
    .where(
      and(
        eq(referrals.senderId, ctx.actor.participantId),
        eq(referrals.id, referralId),
        eq(referrals.stage, "overdue"),
        eq(referrals.needsLive, true),
      ),
    );
  return found?.dueAt ? { ...found, dueAt: found.dueAt.toISOString() } : undefined;
}

/** The operator's coordinators see those of all, by id and state; nobody else finds one here. */
async function findAsOperator(tx: Database, referralId: string): Promise<OverdueReferral | undefined> {
  const [found] = await rows<{ id: string; state: OverdueReferral["state"]; dueAt: string }>(
    tx,
    sql`select id, state, due_at as "dueAt" from handreiking.overdue_referral(${referralId}::uuid)`,
  );
  return found && { ...found, dueAt: new Date(found.dueAt).toISOString() };
}

export default operation(route, (ctx, { params }) => getOverdueReferral(ctx, params.referralId));
