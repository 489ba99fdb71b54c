import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { spelledCode } from "../../cases/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id, line } from "../../platform/text/text.ts";
import { permitPerson } from "./may.ts";
import { requestNotFound } from "./problems.ts";
import { findByReference } from "./store.ts";
import { state } from "./wire.ts";

const RequestLookup = z
  .strictObject({
    reference: line(40).openapi({
      description: "The reference as the caller reads it out; case, spaces and the hyphen do not count",
      example: "K7Q4-9M2R",
    }),
  })
  .openapi("RequestLookup");

const FoundRequest = z
  .object({
    requestId: Id.openapi({
      description: "The request",
      example: "7d9c1f3e-2b5a-4c8d-9e6f-1a3b5c7d9e21",
    }),
    state,
    anonymous: z.boolean().openapi({
      description: "Whether a code word was agreed: check it before anything is told",
      example: true,
    }),
    caseId: Id.optional().openapi({
      description: "The case that it became",
      example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
    }),
  })
  .openapi("FoundRequest");
type FoundRequest = z.input<typeof FoundRequest>;

const route = createRoute({
  operationId: "lookUpRequest",
  method: "post",
  path: "/callback-request-lookups",
  tags: ["Callback requests"],
  summary: "Find a request by its reference",
  description:
    "For somebody who makes contact again. The reference only locates the request and proves nothing. Every look-up that finds one is an audit entry. A mistyped reference and an unknown one are refused alike.",
  security: needs("requests"),
  request: { body: json(RequestLookup, "The reference") },
  responses: {
    200: json(FoundRequest, "Where the request is"),
    ...problems(requestNotFound, permissionMissing),
  },
});

export function lookUpRequest(ctx: Context, said: string): Promise<FoundRequest> {
  permitPerson(ctx);
  return transact(ctx, async (tx) => {
    // A mistyped one is looked for, too: both take the same work.
    const row = await findByReference(tx, ctx, spelledCode(said) ?? said);
    const { id: requestId, state, caseId } = row;
    await record(tx, ctx, {
      action: "callback-request.looked-up",
      subjectId: requestId,
      caseId: caseId ?? undefined,
    });
    return { requestId, state, anonymous: row.codeWord !== null, ...(caseId && { caseId }) };
  });
}

export default operation(route, (ctx, { body }) => lookUpRequest(ctx, body.reference));
