import { cookieName, readCookie, writeCookie } from "../../sessions/cookie.ts";
import { en } from "./words/en.ts";
import { nl } from "./words/nl.ts";
import type { Words } from "./words/words.ts";

const cookie = "handreiking-language";
const year = 365 * 24 * 60 * 60;
const known: Readonly<Record<string, Words>> = { nl, en };

const wordsIn = (language: string | undefined) =>
  language !== undefined && Object.hasOwn(known, language) ? known[language] : undefined;

/** The words of a page: as chosen, else as the browser prefers. */
export function wordsFor(headers: Headers, issuer: string, chosen?: string): Words {
  const kept = readCookie(headers, cookieName(issuer, cookie));
  return wordsIn(chosen) ?? wordsIn(kept) ?? preferred(headers.get("accept-language"));
}

/** A Set-Cookie header that keeps the choice; undefined if it is none. */
export const keepLanguage = (issuer: string, chosen: string | undefined): string | undefined =>
  chosen && wordsIn(chosen) && writeCookie(issuer, cookie, chosen, { sameSite: "Lax", maxAge: year });

/** Dutch for whoever says nothing, English for whoever prefers a language that is not here. */
function preferred(header: string | null): Words {
  if (!header) return nl;
  const ranges = header.split(",").map((range) => {
    const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return { language: tag.split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight) };
  });
  const wanted = ranges.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => wordsIn(language)).find(Boolean) ?? en;
}
