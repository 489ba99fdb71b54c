import { html } from "hono/html";
import type { Member } from "../../members/wire.ts";
import type { Session } from "../../sessions/wire.ts";
import type { Page } from "./page.ts";
import type { Words } from "./words/words.ts";

interface Account {
  member: Member;
  organization: string;
  sessions: readonly Session[];
}

export function accountPage(words: Words, { member, organization, sessions }: Account): Page {
  const { account } = words;
  return {
    title: account.title,
    body: html`<dl>
<dt>${account.who}</dt><dd>${member.name}</dd>
<dt>${account.organization}</dt><dd>${organization}</dd>
<dt>${account.roles}</dt><dd>${member.roles.map((role) => words.roles[role]).join(", ")}</dd>
</dl>
<div class="actions">
<form method="post" action="/sign-out"><button>${account.signOut}</button></form>
<form method="post" action="/sign-out"><button class="quiet" name="everywhere" value="yes">${account.everywhere}</button></form>
</div>
<h2>${account.sessions}</h2>
<p class="soft">${account.sessionsLead}</p>
<ul class="list">${sessions.map((session) => sessionEntry(words, session))}</ul>`,
  };
}

function sessionEntry(words: Words, session: Session) {
  const { account, methods } = words;
  const time = timeIn(words);
  return html`<li><div>
<p>${account.since(time(session.startedAt), methods[session.method])}</p>
<p class="soft">${account.seen(time(session.seenAt))}</p></div>
${
  session.current
    ? html`<b>${account.thisOne}</b>`
    : html`<form method="post" action="/account"><button class="quiet" name="session" value="${session.id}">${account.end}</button></form>`
}</li>`;
}

/** In the network's own time zone. */
function timeIn({ language }: Words) {
  const format = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Amsterdam",
  });
  return (time: string) => format.format(new Date(time));
}
