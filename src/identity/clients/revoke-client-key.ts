import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { clientKeys } from "../schema.ts";
import { presentClientKeyAgain } from "./add-client-key.ts";
import { clientKeyNotFound, clientNotFound } from "./problems.ts";
import { claimClient, findClientKey } from "./store.ts";
import { ClientKey, type ClientKeyRow, ClientPath, presentClientKey } from "./wire.ts";

const KeyPath = ClientPath.extend({
  keyId: Id.openapi({ description: "The key", example: "7c1d2b0e-3f4a-4a1b-9a53-5a2f0f4f9b77" }),
});

const route = createRoute({
  operationId: "revokeClientKey",
  method: "post",
  path: "/clients/{clientId}/keys/{keyId}/revocation",
  tags: ["Network"],
  summary: "Revoke a client's key",
  description:
    "From now on nothing that it signed is taken, and every token that was asked for with it is refused. It does not come back. Once more changes nothing.",
  security: needs("members"),
  request: { params: KeyPath },
  responses: {
    200: json(ClientKey, "The revoked key"),
    ...problems(clientNotFound, clientKeyNotFound, permissionMissing),
  },
});

export function revokeClientKey(ctx: Context, clientId: string, keyId: string): Promise<ClientKey> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    await claimClient(tx, ctx, clientId);
    const key = await findClientKey(tx, ctx, keyId);
    if (key.clientId !== clientId) fail(clientKeyNotFound);
    return presentClientKey(await applyClientKeyRevocation(tx, ctx, key));
  });
}

/** The key as it is then; one that was revoked already is left alone. */
export async function applyClientKeyRevocation(
  tx: Database,
  ctx: Context,
  key: ClientKeyRow,
): Promise<ClientKeyRow> {
  if (key.revokedAt) return key;
  const revokedAt = ctx.now();
  await tx.update(clientKeys).set({ revokedAt }).where(eq(clientKeys.id, key.id));
  await record(tx, ctx, { action: "client-key.revoked", subjectId: key.id, at: revokedAt });
  return { ...key, revokedAt };
}

export default operation(
  route,
  (ctx, { params }) => revokeClientKey(ctx, params.clientId, params.keyId),
  presentClientKeyAgain,
);
