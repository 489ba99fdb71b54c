import type { Attachment } from "postal-mime";
import { cleanLine, cleanText } from "./clean.ts";

/** A file of a mail: what it was, and of a file of text, what it says. */
export interface Dropped {
  /** Its name may tell who somebody is. */
  name?: string;
  type: string;
  bytes: number;
  text?: string;
}

/** In characters, but for how many files are listed. */
const most = { name: 200, text: 20_000, texts: 60_000, files: 50 };

export const contentOf = ({ content }: Attachment): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);

/** The files of a mail, with their words by their places, and the names of those that were wrapped within. */
export function droppedOf(
  attachments: readonly Attachment[],
  words: ReadonlyMap<number, string>,
  within: readonly string[] = [],
): Dropped[] {
  let room = most.texts;
  const listed = attachments.slice(0, most.files).map((attachment, place) => {
    const text = cleanText(words.get(place) ?? "", Math.min(most.text, room));
    room -= text.length;
    const name = cleanLine(attachment.filename ?? "", most.name);
    return {
      ...(name && { name }),
      type: typeOf(attachment),
      bytes: sizeOf(attachment),
      ...(text && { text }),
    };
  });
  const named = within.map((name) => ({
    name: cleanLine(name, most.name),
    type: "application/octet-stream",
    bytes: 0,
  }));
  return [...listed, ...named].slice(0, most.files);
}

function typeOf({ mimeType }: Attachment): string {
  const isType = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(mimeType);
  return isType && !/\d{9}/.test(mimeType) ? mimeType : "application/octet-stream";
}

/** As large as it was before it was shortened on arrival. */
function sizeOf(attachment: Attachment): number {
  const [, whole, kept] = /^(\d{1,12})\/(\d{1,12})$/.exec(attachment.description ?? "") ?? [];
  const ratio = whole && Number(kept) > 0 ? Number(whole) / Number(kept) : 1;
  return Math.round(contentOf(attachment).length * ratio);
}
