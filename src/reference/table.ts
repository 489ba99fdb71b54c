import { html } from "hono/html";
import type { Html } from "./markdown.ts";

type Content = Html | string | number | readonly (Html | string)[];

// The roles are the elements' own; browsers forget them when a stylesheet lays cells out as blocks.
export function table(
  kind: string,
  caption: string,
  columns: readonly string[],
  rows: readonly Html[],
): Html {
  return html`<table role="table" class="${kind}">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody>
</table>`;
}

export const row = (
  cells: readonly Html[],
  id?: string,
): Html => html`<tr role="row"${id && html` id="${id}"`}>
${cells}</tr>
`;

export const head = (content: Content): Html => html`<th role="rowheader" scope="row">${content}</th>
`;

export const cell = (
  content: Content,
  kind?: string,
): Html => html`<td role="cell"${kind && html` class="${kind}"`}>${content}</td>
`;
