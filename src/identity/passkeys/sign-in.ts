import { z } from "@hono/zod-openapi";
import { Hono, type Context as HonoContext } from "hono";
import type { Actor, Platform } from "../../platform/context.ts";
import { findFaults } from "../../platform/http/faults.ts";
import { readJson, repeated } from "../../platform/http/json.ts";
import type { HttpEnv } from "../../platform/http/middleware.ts";
import { fail, foreignOrigin, invalidRequest, unauthenticated } from "../../platform/http/problem.ts";
import { findSignedIn } from "../authenticate.ts";
import { comesFromOwnPage } from "../sessions/own-origin.ts";
import { addPasskey, offerAnother } from "./add-passkey.ts";
import { MadeCredential, PasskeyName, SignedChallenge } from "./credential.ts";
import { passkeyPages } from "./pages/index.ts";
import { offerSignIn, signInByPasskey } from "./sign-in-by-passkey.ts";
import { acceptInvitation, openInvitation } from "./use-invitation.ts";

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const Nothing = z.strictObject({});
const Token = z.strictObject({ token });
const Acceptance = z.strictObject({ token, name: PasskeyName, made: MadeCredential });
const Addition = z.strictObject({ name: PasskeyName, made: MadeCredential });

type Ask = HonoContext<HttpEnv>;

/** Sign-in by passkey: the pages, and beside each what its script asks for. Outside the /v1 contract. */
export function passkeySignIn(platform: Platform): Hono<HttpEnv> {
  const answer = (c: Ask, body: object, cookie?: string) => {
    if (cookie) c.header("set-cookie", cookie);
    return c.json(body);
  };
  const read = async <T extends z.ZodType>(c: Ask, operationId: string, schema: T): Promise<z.output<T>> => {
    c.get("trace").operationId = operationId;
    if (!comesFromOwnPage(c.req.raw.headers, platform.signing.issuer)) fail(foreignOrigin);
    const { value, repeating } = await readJson(c.req.raw);
    if (repeating) fail(invalidRequest, { errors: [{ in: "body", pointer: "", detail: repeated }] });
    const { data, error } = schema.safeParse(value);
    if (error) fail(invalidRequest, { errors: findFaults("body", error) });
    return data as z.output<T>;
  };
  const signedIn = async (c: Ask): Promise<Actor> => {
    const actor = (await findSignedIn(platform, c.req.raw.headers)) ?? fail(unauthenticated);
    const trace = c.get("trace");
    [trace.participantId, trace.actorId] = [actor.participantId, actor.id];
    return actor;
  };

  return new Hono<HttpEnv>()
    .route("/", passkeyPages(platform))
    .post("/sign-in/passkey/challenge", async (c) => {
      await read(c, "offerSignIn", Nothing);
      const { options, cookie } = await offerSignIn(platform);
      return answer(c, { options }, cookie);
    })
    .post("/sign-in/passkey", async (c) => {
      const signed = await read(c, "signInByPasskey", SignedChallenge);
      const { cookie } = await signInByPasskey(platform, c.req.raw.headers, signed);
      return answer(c, {}, cookie);
    })
    .post("/sign-in/passkey/invitation/challenge", async (c) => {
      const { token } = await read(c, "openInvitation", Token);
      const { cookie, ...invitation } = await openInvitation(platform, token);
      return answer(c, invitation, cookie);
    })
    .post("/sign-in/passkey/invitation", async (c) => {
      const acceptance = await read(c, "acceptInvitation", Acceptance);
      const { cookie } = await acceptInvitation(platform, c.req.raw.headers, acceptance);
      return answer(c, {}, cookie);
    })
    .post("/sign-in/passkey/mine/challenge", async (c) => {
      await read(c, "offerAnother", Nothing);
      const { options, cookie } = await offerAnother(platform, await signedIn(c));
      return answer(c, { options }, cookie);
    })
    .post("/sign-in/passkey/mine", async (c) => {
      const addition = await read(c, "addPasskey", Addition);
      await addPasskey(platform, await signedIn(c), c.req.raw.headers, addition);
      return answer(c, {});
    });
}
