import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
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

const example = '"3q2-7wEBAQEBAQEBAQEBAQEBAQE"';

/** The header of a contract whose operation edits a version. */
export const IfMatch = z.object({
  "if-match": z.string().openapi({ description: "The ETag of the version that you have read", example }),
});

/** The same where there may be no record yet. */
export const IfMatchOnceThere = z.object({
  "if-match": z.string().optional().openapi({
    description: "The ETag of the version that you have read. Left out only where there is no record yet",
    example,
  }),
});

export const etagHeader = {
  ETag: {
    description: "Names this version of what is answered (a strong validator)",
    schema: { type: "string" as const, example },
  },
};

/** May be kept by whoever passes it on, and is asked for anew each time: what is withdrawn is gone at once. */
export const keptByAnyone = "public, no-cache";

/** The headers of an answer that is the same for everybody. */
export const publicHeaders = {
  ...etagHeader,
  "Cache-Control": {
    description: "It may be kept, and is asked for anew with If-None-Match before it is used",
    schema: { type: "string" as const, example: keptByAnyone },
  },
};

/**
 * An answer with the revision of its record as its ETag: for what a hash would tell too much of, because few values
 * are likely.
 */
export class Revised<T> {
  readonly answer: T;
  readonly revision: string;

  constructor(answer: T, revision: string) {
    this.answer = answer;
    this.revision = revision;
  }
}

/** A strong validator: two answers have the same one only if they are the same, byte for byte. */
export function entityTag(body: string): string {
  return `"${createHash("sha256").update(body).digest().toString("base64url", 0, 20)}"`;
}

const namedIn = (header: string) => header.split(",").map((tag) => tag.trim());
const names = (header: string, tag: string) =>
  namedIn(header).some((named) => named === "*" || named === tag);

/** Whether an If-None-Match names the version (RFC 9110, section 13.1.2). */
export const isKnown = (header: string | null, tag: string): boolean =>
  header !== null && namedIn(header).some((known) => known === "*" || known.replace(/^W\//, "") === tag);

/** Refuses unless the If-Match names the version that `answer` is, as `schema` lets it leave. */
export function refuseOutdated(ifMatch: string, schema: z.ZodType, answer: unknown): void {
  if (!names(ifMatch, entityTag(JSON.stringify(schema.parse(answer))))) fail(versionOutdated);
}

/** Refuses a change of a revision that is not the current one. `ifMatch`: the header, empty where there was none. */
export function checkRevision(ifMatch: string, current: string | undefined): void {
  if (ifMatch === "") {
    if (current !== undefined) fail(versionNotNamed);
    return;
  }
  if (current === undefined || !names(ifMatch, `"${current}"`)) fail(versionOutdated);
}
