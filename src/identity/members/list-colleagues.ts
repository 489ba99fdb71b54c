import { createRoute, z } from "@hono/zod-openapi";
import { needsAny, permissionMissing, permitAny, roles } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { listMemberRows } from "../store.ts";
import { Member } from "./wire.ts";

const Colleague = Member.omit({ suspended: true, addedAt: true }).openapi("Colleague", {
  description: "Somebody of your own participant to whom work can be given",
});
const Colleagues = pageOf(Colleague).openapi("ColleagueList");

const ColleagueQuery = PageQuery.extend({
  role: z.enum(roles).optional().openapi({ description: "Only who has this role", example: "counsellor" }),
});
type ColleagueQuery = z.output<typeof ColleagueQuery>;

const route = createRoute({
  operationId: "listColleagues",
  method: "get",
  path: "/colleagues",
  tags: ["Network"],
  summary: "List your colleagues",
  description:
    "The people of your own participant who can act now, by name: for whoever plans appointments, names colleagues in a case, hands one over or arranges cover. It tells nothing of their cases.",
  security: needsAny("cases", "cases:assign", "planning"),
  request: { query: ColleagueQuery },
  responses: { 200: json(Colleagues, "A page of colleagues"), ...problems(permissionMissing) },
});

export async function listColleagues(
  ctx: Context,
  { pageSize, cursor, role }: ColleagueQuery,
): Promise<z.input<typeof Colleagues>> {
  permitAny(ctx, "cases", "cases:assign", "planning");
  const filters = { role };
  const position = await openCursor(ctx, "colleagues", filters, cursor);
  const found = await transact(ctx, (tx) =>
    listMemberRows(tx, ctx.actor.participantId, position, pageSize + 1, { acting: true, role }),
  );
  const place = ({ name, id }: { name: string; id: string }) => [name, id];
  const { rows, ...next } = await cutPage(ctx, "colleagues", filters, pageSize, found, place);
  return { items: rows.map(({ id, name, roles }) => ({ id, name, roles })), ...next };
}

export default operation(route, (ctx, { query }) => listColleagues(ctx, query));
