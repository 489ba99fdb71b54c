import { micromark } from "micromark";

/** Only what is printed by the renderer is a tag: the text between tags has `<` written as `&lt;`. */
const image = /<img src="[^"]*" alt="([^"]*)"(?: title="[^"]*")? \/>/g;
const link = /<a href="([^"]*)"/g;
const codeLanguage = /<code class="[^"]*">/g;
const followed = /^(https?|mailto):/i;

/**
 * CommonMark as HTML that is safe to show: HTML in it is shown as text, links lead to https, http and mailto only and
 * tell nothing of where they were followed, and of an image the words for it remain, so that no reader is seen reading.
 */
export const render = (markdown: string): string =>
  micromark(markdown)
    .replace(image, "$1")
    .replace(codeLanguage, "<code>")
    .replace(link, (_, target: string) =>
      followed.test(target) ? `<a href="${target}" rel="noopener noreferrer nofollow"` : "<a",
    );

const deepest = 12;
const deep = new RegExp(`^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)])){${deepest + 1}}`, "m");
const mostMarks = 2_000;

/** Whether a text is no more nested and marked than people write: what is would take seconds to render. */
export const isPlain = (markdown: string): boolean =>
  !deep.test(markdown) && [...markdown.matchAll(/[*_]/g)].length <= mostMarks;
