/** A mail in the writer's own words, and what they answer to. */
export interface Split {
  text: string;
  quoted: string;
}

/** Above an earlier mail, in Dutch, English and German mail programs: all that follows is that mail. */
const separators = [
  /^[-_ ]{2,40}(?:oorspronkelijk bericht|oorspronkelijke e-?mail|doorgestuurd bericht|original message|original email|forwarded message|ursprüngliche nachricht)[-_: ]{0,40}$/i,
  /^(?:begin doorgestuurd bericht|begin forwarded message|anfang der weitergeleiteten nachricht):$/i,
];
const rule = /^_{20,100}$/;
const fromLine = /^\*?(?:van|from|von)\s?:\*?\s/i;
const sentLine = /^\*?(?:verzonden|datum|sent|date|gesendet|verstuurd)(?: op)?\s?:\*?\s/i;
const toLine = /^\*?(?:aan|onderwerp|to|subject|an|betreff)\s?:\*?\s/i;

const begins = /^(?:op|on|am)\s/i;
const saysWho = /(?:schreef|geschreven|wrote|schrieb)/i;

/** "Op di 3 mrt. 2026 om 10:00 schreef …:", on one line or broken into up to three. */
function attributionAt(lines: readonly string[], at: number): number {
  const first = (lines[at] ?? "").trim();
  if (!begins.test(first) || !/\d/.test(first)) return 0;
  let whole = "";
  for (let count = 1; count <= 3; count++) {
    whole = `${whole} ${(lines[at + count - 1] ?? "").trim()}`;
    if (whole.length > 400) return 0;
    if (whole.trimEnd().endsWith(":")) return saysWho.test(whole) ? count : 0;
  }
  return 0;
}

/** "Van: … Verzonden: … Aan: …", as Outlook heads what it quotes. */
function headAt(lines: readonly string[], at: number): boolean {
  if (!fromLine.test((lines[at] ?? "").trim())) return false;
  const following = lines.slice(at + 1, at + 7).map((line) => line.trim());
  return following.some((line) => sentLine.test(line)) && following.some((line) => toLine.test(line));
}

const isMarked = (line: string) => /^\s{0,3}>/.test(line);

function startsQuote(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? "").trim();
  if (separators.some((separator) => separator.test(line)) || headAt(lines, at)) return true;
  return rule.test(line) && headAt(lines, nextFilled(lines, at + 1));
}

function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? "").trim() === "") at++;
  return at;
}

/**
 * Parts what was written from what it answers to; every line is in one of the two. Answers between the lines of a marked
 * quote are the writer's own. A mail that only passes another one on is all text.
 */
export function splitQuotes(whole: string): Split {
  const lines = whole.split("\n");
  const own: string[] = [];
  const quoted: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isMarked(line)) {
      quoted.push(line);
      continue;
    }
    const introduced = attributionAt(lines, at);
    if (introduced > 0 && isMarked(lines[nextFilled(lines, at + introduced)] ?? "")) {
      quoted.push(...lines.slice(at, at + introduced));
      at += introduced - 1;
      continue;
    }
    if (introduced > 0 || startsQuote(lines, at)) {
      quoted.push(...lines.slice(at));
      break;
    }
    own.push(line);
  }
  const text = own.join("\n").trim();
  return text === "" ? { text: whole.trim(), quoted: "" } : { text, quoted: quoted.join("\n").trim() };
}
