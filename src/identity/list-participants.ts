import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../platform/http/pagination.ts";
import { problems } from "../platform/http/problem.ts";
import { listParticipantRows } from "./store.ts";
import { Participant, presentParticipant } from "./wire.ts";

const Participants = pageOf(Participant).openapi("Participants");

const route = createRoute({
  operationId: "listParticipants",
  method: "get",
  path: "/participants",
  tags: ["Network"],
  summary: "List the participants",
  description: "Everyone in the network, by name.",
  security: needs("network:read"),
  request: { query: PageQuery },
  responses: { 200: json(Participants, "A page of participants"), ...problems(permissionMissing) },
});

export async function listParticipants(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Participants>> {
  permit(ctx, "network:read");
  const position = await openCursor(ctx, "participants", null, cursor);
  const found = await transact(ctx, (tx) => listParticipantRows(tx, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "participants", null, pageSize, found, ({ participant }) => [
    participant.name,
    participant.id,
  ]);
  return { items: rows.map(({ participant, terms }) => presentParticipant(participant, terms)), ...next };
}

export default operation(route, (ctx, { query }) => listParticipants(ctx, query));
