import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { countersign, secondPersonProblems } from "../../identity/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { verdicts } from "../codes.ts";
import { ownSignal, signalNotFound } from "../problems.ts";
import { signalReviews } from "../schema.ts";
import { presentSignalAgain } from "./register-signal.ts";
import { claimSignal, findSignal } from "./store.ts";
import { presentSignal, Signal, SignalPath } from "./wire.ts";

const NewReview = z
  .strictObject({
    verdict: z.enum(verdicts).openapi({
      description: "Whether it is a signal that counts, none, or one that another signal has told already",
      example: "counts",
    }),
    duplicateOfId: Id.optional().openapi({
      description: "Which other signal, for a duplicate",
      example: "0f1e2d3c-4b5a-4697-8889-9a0b1c2d3e4f",
    }),
  })
  .refine(({ verdict, duplicateOfId }) => (verdict === "duplicate-of") === (duplicateOfId !== undefined), {
    path: ["duplicateOfId"],
    message: "must be given for a duplicate, and only then",
  })
  .openapi("NewSignalReview");
type NewReview = z.output<typeof NewReview>;

const route = createRoute({
  operationId: "reviewSignal",
  method: "post",
  path: "/signals/{signalId}/reviews",
  tags: ["Signals"],
  summary: "Review a signal",
  description:
    "Says as a second person, signed in, whether a colleague's signal counts. The latest review holds; none is changed or taken back.",
  security: needs("signals"),
  request: { params: SignalPath, body: json(NewReview, "What you found") },
  responses: {
    201: json(Signal, "The signal with its review"),
    ...problems(permissionMissing, ownSignal, ...secondPersonProblems, signalNotFound),
  },
});

export function reviewSignal(
  ctx: Context,
  signalId: string,
  { verdict, duplicateOfId }: NewReview,
): Promise<Signal> {
  permit(ctx, "signals");
  return transact(ctx, async (tx) => {
    const signal = await claimSignal(tx, ctx, signalId);
    if (signal.registeredBy === actingMember(ctx)) fail(ownSignal);
    if (duplicateOfId === signalId)
      fail(invalidRequest, {
        errors: [{ in: "body", pointer: "/duplicateOfId", detail: "must be another signal" }],
      });
    if (duplicateOfId) await findSignal(tx, ctx, duplicateOfId);
    const reviewedBy = await countersign(tx, ctx, signalId, signal.registeredBy);
    const review = {
      id: ctx.newId(),
      participantId: signal.participantId,
      signalId,
      registeredBy: signal.registeredBy,
      reviewedBy,
      verdict,
      duplicateOfId: duplicateOfId ?? null,
      reviewedAt: ctx.now(),
    };
    await tx.insert(signalReviews).values(review);
    await record(tx, ctx, { action: "signal.reviewed", subjectId: signalId, at: review.reviewedAt });
    return presentSignal(signal, review);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => reviewSignal(ctx, params.signalId, body),
  presentSignalAgain,
);
