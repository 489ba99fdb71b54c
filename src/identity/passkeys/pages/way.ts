import { html } from "hono/html";
import type { Way } from "../../sign-in/pages/sign-in.ts";
import { passkeyWords } from "./words/index.ts";

/** The way from the common page of sign-in to the one by passkey. */
export const byPasskey: Way = {
  part(words) {
    const { signIn } = passkeyWords(words);
    return html`<section class="way">
<h2>${signIn.way}</h2>
<p>${signIn.lead}</p>
<form method="get" action="/sign-in/passkey"><button class="quiet">${signIn.act}</button></form>
</section>`;
  },
};
