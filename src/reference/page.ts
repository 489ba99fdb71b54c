import { html, raw } from "hono/html";
import { anchors } from "./anchors.ts";
import { contents } from "./contents.ts";
import type { Reference } from "./documented.ts";
import { everywhereSection } from "./everywhere.ts";
import { type Html, line, prose } from "./markdown.ts";
import { operationSection } from "./operation.ts";
import { problemsSection } from "./problems.ts";
import { schemasSection } from "./schemas.ts";
import { signInSection } from "./sign-in.ts";
import { style } from "./style.ts";

/** The whole page, without a script and without anything from elsewhere. */
export function page(reference: Reference): string {
  const { info } = reference.document;
  // Nothing in the page is waited for, so the template is text already.
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${info.title}: reference of the interface, ${info.version}</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the reference</a>
<header>${mark}<span class="name">${info.title}</span><span class="what">Reference ${info.version}</span></header>
${contents(reference)}
<main id="main" tabindex="-1">
${aboutSection(reference)}
${signInSection(reference)}
${everywhereSection(reference)}
${reference.tags.map((tag) => tagSection(reference, tag))}
${schemasSection(reference)}
${problemsSection(reference)}
${colophon(reference)}
</main>
</body>
</html>
`);
}

// Two hands, one passing on to the other.
const mark = html`<svg class="mark" viewBox="0 0 48 32" width="42" height="28" aria-hidden="true" focusable="false"><path d="M3 23c11 0 10-14 21-14h6M45 9c-11 0-10 14-21 14h-6" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round"/></svg>`;

function aboutSection(reference: Reference): Html {
  const { document, base } = reference;
  return html`<section id="about" aria-labelledby="about-title">
<h1 id="about-title">${document.info.title}<span>Reference of the interface</span></h1>
<div class="about">${prose(reference, document.info.description)}</div>
<p class="aside">The same as a document for machines: <a href="${base}/openapi.json">OpenAPI ${document.openapi}</a>, from which a typed client can be generated.</p>
</section>
`;
}

function tagSection(
  reference: Reference,
  { name, description, operations }: Reference["tags"][number],
): Html {
  const id = anchors.tag(name);
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><a href="#${id}">${name}</a></h2>
${description && html`<p class="lead">${line(reference, description)}</p>`}
${operations.map((operation) => operationSection(reference, operation))}
</section>
`;
}

function colophon({ document: { info } }: Reference): Html {
  const { contact, license } = info;
  return html`<footer>
<p>${info.title} ${info.version}${license && html`, licensed under ${license.name}`}.${contact?.email && html` Questions: <a href="mailto:${contact.email}">${contact.email}</a>.`}</p>
</footer>`;
}
