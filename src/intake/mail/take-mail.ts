import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, IdempotencyKey } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { problems } from "../../platform/http/problem.ts";
import { streamedOperation } from "../../platform/http/streamed.ts";
import { Id } from "../../platform/text/text.ts";
import { findRequest } from "../requests/store.ts";
import { longestMail } from "./longest.ts";
import { type Mail, readMail } from "./read-mail.ts";
import { mailOutcomes, type TakenMail as Taken, takeMailIn } from "./take-mail-in.ts";
import { thin } from "./thin.ts";

const TakenMail = z
  .object({
    id: Id.openapi({
      description: "The request that it became, or came to",
      example: "6a1d3c52-7e0b-4f3a-9c1d-5b8e2f4a7d90",
    }),
    reference: z
      .string()
      .openapi({ description: "The request's reference, which only locates it", example: "K7Q4-9M2R" }),
    outcome: z.enum(mailOutcomes).openapi({
      description:
        "`new`: it is a request of its own; `added`: it answers a mail of the same sender, whose request is still open; `known`: the same mail was taken before",
      example: "new",
    }),
  })
  .openapi("TakenMail", { description: "What became of a mail: nothing of what is in it" });

const route = createRoute({
  operationId: "takeMail",
  method: "post",
  path: "/mails",
  tags: ["Callback requests"],
  summary: "Take a mail from a gateway",
  description:
    "Takes a mail as it came (RFC 5322), up to 64 MiB. What was written is sealed on arrival, in plain text; files are dropped and listed; what looks like a Dutch citizen number is removed. The same mail is taken once, however often it is sent here. Whatever it is, it becomes a request or comes to one: a mail that only a machine wrote becomes one that has ended. Nobody is ever answered by mail: the mailbox may be watched. Delete the mail at your side once you have this answer.",
  security: needs("requests"),
  request: {
    body: {
      description: "The mail, with its headers",
      required: true,
      content: {
        "message/rfc822": {
          schema: z.string().openapi({
            format: "binary",
            example:
              "From: Marije <marije@example.org>\r\nSubject: Bel mij\r\n\r\nKan iemand mij bellen?\r\n",
          }),
        },
      },
    },
  },
  responses: {
    201: {
      description: "It was taken, now or before",
      headers: {
        Location: {
          description: "The request",
          schema: {
            type: "string" as const,
            example: "/v1/callback-requests/6a1d3c52-7e0b-4f3a-9c1d-5b8e2f4a7d90",
          },
        },
      },
      content: { "application/json": { schema: TakenMail } },
    },
    ...problems(permissionMissing),
  },
});

const present = ({ request: { id, reference }, outcome }: Taken): z.input<typeof TakenMail> => ({
  id,
  reference,
  outcome,
});

interface Circumstances {
  /** It was not read to its end: it is longer than is taken. */
  tooLarge?: boolean;
  key?: Omit<IdempotencyKey, "body"> | undefined;
}

/** The one action behind every door. `body`: as the mail arrives. */
export async function takeMail(
  ctx: Context,
  body: AsyncIterable<Uint8Array>,
  { tooLarge = false, key }: Circumstances = {},
) {
  permit(ctx, "requests");
  const read = await readMail(await thin(body));
  const mail: Mail = tooLarge ? { ...read, kind: "too-large", automatic: false } : read;
  const print = () => ctx.secrets.fingerprint("idempotency", JSON.stringify(mail));
  const keyed = key ? { ...ctx, idempotencyKey: { ...key, body: print() } } : ctx;
  return transact(keyed, async (tx) => present(await takeMailIn(tx, ctx, mail)));
}

function presentAgain(ctx: Context, requestId: string) {
  permit(ctx, "requests");
  return transact(ctx, async (tx) =>
    present({ request: await findRequest(tx, ctx, requestId), outcome: "known" }),
  );
}

export default streamedOperation(
  route,
  (ctx, { body, key }) => takeMail(ctx, body, { key }),
  presentAgain,
  ({ id }) => `/v1/callback-requests/${id}`,
  longestMail,
);
