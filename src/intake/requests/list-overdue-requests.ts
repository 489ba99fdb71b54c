import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { listOverdue } from "./todos.ts";
import { reference } from "./wire.ts";

const most = 200;

const OverdueRequest = z
  .object({
    id: Id.openapi({ description: "The request", example: "7d9c1f3e-2b5a-4c8d-9e6f-1a3b5c7d9e21" }),
    reference,
    receivedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    overdueAt: z.iso.datetime().openapi({
      description: "Since when it is yours",
      example: "2026-01-07T09:00:00.000Z",
    }),
  })
  .openapi("OverdueRequest", { description: "A request for which nobody planned an appointment in time" });

const OverdueRequests = z
  .object({
    items: z.array(OverdueRequest),
    more: z.boolean().openapi({ description: `Whether there may be more than ${most}`, example: false }),
  })
  .openapi("OverdueRequests");

const route = createRoute({
  operationId: "listOverdueRequests",
  method: "get",
  path: "/overdue-callback-requests",
  tags: ["Callback requests"],
  summary: "List the requests that nobody planned in time",
  description:
    "For coordinators, of their own helpline: a working day after an appointment should have been planned. By id and reference only; name them to who plans.",
  security: needs("overdue:read"),
  responses: { 200: json(OverdueRequests, "The overdue requests"), ...problems(permissionMissing) },
});

export function listOverdueRequests(ctx: Context): Promise<z.input<typeof OverdueRequests>> {
  permit(ctx, "overdue:read");
  return transact(ctx, async (tx) => {
    const overdue = await listOverdue(tx, ctx);
    const items = overdue.slice(0, most).map(({ row, overdueAt }) => ({
      id: row.id,
      reference: row.reference,
      receivedAt: row.receivedAt.toISOString(),
      overdueAt: overdueAt.toISOString(),
    }));
    return { items, more: overdue.length > most };
  });
}

export default operation(route, (ctx) => listOverdueRequests(ctx));
