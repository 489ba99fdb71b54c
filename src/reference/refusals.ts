import type { ProblemDefinition } from "../platform/http/problem.ts";
import type { DocumentedOperation, DocumentedProblem, Refusal } from "./documented.ts";

// As `problems()` of the platform writes them: `code`: Title.
const told = /`([a-z0-9-]+)`: (.+?)\.(?=\s+`[a-z0-9-]+`: |\s*$)/gs;

/** The refusals under one status, each code once. */
export function refusalsIn(status: number, description: string): Refusal[] {
  const titles = new Map<string, string>();
  for (const [, code = "", title = ""] of description.matchAll(told)) titles.set(code, title);
  if (titles.size === 0) return [{ status, title: description }];
  return [...titles].map(([code, title]) => ({ status, code, title }));
}

/** Every problem that the operations tell or `definitions` name, by status and code. */
export function problemsOf(
  operations: readonly DocumentedOperation[],
  definitions: readonly ProblemDefinition[],
): DocumentedProblem[] {
  const problems = new Map<string, DocumentedProblem>();
  for (const { code, status, title, detail } of definitions)
    problems.set(code, { code, status, title, operations: [], ...(detail !== title && { detail }) });
  for (const operation of operations)
    for (const { code, status, title } of operation.refusals) {
      if (code === undefined) continue;
      const known = problems.get(code) ?? { code, status, title, operations: [] };
      problems.set(code, { ...known, operations: [...known.operations, operation] });
    }
  return [...problems.values()].sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
}
