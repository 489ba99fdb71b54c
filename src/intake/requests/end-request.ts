import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { cancelForRequest } from "../appointments/cancel-for-request.ts";
import { permitPerson } from "./may.ts";
import { requestEnded, requestNotFound } from "./problems.ts";
import { claimRequest, endRow, findRequest } from "./store.ts";
import { CallbackRequest, presentRequest, RequestPath } from "./wire.ts";

const RequestEnd = z
  .strictObject({
    reason: z
      .enum(["talked", "referred-elsewhere", "not-reached", "no-longer-wanted", "not-for-us", "duplicate"])
      .openapi({
        description:
          "How it ends. `talked`: the conversation was all of the help. `duplicate`: another request is the same person's",
        example: "talked",
      }),
  })
  .openapi("RequestEnd");
type Reason = z.output<typeof RequestEnd>["reason"];

const route = createRoute({
  operationId: "endRequest",
  method: "post",
  path: "/callback-requests/{requestId}/end",
  tags: ["Callback requests"],
  summary: "End a request",
  description:
    "For good, with how it ended: somebody who asks again makes a new request. What was told stays readable for as long as your helpline agreed to keep it, 90 days unless said otherwise, and is then destroyed. A request that becomes a case is ended by openCaseForRequest.",
  security: needs("requests"),
  request: { params: RequestPath, body: json(RequestEnd, "How it ends") },
  responses: {
    200: json(CallbackRequest, "The ended request"),
    ...problems(requestNotFound, requestEnded, permissionMissing),
  },
});

export function endRequest(ctx: Context, requestId: string, reason: Reason): Promise<CallbackRequest> {
  permitPerson(ctx);
  return transact(ctx, async (tx) => {
    const row = await claimRequest(tx, ctx, requestId);
    if (row.state === "ended") return row.endReason === reason ? presentRequest(row) : fail(requestEnded);
    const at = ctx.now();
    const ended = await endRow(tx, ctx, row, { reason, at, letGo: false });
    await cancelForRequest(tx, ctx, row.id, at);
    await record(tx, ctx, { action: "callback-request.ended", subjectId: row.id, at });
    return presentRequest(ended);
  });
}

export function presentAgain(ctx: Context, requestId: string): Promise<CallbackRequest> {
  permitPerson(ctx);
  return transact(ctx, async (tx) => presentRequest(await findRequest(tx, ctx, requestId)));
}

export default operation(
  route,
  (ctx, { params, body }) => endRequest(ctx, params.requestId, body.reason),
  presentAgain,
);
