import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { identityProviderNotFound } from "../problems.ts";
import { findIdentityProvider } from "./store.ts";
import { IdentityProvider, presentIdentityProvider } from "./wire.ts";

const route = createRoute({
  operationId: "getIdentityProvider",
  method: "get",
  path: "/identity-provider",
  tags: ["Network"],
  summary: "Read where your members sign in",
  description: "The OpenID Connect provider of your own participant.",
  security: needs("members"),
  responses: {
    200: tagged(IdentityProvider, "The provider"),
    ...problems(identityProviderNotFound, permissionMissing),
  },
});

export function getIdentityProvider(ctx: Context): Promise<IdentityProvider> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    presentIdentityProvider(
      (await findIdentityProvider(tx, ctx.actor.participantId)) ?? fail(identityProviderNotFound),
    ),
  );
}

export default operation(route, getIdentityProvider);
