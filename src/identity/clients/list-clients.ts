import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { listClientRows, listKeysOf } from "./store.ts";
import { Client, presentClient } from "./wire.ts";

const Clients = pageOf(Client).openapi("Clients");

const route = createRoute({
  operationId: "listClients",
  method: "get",
  path: "/clients",
  tags: ["Network"],
  summary: "List the clients",
  description: "The systems of your own participant with their keys, by name.",
  security: needs("members"),
  request: { query: PageQuery },
  responses: { 200: json(Clients, "A page of clients"), ...problems(permissionMissing) },
});

export async function listClients(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Clients>> {
  permit(ctx, "members");
  const position = await openCursor(ctx, "clients", null, cursor);
  const { found, keys } = await transact(ctx, async (tx) => {
    const found = await listClientRows(tx, ctx.actor.participantId, position, pageSize + 1);
    return { found, keys: await listKeysOf(tx, ...found.map(({ id }) => id)) };
  });
  const { rows, ...next } = await cutPage(ctx, "clients", null, pageSize, found, ({ name, id }) => [
    name,
    id,
  ]);
  const items = rows.map((row) =>
    presentClient(
      row,
      keys.filter(({ clientId }) => clientId === row.id),
    ),
  );
  return { items, ...next };
}

export default operation(route, (ctx, { query }) => listClients(ctx, query));
