import { createRoute, z } from "@hono/zod-openapi";
import { ContactPhone, caseCode } from "../../cases/index.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id, personalLine } from "../../platform/text/text.ts";
import { EmergencyNumbers, emergencyNumbers } from "../requests/emergency-numbers.ts";
import { helplineNotFound } from "../requests/problems.ts";
import { findReference } from "../requests/store.ts";
import { takeRequestIn } from "../requests/take-request-in.ts";
import { codeFields, contactFields, reference } from "../requests/wire.ts";
import { takesRequests } from "./store.ts";

const WebRequest = z
  .strictObject({
    helplineId: Id.openapi({
      description: "The helpline, as its own page names it",
      example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
    }),
    ...codeFields,
    topics: codeFields.topics.default([]),
    name: contactFields.name.optional(),
    phone: ContactPhone.shape.number.optional(),
    mail: contactFields.mail.optional(),
    reach: contactFields.reach.optional(),
    windows: contactFields.windows.default([]),
    text: contactFields.text.optional(),
    website: personalLine(2000).or(z.literal("")).optional().openapi({
      description: "Left empty: no person sees this field",
      example: "",
    }),
  })
  .refine(({ phone, mail }) => phone !== undefined || mail !== undefined, {
    path: ["phone"],
    message: "must be given, or else a mail address",
  })
  .openapi("WebRequest");
type WebRequest = z.output<typeof WebRequest>;

const SentRequest = z
  .object({
    reference,
    emergencyNumbers: EmergencyNumbers.openapi({
      description: "Who helps at once; the same in every answer. Show them",
    }),
  })
  .openapi("SentRequest", { description: "That a request was sent" });
type SentRequest = z.input<typeof SentRequest>;

const route = createRoute({
  operationId: "requestCallback",
  method: "post",
  path: "/callback-requests",
  tags: ["Callback requests"],
  summary: "Ask a helpline to call back",
  description:
    "What a helpline's web form sends: no account, no token. The answer's reference lets the helpline find the request; no operation tells anything on it to who sent it. A helpline that is not there, or that closed its form, is refused in one way. Send a new random Idempotency-Key with each form, and the same one when it is sent again.",
  security: [],
  request: { body: json(WebRequest, "What the form holds") },
  responses: { 201: json(SentRequest, "It was sent"), ...problems(helplineNotFound) },
});

/** Nobody is signed in: the service itself writes it down for the helpline. */
const forHelpline = (ctx: Context, helplineId: string): Context => ({
  ...ctx,
  actor: { kind: "job", id: helplineId, participantId: helplineId, permissions: new Set() },
});

const present = (of: string): SentRequest => ({ reference: of, emergencyNumbers: emergencyNumbers() });

export async function requestCallback(ctx: Context, given: WebRequest): Promise<SentRequest> {
  const { helplineId, name, phone, mail, reach, text, website, ...request } = given;
  const helpline = forHelpline(ctx, helplineId);
  const { reference } = await transact(helpline, async (tx) => {
    if (!(await takesRequests(tx, helplineId))) fail(helplineNotFound);
    // A robot filled it in: it is answered as anybody, and nothing is kept.
    if (website) return unkept(ctx.newId());
    const phones = phone === undefined ? [] : [{ number: phone }];
    return takeRequestIn(tx, helpline, {
      ...request,
      door: "web",
      told: { name, phones, mail, reach, text },
    });
  });
  return present(reference);
}

const unkept = (id: string) => ({ id, reference: caseCode(id) });

function presentAgain(ctx: Context, requestId: string, { helplineId }: WebRequest): Promise<SentRequest> {
  const helpline = forHelpline(ctx, helplineId);
  return transact(helpline, async (tx) =>
    present((await findReference(tx, helpline, requestId)) ?? unkept(requestId).reference),
  );
}

export default operation(
  route,
  (ctx, { body }) => requestCallback(ctx, body),
  (ctx, requestId, { body }) => presentAgain(ctx, requestId, body),
);
