import { withoutEntities } from "./entities.ts";

/** Nothing within them is read. */
const unread = new Set(
  "script style head title template noscript iframe object embed applet svg math select textarea canvas audio video".split(
    " ",
  ),
);
const blocks = new Set(
  "address article aside center div dl dd dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table tbody tr ul".split(
    " ",
  ),
);
const withoutEnd = new Set("area base br col hr img input link meta param source track wbr o:p".split(" "));

/** The next one ends the one before. */
const endsBefore = new Set("p li dd dt td th tr".split(" "));

const hidden =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all|(?:^|[;\s])(?:font-size|max-height|opacity)\s{0,9}:\s{0,9}0(?:px|pt|em|%)?\s{0,9}(?:;|!|$)/i;

interface Tag {
  name: string;
  closes: boolean;
  attributes: string;
}

/**
 * What somebody reads on the page: no script, no style, nothing fetched, and nothing hidden unless it is all that there
 * is. Quotes begin with `> `.
 */
export const htmlToText = (html: string): string => readPage(html, false) || readPage(html, true);

/** All that stands on it, hidden or not. */
export const wholeHtmlText = (html: string): string => readPage(html, true);

function readPage(html: string, showsHidden: boolean): string {
  const page = new Page(showsHidden);
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf("<", at);
    const end = next === -1 ? html.length : next;
    if (end > at) page.text(html.slice(at, end));
    if (next === -1) break;
    at = readMarkup(html, next, page);
  }
  return page.end();
}

/** Reads what begins with `<`, and answers where it ends. */
function readMarkup(html: string, at: number, page: Page): number {
  const after = (mark: string, from: number) => {
    const found = html.indexOf(mark, from);
    return found === -1 ? html.length : found + mark.length;
  };
  if (html.startsWith("<!--", at)) return after("-->", at + 4);
  if (/[!?]/.test(html[at + 1] ?? "")) return after(">", at);
  const [start, slash, name = ""] = /^<(\/?)([a-z][a-z0-9:]{0,30})/i.exec(html.slice(at, at + 40)) ?? [];
  if (start === undefined) {
    page.text("<");
    return at + 1;
  }
  const end = endOfTag(html, at + start.length);
  const attributes = html.slice(at + start.length, end - 1);
  page.tag({ name: name.toLowerCase(), closes: slash === "/", attributes });
  return end;
}

/** Past the `>` that is in no quoted value. */
function endOfTag(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length; at++) {
    const sign = html[at] ?? "";
    if (quote) {
      if (sign === quote) quote = "";
    } else if (sign === ">") return at + 1;
    // A quotation mark that opens no value is none.
    else if ((sign === '"' || sign === "'") && html[at - 1] === "=") quote = sign;
  }
  return html.length;
}

const attributeOf = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(
    `(?:^|\\s)${name}\\s{0,9}=\\s{0,9}(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\\s"'>]{1,4000}))`,
    "i",
  ).exec(attributes);
  return found ? (found[1] ?? found[2] ?? found[3]) : undefined;
};

const isHidden = (attributes: string) =>
  /(?:^|\s)hidden(?:\s|=|$)/i.test(attributes) || hidden.test(attributeOf(attributes, "style") ?? "");

class Page {
  private readonly showsHidden: boolean;
  private readonly lines: string[] = [];
  /** In pieces: put together anew for each of them, a long one would take its length squared. */
  private line: string[] = [];
  private depth = 0;
  private isPreformatted = false;
  /** The element that is not shown, and how often its name is open within it. */
  private skipped: { name: string; open: number } | undefined;
  private link: { target: string; text: string } | undefined;

  constructor(showsHidden: boolean) {
    this.showsHidden = showsHidden;
  }

  text(raw: string): void {
    if (this.skipped) return;
    const text = withoutEntities(raw);
    if (this.isPreformatted) {
      const [first = "", ...rest] = text.split("\n");
      this.line.push(first);
      for (const line of rest) {
        this.break();
        this.line.push(line);
      }
      return;
    }
    const read = text.replaceAll(/[ \t\r\n]+/g, " ");
    const before = this.line.at(-1);
    this.add(before === undefined || before.endsWith(" ") ? read.replace(/^ /, "") : read);
    if (this.link) this.link.text += read;
  }

  tag({ name, closes, attributes }: Tag): void {
    if (this.skipped) {
      this.skip(name, closes, attributes);
      return;
    }
    const isEmpty = withoutEnd.has(name) || attributes.endsWith("/");
    if (!closes && !isEmpty && (unread.has(name) || (!this.showsHidden && isHidden(attributes)))) {
      this.skipped = { name, open: 1 };
      return;
    }
    if (name === "br") this.break();
    else if (name === "blockquote") this.quote(closes);
    else if (name === "a") this.refer(closes, attributes);
    else if (name === "img") this.describe(attributes);
    else if (name === "li") {
      this.endBlock();
      if (!closes) this.add("- ");
    } else if (name === "td" || name === "th") {
      if (closes && this.line.length > 0) this.add(" ");
    } else if (blocks.has(name)) {
      this.endBlock();
      if (closes && (name === "p" || /^h\d$/.test(name))) this.blank();
      if (name === "pre") this.isPreformatted = !closes;
    }
  }

  end(): string {
    this.endBlock();
    return this.lines.join("\n").trim();
  }

  private skip(name: string, closes: boolean, attributes: string): void {
    if (!this.skipped || name !== this.skipped.name || attributes.endsWith("/")) return;
    if (!closes && endsBefore.has(name)) {
      this.skipped = undefined;
      this.tag({ name, closes, attributes });
      return;
    }
    this.skipped.open += closes ? -1 : 1;
    if (this.skipped.open === 0) this.skipped = undefined;
  }

  private quote(closes: boolean): void {
    this.endBlock();
    this.depth = closes ? Math.max(0, this.depth - 1) : Math.min(this.depth + 1, 20);
  }

  /** Where a link leads is part of what was written, unless its text says it. */
  private refer(closes: boolean, attributes: string): void {
    const { target = "", text = "" } = this.link ?? {};
    if (
      /^https?:/i.test(target) &&
      !text.includes(target.replace(/^https?:\/\//i, "").slice(0, 40)) &&
      text.trim()
    )
      this.add(` (${target.slice(0, 300)})`);
    const href = closes ? undefined : attributeOf(attributes, "href");
    this.link = href === undefined ? undefined : { target: withoutEntities(href).trim(), text: "" };
  }

  private describe(attributes: string): void {
    const alternative = withoutEntities(attributeOf(attributes, "alt") ?? "").trim();
    if (alternative && !isHidden(attributes)) this.add(`[${alternative.slice(0, 200)}]`);
  }

  private break(): void {
    const mark = "> ".repeat(this.depth);
    this.lines.push(mark + this.line.join("").trimEnd());
    this.line = [];
  }

  private endBlock(): void {
    if (this.line.every((piece) => piece.trim() === "")) this.line = [];
    else this.break();
  }

  private add(piece: string): void {
    if (piece !== "") this.line.push(piece);
  }

  private blank(): void {
    const last = this.lines.at(-1);
    if (last !== undefined && last.replaceAll("> ", "") !== "")
      this.lines.push("> ".repeat(this.depth).trimEnd());
  }
}
