import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { cancelForRequest } from "../appointments/cancel-for-request.ts";
import type { RequestRow } from "../schema.ts";
import { requestBecameCase, requestNotFound } from "./problems.ts";
import { claimRequest, endRow, findRequest, letGo } from "./store.ts";
import { RequestPath } from "./wire.ts";

const RequestErasure = z
  .object({
    id: Id.openapi({ description: "The request", example: "7d9c1f3e-2b5a-4c8d-9e6f-1a3b5c7d9e21" }),
    erasedAt: z.iso.datetime().openapi({
      description: "Since when nothing of what was told is left",
      example: "2026-03-02T09:00:00.000Z",
    }),
  })
  .openapi("RequestErasure", { description: "That what was told in a request was destroyed" });
type RequestErasure = z.input<typeof RequestErasure>;

const route = createRoute({
  operationId: "eraseRequest",
  method: "post",
  path: "/callback-requests/{requestId}/erasure",
  tags: ["Callback requests"],
  summary: "Erase a request",
  description:
    "Destroys what was told in a request of one's own participant, with its key, and ends it if it has not ended. Codes and reference stay. No way back. Of a request that became a case the case is erased. Once more changes nothing.",
  security: needs("cases:erase"),
  request: { params: RequestPath },
  responses: {
    200: json(RequestErasure, "It is erased"),
    ...problems(requestNotFound, requestBecameCase, permissionMissing),
  },
});

export function eraseRequest(ctx: Context, requestId: string): Promise<RequestErasure> {
  permit(ctx, "cases:erase");
  return transact(ctx, async (tx) => {
    const row = await claimRequest(tx, ctx, requestId);
    if (row.endReason === "became-case") fail(requestBecameCase);
    if (row.letGoAt) return presentErasure(row);
    const at = ctx.now();
    if (row.state === "ended") await letGo(tx, row, at);
    else await endRow(tx, ctx, row, { reason: "no-longer-wanted", at, letGo: true });
    await cancelForRequest(tx, ctx, row.id, at);
    await record(tx, ctx, { action: "callback-request.erased", subjectId: row.id, at });
    return presentErasure({ ...row, letGoAt: at });
  });
}

const presentErasure = ({ id, letGoAt }: RequestRow): RequestErasure => ({
  id,
  erasedAt: (letGoAt ?? fail(requestNotFound)).toISOString(),
});

function presentAgain(ctx: Context, requestId: string): Promise<RequestErasure> {
  permit(ctx, "cases:erase");
  return transact(ctx, async (tx) => presentErasure(await findRequest(tx, ctx, requestId)));
}

export default operation(route, (ctx, { params }) => eraseRequest(ctx, params.requestId), presentAgain);
