import type { Email } from "postal-mime";
import { toHex } from "../../platform/keys/crypto.ts";
import { type Claims, claimsOf, isNobodys, writerOf } from "./claims.ts";
import { cleanLine, cleanText } from "./clean.ts";
import { type Dropped, droppedOf } from "./dropped.ts";
import { wholeHtmlText } from "./html-text.ts";
import { automaticKind, type MailKind } from "./kind.ts";
import { asMeant, bodyOf, isTnef, isUtf8, parse, repaired, type Unwrapping, unwrap } from "./parsed.ts";
import { splitQuotes } from "./quotes.ts";
import { wordsOfFiles } from "./words-of-files.ts";

export interface Mail {
  kind: MailKind;
  /** Whether a machine says of itself that it wrote this. */
  automatic: boolean;
  messageId: string | undefined;
  /** Of the mails that it answers. */
  answers: string[];
  date: string;
  claims: Claims;
  /** What its writer seems to be called. */
  name: string;
  subject: string;
  text: string;
  quoted: string;
  /** Whether there was more text than is kept. */
  shortened: boolean;
  attachments: Dropped[];
  /** All that it says, shown or hidden, kept or not. */
  heard: string;
  /** Of all that was read, with its headers. */
  digest: string;
}

/** In characters. */
export const longest = { subject: 300, text: 100_000, quoted: 50_000 };

/** Reads a mail, whatever it is: of one that is broken, its head at least. It runs nothing and asks nothing outside. */
export async function readMail(bytes: Uint8Array<ArrayBuffer>): Promise<Mail> {
  const digest = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  return { ...(await readAll(bytes)), digest };
}

type Read = Omit<Mail, "digest">;

async function readAll(bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
  try {
    const email = await parse(bytes);
    if (email.text === undefined && email.html === undefined && email.attachments.length === 0)
      return withoutParts(email, bytes);
    const meant = asMeant(isUtf8(bytes) ? email : await repaired(email, bytes));
    return mailOf(meant, await wordsOfFiles(meant.attachments));
  } catch {
    return unreadable(await parse(headOf(bytes)).catch(() => blank), bytes);
  }
}

const mostOfHead = 64 * 1024;

/** Its first headers, with nothing beneath them. */
function headOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, mostOfHead));
  const [, end] = /^((?:[^\n]{1,5000}\n){0,500}?)\r?\n/.exec(head) ?? [];
  const kept = (end ?? head).split("\n").filter((line) => !/^content-|^\s*$/i.test(line));
  return new TextEncoder().encode(`${kept.join("\n")}\nContent-Type: text/plain\n\n`);
}

const blank: Email = { headers: [], headerLines: [], attachments: [] };

/** Nothing is in it, or nothing that its own headers lead to. */
const withoutParts = (email: Email, bytes: Uint8Array): Read =>
  bodyAsItStands(bytes) === "" ? mailOf(asMeant(email)) : unreadable(asMeant(email), bytes);

function unreadable(email: Email, bytes: Uint8Array): Read {
  const [read, text] = [mailOf(email), bodyAsItStands(bytes)];
  return { ...read, kind: "unreadable", automatic: false, text, heard: `${read.heard}\n${text}` };
}

const mostAsItStands = 20_000;

/** All that comes after the headers: better than nothing for whoever has to make sense of it. */
function bodyAsItStands(bytes: Uint8Array): string {
  const whole = new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
  const end = /\n\r?\n/.exec(whole)?.index;
  return end === undefined ? "" : cleanText(whole.slice(end), mostAsItStands);
}

const nothing: ReadonlyMap<number, string> = new Map();

function mailOf(email: Email, files = nothing): Read {
  const unwrapped = unwrap(email.attachments);
  const body = bodyOf(email, unwrapped);
  const written = body || [...files.values()].join("\n\n");
  const { text, quoted } = splitQuotes(cleanText(written, longest.text + longest.quoted));
  const subject = cleanLine(email.subject ?? "", longest.subject);
  const header = headersOf(email);
  const [contentType = ""] = header("content-type");
  const automatic = automaticKind({ header, contentType, subject });
  const attachments = droppedOf(email.attachments, body ? files : nothing, unwrapped?.names);
  const isHidden = /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)\b/i.test(contentType);
  const isEmpty = text === "" && subject === "";
  const nothingRead = text === "" && email.attachments.some(isTnef);
  const claims = claimsOf(email);
  return {
    kind:
      automatic?.kind ??
      (isHidden || nothingRead || isArmored(text) ? "unreadable" : isEmpty ? "empty" : "message"),
    automatic: automatic?.certain ?? false,
    messageId: email.messageId?.trim().slice(0, 1000) || undefined,
    answers: idsIn(`${email.inReplyTo ?? ""} ${email.references ?? ""}`),
    date: email.date ?? "",
    claims,
    name: nameOf(email, claims),
    subject,
    text: cleanText(text, longest.text),
    quoted: cleanText(quoted, longest.quoted),
    shortened:
      written.length > longest.text + longest.quoted ||
      text.length > longest.text ||
      quoted.length > longest.quoted,
    attachments,
    heard: heardIn(email, unwrapped, files, attachments),
  };
}

function headersOf({ headers }: Email): (name: string) => readonly string[] {
  const known = Map.groupBy(headers, ({ key }) => key);
  return (name) => (known.get(name) ?? []).map(({ value }) => value);
}

/** Of a form's own address the name is the form's. */
function nameOf({ from }: Email, claims: Claims): string {
  const name = cleanLine(from?.name ?? "", longestName);
  return name && !isNobodys(claims.from?.address ?? "") ? name : (writerOf(claims)?.name ?? "");
}

const longestName = 200;

const heardIn = (
  { subject, text, html }: Email,
  unwrapped: Unwrapping,
  files: ReadonlyMap<number, string>,
  attachments: readonly Dropped[],
): string =>
  [
    subject,
    text,
    html && wholeHtmlText(html),
    unwrapped?.text,
    unwrapped?.html && wholeHtmlText(unwrapped.html),
    ...files.values(),
    ...attachments.map(({ name }) => name),
  ]
    .filter(Boolean)
    .join("\n");

const isArmored = (text: string) => text.startsWith("-----BEGIN PGP MESSAGE-----");

const idsIn = (headers: string): string[] =>
  [...new Set(headers.slice(0, 20_000).match(/<[^<>\s]{1,900}>/g) ?? [])].slice(-30);
