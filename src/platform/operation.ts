import type { RouteConfig, z } from "@hono/zod-openapi";
import { respondWith, type Success, successOf } from "./answer.ts";
import type { Context } from "./context.ts";
import type { Revised } from "./entity-tag.ts";
import { AlreadyAnswered } from "./idempotency.ts";
import { type InputOf, idempotencyKeyOf, readInput } from "./input.ts";
import { published } from "./published.ts";

export { json, mergePatch, tagged } from "./answer.ts";

type SuccessOf<R extends RouteConfig> = Extract<keyof R["responses"], Success>;
export type AnswerOf<R extends RouteConfig> = [SuccessOf<R>] extends [never]
  ? undefined
  : R["responses"][SuccessOf<R>] extends {
        content: { "application/json": { schema: infer S extends z.ZodType } };
      }
    ? z.input<S>
    : undefined;

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
  run: (ctx: Context, input: InputOf<R>) => Promise<AnswerOf<R> | Revised<AnswerOf<R>>>,
  replay?: (ctx: Context, recordId: string) => Promise<AnswerOf<R> | Revised<AnswerOf<R>>>,
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
        if (replay && error instanceof AlreadyAnswered) return replay(ctx, error.recordId);
        throw error;
      });
      return respondWith(request, success, answer);
    },
  };
}
