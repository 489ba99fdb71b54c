import { Hono, type Context as HonoContext } from "hono";
import type { Platform } from "../../../platform/context.ts";
import { transact } from "../../../platform/database/transact.ts";
import type { HttpEnv } from "../../../platform/http/middleware.ts";
import { findSignedIn } from "../../authenticate.ts";
import { keepLanguage, wordsFor } from "../../sign-in/pages/language.ts";
import { findNames, listPasskeyRows } from "../store.ts";
import { presentPasskey } from "../wire.ts";
import { invitationPage } from "./invitation-page.ts";
import { pagePolicy } from "./layout.ts";
import { minePage } from "./mine-page.ts";
import { script } from "./script.ts";
import { signInPage } from "./sign-in-page.ts";
import { style } from "./style.ts";
import { passkeyWords } from "./words/index.ts";

/** The pages of sign-in by passkey, their one script and their one stylesheet. */
export function passkeyPages(platform: Platform): Hono<HttpEnv> {
  const { issuer } = platform.signing;
  const wordsOf = (c: HonoContext<HttpEnv>) =>
    passkeyWords(wordsFor(c.req.raw.headers, issuer, c.req.query("language")));
  const answer = (c: HonoContext<HttpEnv>, operationId: string, page: string) => {
    c.get("trace").operationId = operationId;
    const cookie = keepLanguage(issuer, c.req.query("language"));
    if (cookie) c.header("set-cookie", cookie);
    return c.html(page, 200, { "content-security-policy": pagePolicy, vary: "accept-language, cookie" });
  };

  return new Hono<HttpEnv>()
    .get("/sign-in/passkey.js", (c) =>
      c.body(script, 200, { "content-type": "text/javascript; charset=utf-8" }),
    )
    .get("/sign-in/passkey.css", (c) => c.body(style, 200, { "content-type": "text/css; charset=utf-8" }))
    .get("/sign-in/passkey", (c) => answer(c, "passkeyPage", signInPage(wordsOf(c))))
    .get("/sign-in/passkey/invitation", (c) => answer(c, "invitationPage", invitationPage(wordsOf(c))))
    .get("/sign-in/passkey/mine", async (c) => {
      const actor = await findSignedIn(platform, c.req.raw.headers);
      if (!actor) return c.redirect("/sign-in/passkey", 303);
      const { participantId, id: memberId } = actor;
      const [names, held] = await transact({ ...platform, actor }, async (tx) => [
        await findNames(tx, participantId, memberId),
        await listPasskeyRows(tx, participantId, memberId),
      ]);
      const known = names ?? { memberName: "", participantName: "" };
      return answer(c, "passkeysPage", minePage(wordsOf(c), known, held.map(presentPasskey)));
    });
}
