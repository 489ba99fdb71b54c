import type { RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "../context.ts";
import { Accepted, respondWith, type Success, successOf } from "./answer.ts";
import type { Revised } from "./entity-tag.ts";
import { AlreadyAnswered } from "./idempotency.ts";
import { type InputOf, idempotencyKeyOf, readInput } from "./input.ts";
import { published } from "./published.ts";

export { Accepted, json, mergePatch, settled, tagged, taggedForAll } from "./answer.ts";

type Done<R extends RouteConfig> = Extract<keyof R["responses"], 200 | 201>;
type SuccessOf<R extends RouteConfig> = [Done<R>] extends [never]
  ? Extract<keyof R["responses"], Success>
  : Done<R>;
type Body<T> = T extends { content: { "application/json": { schema: infer S extends z.ZodType } } }
  ? z.input<S>
  : undefined;
export type AnswerOf<R extends RouteConfig> = [SuccessOf<R>] extends [never]
  ? undefined
  : Body<R["responses"][SuccessOf<R>]>;

/** What is answered while the work waits, where the contract has a 202 beside its success. */
type Waiting<R extends RouteConfig> = [Done<R>] extends [never]
  ? never
  : R["responses"] extends { 202: infer A }
    ? Body<A> extends infer W extends { id: string }
      ? Accepted<W>
      : never
    : never;
type Answer<R extends RouteConfig> = AnswerOf<R> | Revised<AnswerOf<R>> | Waiting<R>;

/** A contract bound to what it does. */
export interface Operation {
  operationId: string;
  /** The contract as published: with the headers and refusals that all operations share. */
  route: RouteConfig;
  /** In which media types, where not in JSON: it looks at the Accept header itself. */
  answersIn?: readonly string[];
  /** Whether its body is long, and so takes as long as the sender's line needs. */
  streamed?: true;
  respond(request: Request, ctx: Context, params: Record<string, string>): Promise<Response>;
}

/**
 * Binds a contract to its action. `replay` presents the record again, as it is now, to a repeated
 * Idempotency-Key; an operation that creates or moves something has one.
 */
export function operation<R extends RouteConfig & { operationId: string }>(
  contract: R,
  run: (ctx: Context, input: InputOf<R>) => Promise<Answer<R>>,
  replay?: (ctx: Context, recordId: string, input: InputOf<R>) => Promise<Answer<R>>,
): Operation {
  const success = successOf(contract);
  return {
    operationId: contract.operationId,
    route: published(contract, replay !== undefined),
    async respond(request, ctx, params) {
      const input = await readInput(contract, request, params);
      const key = replay && idempotencyKeyOf(request, ctx, input.body);
      const keyed = key ? { ...ctx, idempotencyKey: key } : ctx;
      const answer = await run(keyed, input).catch((error) => {
        if (replay && error instanceof AlreadyAnswered) return replay(ctx, error.recordId, input);
        throw error;
      });
      if (answer instanceof Accepted) return respondWith(request, successOf(contract, [202]), answer.answer);
      return respondWith(request, success, answer);
    },
  };
}
