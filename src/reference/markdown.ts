import { html } from "hono/html";
import { linkOf } from "./anchors.ts";
import type { Reference } from "./documented.ts";

export type Html = ReturnType<typeof html>;

/** The document's prose: paragraphs, bullet lists and `code`, nothing else of Markdown. */
export function prose(reference: Reference, text = ""): Html[] {
  const blocks = text.trim().split(/\n\s*\n/);
  return blocks.filter(Boolean).map((block) => {
    const [before = "", ...bullets] = `\n${block}`.split(/\n- /);
    const items = bullets.map((bullet) => html`<li>${line(reference, bullet)}</li>`);
    return html`${before.trim() && html`<p>${line(reference, before.trim())}</p>`}${items.length > 0 && html`<ul>${items}</ul>`}`;
  });
}

/** One line of prose: what stands between backticks is code, and links to where it is explained. */
export function line(reference: Reference, text = ""): (string | Html)[] {
  return text.split("`").map((part, index) => (index % 2 === 0 ? part : code(reference, part)));
}

/** A word of the interface, linked to its explanation. */
export function code(reference: Reference, word: string): Html {
  const link = linkOf(reference, word);
  return link ? html`<a href="${link}"><code>${word}</code></a>` : html`<code>${word}</code>`;
}
