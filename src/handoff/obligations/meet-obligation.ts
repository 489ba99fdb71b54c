import { createRoute, z } from "@hono/zod-openapi";
import { and, eq, or } from "drizzle-orm";
import { caseOf, record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { answersByPhone } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Day, Id, personalLine } from "../../platform/text/text.ts";
import { retentionGrounds } from "../codes.ts";
import { obligationMet, obligationNotFound, openedAfterAll, recipientAnswersItself } from "../problems.ts";
import { presentObligation } from "../referrals/present-referral.ts";
import { Obligation } from "../referrals/wire.ts";
import { type ObligationRow, obligations } from "./schema.ts";

const ObligationPath = z.object({
  obligationId: Id.openapi({
    description: "The obligation, by its referral's id",
    example: "d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22",
  }),
});

const answeredBy = personalLine(200).openapi({
  description: "The function of who answers for it",
  example: "privacy officer",
});

const Fulfilment = z
  .discriminatedUnion("endedAs", [
    z.strictObject({ endedAs: z.literal("deleted"), function: answeredBy }),
    z.strictObject({ endedAs: z.literal("never-opened"), function: answeredBy }),
    z.strictObject({
      endedAs: z.literal("retained"),
      function: answeredBy,
      ground: z.enum(retentionGrounds).openapi({
        description: "The legal ground on which it is kept",
        example: "medical-treatment-act",
      }),
      retainedUntil: Day.openapi({ description: "Until when it is kept", example: "2046-01-20" }),
    }),
  ])
  .openapi("Fulfilment", { description: "What became of what the recipient held of the caller" });
type Fulfilment = z.output<typeof Fulfilment>;

const route = createRoute({
  operationId: "meetObligation",
  method: "post",
  path: "/obligations/{obligationId}/fulfilment",
  tags: ["Obligations"],
  summary: "Meet an obligation",
  description:
    "Says what became of what the recipient held of the caller: deleted, never opened, or kept on a legal ground. The caller's counsellor is shown it. For a partner without a login the counsellor writes it down.",
  security: [...needs("referrals:receive"), ...needs("referrals:send")],
  request: { params: ObligationPath, body: json(Fulfilment, "What became of it") },
  responses: {
    200: json(Obligation, "The obligation"),
    ...problems(obligationNotFound, permissionMissing, obligationMet, openedAfterAll, recipientAnswersItself),
  },
});

export function meetObligation(
  ctx: Context,
  referralId: string,
  fulfilment: Fulfilment,
): Promise<z.input<typeof Obligation>> {
  if (!ctx.actor.permissions.has("referrals:receive")) permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const obligation = await claimObligation(tx, ctx, referralId);
    const answer = {
      endedAs: fulfilment.endedAs,
      endedByFunction: fulfilment.function,
      ground: fulfilment.endedAs === "retained" ? fulfilment.ground : null,
      retainedUntil: fulfilment.endedAs === "retained" ? fulfilment.retainedUntil : null,
    };
    if (obligation.endedAt) {
      if (!sameAnswer(obligation, answer)) fail(obligationMet);
      return presentObligation(obligation);
    }
    if (answer.endedAs === "never-opened" && obligation.fetchedAt) fail(openedAfterAll);
    const met = { ...answer, endedAt: ctx.now() };
    await tx.update(obligations).set(met).where(eq(obligations.referralId, referralId));
    await record(tx, ctx, {
      action: "obligation.met",
      subjectId: referralId,
      subjectParticipantId: obligation.senderId,
      caseId: await caseOf(tx, referralId),
      at: met.endedAt,
    });
    await enqueue(tx, ctx, {
      type: "obligation.met",
      subjectId: referralId,
      referral: { ...obligation, id: referralId, offeredAt: obligation.raisedAt },
      at: met.endedAt,
    });
    return presentObligation({ ...obligation, ...met });
  });
}

/** Locks the obligation of the recipient, or of a partner for whom the helpline writes down its word. */
async function claimObligation(tx: Database, ctx: Context, referralId: string): Promise<ObligationRow> {
  const { participantId, permissions } = ctx.actor;
  const owing = permissions.has("referrals:receive") ? eq(obligations.recipientId, participantId) : undefined;
  const owed = permissions.has("referrals:send") ? eq(obligations.senderId, participantId) : undefined;
  const [obligation] = await tx
    .select()
    .from(obligations)
    .where(and(eq(obligations.referralId, referralId), or(owing, owed)))
    .for("update");
  if (!obligation) return fail(obligationNotFound);
  if (obligation.senderId === participantId && !(await answersByPhone(tx, obligation.recipientId)))
    fail(recipientAnswersItself);
  return obligation;
}

const sameAnswer = (
  met: ObligationRow,
  answer: Pick<ObligationRow, "endedAs" | "ground" | "retainedUntil">,
) =>
  met.endedAs === answer.endedAs &&
  met.ground === answer.ground &&
  met.retainedUntil === answer.retainedUntil;

function presentAgain(ctx: Context, obligationId: string): Promise<z.input<typeof Obligation>> {
  return transact(ctx, async (tx) => presentObligation(await claimObligation(tx, ctx, obligationId)));
}

export default operation(
  route,
  (ctx, { params, body }) => meetObligation(ctx, params.obligationId, body),
  presentAgain,
);
