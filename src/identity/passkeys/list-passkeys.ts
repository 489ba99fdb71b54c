import { createRoute, z } from "@hono/zod-openapi";
import { needsSession, permissionMissing, signedInMember } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { listPasskeyRows } from "./store.ts";
import { Passkey, presentPasskey } from "./wire.ts";

const Passkeys = z
  .object({ items: z.array(Passkey).openapi({ description: "The oldest first" }) })
  .openapi("Passkeys");

const route = createRoute({
  operationId: "listPasskeys",
  method: "get",
  path: "/passkeys",
  tags: ["Network"],
  summary: "List your passkeys",
  description:
    "Those that sign you in. Have two, on two devices: whoever loses the only one has to be invited anew. Another one is added on the page `/sign-in/passkey/mine`.",
  security: needsSession,
  responses: { 200: json(Passkeys, "Your passkeys"), ...problems(permissionMissing) },
});

export async function listPasskeys(ctx: Context): Promise<z.input<typeof Passkeys>> {
  const memberId = signedInMember(ctx);
  const found = await transact(ctx, (tx) => listPasskeyRows(tx, ctx.actor.participantId, memberId));
  return { items: found.map(presentPasskey) };
}

export default operation(route, listPasskeys);
