import { html } from "hono/html";
import type { Schema } from "./document.ts";
import type { DocumentedOperation, Reference } from "./documented.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { type Html, line } from "./markdown.ts";
import { limitsOf, shape } from "./shape.ts";
import { cell, head, row, table } from "./table.ts";

interface Row extends Field {
  place?: string;
  description?: string | undefined;
}

export function parameterTable(reference: Reference, { parameters, summary }: DocumentedOperation): Html {
  const rows = parameters.map(({ name, in: place, required = false, schema = {}, description }) => ({
    within: "",
    name,
    required,
    schema,
    place,
    description: description ?? schema.description,
  }));
  return rowsTable(reference, `Parameters of ${summary}`, rows);
}

/** The fields of a schema as a table; its kind in words where it has no fields. */
export function fieldTable(reference: Reference, caption: string, schema: Schema): Html {
  const fields = fieldsOf(reference.document, schema);
  if (fields.length > 0) return rowsTable(reference, caption, fields);
  return html`<p class="shape">${shape(schema)}${limitsOf(schema).map((limit) => html`, ${limit}`)}</p>`;
}

function rowsTable(reference: Reference, caption: string, rows: readonly Row[]): Html {
  const placed = rows.some(({ place }) => place);
  const columns = ["Name", ...(placed ? ["Where"] : []), "Type", "Meaning"];
  return table(
    placed ? "fields placed" : "fields",
    caption,
    columns,
    rows.map((each) => fieldRow(reference, each)),
  );
}

function fieldRow(reference: Reference, field: Row): Html {
  const { within, name, required, schema, place, description = schema.description } = field;
  const need = required ? "required" : "optional";
  const limits = limitsOf(schema).map((limit) => html`<span class="limit">${limit}</span>`);
  return row([
    head(
      html`<code>${within && html`<span class="within">${within}</span>`}${name}</code> <span class="${need}">${need}</span>`,
    ),
    ...(place ? [cell(place, "place")] : []),
    cell(html`${shape(schema)}${limits}`, "shape"),
    cell(
      html`${schema.deprecated && html`<strong>Deprecated.</strong> `}${line(reference, description)}${exampleIn(schema)}`,
    ),
  ]);
}

function exampleIn({ example, examples }: Schema): Html | undefined {
  const shown = example ?? examples?.[0];
  if (shown === undefined) return undefined;
  return html`<span class="example">Example: <code>${typeof shown === "string" ? shown : JSON.stringify(shown)}</code></span>`;
}
