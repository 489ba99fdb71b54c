import { createHash } from "node:crypto";
import { fromBase64Url, toBase64Url } from "../../platform/keys/crypto.ts";
import { cookieName, readCookie, writeCookie } from "./cookie.ts";

const name = "handreiking-session";
const length = 32;

/** The name of the cookie that a session is known by, as the contract tells it. */
export const sessionCookie = `__Host-${name}`;

/** A new token of 256 bits: of randomness and not from the context's ids, since whoever guesses it is signed in. */
export const newToken = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(length)));

/** What a token is known by: SHA-256, base64url. Its 256 random bits need no slower hash. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** The token that a request carries in its cookie; undefined if that is none. */
export function tokenOf(headers: Headers, issuer: string): string | undefined {
  const token = readCookie(headers, cookieName(issuer, name));
  return token && fromBase64Url(token)?.length === length ? token : undefined;
}

export const carriesSession = (headers: Headers, issuer: string): boolean =>
  (headers.get("cookie") ?? "").includes(`${cookieName(issuer, name)}=`);

export const keepToken = (issuer: string, token: string): string =>
  writeCookie(issuer, name, token, { sameSite: "Strict" });

export const dropToken = (issuer: string): string =>
  writeCookie(issuer, name, "", { sameSite: "Strict", maxAge: 0 });
