import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { findMember } from "../../identity/index.ts";
import { needs, permissionMissing, permit, signedInMember } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { overrideMakerNotFound, secondMemberNeeded } from "../problems.ts";
import { type OverrideReleaseRow, overrideReleases } from "../schema.ts";

const memberId = Id.openapi({
  description: "The member",
  example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
});

const OverrideRelease = z
  .object({
    id: Id.openapi({ example: "2f6a9c1d-4b8e-4d7f-9a3c-5e1f7b2d8c44" }),
    memberId,
    releasedAt: z.iso.datetime().openapi({ example: "2026-02-03T09:00:00.000Z" }),
  })
  .openapi("OverrideRelease", { description: "That a member may make an override alone again" });
type OverrideRelease = z.input<typeof OverrideRelease>;

const route = createRoute({
  operationId: "releaseOverrideMaker",
  method: "post",
  path: "/members/{memberId}/override-release",
  tags: ["Overrides"],
  summary: "Let a member make overrides alone again",
  description:
    "A member whose override acted at once and was not reviewed, or not upheld, makes no other alone: the next waits for a colleague's approval. A coordinator, signed in and not the member, ends that here, after speaking with them.",
  security: needs("cases:assign"),
  request: { params: z.object({ memberId }) },
  responses: {
    201: json(OverrideRelease, "The member is released"),
    ...problems(overrideMakerNotFound, permissionMissing, secondMemberNeeded),
  },
});

export function releaseOverrideMaker(ctx: Context, released: string): Promise<OverrideRelease> {
  permit(ctx, "cases:assign");
  const releasedBy = signedInMember(ctx);
  if (released === releasedBy) fail(secondMemberNeeded);
  return transact(ctx, async (tx) => {
    const { participantId } = ctx.actor;
    if (!(await findMember(tx, participantId, released))) fail(overrideMakerNotFound);
    const row = { id: ctx.newId(), participantId, memberId: released, releasedBy, at: ctx.now() };
    await tx.insert(overrideReleases).values(row);
    await record(tx, ctx, { action: "override-release.recorded", subjectId: row.id, at: row.at });
    return presentRelease(row);
  });
}

function presentAgain(ctx: Context, releaseId: string): Promise<OverrideRelease> {
  permit(ctx, "cases:assign");
  return transact(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(overrideReleases)
      .where(
        and(eq(overrideReleases.participantId, ctx.actor.participantId), eq(overrideReleases.id, releaseId)),
      );
    return presentRelease(row ?? fail(overrideMakerNotFound));
  });
}

const presentRelease = (row: OverrideReleaseRow): OverrideRelease => ({
  id: row.id,
  memberId: row.memberId,
  releasedAt: row.at.toISOString(),
});

export default operation(
  route,
  (ctx, { params }) => releaseOverrideMaker(ctx, params.memberId),
  presentAgain,
);
