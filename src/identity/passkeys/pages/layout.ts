import { html } from "hono/html";
import type { Words } from "./words/nl.ts";

export type Html = ReturnType<typeof html>;

/** Nothing inline, nothing from elsewhere, in nobody's frame. */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** A whole page. `act`: what its script does. */
export function layout(
  words: Words,
  act: "sign-in" | "invitation" | "mine",
  title: string,
  main: Html,
): string {
  // Nothing in the page is waited for, so the template is text already.
  return String(html`<!doctype html>
<html lang="${words.code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Handreiking</title>
<link rel="stylesheet" href="/sign-in/passkey.css">
<script src="/sign-in/passkey.js" defer></script>
</head>
<body data-act="${act}">
<header>${mark}<span class="name">Handreiking</span>${languages(words)}</header>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`);
}

// Two hands, one passing on to the other.
const mark = html`<svg class="mark" viewBox="0 0 48 32" width="42" height="28" aria-hidden="true" focusable="false"><path d="M3 23c11 0 10-14 21-14h6M45 9c-11 0-10 14-21 14h-6" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round"/></svg>`;

function languages({ code, language }: Words): Html {
  const link = (to: string, name: string) =>
    to === code
      ? html`<b lang="${to}" aria-current="true">${name}</b>`
      : html`<a href="?language=${to}" lang="${to}" hreflang="${to}" data-language>${name}</a>`;
  return html`<nav class="languages" aria-label="${language}">${link("nl", "Nederlands")} ${link("en", "English")}</nav>`;
}

/** What can go wrong, each told when it does. */
export function refusals(words: Words, ...codes: (keyof Words["refusals"])[]): Html {
  const told = [...codes, "cancelled", "asked-too-long-ago", "passkeys-not-here", "failed"] as const;
  return html`<div class="said" role="status">
<p data-say="waiting" hidden>${words.waiting}</p>
<p data-say="unsupported" class="told" hidden>${words.unsupported}</p>
${told.map((code) => html`<p data-say="${code}" class="told" hidden>${words.refusals[code]}</p>`)}
</div>
<noscript><p class="told">${words.noScript}</p></noscript>`;
}

export const whatIs = (words: Words): Html =>
  html`<details><summary>${words.whatIsTitle}</summary><p>${words.whatIs}</p></details>`;
