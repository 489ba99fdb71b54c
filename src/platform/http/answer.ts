import { type RouteConfig, z } from "@hono/zod-openapi";
import { entityTag, etagHeader, isKnown, keptByAnyone, publicHeaders, Revised } from "./entity-tag.ts";

export type Success = 200 | 201 | 202;

interface SuccessShape {
  status: Success;
  schema: z.ZodType | undefined;
  /** Whether the answer names its version. */
  tagged: boolean;
  /** Whether it is the same for everybody. */
  open: boolean;
}

/** The answer of an operation whose work is not done yet: its contract has a 202 beside its own success. */
export class Accepted<T extends { id: string }> {
  readonly answer: T;
  readonly id: string;

  constructor(answer: T) {
    this.answer = answer;
    this.id = answer.id;
  }
}

/** What was done, for whoever knows that nothing is left to do. */
export function settled<T>(answer: T | Accepted<{ id: string }>): T {
  if (answer instanceof Accepted) throw new Error("the work is not done yet");
  return answer;
}

export function successOf(
  route: RouteConfig,
  candidates: readonly Success[] = [200, 201, 202],
): SuccessShape {
  const status = candidates.find((candidate) => candidate in route.responses) ?? 200;
  const response = route.responses[status];
  const content = response && "content" in response ? response.content?.["application/json"] : undefined;
  const schema = content && "schema" in content ? content.schema : undefined;
  const headers = response && "headers" in response ? response.headers : undefined;
  const open = headers === publicHeaders;
  const tagged = open || headers === etagHeader;
  return { status, schema: schema instanceof z.ZodType ? schema : undefined, tagged, open };
}

export function respondWith(
  request: Request,
  { status, schema, tagged, open }: SuccessShape,
  result: unknown,
): Response {
  if (!schema) return new Response(null, { status: 204 });
  const answer = result instanceof Revised ? result.answer : result;
  // Through the contract's schema: a field that it does not name never leaves.
  const body = schema.parse(answer) as { nextCursor?: string };
  const headers = new Headers({ "content-type": "application/json" });
  const reads = request.method === "GET";
  if (body.nextCursor && reads) {
    const next = new URL(request.url);
    next.searchParams.set("cursor", body.nextCursor);
    headers.set("link", `<${next.pathname}${next.search}>; rel="next"`);
  }
  const text = JSON.stringify(body);
  if (!tagged) return new Response(text, { status, headers });
  const tag = result instanceof Revised ? `"${result.revision}"` : entityTag(text);
  headers.set("etag", tag);
  if (open) headers.set("cache-control", keptByAnyone);
  if (!reads || !isKnown(request.headers.get("if-none-match"), tag))
    return new Response(text, { status, headers });
  headers.delete("content-type");
  return new Response(null, { status: 304, headers });
}

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

/** An answer that names its version. */
export const tagged = <T extends z.ZodType>(schema: T, description: string) => ({
  ...json(schema, description),
  headers: etagHeader,
});

/** The same of an answer that is the same for everybody, which may be kept. */
export const taggedForAll = <T extends z.ZodType>(schema: T, description: string) => ({
  ...json(schema, description),
  headers: publicHeaders,
});

/** A merge patch (RFC 7396), also taken as plain JSON. */
export const mergePatch = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  required: true,
  content: { "application/json": { schema }, "application/merge-patch+json": { schema } },
});
