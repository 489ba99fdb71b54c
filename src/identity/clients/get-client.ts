import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { clientNotFound } from "./problems.ts";
import { findClient, listKeysOf } from "./store.ts";
import { Client, ClientPath, presentClient } from "./wire.ts";

const route = createRoute({
  operationId: "getClient",
  method: "get",
  path: "/clients/{clientId}",
  tags: ["Network"],
  summary: "Read a client",
  description: "A system of your own participant: what it may ask for, how it signs in, and its keys.",
  security: needs("members"),
  request: { params: ClientPath },
  responses: { 200: tagged(Client, "The client"), ...problems(clientNotFound, permissionMissing) },
});

export function getClient(ctx: Context, clientId: string): Promise<Client> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    presentClient(await findClient(tx, ctx, clientId), await listKeysOf(tx, clientId)),
  );
}

export default operation(route, (ctx, { params }) => getClient(ctx, params.clientId));
