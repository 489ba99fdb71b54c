import { createRoute, z } from "@hono/zod-openapi";
import { caseNotShared, helpQuestionEnded, helpQuestionNotFound } from "../../cases/index.ts";
import { serviceNotFound } from "../../directory/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { urgencies } from "../codes.ts";
import { acuteIsAPhoneCall, participantSendsNone, serviceTakesNoHandoffs } from "../problems.ts";
import { draftReferral } from "./draft-referral.ts";
import { getSentReferral } from "./get-referral.ts";
import { presentSentReferral } from "./present-referral.ts";
import { ageBand, ageBandOf, SentReferral, safety } from "./wire.ts";

const NewReferral = z
  .strictObject({
    helpQuestionId: Id.openapi({ description: "The need", example: "6c1a9e52-0d4f-4b7e-a1c8-5e2f7b3d9a44" }),
    serviceId: Id.openapi({
      description: "The service that may meet it",
      example: "8a7b6c5d-4e3f-4a2b-9c1d-0e9f8a7b6c55",
    }),
    ageBand,
    ageBandOf,
    urgency: z.enum(urgencies).openapi({
      description: "`urgent`: an answer within one working day. `acute` is refused: phone the service",
      example: "normal",
    }),
    safetyFlags: safety.default([]),
  })
  .openapi("NewReferral");
type NewReferral = z.output<typeof NewReferral>;

const route = createRoute({
  operationId: "createReferral",
  method: "post",
  path: "/referrals",
  tags: ["Referrals"],
  summary: "Draft a referral",
  description:
    "Drafts the offer of one help question to one service. Domain, topics, relation, language and province are taken over from the question and its case as they are now. Nobody but your own team sees a draft, and after seven days it is discarded. A service of an organization that is not in the network is handed over to by telephone.",
  security: needs("referrals:send"),
  request: { body: json(NewReferral, "Which need, which service, and what the recipient is told besides") },
  responses: {
    201: json(SentReferral, "The draft"),
    ...problems(
      helpQuestionNotFound,
      serviceNotFound,
      permissionMissing,
      caseNotShared,
      participantSendsNone,
      helpQuestionEnded,
      serviceTakesNoHandoffs,
      acuteIsAPhoneCall,
    ),
  },
});

export function createReferral(ctx: Context, input: NewReferral): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => presentSentReferral(await draftReferral(tx, ctx, input), ctx.now()));
}

export default operation(route, (ctx, { body }) => createReferral(ctx, body), getSentReferral);
