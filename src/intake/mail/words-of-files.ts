import type { Attachment } from "postal-mime";
import { contentOf } from "./dropped.ts";
import { withoutMistakenLines } from "./mistaken.ts";
import { asMeant, bodyOf, parse, unwrap } from "./parsed.ts";
import { textKindOf, textOfFile } from "./text-files.ts";

const mostMailsWithin = 3;

/** What the files of text say, by their places; a mail among them is read as one. */
export async function wordsOfFiles(
  attachments: readonly Attachment[],
  depth = mostMailsWithin,
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (const [place, attachment] of attachments.entries()) {
    const kind = textKindOf(attachment);
    if (!kind || (kind === "mail" && depth === 0)) continue;
    const content = contentOf(attachment);
    const words = kind === "mail" ? await wordsOfMail(content, depth - 1) : textOfFile(content, kind);
    if (words.trim() !== "") found.set(place, withoutMistakenLines(words));
  }
  return found;
}

async function wordsOfMail(content: Uint8Array, depth: number): Promise<string> {
  const email = await parse(new Uint8Array(content)).then(asMeant, () => undefined);
  if (!email) return new TextDecoder().decode(content);
  const within = await wordsOfFiles(email.attachments, depth);
  const { from, date, subject } = email;
  const head = [
    from?.address && `From: ${from.name} <${from.address}>`,
    date && `Date: ${date}`,
    subject && `Subject: ${subject}`,
  ];
  const body = bodyOf(email, unwrap(email.attachments));
  return [head.filter(Boolean).join("\n"), body, ...within.values()].filter(Boolean).join("\n\n");
}
