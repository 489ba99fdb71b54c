import { html } from "hono/html";
import type { Passkey } from "../wire.ts";
import { nameField } from "./invitation-page.ts";
import { type Html, layout, refusals } from "./layout.ts";
import type { Words } from "./words/nl.ts";

interface Names {
  memberName: string;
  participantName: string;
}

/** The passkeys of whoever is signed in; the only one is told to be too few. */
export function minePage(
  words: Words,
  { memberName, participantName }: Names,
  passkeys: readonly Passkey[],
): string {
  const { mine } = words;
  const one = passkeys.length === 1;
  return layout(
    words,
    "mine",
    mine.title,
    html`<p>${mine.signedInAs} <strong>${memberName}</strong>, ${participantName}. <a href="/account">${mine.account}</a></p>
${passkeys.length === 0 && html`<p>${mine.none}</p>`}
${one && html`<div class="note"><h2>${mine.onlyOne}</h2><p>${mine.onlyOneWhy}</p></div>`}
${passkeys.length > 0 && html`<ul class="passkeys">${passkeys.map((passkey) => entry(words, passkey, one))}</ul>${addition(words)}`}`,
  );
}

function entry(words: Words, { id, name, backedUp, addedAt, usedAt }: Passkey, only: boolean): Html {
  const { mine } = words;
  return html`<li>
<h2>${name}</h2>
<p class="soft">${mine.added} ${day(words, addedAt)}${usedAt && html`, ${mine.used} ${day(words, usedAt)}`}${backedUp && html`, ${mine.backedUp}`}.</p>
<details><summary>${mine.rename}</summary><form data-rename="${id}">
<label for="name-${id}">${mine.newName}</label>
<input type="text" id="name-${id}" name="name" value="${name}" required maxlength="60" autocomplete="off">
<button class="quiet">${mine.saveName}</button></form></details>
${
  only
    ? ""
    : html`<details><summary>${mine.revoke}</summary><form data-revoke="${id}"><p>${mine.revokeWhy}</p>
<button class="quiet">${mine.revokeAct}</button></form></details>`
}
</li>`;
}

function addition(words: Words): Html {
  const { mine } = words;
  return html`<section aria-labelledby="add"><h2 id="add">${mine.addTitle}</h2>
<p>${mine.addLead}</p>
<form>${nameField(words, mine.newDeviceName)}<button>${mine.act}</button></form>
${refusals(words, "sign-in-not-fresh", "unauthenticated", "passkey-unfit", "already", "last-passkey")}
<p data-say-too="sign-in-not-fresh unauthenticated" hidden><a href="/sign-in/passkey?language=${words.code}">${mine.again}</a></p>
</section>`;
}

const day = ({ code }: Words, at: string): string =>
  new Intl.DateTimeFormat(code, { dateStyle: "long", timeZone: "Europe/Amsterdam" }).format(new Date(at));
