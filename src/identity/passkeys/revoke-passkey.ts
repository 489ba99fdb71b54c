import { createRoute } from "@hono/zod-openapi";
import { needsSession, permissionMissing, signedInMember } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { lastPasskey, passkeyNotFound } from "./problems.ts";
import { claimPasskeys, endPasskey } from "./store.ts";
import { PasskeyPath } from "./wire.ts";

const route = createRoute({
  operationId: "revokePasskey",
  method: "delete",
  path: "/passkeys/{passkeyId}",
  tags: ["Network"],
  summary: "Revoke a passkey",
  description:
    "It signs you in no more, and is listed no more. Where a device was stolen, end your sessions too (`endSessions`). The last one stays: add another one first.",
  security: needsSession,
  request: { params: PasskeyPath },
  responses: {
    204: { description: "It is revoked" },
    ...problems(passkeyNotFound, lastPasskey, permissionMissing),
  },
});

export async function revokePasskey(ctx: Context, passkeyId: string): Promise<undefined> {
  const memberId = signedInMember(ctx);
  await transact(ctx, async (tx) => {
    // All of them are held: of two revocations at once, the second one sees what the first one left.
    const held = await claimPasskeys(tx, ctx.actor.participantId, memberId);
    if (!held.some(({ id }) => id === passkeyId)) fail(passkeyNotFound);
    if (held.length === 1) fail(lastPasskey);
    await endPasskey(tx, ctx, passkeyId);
  });
}

export default operation(route, (ctx, { params }) => revokePasskey(ctx, params.passkeyId));
