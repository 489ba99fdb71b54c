import { createRoute, z } from "@hono/zod-openapi";
import { and, eq, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
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
    "From now on nothing is sealed to it and nothing is known by it. What was sealed to it before is given out no more: each helpline is told to seal it anew, so add the next key first. Once more changes nothing.",
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
      const revokedAt = ctx.now();
      await tx.update(participantKeys).set({ revokedAt }).where(eq(participantKeys.id, keyId));
      await record(tx, ctx, { action: "participant-key.revoked", subjectId: keyId, at: revokedAt });
      await tellSenders(tx, ctx, keyId, revokedAt);
    }
    return presentParticipantKey(row);
  });
}

interface Sealed {
  id: string;
  senderId: string;
  recipientId: string;
  caseId: string;
}

/** What was sealed to the key can be opened by nobody now: who sealed it is told to do so anew. */
async function tellSenders(tx: Database, ctx: Context, keyId: string, at: Date): Promise<void> {
  const sealed = await rows<Sealed>(
    tx,
    sql`select referral_id as id, sender_id as "senderId", recipient_id as "recipientId", case_id as "caseId"
      from handreiking.sealed_to(${keyId}::uuid)`,
  );
  for (const { caseId, ...referral } of sealed) {
    const moveId = ctx.newId();
    const told = { subjectId: referral.id, at };
    await record(tx, ctx, {
      ...told,
      id: moveId,
      action: "disclosure.key-revoked",
      subjectParticipantId: referral.senderId,
      caseId,
    });
    await enqueue(tx, ctx, {
      ...told,
      type: "disclosure.key-revoked",
      moveId,
      referral: { ...referral, offeredAt: at },
      only: "sender",
    });
  }
}

export default operation(
  route,
  (ctx, { params }) => revokeParticipantKey(ctx, params.keyId),
  revokeParticipantKey,
);
