import { html } from "hono/html";
import { layout, refusals, whatIs } from "./layout.ts";
import type { Words } from "./words/nl.ts";

export function signInPage(words: Words): string {
  const { title, lead, act, none } = words.signIn;
  return layout(
    words,
    "sign-in",
    title,
    html`<p>${lead}</p>
<form><button>${act}</button></form>
${refusals(words, "passkey-refused")}
<p class="soft">${none}</p>
${whatIs(words)}`,
  );
}
