import { z } from "@hono/zod-openapi";
import { toBase64Url } from "./crypto.ts";
import { defineProblem, fail } from "./problem.ts";

export const versionNotNamed = defineProblem(
  "version-not-named",
  428,
  "An edit names the version that it is of",
  "Read the record and send its ETag as If-Match, so that nobody's change is lost.",
);
export const versionOutdated = defineProblem(
  "version-outdated",
  412,
  "The record has changed since you read it",
  "Nothing was changed. Read it again, and decide with what stands there now.",
);

/** The header of a contract whose operation edits a version. */
export const IfMatch = z.object({
  "if-match": z.string().openapi({
    description: "The ETag of the version that you have read",
    example: '"3q2-7wEBAQEBAQEBAQEBAQEBAQE"',
  }),
});

export const etagHeader = {
  ETag: {
    description: "Names this version of what is answered (a strong validator)",
    schema: { type: "string" as const, example: '"3q2-7wEBAQEBAQEBAQEBAQEBAQE"' },
  },
};

/** A strong validator: two answers have the same one only if they are the same, byte for byte. */
export async function entityTag(body: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  return `"${toBase64Url(new Uint8Array(hash, 0, 20))}"`;
}

const namedIn = (header: string) => header.split(",").map((tag) => tag.trim());

/** Whether an If-None-Match names the version (RFC 9110, section 13.1.2). */
export const isKnown = (header: string | null, tag: string): boolean =>
  header !== null && namedIn(header).some((known) => known === "*" || known.replace(/^W\//, "") === tag);

/** Refuses unless the If-Match names the version that `answer` is, as `schema` lets it leave. */
export async function refuseOutdated(ifMatch: string, schema: z.ZodType, answer: unknown): Promise<void> {
  const tag = await entityTag(JSON.stringify(schema.parse(answer)));
  if (!namedIn(ifMatch).some((named) => named === "*" || named === tag)) fail(versionOutdated);
}
