import { asc } from "drizzle-orm";
import { Hono } from "hono";
import { html } from "hono/html";
import type { Platform } from "../../platform/context.ts";
import { actFor } from "../../platform/database/transact.ts";
import type { HttpEnv } from "../../platform/http/middleware.ts";
import { type MemberRow, participants } from "../schema.ts";
import { startSession } from "../sessions/start-session.ts";
import { listMemberRows } from "../store.ts";
import { ownForm } from "./own-form.ts";
import { wordsFor } from "./pages/language.ts";
import { answerPage } from "./pages/page.ts";
import { type Way, welcomePage } from "./pages/sign-in.ts";

interface Participant {
  name: string;
  members: MemberRow[];
}

const most = 100;

/** Everybody who may be signed in as: for an installation that is tried out on one's own machine, and no other. */
export const asSomebody = (platform: Platform): Way => ({
  async part(words) {
    const listed = await listEverybody(platform);
    return html`<section class="way">
<h2>${words.demo.title}</h2>
<p class="soft">${words.demo.lead}</p>
${listed.map(
  ({ name, members }) => html`<h3>${name}</h3>
<ul class="list">${members.map(
    (
      member,
    ) => html`<li><div><p>${member.name}</p><p class="soft">${member.roles.map((role) => words.roles[role]).join(", ")}</p></div>
<form method="post" action="/sign-in/demo"><input type="hidden" name="participant" value="${member.participantId}"><button class="quiet" name="member" value="${member.id}" aria-label="${words.demo.as(member.name)}">${words.signIn.title}</button></form></li>`,
  )}</ul>`,
)}
</section>`;
  },
});

export const signInAsSomebody = (platform: Platform) =>
  new Hono<HttpEnv>().post("/sign-in/demo", async (c) => {
    c.get("trace").operationId = "signInAsSomebody";
    const form = await ownForm(platform, c.req.raw);
    const [participantId = "", memberId = ""] = [form.get("participant"), form.get("member")];
    const { headers } = c.req.raw;
    const { cookie } = await startSession(platform, { participantId, memberId, method: "demo", headers });
    const words = wordsFor(headers, platform.signing.issuer);
    return answerPage(words, welcomePage(words), { cookies: [cookie] });
  });

async function listEverybody({ db }: Platform): Promise<Participant[]> {
  const found = await db.select().from(participants).orderBy(asc(participants.name));
  const listed: Participant[] = [];
  for (const { id, name } of found) {
    const members = await db.transaction(async (tx) => {
      await actFor(tx, id);
      return listMemberRows(tx, id, undefined, most);
    });
    if (members.length > 0) listed.push({ name, members });
  }
  return listed;
}
