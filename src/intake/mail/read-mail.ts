import PostalMime, { type Attachment, type Email } from "postal-mime";
import { z } from "zod";
import { toHex } from "../../platform/crypto.ts";
import { cleanLine, cleanText } from "./clean.ts";
import { htmlToText } from "./html-text.ts";
import { automaticKind, type MailKind } from "./kind.ts";
import { splitQuotes } from "./quotes.ts";
import { unwrapTnef } from "./tnef.ts";

export interface Dropped {
  /** Its name may tell who somebody is. */
  name?: string;
  type: string;
  bytes: number;
}

export interface Mail {
  kind: MailKind;
  /** Whether a machine says of itself that it wrote this. */
  automatic: boolean;
  messageId: string | undefined;
  /** Of the mails that it answers. */
  answers: string[];
  date: string;
  /** `reach`: an address that no mail program of ours would take. */
  from: { name?: string; address?: string; reach?: string };
  subject: string;
  text: string;
  quoted: string;
  /** Whether there was more text than is kept. */
  shortened: boolean;
  attachments: Dropped[];
  /** Of all that was read, with its headers. */
  digest: string;
}

/** In characters. */
export const longest = {
  subject: 300,
  name: 200,
  address: 254,
  text: 100_000,
  quoted: 50_000,
  attachments: 50,
};

const limits = { maxNestingDepth: 100, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 5 };

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
    return mailOf(isUtf8(bytes) ? email : await repaired(email, bytes));
  } catch {
    return unreadable(await parse(headOf(bytes)).catch(() => blank), bytes);
  }
}

const parse = (bytes: Uint8Array<ArrayBuffer>) => PostalMime.parse(bytes, limits);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const isBroken = (text: string | undefined) => text?.includes("\ufffd") ?? false;

/** Bytes that say of no encoding what they are: Windows wrote them. */
async function repaired(email: Email, bytes: Uint8Array): Promise<Email> {
  const { text, html, subject, from } = email;
  if (![text, html, subject, from?.name].some(isBroken)) return email;
  const asWindows = await parse(new TextEncoder().encode(new TextDecoder("windows-1252").decode(bytes)));
  return {
    ...email,
    text: isBroken(text) ? asWindows.text : text,
    html: isBroken(html) ? asWindows.html : html,
    subject: isBroken(subject) ? asWindows.subject : subject,
    from: isBroken(from?.name) ? asWindows.from : from,
  };
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
  bodyAsItStands(bytes) === "" ? mailOf(email) : unreadable(email, bytes);

const unreadable = (email: Email, bytes: Uint8Array): Read => ({
  ...mailOf(email),
  kind: "unreadable",
  automatic: false,
  text: bodyAsItStands(bytes),
});

const mostAsItStands = 20_000;

/** All that comes after the headers: better than nothing for whoever has to make sense of it. */
function bodyAsItStands(bytes: Uint8Array): string {
  const whole = new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
  const end = /\n\r?\n/.exec(whole)?.index;
  return end === undefined ? "" : cleanText(whole.slice(end), mostAsItStands);
}

function mailOf(email: Email): Read {
  const unwrapped = unwrap(email.attachments);
  const body = bodyOf(email, unwrapped);
  const { text, quoted } = splitQuotes(cleanText(body, longest.text + longest.quoted));
  const subject = cleanLine(email.subject ?? "", longest.subject);
  const headers = Map.groupBy(email.headers, ({ key }) => key);
  const header = (name: string) => (headers.get(name) ?? []).map(({ value }) => value);
  const [contentType = ""] = header("content-type");
  const automatic = automaticKind({ header, contentType, subject });
  const attachments = droppedOf(email.attachments, unwrapped);
  const isHidden = /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)\b/i.test(contentType);
  const isEmpty = text === "" && subject === "";
  const nothingRead = text === "" && email.attachments.some(isTnef);
  return {
    kind:
      automatic?.kind ??
      (isHidden || nothingRead || isArmored(text) ? "unreadable" : isEmpty ? "empty" : "message"),
    automatic: automatic?.certain ?? false,
    messageId: email.messageId?.trim().slice(0, 1000) || undefined,
    answers: idsIn(`${email.inReplyTo ?? ""} ${email.references ?? ""}`),
    date: email.date ?? "",
    from: senderOf(email),
    subject,
    text: cleanText(text, longest.text),
    quoted: cleanText(quoted, longest.quoted),
    shortened:
      body.length > longest.text + longest.quoted ||
      text.length > longest.text ||
      quoted.length > longest.quoted,
    attachments,
  };
}

const isArmored = (text: string) => text.startsWith("-----BEGIN PGP MESSAGE-----");

type Unwrapping = ReturnType<typeof unwrapTnef>;

const isTnef = ({ mimeType, filename }: Attachment) =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(mimeType) || filename?.toLowerCase() === "winmail.dat";

function unwrap(attachments: readonly Attachment[]): Unwrapping {
  const wrapped = attachments.find(isTnef);
  return wrapped && unwrapTnef(contentOf(wrapped));
}

const longestExcuse = 300;

function bodyOf(email: Email, unwrapped: Unwrapping): string {
  const plain = email.text?.trim() ?? "";
  const shown = email.html && plain.length < longestExcuse ? htmlToText(email.html) : "";
  // Some programs write into the plain part only that there is another one.
  if (plain && shown.length > 4 * plain.length && !shown.includes(plain)) return `${plain}\n\n${shown}`;
  return plain || shown || unwrapped?.text?.trim() || (unwrapped?.html ? htmlToText(unwrapped.html) : "");
}

const contentOf = ({ content }: Attachment): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);

function droppedOf(attachments: readonly Attachment[], unwrapped: Unwrapping): Dropped[] {
  const listed = attachments.map((attachment) => {
    const [, whole, kept] = /^(\d{1,12})\/(\d{1,12})$/.exec(attachment.description ?? "") ?? [];
    const ratio = whole && Number(kept) > 0 ? Number(whole) / Number(kept) : 1;
    const name = cleanLine(attachment.filename ?? "", longest.name);
    const isType = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(attachment.mimeType);
    const type =
      isType && !/\d{9}/.test(attachment.mimeType) ? attachment.mimeType : "application/octet-stream";
    return { ...(name && { name }), type, bytes: Math.round(contentOf(attachment).length * ratio) };
  });
  const within = (unwrapped?.names ?? []).map((name) => ({
    name: cleanLine(name, longest.name),
    type: "application/octet-stream",
    bytes: 0,
  }));
  return [...listed, ...within].slice(0, longest.attachments);
}

function senderOf({ from, replyTo }: Email): Mail["from"] {
  const sender = [from, ...(replyTo ?? [])].find((address) => address?.address);
  const name = cleanLine(from?.name ?? sender?.name ?? "", longest.name);
  const address = cleanLine(sender?.address ?? "", longest.address);
  const isUsual = z.email().safeParse(address).success;
  return { ...(name && { name }), ...(address && (isUsual ? { address } : { reach: address })) };
}

const idsIn = (headers: string): string[] =>
  [...new Set(headers.slice(0, 20_000).match(/<[^<>\s]{1,900}>/g) ?? [])].slice(-30);
