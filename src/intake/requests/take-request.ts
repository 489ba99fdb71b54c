import { createRoute, z } from "@hono/zod-openapi";
import { CodeWord } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { Time } from "../../platform/text/text.ts";
import { findRequest } from "./store.ts";
import { takeRequestIn } from "./take-request-in.ts";
import { CallbackRequest, codeFields, contactFields, presentRequest, urgency } from "./wire.ts";

export { type TakenRequest, takeRequestIn } from "./take-request-in.ts";

const NewCallbackRequest = z
  .strictObject({
    door: z.enum(["phone", "chat", "mail"]).default("phone").openapi({
      description: "How the first contact reached you",
      example: "phone",
    }),
    ...codeFields,
    topics: codeFields.topics.default([]),
    urgency: urgency.default("normal"),
    name: contactFields.name.optional(),
    phones: contactFields.phones.default([]),
    mail: contactFields.mail.optional(),
    reach: contactFields.reach.optional(),
    windows: contactFields.windows.default([]),
    text: contactFields.text.optional(),
    anonymous: z
      .strictObject({
        word: CodeWord.shape.word,
        agreedAt: Time.openapi({
          description: "When they make contact again themselves",
          example: "2026-01-06T14:00:00Z",
        }),
      })
      .optional()
      .openapi({ description: "Instead of a number and a mail address: a code word and an agreed time" }),
  })
  .refine(({ anonymous, phones, mail }) => !anonymous || (phones.length === 0 && mail === undefined), {
    path: ["anonymous"],
    message: "must be left out with a number or a mail address",
  })
  .openapi("NewCallbackRequest");
type NewCallbackRequest = z.output<typeof NewCallbackRequest>;

const route = createRoute({
  operationId: "takeRequest",
  method: "post",
  path: "/callback-intakes",
  tags: ["Callback requests"],
  summary: "Take a request to be called back",
  description:
    "While listening: only the language is needed, the rest as far as it is told. A worker takes it, or your own chat software, which may name the member for whom it acts. What was told is sealed under a key of the request and not repeated in the answer. Read the reference out; with an acute request, the emergency numbers too.",
  security: needs("requests"),
  request: { body: json(NewCallbackRequest, "What is known so far") },
  responses: { 201: json(CallbackRequest, "The request, in codes"), ...problems(permissionMissing) },
});

export function takeRequest(ctx: Context, given: NewCallbackRequest): Promise<CallbackRequest> {
  permit(ctx, "requests");
  const { name, phones, mail, reach, text, anonymous, ...request } = given;
  return transact(ctx, async (tx) => {
    const row = await takeRequestIn(tx, ctx, {
      ...request,
      told: { name, phones, mail, reach, text },
      anonymous: anonymous && {
        codeWord: anonymous.word,
        agreedAt: checkAgreed(ctx, anonymous.agreedAt),
      },
    });
    return presentRequest(row);
  });
}

/** The agreed time; refuses one that has passed. */
export function checkAgreed(ctx: Context, agreedAt: string): Date {
  const agreed = new Date(agreedAt);
  if (agreed > ctx.now()) return agreed;
  const detail = "must lie in the future";
  return fail(invalidRequest, { errors: [{ in: "body", pointer: "/anonymous/agreedAt", detail }] });
}

function presentAgain(ctx: Context, requestId: string): Promise<CallbackRequest> {
  permit(ctx, "requests");
  return transact(ctx, async (tx) => presentRequest(await findRequest(tx, ctx, requestId)));
}

export default operation(route, (ctx, { body }) => takeRequest(ctx, body), presentAgain);
