import { html, raw } from "hono/html";
import { style } from "./style.ts";
import type { Words } from "./words/words.ts";

export type Html = ReturnType<typeof html>;

export interface Page {
  title: string;
  body: Html;
  /** Where the browser goes on by itself: an address of ours, or one that was checked. */
  next?: string;
  /** The page that a choice of language leads to, if not this one. */
  languageAt?: string;
  /** A script that belongs to the page, as text. */
  script?: string;
}

const names = { nl: "Nederlands", en: "English" } as const;

/** A page as an answer: with a policy under which nothing but its own style and script is used. */
export async function answerPage(
  words: Words,
  { title, body, next, script, languageAt = "" }: Page,
  { status = 200, cookies = [] as readonly (string | undefined)[], headers = {} } = {},
): Promise<Response> {
  const text = String(
    await html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${next && html`<meta http-equiv="refresh" content="0;url=${next}">`}
<title>${title} · Handreiking</title>
<style>${raw(style)}</style>
</head>
<body>
<header>${mark}<span class="name">Handreiking</span>${next ? "" : languages(words, languageAt)}</header>
<main>
<h1>${title}</h1>
${body}
</main>
${script && html`<script>${raw(script)}</script>`}
</body>
</html>
`,
  );
  const answer = new Response(text, {
    status,
    headers: { ...headers, "content-type": "text/html; charset=utf-8" },
  });
  answer.headers.set("content-security-policy", await policyFor(script));
  // Not "no-referrer": with it a browser sends the origin of a form as null.
  answer.headers.set("referrer-policy", "same-origin");
  answer.headers.set("vary", "accept-language, cookie");
  for (const cookie of cookies) if (cookie) answer.headers.append("set-cookie", cookie);
  return answer;
}

// Two hands, one passing on to the other.
const mark = html`<svg class="mark" viewBox="0 0 48 32" width="42" height="28" aria-hidden="true" focusable="false"><path d="M3 23c11 0 10-14 21-14h6M45 9c-11 0-10 14-21 14h-6" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round"/></svg>`;

const languages = ({ language }: Words, at: string) =>
  html`<nav class="languages" aria-label="Taal, language">${(["nl", "en"] as const).map((other) =>
    other === language
      ? html`<b lang="${other}" aria-current="true">${names[other]}</b>`
      : html`<a href="${at}?language=${other}" lang="${other}" hreflang="${other}">${names[other]}</a>`,
  )}</nav>`;

async function policyFor(script: string | undefined): Promise<string> {
  return [
    "default-src 'none'",
    `style-src ${await hashed(style)}`,
    ...(script === undefined ? [] : [`script-src ${await hashed(script)}`, "connect-src 'self'"]),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** As a source of CSP Level 3. */
async function hashed(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
