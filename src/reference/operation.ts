import { html } from "hono/html";
import { anchors } from "./anchors.ts";
import type { Schema } from "./document.ts";
import type { DocumentedAnswer, DocumentedOperation, Reference } from "./documented.ts";
import { exchange } from "./exchange.ts";
import { fieldTable, parameterTable } from "./field-table.ts";
import { fieldsOf } from "./fields.ts";
import { code, type Html, line, prose } from "./markdown.ts";
import { nameOf } from "./pointer.ts";
import { refusalTable } from "./refusal-table.ts";
import { shape } from "./shape.ts";

export function operationSection(reference: Reference, operation: DocumentedOperation): Html {
  const id = anchors.operation(operation.id);
  return html`<article class="operation" id="${id}" aria-labelledby="${id}-title">
<div class="told">
<h3 id="${id}-title"><a href="#${id}">${operation.summary}</a></h3>
<p class="route"><span class="method ${operation.method === "GET" ? "reads" : "changes"}">${operation.method}</span> <code>${pathWithBreaks(operation.path)}</code></p>
${operation.deprecated && html`<p><strong>Deprecated:</strong> to be left behind before it ends.</p>`}
${prose(reference, operation.description)}
<dl class="facts"><div><dt>Needs</dt><dd>${permission(reference, operation)}</dd></div><div><dt>Name</dt><dd><code>${operation.id}</code></dd></div></dl>
${operation.parameters.length > 0 && html`<h4>Parameters</h4>${parameterTable(reference, operation)}`}
${operation.body && html`<h4>Body</h4>${body(reference, operation)}`}
${operation.answers.length > 0 && html`<h4>${operation.answers.length > 1 ? "Answers" : "Answer"}</h4>${operation.answers.map((each) => answer(reference, operation, each))}`}
${operation.refusals.length > 0 && html`<h4>Refusals</h4>${refusalTable(reference, operation)}`}
</div>
${exchange(reference, operation)}
</article>
`;
}

/** A long path may break after each of its slashes. */
const pathWithBreaks = (path: string) =>
  path.split("/").map((part, index) => (index === 0 ? part : html`/<wbr>${part}`));

function permission(reference: Reference, { permissions }: DocumentedOperation): Html {
  const [only] = permissions;
  if (!only) return html`nothing: open to everyone`;
  if (only.length === 0) return html`nothing but being signed in`;
  const ways = permissions.map((scopes) =>
    scopes.map((scope, index) => html`${index > 0 && " and "}${code(reference, scope)}`),
  );
  const meaning = permissions.length === 1 && only.length === 1 && reference.permissions[only[0] ?? ""];
  return html`${ways.map((way, index) => html`${index > 0 && " or "}${way}`)}${meaning && html` <span class="meaning">${meaning}</span>`}`;
}

function body(
  reference: Reference,
  { body: { description, schema } = {}, summary }: DocumentedOperation,
): Html {
  return html`<p>${line(reference, description)}${schema && kind(schema)}</p>
${schema && fieldTable(reference, `Body of ${summary}`, schema)}`;
}

/** The fields of a named schema are folded, as its own section tells them too. */
function answer(
  reference: Reference,
  { summary }: DocumentedOperation,
  { status, description, schema, headers }: DocumentedAnswer,
): Html {
  const everywhere = new Set(reference.everywhere.headers.map(({ name }) => name));
  const rare = headers.filter(({ name }) => !everywhere.has(name));
  const fields = schema && fieldTable(reference, `Answer ${status} of ${summary}`, schema);
  const folds = schema?.$ref && fieldsOf(reference.document, schema).length > 0;
  return html`<p class="status"><strong>${status}</strong> ${line(reference, description)}${schema && kind(schema)}</p>
${rare.length > 0 && html`<ul class="headers">${rare.map((header) => html`<li><code>${header.name}</code> ${line(reference, header.description)}</li>`)}</ul>`}
${folds ? html`<details><summary>Fields of ${nameOf(schema.$ref ?? "")}</summary>${fields}</details>` : fields}`;
}

const kind = (schema: Schema) => schema.$ref && html` <span class="kind">${shape(schema)}</span>`;
