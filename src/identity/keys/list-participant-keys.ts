import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { participantNotFound } from "../problems.ts";
import { findParticipant } from "../store.ts";
import { ParticipantPath } from "../wire.ts";
import { listKeysOf } from "./store.ts";
import { ParticipantKey, presentParticipantKey } from "./wire.ts";

const ParticipantKeys = z
  .object({ items: z.array(ParticipantKey).openapi({ description: "The newest last" }) })
  .openapi("ParticipantKeys");

const route = createRoute({
  operationId: "listParticipantKeys",
  method: "get",
  path: "/participants/{participantId}/keys",
  tags: ["Network"],
  summary: "List a participant's keys for disclosures",
  description:
    "The keys that are good now: seal to the newest `enc`, and know a seal by any `sig`. This service could name a false key: compare the thumbprint with the partner out of band, and pin it.",
  security: needs("network:read"),
  request: { params: ParticipantPath },
  responses: {
    200: json(ParticipantKeys, "The keys"),
    ...problems(participantNotFound, permissionMissing),
  },
});

export function listParticipantKeys(
  ctx: Context,
  participantId: string,
): Promise<z.input<typeof ParticipantKeys>> {
  permit(ctx, "network:read");
  return transact(ctx, async (tx) => {
    if (!(await findParticipant(tx, participantId))) fail(participantNotFound);
    const found = await listKeysOf(tx, participantId, ctx.now());
    return { items: found.map(presentParticipantKey) };
  });
}

export default operation(route, (ctx, { params }) => listParticipantKeys(ctx, params.participantId));
