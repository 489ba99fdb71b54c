import { html } from "hono/html";
import { anchors } from "./anchors.ts";
import type { Reference } from "./documented.ts";
import type { Html } from "./markdown.ts";

/** The table of contents: folded on a narrow page, beside the text on a wide one. */
export function contents(reference: Reference): Html {
  const signsIn = Object.keys(reference.document.components?.securitySchemes ?? {}).length > 0;
  return html`<nav aria-label="Contents">
<details>
<summary>Contents</summary>
<div id="contents">
<p><a href="#about">About</a></p>
${signsIn && html`<p><a href="#sign-in">How to sign in</a></p>`}
<p><a href="#everywhere">At every operation</a></p>
${reference.tags.map(
  ({ name, operations }) => html`<p><a href="#${anchors.tag(name)}">${name}</a></p>
<ul>${operations.map(
    ({ id, summary }) => html`<li><a href="#${anchors.operation(id)}">${summary}</a></li>
`,
  )}</ul>
`,
)}<p><a href="#schemas">Schemas</a></p>
<p><a href="#problems">Problems</a></p>
</div>
</details>
<a class="to-contents" href="#contents">Contents</a>
</nav>`;
}
