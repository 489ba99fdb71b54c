import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { CasePath, caseNotFound, findCase } from "../../cases/index.ts";
import { findParticipant, participantNotFound } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { type RefusalRow, refusals } from "../schema.ts";
import { refuse } from "./store.ts";

const recipientId = Id.openapi({
  description: "The participant that the caller wants to be told nothing",
  example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
});

const NewRefusal = z.strictObject({ recipientId }).openapi("NewRefusal");

const Refusal = z
  .object({
    id: Id.openapi({ example: "7c1e5f2a-9d3b-4e6c-8a0f-1b2d3c4e5f66" }),
    recipientId,
    at: z.iso.datetime().openapi({ example: "2026-02-01T10:15:00.000Z" }),
  })
  .openapi("Refusal", {
    description:
      "That a caller refused a recipient: any counsellor may write it down, and it shows nothing of the case",
  });
type Refusal = z.input<typeof Refusal>;

const route = createRoute({
  operationId: "recordRefusal",
  method: "post",
  path: "/cases/{caseId}/refusals",
  tags: ["Overrides"],
  summary: "Record that the caller refuses a recipient",
  description:
    "A no when asked. Has no preconditions: any counsellor of the helpline writes it down for the caller. From then on no override for this recipient acts without a second member, and every handoff that rests on one waits: another member decides within 24 hours, within 4 where it is urgent; what nobody decides on is withdrawn. A consent stands until it is withdrawn itself.",
  security: needs("cases"),
  request: { params: CasePath, body: json(NewRefusal, "Whom the caller refuses") },
  responses: {
    201: json(Refusal, "It is written down"),
    ...problems(caseNotFound, participantNotFound, permissionMissing),
  },
});

export function recordRefusal(
  ctx: Context,
  caseId: string,
  refused: z.output<typeof NewRefusal>,
): Promise<Refusal> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findCase(tx, ctx, caseId);
    if (!(await findParticipant(tx, refused.recipientId))) fail(participantNotFound);
    return presentRefusal(await refuse(tx, ctx, { caseId, ...refused }, "asked"));
  });
}

function presentAgain(ctx: Context, refusalId: string): Promise<Refusal> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(refusals)
      .where(and(eq(refusals.participantId, ctx.actor.participantId), eq(refusals.id, refusalId)));
    return presentRefusal(row ?? fail(caseNotFound));
  });
}

const presentRefusal = (row: RefusalRow): Refusal => ({
  id: row.id,
  recipientId: row.recipientId,
  at: row.at.toISOString(),
});

export default operation(
  route,
  (ctx, { params, body }) => recordRefusal(ctx, params.caseId, body),
  presentAgain,
);
