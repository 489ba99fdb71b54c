import { Hono } from "hono";
import type { Platform } from "../../platform/context.ts";
import type { HttpEnv } from "../../platform/http/middleware.ts";
import { Problem } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { findSignedIn } from "../authenticate.ts";
import { byPasskey } from "../passkeys/pages/way.ts";
import { writeCookie } from "../sessions/cookie.ts";
import { account } from "./account.ts";
import { beginSignIn, browserCookie, callbackPath } from "./begin.ts";
import { asSomebody, signInAsSomebody } from "./demo.ts";
import { finishSignIn } from "./finish.ts";
import { ownForm } from "./own-form.ts";
import { keepLanguage, wordsFor } from "./pages/language.ts";
import { answerPage } from "./pages/page.ts";
import { atOrganization, leavingPage, refusedPage, signInPage, welcomePage } from "./pages/sign-in.ts";
import { SignInRefused } from "./refusals.ts";

/** Sign-in of people, as plain pages beside the interface. `demo`: whether one may be signed in as anybody. */
export function signIn(platform: Platform, { demo = false } = {}) {
  const app = new Hono<HttpEnv>();
  const { issuer } = platform.signing;
  const ways = [atOrganization, byPasskey, ...(demo ? [asSomebody(platform)] : [])];
  const wordsOf = ({ headers }: Request) => wordsFor(headers, issuer);

  app.get("/sign-in", async (c) => {
    c.get("trace").operationId = "signInPage";
    const chosen = c.req.query("language");
    const words = wordsFor(c.req.raw.headers, issuer, chosen);
    const isSignedIn = (await findSignedIn(platform, c.req.raw.headers)) !== undefined;
    const page = await signInPage(words, ways, isSignedIn);
    return answerPage(words, page, { cookies: [keepLanguage(issuer, chosen)] });
  });

  app.post("/sign-in", async (c) => {
    c.get("trace").operationId = "beginSignIn";
    const form = await ownForm(platform, c.req.raw);
    const { url, cookie } = await beginSignIn(platform, form.get("organization") ?? "", c.req.raw.headers);
    const words = wordsOf(c.req.raw);
    return answerPage(words, leavingPage(words, url), { cookies: [cookie] });
  });

  app.get(callbackPath(":participantId"), async (c) => {
    c.get("trace").operationId = "finishSignIn";
    const participantId = Id.safeParse(c.req.param("participantId"));
    if (!participantId.success) throw new SignInRefused("expired", "no participant");
    c.get("trace").participantId = participantId.data;
    const { cookie } = await finishSignIn(platform, participantId.data, c.req.raw);
    const done = writeCookie(issuer, browserCookie, "", { sameSite: "Lax", maxAge: 0 });
    const words = wordsOf(c.req.raw);
    return answerPage(words, welcomePage(words), { cookies: [cookie, done] });
  });

  if (demo) app.route("/", signInAsSomebody(platform));
  app.route("/", account(platform));
  app.onError((error, c) => {
    const refused = refusalOf(error);
    if (!refused) throw error;
    c.get("trace").failure = refused.name;
    const words = wordsOf(c.req.raw);
    const page = refusedPage(words, refused.refusal, c.get("requestId"));
    return answerPage(words, page, { status: refused.refusal === "provider" ? 502 : 403 });
  });
  return app;
}

function refusalOf(error: Error): SignInRefused | undefined {
  if (error instanceof SignInRefused) return error;
  return error instanceof Problem && error.definition.status === 401
    ? new SignInRefused("suspended")
    : undefined;
}
