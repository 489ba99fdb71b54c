import { html } from "hono/html";
import { anchors } from "./anchors.ts";
import type { Schema } from "./document.ts";
import type { Reference } from "./documented.ts";
import { fieldTable } from "./field-table.ts";
import { type Html, prose } from "./markdown.ts";

export function schemasSection(reference: Reference): Html {
  const schemas = Object.entries(reference.schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  return html`<section id="schemas" aria-labelledby="schemas-title">
<h2 id="schemas-title"><a href="#schemas">Schemas</a></h2>
<p>The named shapes of bodies and answers.</p>
<ul class="index">${schemas.map(([name]) => html`<li><a href="#${anchors.schema(name)}">${name}</a></li>`)}</ul>
${schemas.map(([name, schema]) => schemaSection(reference, name, schema))}
</section>
`;
}

function schemaSection(reference: Reference, name: string, schema: Schema): Html {
  const id = anchors.schema(name);
  return html`<article class="schema" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title"><a href="#${id}">${name}</a></h3>
${prose(reference, schema.description)}
${fieldTable(reference, `Fields of ${name}`, schema)}
</article>
`;
}
