import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { listMemberRows } from "../store.ts";
import { Member, presentMember } from "./wire.ts";

const Members = pageOf(Member).openapi("Members");

const route = createRoute({
  operationId: "listMembers",
  method: "get",
  path: "/members",
  tags: ["Network"],
  summary: "List the members",
  description: "The people of your own participant, by name.",
  security: needs("members"),
  request: { query: PageQuery },
  responses: { 200: json(Members, "A page of members"), ...problems(permissionMissing) },
});

export async function listMembers(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Members>> {
  permit(ctx, "members");
  const position = await openCursor(ctx, "members", null, cursor);
  const found = await transact(ctx, (tx) =>
    listMemberRows(tx, ctx.actor.participantId, position, pageSize + 1),
  );
  const { rows, ...next } = await cutPage(ctx, "members", null, pageSize, found, ({ name, id }) => [
    name,
    id,
  ]);
  return { items: rows.map(presentMember), ...next };
}

export default operation(route, (ctx, { query }) => listMembers(ctx, query));
