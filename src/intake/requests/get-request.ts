import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { Revised } from "../../platform/http/entity-tag.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { noticeMails } from "../mail/store.ts";
import { permitPerson } from "./may.ts";
import { requestNotFound } from "./problems.ts";
import { findRequest, openTold } from "./store.ts";
import { CallbackRequestInFull, presentRequest, presentTold, RequestPath } from "./wire.ts";

const route = createRoute({
  operationId: "getRequest",
  method: "get",
  path: "/callback-requests/{requestId}",
  tags: ["Callback requests"],
  summary: "Read a request to be called back",
  description:
    "With what was told and how and when to reach them without harm, for intake workers and counsellors of your own helpline. Every reading is an audit entry. Once it became a case, codes are left.",
  security: needs("requests"),
  request: { params: RequestPath },
  responses: {
    200: tagged(CallbackRequestInFull, "The request"),
    ...problems(requestNotFound, permissionMissing),
  },
});

export function getRequest(ctx: Context, requestId: string): Promise<Revised<CallbackRequestInFull>> {
  permitPerson(ctx);
  return transact(ctx, async (tx) => {
    const row = await findRequest(tx, ctx, requestId);
    const told = row.sealed && (await openTold(tx, ctx, row));
    if (told?.added) await noticeMails(tx, ctx, row.id);
    await record(tx, ctx, {
      action: "callback-request.read",
      subjectId: row.id,
      caseId: row.caseId ?? undefined,
    });
    return new Revised({ ...presentRequest(row), ...(told && { told: presentTold(told) }) }, row.revision);
  });
}

export default operation(route, (ctx, { params }) => getRequest(ctx, params.requestId));
