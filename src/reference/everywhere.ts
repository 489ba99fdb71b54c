import { html } from "hono/html";
import type { Reference } from "./documented.ts";
import { code, type Html, line } from "./markdown.ts";

/** What may come with every operation, told once. */
export function everywhereSection(reference: Reference): Html {
  const { problems, headers } = reference.everywhere;
  return html`<section id="everywhere" aria-labelledby="everywhere-title">
<h2 id="everywhere-title"><a href="#everywhere">At every operation</a></h2>
${
  headers.length > 0 &&
  html`<p>Every answer carries:</p>
<ul>${headers.map((header) => html`<li><code>${header.name}</code>: ${line(reference, header.description)}</li>`)}</ul>`
}
<p>The service itself, before or after the operation, may refuse with these <a href="#problems">problems</a>:</p>
<ul class="codes">${problems.map(
    (
      problem,
    ) => html`<li>${problem.status} ${code(reference, problem.code)}: ${line(reference, problem.title)}</li>
`,
  )}</ul>
</section>
`;
}
