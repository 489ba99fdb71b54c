import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { listInvitationRows } from "./store.ts";
import { Invitation, presentInvitation } from "./wire.ts";

const InvitationQuery = PageQuery.extend({
  memberId: Id.optional().openapi({ description: "Only those of this member" }),
});

const Invitations = pageOf(Invitation).openapi("Invitations");

const route = createRoute({
  operationId: "listInvitations",
  method: "get",
  path: "/invitations",
  tags: ["Network"],
  summary: "List the invitations",
  description:
    "Who of your own participant was invited to sign in by passkey, by whom, and what came of it; the newest first. What waits for a second person's approval says so.",
  security: [...needs("invitations"), ...needs("invitations:approve")],
  request: { query: InvitationQuery },
  responses: { 200: json(Invitations, "A page of invitations"), ...problems(permissionMissing) },
});

export async function listInvitations(
  ctx: Context,
  { pageSize, cursor, memberId }: z.output<typeof InvitationQuery>,
): Promise<z.input<typeof Invitations>> {
  if (!ctx.actor.permissions.has("invitations")) permit(ctx, "invitations:approve");
  const filters = { memberId };
  const position = await openCursor(ctx, "invitations", filters, cursor);
  const found = await transact(ctx, (tx) =>
    listInvitationRows(tx, ctx.actor.participantId, memberId, position, pageSize + 1),
  );
  const { rows, ...next } = await cutPage(
    ctx,
    "invitations",
    filters,
    pageSize,
    found,
    ({ invitedAt, id }) => [invitedAt.toISOString(), id],
  );
  const now = ctx.now();
  return { items: rows.map((row) => presentInvitation(row, now)), ...next };
}

export default operation(route, (ctx, { query }) => listInvitations(ctx, query));
