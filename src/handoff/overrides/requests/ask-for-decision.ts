import { createRoute, z } from "@hono/zod-openapi";
import { and, arrayOverlaps, eq, isNull, ne } from "drizzle-orm";
import { record } from "../../../audit/index.ts";
import { colleagueCannotAct, colleagueNotFound, requireCounsellor } from "../../../cases/index.ts";
import { enqueue } from "../../../deliveries/index.ts";
import { findMember, members } from "../../../identity/index.ts";
import { actingMember, needs, permissionMissing, permit, rolesWith } from "../../../permissions.ts";
import type { Context, Database } from "../../../platform/context.ts";
import { transact } from "../../../platform/database/transact.ts";
import { json, operation } from "../../../platform/http/operation.ts";
import { defineProblem, fail, problems } from "../../../platform/http/problem.ts";
import { Id } from "../../../platform/text/text.ts";
import { nothingToDecide, overrideEnded, overrideNotFound, secondMemberNeeded } from "../../problems.ts";
import type { OverrideRow } from "../../schema.ts";
import { isUndecided } from "../in-force.ts";
import { claimOverride } from "../store.ts";
import { OverridePath } from "../wire.ts";
import { overrideRequests } from "./schema.ts";
import { listOverrideRequests } from "./waiting.ts";
import { OverrideRequest, presentOverrideRequest } from "./wire.ts";

const nobodyToAsk = defineProblem(
  "nobody-to-ask",
  409,
  "Nobody else of yours could decide it",
  "It takes another counsellor of your participant who can sign in. An emergency call needs no decision: make it, and write it down.",
);

const Asking = z
  .strictObject({
    memberId: Id.optional().openapi({
      description: "Whom to ask; without it every counsellor who can act",
      example: "8f7e6d5c-4b3a-4291-8a0f-e1d2c3b4a596",
    }),
  })
  .openapi("OverrideAsking");

const route = createRoute({
  operationId: "askForDecision",
  method: "post",
  path: "/overrides/{overrideId}/requests",
  tags: ["Overrides"],
  summary: "Ask for a decision on an override at once",
  description:
    "Makes it the most pressing task of one colleague, or of every counsellor of the participant who can act, wherever they work and whether or not they are on duty: whoever is on call decides, signed in. They see since when it waits. Asked again for the same, the first request stands.",
  security: needs("cases"),
  request: { params: OverridePath, body: json(Asking, "Whom to ask") },
  responses: {
    201: json(OverrideRequest, "Who is asked, and since when"),
    ...problems(
      overrideNotFound,
      permissionMissing,
      overrideEnded,
      nothingToDecide,
      secondMemberNeeded,
      colleagueNotFound,
      colleagueCannotAct,
      nobodyToAsk,
    ),
  },
});

export function askForDecision(
  ctx: Context,
  overrideId: string,
  { memberId }: z.output<typeof Asking>,
): Promise<OverrideRequest> {
  permit(ctx, "cases");
  const askedBy = actingMember(ctx);
  return transact(ctx, async (tx) => {
    const override = await claimOverride(tx, ctx, overrideId);
    const askedAt = ctx.now();
    if (override.endedAt) fail(overrideEnded);
    if (!isUndecided(override, askedAt)) fail(nothingToDecide);
    await requireDecider(tx, override, memberId);
    const { participantId } = ctx.actor;
    const standing = (await listOverrideRequests(tx, overrideId)).find(
      (one) => one.memberId === (memberId ?? null) && one.askedAt >= (override.objectedAt ?? override.madeAt),
    );
    if (standing) return presentOverrideRequest(standing);
    const row = { id: ctx.newId(), participantId, overrideId, memberId: memberId ?? null, askedBy, askedAt };
    await tx.insert(overrideRequests).values(row);
    const { caseId } = override;
    await record(tx, ctx, { action: "override-request.made", subjectId: overrideId, caseId, at: askedAt });
    await enqueue(tx, ctx, { type: "override-request.made", subjectId: overrideId, at: askedAt });
    return presentOverrideRequest(row);
  });
}

/** Refuses unless somebody is there who can decide: the one who is asked, or anybody but its maker. */
async function requireDecider(
  tx: Database,
  { participantId, madeBy }: OverrideRow,
  memberId: string | undefined,
): Promise<void> {
  if (memberId === madeBy) fail(secondMemberNeeded);
  if (memberId !== undefined) {
    if (!(await findMember(tx, participantId, memberId))) fail(colleagueNotFound);
    return requireCounsellor(tx, memberId);
  }
  const could = and(
    eq(members.participantId, participantId),
    isNull(members.suspendedAt),
    ne(members.id, madeBy),
    arrayOverlaps(members.roles, rolesWith("cases", false)),
  );
  if ((await tx.$count(members, could)) === 0) fail(nobodyToAsk);
}

/** The same request again, for a repeated Idempotency-Key. */
function presentAgain(ctx: Context, id: string): Promise<OverrideRequest> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const [asked] = await tx.select().from(overrideRequests).where(eq(overrideRequests.id, id));
    return asked ? presentOverrideRequest(asked) : fail(overrideNotFound);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => askForDecision(ctx, params.overrideId, body),
  presentAgain,
);
