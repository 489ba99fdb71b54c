import type { RouteConfig } from "@hono/zod-openapi";
import type { Context, IdempotencyKey } from "../context.ts";
import { respondWith, successOf } from "./answer.ts";
import { AlreadyAnswered } from "./idempotency.ts";
import { checkInput, type InputOf, idempotencyKeyOf } from "./input.ts";
import type { AnswerOf, Operation } from "./operation.ts";
import { bodyTooLarge, fail, unsupportedMediaType } from "./problem.ts";
import { published } from "./published.ts";

const mebibyte = 1024 ** 2;
const longest = 256 * mebibyte;

export interface Streamed<R extends RouteConfig> extends Omit<InputOf<R>, "body" | "ifMatch"> {
  /** As it arrives; fails when it is too long. */
  body: AsyncIterable<Uint8Array>;
  /** The request's key, to be completed by a fingerprint of what was read. */
  key: Omit<IdempotencyKey, "body"> | undefined;
}

/**
 * Binds a contract to an action that reads the body itself, piece by piece, in one of the contract's media types.
 * `locate` names where the record that was made is found; `most`: how many bytes it takes, else as many as the service.
 */
export function streamedOperation<R extends RouteConfig & { operationId: string }>(
  contract: R,
  run: (ctx: Context, input: Streamed<R>) => Promise<AnswerOf<R>>,
  replay: (ctx: Context, recordId: string) => Promise<AnswerOf<R>>,
  locate: (answer: AnswerOf<R>) => string,
  most?: number,
): Operation {
  const success = successOf(contract);
  return {
    operationId: contract.operationId,
    route: published(contract, true),
    streamed: true,
    async respond(request, ctx, params) {
      const { query, params: path } = checkInput(contract, request, params);
      const key = idempotencyKeyOf(request, ctx, undefined);
      const body = read(contract, request, most ?? ctx.longestStream ?? longest);
      const answer = await run(ctx, { query, params: path, body, key }).catch((error) => {
        if (error instanceof AlreadyAnswered) return replay(ctx, error.recordId);
        throw error;
      });
      const response = respondWith(request, success, answer);
      response.headers.set("location", locate(answer));
      return response;
    },
  };
}

async function* read(contract: RouteConfig, request: Request, most: number): AsyncGenerator<Uint8Array> {
  const types = Object.keys(contract.request?.body?.content ?? {});
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!types.includes(type) || request.headers.has("content-encoding"))
    fail(unsupportedMediaType, {
      detail: `Send ${types.join(" or ")} in UTF-8, without a content encoding.`,
    });
  const refuse = () =>
    fail(bodyTooLarge, { detail: `This body may have at most ${Math.floor(most / mebibyte)} MiB.` });
  if (Number(request.headers.get("content-length")) > most) refuse();
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) refuse();
    yield chunk;
  }
}
