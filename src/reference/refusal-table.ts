import { html } from "hono/html";
import type { DocumentedOperation, Reference, Refusal } from "./documented.ts";
import { code, type Html, line } from "./markdown.ts";
import { isOfService } from "./service-problems.ts";
import { cell, head, row, table } from "./table.ts";

/** What an operation refuses with; the refusals of the service itself in one line. */
export function refusalTable(reference: Reference, { refusals, summary }: DocumentedOperation): Html {
  const own = refusals.filter((refusal) => !isOfService(refusal.code));
  const others = refusals.filter((refusal) => isOfService(refusal.code));
  const rows = own.map((refusal) => refusalRow(reference, refusal));
  const codes = others.map(
    ({ status, code: word = "" }, index) => html`${index > 0 && ", "}${status} ${code(reference, word)}`,
  );
  return html`${own.length > 0 && table("refusals", `Refusals of ${summary}`, ["Status", "Problem", "Meaning"], rows)}
${others.length > 0 && html`<p class="aside">${own.length > 0 ? "And" : "Only"} those of <a href="#everywhere">the service itself</a>: ${codes}.</p>`}`;
}

const refusalRow = (reference: Reference, { status, code: word, title }: Refusal): Html =>
  row([cell(status), head(word ? code(reference, word) : "no code"), cell(line(reference, title))]);
