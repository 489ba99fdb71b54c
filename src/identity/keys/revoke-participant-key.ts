import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { fail, problems } from "../../platform/problem.ts";
import { Id } from "../../platform/text.ts";
import { participantKeyNotFound } from "../problems.ts";
import { participantKeys } from "../schema.ts";
import { ParticipantKey, presentParticipantKey } from "./wire.ts";

const KeyPath = z.object({
  keyId: Id.openapi({ description: "The key", example: "0f2f5c1e-8a55-4c38-9d3e-2f6d8b1a7c44" }),
});

const route = createRoute({
  operationId: "revokeParticipantKey",
  method: "post",
  path: "/participant-keys/{keyId}/revocation",
  tags: ["Network"],
  summary: "Revoke a key for disclosures",
  description:
    "From now on nothing is sealed to it and nothing is known by it. What was sealed to it before can still be fetched: ask the helpline to seal it anew. Once more changes nothing.",
  security: needs("members"),
  request: { params: KeyPath },
  responses: {
    200: json(ParticipantKey, "The revoked key"),
    ...problems(participantKeyNotFound, permissionMissing),
  },
});

export function revokeParticipantKey(ctx: Context, keyId: string): Promise<ParticipantKey> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(participantKeys)
      .where(and(eq(participantKeys.id, keyId), eq(participantKeys.participantId, ctx.actor.participantId)))
      .for("update");
    if (!row) return fail(participantKeyNotFound);
    if (!row.revokedAt) {
      await tx.update(participantKeys).set({ revokedAt: ctx.now() }).where(eq(participantKeys.id, keyId));
      await record(tx, ctx, { action: "participant-key.revoked", subjectId: keyId });
    }
    return presentParticipantKey(row);
  });
}

export default operation(
  route,
  (ctx, { params }) => revokeParticipantKey(ctx, params.keyId),
  revokeParticipantKey,
);
