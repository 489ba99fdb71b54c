import { createRoute, type z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { permitPerson } from "./may.ts";
import { listRows, placeInLine } from "./store.ts";
import { CallbackRequest, presentRequest, state } from "./wire.ts";

const CallbackRequests = pageOf(CallbackRequest).openapi("CallbackRequests");

const Filters = PageQuery.extend({
  state: state.optional().openapi({
    description: "Only those in this state; left out, all that have not ended",
    example: "open",
  }),
});
type Filters = z.output<typeof Filters>;

const route = createRoute({
  operationId: "listRequests",
  method: "get",
  path: "/callback-requests",
  tags: ["Callback requests"],
  summary: "List who waits to be called back",
  description:
    "The requests of your own helpline: the most urgent first, and among them who has waited longest. Codes only; getRequest shows what was told.",
  security: needs("requests"),
  request: { query: Filters },
  responses: { 200: json(CallbackRequests, "A page of requests"), ...problems(permissionMissing) },
});

export async function listRequests(
  ctx: Context,
  { pageSize, cursor, state: wanted }: Filters,
): Promise<z.input<typeof CallbackRequests>> {
  permitPerson(ctx);
  const filters = wanted ?? "";
  const position = await openCursor(ctx, "callback-requests", filters, cursor);
  return transact(ctx, async (tx) => {
    const found = await listRows(tx, ctx, wanted, position, pageSize + 1);
    const page = await cutPage(ctx, "callback-requests", filters, pageSize, found, placeInLine);
    await record(tx, ctx, { action: "callback-request.listed", subjectId: ctx.actor.participantId });
    const { rows, ...next } = page;
    return { items: rows.map(presentRequest), ...next };
  });
}

export default operation(route, (ctx, { query }) => listRequests(ctx, query));
