import PostalMime, { type Attachment, type Email } from "postal-mime";
import { contentOf } from "./dropped.ts";
import { htmlToText } from "./html-text.ts";
import { withoutMistakenLines } from "./mistaken.ts";
import { unwrapTnef } from "./tnef.ts";

const limits = { maxNestingDepth: 100, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 5 };

export const parse = (bytes: Uint8Array<ArrayBuffer>) => PostalMime.parse(bytes, limits);

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const isBroken = (text: string | undefined) => text?.includes("\ufffd") ?? false;

/** Bytes that say of no encoding what they are: Windows wrote them. */
export async function repaired(email: Email, bytes: Uint8Array): Promise<Email> {
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

/** With what is UTF-8 under another label read as that. */
export function asMeant({ text, html, subject, from, ...email }: Email): Email {
  const meant = (of: string | undefined) => of && withoutMistakenLines(of);
  const named = from && ("address" in from ? { ...from, name: meant(from.name) ?? "" } : from);
  return {
    ...email,
    text: meant(text),
    html: meant(html),
    subject: meant(subject),
    from: named as Email["from"],
  };
}

export type Unwrapping = ReturnType<typeof unwrapTnef>;

export const isTnef = ({ mimeType, filename }: Attachment) =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(mimeType) || filename?.toLowerCase() === "winmail.dat";

export function unwrap(attachments: readonly Attachment[]): Unwrapping {
  const wrapped = attachments.find(isTnef);
  return wrapped && unwrapTnef(contentOf(wrapped));
}

const longestExcuse = 300;

export function bodyOf(email: Email, unwrapped: Unwrapping): string {
  const plain = email.text?.trim() ?? "";
  const shown = email.html && plain.length < longestExcuse ? htmlToText(email.html) : "";
  // Some programs write into the plain part only that there is another one.
  if (plain && shown.length > 4 * plain.length && !shown.includes(plain)) return `${plain}\n\n${shown}`;
  return plain || shown || unwrapped?.text?.trim() || (unwrapped?.html ? htmlToText(unwrapped.html) : "");
}
