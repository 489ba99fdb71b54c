import type { Reference } from "./documented.ts";

const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

/** The id of each part of the page. */
export const anchors = {
  tag: (name: string) => `tag-${slug(name)}`,
  operation: (id: string) => `operation-${id}`,
  permission: (scope: string) => `permission-${slug(scope)}`,
  schema: (name: string) => `schema-${name}`,
  problem: (code: string) => `problem-${code}`,
};

/** Where a word written as code in the document's prose is explained, if it is. */
export function linkOf(reference: Reference, code: string): string | undefined {
  if (reference.operations.some(({ id }) => id === code)) return `#${anchors.operation(code)}`;
  if (Object.hasOwn(reference.permissions, code)) return `#${anchors.permission(code)}`;
  if (Object.hasOwn(reference.schemas, code)) return `#${anchors.schema(code)}`;
  if (reference.problems.some((problem) => problem.code === code)) return `#${anchors.problem(code)}`;
  return undefined;
}
