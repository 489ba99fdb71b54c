import type { OpenApiDocument } from "./document.ts";

/** What a pointer within the document points to, or the value itself. */
export function lookUp<T extends object>(document: OpenApiDocument, value: T): Exclude<T, { $ref: string }> {
  const { $ref } = value as { $ref?: string };
  let found: unknown = value;
  if ($ref !== undefined) {
    found = document;
    for (const key of $ref.split("/").slice(1))
      found = (found as Record<string, unknown>)[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  // The document's pointers lead to values of the kind that points.
  return found as Exclude<T, { $ref: string }>;
}

/** The name of the schema that a pointer within the document points to. */
export const nameOf = (ref: string) => ref.slice(ref.lastIndexOf("/") + 1);
