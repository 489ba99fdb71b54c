import { html } from "hono/html";
import { type Html, layout, refusals, whatIs } from "./layout.ts";
import type { Words } from "./words/nl.ts";

/** Whom it is for stands in the link's fragment, which no server sees: the page's script asks. */
export function invitationPage(words: Words): string {
  const { invitation } = words;
  return layout(
    words,
    "invitation",
    invitation.title,
    html`<div data-known hidden>
<p>${invitation.for} <strong data-fill="memberName"></strong> ${invitation.of} <strong data-fill="participantName"></strong>.</p>
<p>${invitation.notYou}</p>
<p class="note" data-purpose="recovery" hidden>${invitation.recovery}</p>
<form>${nameField(words, words.deviceName)}<button>${invitation.act}</button></form>
<p class="soft">${invitation.next}</p>
</div>
${refusals(words, "invitation-unusable", "invitation-unapproved", "passkey-unfit", "already")}
${whatIs(words)}`,
  );
}

export const nameField = ({ deviceNameHint }: Words, label: string): Html =>
  html`<label for="name">${label}</label>
<input type="text" id="name" name="name" required maxlength="60" autocomplete="off" aria-describedby="name-hint">
<p id="name-hint" class="soft">${deviceNameHint}</p>`;
