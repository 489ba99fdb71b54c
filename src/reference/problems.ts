import { html } from "hono/html";
import { anchors } from "./anchors.ts";
import type { DocumentedProblem, Reference } from "./documented.ts";
import { code, type Html, line } from "./markdown.ts";
import { isOfService } from "./service-problems.ts";
import { cell, head, row, table } from "./table.ts";

export function problemsSection(reference: Reference): Html {
  const rows = reference.problems.map((problem) => problemRow(reference, problem));
  return html`<section id="problems" aria-labelledby="problems-title">
<h2 id="problems-title"><a href="#problems">Problems</a></h2>
<p>A refusal is a problem document (RFC 9457). Its <code>type</code> is <code>/problems/</code> and one of these codes, and leads here.</p>
${table("problems", "Problems by status", ["Status", "Problem", "Meaning"], rows)}
</section>
`;
}

function problemRow(reference: Reference, problem: DocumentedProblem): Html {
  const { status, title, detail } = problem;
  const meaning = html`<strong>${line(reference, title)}</strong>${detail && html`<span class="detail">${line(reference, detail)}</span>`}<span class="told-by">${toldBy(reference, problem)}</span>`;
  return row(
    [cell(status), head(code(reference, problem.code)), cell(meaning)],
    anchors.problem(problem.code),
  );
}

function toldBy(reference: Reference, { code: word, operations }: DocumentedProblem): Html {
  if (isOfService(word)) return html`Told by <a href="#everywhere">the service itself</a>.`;
  if (operations.length === reference.operations.length) return html`Told by every operation.`;
  return html`Told by ${operations.map(({ id }, index) => html`${index > 0 && ", "}${code(reference, id)}`)}.`;
}
