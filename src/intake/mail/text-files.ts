import type { Attachment } from "postal-mime";
import { htmlToText } from "./html-text.ts";

/** How a file's text is read. */
type Kind = "plain" | "html" | "rich" | "calendar" | "mail";

const byType: readonly (readonly [RegExp, Kind])[] = [
  [/^message\/(?:rfc822|global)$/, "mail"],
  [/^text\/calendar$/, "calendar"],
  [/^text\/(?:html|x-html)$|^application\/xhtml\+xml$/, "html"],
  [/^(?:text|application)\/(?:rtf|richtext|x-rtf)$/, "rich"],
  // The headers of a mail that came back, and cards of contacts, say nothing in words.
  [/^text\/(?!rfc822-headers$|v-?card$|x-vcard$|directory$)/, "plain"],
];
const byName: readonly (readonly [RegExp, Kind])[] = [
  [/\.(?:eml|mht)$/i, "mail"],
  [/\.(?:ics|vcs)$/i, "calendar"],
  [/\.html?$/i, "html"],
  [/\.rtf$/i, "rich"],
  [/\.(?:txt|text|md|csv|log)$/i, "plain"],
];

export const textKindOf = ({ mimeType, filename }: Attachment): Kind | undefined =>
  [
    ...byType.filter(([type]) => type.test(mimeType)),
    ...byName.filter(([name]) => name.test(filename ?? "")),
  ][0]?.[1];

/** What is said in a file of words; of a mail, undefined: it is read as one. */
export function textOfFile(bytes: Uint8Array, kind: Exclude<Kind, "mail">): string {
  const text = decode(bytes);
  if (kind === "html") return htmlToText(text);
  if (kind === "calendar") return calendarWords(text);
  return kind === "rich" ? richWords(text) : text;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const spoken = /^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|DTSTART|X-ALT-DESC)(?:;[^:]{0,300})?:(.*)$/i;

/** What a person wrote in the entries of a calendar (RFC 5545). */
const calendarWords = (text: string): string =>
  text
    .replaceAll(/\r?\n[ \t]/g, "")
    .split(/\r?\n/)
    .flatMap((line) => spoken.exec(line)?.[1] ?? [])
    .map(asTime)
    .map((value) => value.replaceAll(/\\n/gi, "\n").replaceAll(/\\([,;\\])/g, "$1"))
    .join("\n");

const asTime = (value: string): string =>
  value.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d)?(Z?)$/, (_, year, month, day, hour, minute, utc) =>
    [`${year}-${month}-${day}`, hour && `${hour}:${minute}`, utc && "UTC"].filter(Boolean).join(" "),
  );

const windows = new TextDecoder("windows-1252");
const pieces = /\\([a-z]{1,32})(-?\d{0,10}) ?|\\'([0-9a-f]{2})|\\([^a-z'])|[{}]|[^\\{}]{1,10000}/gi;
const lines = new Set(["par", "line", "row", "sect", "page"]);
const unspoken = new Set(["fonttbl", "colortbl", "stylesheet", "info", "pict", "themedata", "listtable"]);

/** The words of a document in the Rich Text Format, without its fonts and styles. */
function richWords(text: string): string {
  const shown: string[] = [];
  let depth = 0;
  /** The depth of the group that is passed over. */
  let passed = Number.POSITIVE_INFINITY;
  for (const [piece, control, value, byte, sign] of text.matchAll(pieces)) {
    if (piece === "{") depth++;
    else if (piece === "}") {
      depth--;
      if (depth < passed) passed = Number.POSITIVE_INFINITY;
    } else if (sign === "*" || unspoken.has(control ?? "")) passed = Math.min(passed, depth);
    else if (depth >= passed) continue;
    else if (byte) shown.push(windows.decode(Uint8Array.of(Number.parseInt(byte, 16))));
    else if (control === "u") shown.push(String.fromCharCode((Number(value) + 65536) % 65536));
    else if (control) shown.push(lines.has(control) ? "\n" : control === "tab" ? " " : "");
    else if (sign) shown.push(/[{}\\]/.test(sign) ? sign : "");
    else shown.push(piece.replaceAll(/[\r\n]/g, ""));
  }
  return shown.join("").trim();
}
