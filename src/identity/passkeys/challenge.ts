import { sql } from "drizzle-orm";
import type { Platform } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { toBase64Url } from "../../platform/keys/crypto.ts";
import { cookieName, readCookie, writeCookie } from "../sessions/cookie.ts";
import { hashOf, newToken } from "../sessions/token.ts";

const name = "handreiking-passkey";
/** Seconds. */
const life = 300;

/** What a signature is asked for: to sign in, or to add a passkey on an invitation or as a member. */
export type Asking = { purpose: "sign-in" } | { purpose: "invitation" | "another"; subjectId: string };

const subjectOf = (asking: Asking) => (asking.purpose === "sign-in" ? null : asking.subjectId);

/** A new challenge for one browser, which is known again by the cookie alone. */
export async function openChallenge(
  { db, now, signing }: Platform,
  asking: Asking,
): Promise<{ challenge: string; cookie: string }> {
  const browser = newToken();
  const challenge = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const moment = now();
  const ends = new Date(moment.getTime() + life * 1000);
  await rows(
    db,
    sql`select handreiking.keep_passkey_challenge(${await hashOf(browser)}, ${asking.purpose},
      ${subjectOf(asking)}::uuid, ${challenge}, ${moment.toISOString()}::timestamptz, ${ends.toISOString()}::timestamptz)`,
  );
  return {
    challenge,
    cookie: writeCookie(signing.issuer, name, browser, { sameSite: "Strict", maxAge: life }),
  };
}

/** The challenge that this browser was given for the same thing; gone with it, whatever comes of it. */
export async function takeChallenge(
  { db, now, signing }: Platform,
  headers: Headers,
  asking: Asking,
): Promise<string | undefined> {
  const browser = readCookie(headers, cookieName(signing.issuer, name));
  if (!browser) return undefined;
  const [taken] = await rows<{ challenge: string | null }>(
    db,
    sql`select handreiking.take_passkey_challenge(${await hashOf(browser)}, ${asking.purpose},
      ${subjectOf(asking)}::uuid, ${now().toISOString()}::timestamptz) as challenge`,
  );
  return taken?.challenge ?? undefined;
}
