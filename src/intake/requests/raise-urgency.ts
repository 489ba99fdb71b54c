import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { type Urgency, urgencies } from "../../handoff/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { permitPerson } from "./may.ts";
import { requestEnded, requestNotFound, urgencyOnlyRises } from "./problems.ts";
import { changeRow, claimLiveRequest } from "./store.ts";
import { CallbackRequest, presentRequest, RequestPath, urgency } from "./wire.ts";

const RequestUrgency = z.strictObject({ urgency }).openapi("RequestUrgency");

const route = createRoute({
  operationId: "raiseUrgency",
  method: "put",
  path: "/callback-requests/{requestId}/urgency",
  tags: ["Callback requests"],
  summary: "Raise the urgency of a request",
  description:
    "For what you hear or read in it. It names no version: whoever raises it last is right. It is never lowered; with an acute request the answer holds the emergency numbers.",
  security: needs("requests"),
  request: { params: RequestPath, body: json(RequestUrgency, "How urgent it is") },
  responses: {
    200: json(CallbackRequest, "The request, in codes"),
    ...problems(requestNotFound, requestEnded, urgencyOnlyRises, permissionMissing),
  },
});

export function raiseUrgency(ctx: Context, requestId: string, wanted: Urgency): Promise<CallbackRequest> {
  permitPerson(ctx);
  return transact(ctx, async (tx) => {
    const row = await claimLiveRequest(tx, ctx, requestId);
    if (urgencies.indexOf(wanted) < urgencies.indexOf(row.urgency)) fail(urgencyOnlyRises);
    if (wanted === row.urgency) return presentRequest(row);
    const raised = await changeRow(tx, ctx, row, { urgency: wanted });
    await record(tx, ctx, { action: "callback-request.raised", subjectId: row.id });
    return presentRequest(raised);
  });
}

export default operation(route, (ctx, { params, body }) => raiseUrgency(ctx, params.requestId, body.urgency));
