import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { identityProviderNotFound } from "../problems.ts";
import { identityProviders } from "../schema.ts";
import { dropSignIns, findIdentityProvider } from "./store.ts";
import { IdentityProvider, presentIdentityProvider } from "./wire.ts";

const route = createRoute({
  operationId: "removeIdentityProvider",
  method: "delete",
  path: "/identity-provider",
  tags: ["Network"],
  summary: "Let nobody sign in at your provider any more",
  description: "Nobody signs in there from then on. Sessions go on until they end or are ended.",
  security: needs("members"),
  request: { headers: IfMatch },
  responses: {
    204: { description: "It is gone" },
    ...problems(identityProviderNotFound, permissionMissing),
  },
});

export async function removeIdentityProvider(ctx: Context, ifMatch: string): Promise<undefined> {
  permit(ctx, "members");
  const { participantId } = ctx.actor;
  await transact(ctx, async (tx) => {
    const before = (await findIdentityProvider(tx, participantId)) ?? fail(identityProviderNotFound);
    await refuseOutdated(ifMatch, IdentityProvider, presentIdentityProvider(before));
    await tx.delete(identityProviders).where(eq(identityProviders.participantId, participantId));
    await dropSignIns(tx, ctx);
    await record(tx, ctx, { action: "identity-provider.removed", subjectId: participantId });
  });
}

export default operation(route, (ctx, { ifMatch }) => removeIdentityProvider(ctx, ifMatch));
