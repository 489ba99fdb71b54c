import type { RouteConfig } from "@hono/zod-openapi";
import type { Context } from "../context.ts";
import { preferredType } from "./accept.ts";
import { checkInput, type InputOf } from "./input.ts";
import type { Operation } from "./operation.ts";
import { fail, notAcceptable } from "./problem.ts";
import { published } from "./published.ts";

export interface Download {
  /** As it is to be saved: our own words, never anything received. */
  filename: string;
  text: AsyncIterable<string>;
  headers?: Record<string, string>;
}

/** Binds a contract to an action that answers with a file, piece by piece, in the media type that was asked for. */
export function downloadOperation<R extends RouteConfig & { operationId: string }>(
  contract: R,
  run: (ctx: Context, input: Omit<InputOf<R>, "body" | "ifMatch">, type: string) => Promise<Download>,
): Operation {
  const response = contract.responses[200];
  const types = Object.keys((response && "content" in response && response.content) || {});
  return {
    operationId: contract.operationId,
    route: published(contract, false),
    answersIn: types,
    async respond(request, ctx, params) {
      const type = preferredType(request.headers.get("accept") ?? "*/*", types);
      if (!type) return fail(notAcceptable, { detail: `This is answered as ${types.join(" or ")}.` });
      const { query, params: path } = checkInput(contract, request, params);
      const { filename, text, headers } = await run(ctx, { query, params: path }, type);
      return new Response(streamOf(text), {
        headers: {
          ...headers,
          "content-type": `${type}; charset=utf-8`,
          "content-disposition": `attachment; filename="${filename}"`,
        },
      });
    },
  };
}

const encoder = new TextEncoder();

/** Pulled by the reader: no more is held than the piece that is on its way. */
function streamOf(text: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const pieces = text[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
