import { html } from "hono/html";
import type { Refusal } from "../refusals.ts";
import type { Html, Page } from "./page.ts";
import type { Words } from "./words/words.ts";

/** One way to sign in, as a part of the page; `script` is what it needs besides. */
export interface Way {
  part(words: Words): Html | Promise<Html>;
  script?: string;
}

/** At the provider of the organization that somebody names: nobody is shown who takes part. */
export const atOrganization: Way = {
  part: ({ signIn: words }) => html`<section class="way">
<h2>${words.atOrganization}</h2>
<form method="post" action="/sign-in">
<div class="row"><label for="organization">${words.organization} <span class="hint" id="hint">${words.organizationHint}</span></label>
<input type="text" id="organization" name="organization" required maxlength="200" autocomplete="organization" autocapitalize="words" spellcheck="false" aria-describedby="hint"></div>
<button>${words.goOn}</button>
</form>
</section>`,
};

export async function signInPage(words: Words, ways: readonly Way[], isSignedIn: boolean): Promise<Page> {
  const scripts = ways.flatMap(({ script }) => script ?? []);
  return {
    title: words.signIn.title,
    body: html`<p>${words.signIn.lead}</p>
${isSignedIn && html`<p><a href="/account">${words.signIn.signedInAlready}</a></p>`}
${await Promise.all(ways.map(({ part }) => part(words)))}`,
    ...(scripts.length > 0 && { script: scripts.join("\n") }),
  };
}

/** On the way to a provider: its address is shown, so that whoever knows it recognizes it. */
export const leavingPage = ({ leaving }: Words, url: string): Page => ({
  title: leaving.title,
  next: url,
  body: html`<p>${leaving.lead}</p>
<dl><dd>${new URL(url).host}</dd></dl>
<p><a href="${url}">${leaving.link}</a></p>`,
});

/** Signed in: a page of ours goes on, since a strict cookie is not sent where another site led. */
export const welcomePage = ({ welcome }: Words): Page => ({
  title: welcome.title,
  next: "/account",
  body: html`<p>${welcome.lead}</p>
<p><a href="/account">${welcome.link}</a></p>`,
});

export const refusedPage = ({ refused }: Words, refusal: Refusal, requestId: string): Page => ({
  title: refused.title,
  languageAt: "/sign-in",
  body: html`<div class="told" role="alert"><p>${refused.why[refusal]}</p></div>
<p><a href="/sign-in">${refused.again}</a></p>
<p class="soft">${refused.reference}<br>${requestId}</p>`,
});

export const signedOutPage = ({ signedOut }: Words): Page => ({
  title: signedOut.title,
  languageAt: "/sign-in",
  body: html`<p>${signedOut.lead}</p>
<p><a href="/sign-in">${signedOut.again}</a></p>`,
});
