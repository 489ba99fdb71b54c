import { Hono } from "hono";
import type { Actor, Context, Platform } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import type { HttpEnv } from "../../platform/http/middleware.ts";
import { Problem } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { findSignedIn } from "../authenticate.ts";
import { presentMember } from "../members/wire.ts";
import { endSession } from "../sessions/end-session.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { listSessions } from "../sessions/list-sessions.ts";
import { dropToken } from "../sessions/token.ts";
import { findMember, findParticipant } from "../store.ts";
import { ownForm } from "./own-form.ts";
import { accountPage } from "./pages/account.ts";
import { keepLanguage, wordsFor } from "./pages/language.ts";
import { answerPage } from "./pages/page.ts";
import { signedOutPage } from "./pages/sign-in.ts";

/** What a signed-in person sees of their own account, and the way out. */
export function account(platform: Platform) {
  const { log: _, fetchOutside: __, ...rest } = platform;
  const { issuer } = platform.signing;
  const contextOf = (actor: Actor) => ({ ...rest, actor });

  return new Hono<HttpEnv>()
    .get("/account", async (c) => {
      c.get("trace").operationId = "accountPage";
      const { headers } = c.req.raw;
      const actor = await findSignedIn(platform, headers);
      if (!actor) return c.redirect("/sign-in", 303);
      const chosen = c.req.query("language");
      const words = wordsFor(headers, issuer, chosen);
      const page = accountPage(words, await readAccount(contextOf(actor)));
      return answerPage(words, page, { cookies: [keepLanguage(issuer, chosen)] });
    })
    .post("/account", async (c) => {
      c.get("trace").operationId = "endSession";
      const form = await ownForm(platform, c.req.raw);
      const actor = await findSignedIn(platform, c.req.raw.headers);
      const { data: sessionId } = Id.safeParse(form.get("session"));
      if (actor && sessionId) await endSession(contextOf(actor), sessionId).catch(unlessEnded);
      return c.redirect("/account", 303);
    })
    .post("/sign-out", async (c) => {
      c.get("trace").operationId = "signOut";
      const form = await ownForm(platform, c.req.raw);
      const { headers } = c.req.raw;
      const actor = await findSignedIn(platform, headers);
      if (actor && form.get("everywhere") === "yes") await endSessions(contextOf(actor));
      else if (actor?.sessionId) await endSession(contextOf(actor), actor.sessionId);
      const words = wordsFor(headers, issuer);
      return answerPage(words, signedOutPage(words), {
        cookies: [dropToken(issuer)],
        headers: { "clear-site-data": '"cache", "cookies", "storage"' },
      });
    });
}

/** One that has ended meanwhile is as the person wants it. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}

async function readAccount(ctx: Context) {
  const { participantId, id } = ctx.actor;
  const { items: sessions } = await listSessions(ctx, { pageSize: 100 });
  return transact(ctx, async (tx) => {
    const member = await findMember(tx, participantId, id);
    const found = await findParticipant(tx, participantId);
    if (!member || !found) throw new Error("whoever is signed in is a member");
    return { member: presentMember(member), organization: found.participant.name, sessions };
  });
}
