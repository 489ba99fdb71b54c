import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needsSession, permissionMissing, signedInMember } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { PasskeyName } from "./credential.ts";
import { passkeyNotFound } from "./problems.ts";
import { passkeys } from "./schema.ts";
import { claimPasskeys } from "./store.ts";
import { Passkey, PasskeyPath, presentPasskey } from "./wire.ts";

const NewName = z
  .strictObject({
    name: PasskeyName.openapi({ description: "What you call it: its device, say", example: "Work laptop" }),
  })
  .openapi("PasskeyName");

const route = createRoute({
  operationId: "renamePasskey",
  method: "put",
  path: "/passkeys/{passkeyId}/name",
  tags: ["Network"],
  summary: "Rename a passkey",
  description: "So that you know which one to revoke when a device is lost.",
  security: needsSession,
  request: { params: PasskeyPath, body: json(NewName, "Its new name") },
  responses: { 200: json(Passkey, "The passkey"), ...problems(passkeyNotFound, permissionMissing) },
});

export function renamePasskey(ctx: Context, passkeyId: string, name: string): Promise<Passkey> {
  const memberId = signedInMember(ctx);
  return transact(ctx, async (tx) => {
    const held = await claimPasskeys(tx, ctx.actor.participantId, memberId);
    const passkey = held.find(({ id }) => id === passkeyId) ?? fail(passkeyNotFound);
    await tx.update(passkeys).set({ name }).where(eq(passkeys.id, passkeyId));
    await record(tx, ctx, { action: "passkey.renamed", subjectId: passkeyId });
    return presentPasskey({ ...passkey, name });
  });
}

export default operation(route, (ctx, { params, body }) => renamePasskey(ctx, params.passkeyId, body.name));
