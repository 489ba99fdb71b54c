import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { mailboxWatches } from "../schema.ts";

const Mailbox = z
  .object({
    emptiedAt: z.iso.datetime().optional().openapi({
      description: "When all that lay in it was last taken; absent where no mailbox was ever looked into",
      example: "2026-01-05T09:00:00.000Z",
    }),
    failingSince: z.iso.datetime().optional().openapi({
      description:
        "Since when it cannot be reached, or a mail in it cannot be taken: somebody may wait there",
      example: "2026-01-05T09:05:00.000Z",
    }),
  })
  .openapi("Mailbox", { description: "How the looking into your mailbox goes; nothing of what lies in it" });

const route = createRoute({
  operationId: "getMailbox",
  method: "get",
  path: "/mailbox",
  tags: ["Callback requests"],
  summary: "See whether mail still comes in",
  description:
    "For coordinators, of their own helpline's mailbox. One that fails for an hour is a task: mail waits there that nobody sees here. Who runs the service finds the cause in its log.",
  security: needs("overdue:read"),
  responses: { 200: json(Mailbox, "The mailbox"), ...problems(permissionMissing) },
});

export function getMailbox(ctx: Context): Promise<z.input<typeof Mailbox>> {
  permit(ctx, "overdue:read");
  return transact(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(mailboxWatches)
      .where(eq(mailboxWatches.participantId, ctx.actor.participantId));
    return {
      ...(row?.emptiedAt && { emptiedAt: row.emptiedAt.toISOString() }),
      ...(row?.failingSince && { failingSince: row.failingSince.toISOString() }),
    };
  });
}

export default operation(route, (ctx) => getMailbox(ctx));
