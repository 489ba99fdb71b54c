import MarkdownIt from "markdown-it";

/** Goes up whenever `render` answers otherwise than before: what was kept of an earlier one is rendered anew. */
export const renderer = 1;

/** More levels than a plain text can have: deeper ones would be left out. */
const maxNesting = 100;
const markdown = new MarkdownIt("commonmark", { html: false, maxNesting });
const { rules } = markdown.renderer;
const { escapeHtml } = markdown.utils;
const followed = /^(?:https?|mailto):/i;

// Where a link leads is decided when it is shown; one that leads nowhere keeps its words.
markdown.validateLink = () => true;
rules.image = (tokens, at, options, env, self) =>
  escapeHtml(self.renderInlineAsText(tokens[at]?.children ?? [], options, env));
rules.fence = (tokens, at) => `<pre><code>${escapeHtml(tokens[at]?.content ?? "")}</code></pre>\n`;
rules.link_open = (tokens, at) => {
  const [href = "", title = ""] = ["href", "title"].map((name) => String(tokens[at]?.attrGet(name) ?? ""));
  const leads =
    href && followed.test(href) && ` href="${escapeHtml(href)}" rel="noopener noreferrer nofollow"`;
  return `<a${leads || ""}${title && ` title="${escapeHtml(title)}"`}>`;
};

/**
 * CommonMark as HTML that is safe to show: HTML in it is shown as text, links lead to https, http and mailto only and
 * tell nothing of where they were followed, and of an image the words for it remain, so that no reader is seen reading.
 * Takes time in proportion to the text.
 */
export const render = (text: string): string => markdown.render(text).trimEnd();

/** A version's HTML as it was made when it was written; made anew where `render` has changed since. */
export const htmlOf = (version: { markdown: string; html: string; renderer: number }): string =>
  version.renderer === renderer ? version.html : render(version.markdown);

const mostMarkers = 12;
const mostColumns = 48;
/** Each quote is read on to its end, through lines that are not marked: this many lines in all. */
const mostQuoted = 200_000;
const beginning = /^[ \t>*+\-\d.)]+/gm;
const marker = />|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])/g;

/**
 * Whether quotes and lists are nested no deeper than people write, and quotes no more in number: what is deeper would
 * be shown in part, and the time for more would grow with their square.
 */
export function isPlain(text: string): boolean {
  const begins = [...text.matchAll(beginning)].map(([line]) => line);
  const quotes = begins.filter((line) => line.includes(">")).length;
  const isShallow = begins.every(
    (line) => (line.match(marker)?.length ?? 0) <= mostMarkers && columnsOf(line) <= mostColumns,
  );
  return isShallow && quotes * text.split("\n").length <= mostQuoted;
}

const columnsOf = (line: string) =>
  [...line.matchAll(/[ \t]/g)].reduce((sum, [space]) => sum + (space === "\t" ? 4 : 1), 0);
