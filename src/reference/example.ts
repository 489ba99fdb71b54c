import type { OpenApiDocument, Schema } from "./document.ts";
import { settle, variantsOf } from "./fields.ts";
import { lookUp } from "./pointer.ts";

/** A value that the schema allows, from its own examples where it has them. `name` keeps ids apart. */
export function exampleOf(
  document: OpenApiDocument,
  schema: Schema,
  name = "",
  open: readonly string[] = [],
): unknown {
  const settled = settle(document, schema);
  const { $ref } = settled;
  if ($ref !== undefined) {
    if (open.includes($ref)) return undefined;
    return exampleOf(document, { ...lookUp(document, settled), ...own(settled) }, name, [...open, $ref]);
  }
  const given =
    settled.example ?? settled.examples?.[0] ?? settled.const ?? settled.enum?.[0] ?? settled.default;
  if (given !== undefined) return given;
  const variant = variantsOf(settled)?.[0];
  if (variant) return exampleOf(document, variant, name, open);
  if (settled.items)
    return [exampleOf(document, settled.items, name, open)].filter((entry) => entry !== undefined);
  if (settled.properties) return objectExample(document, settled, open);
  return plainExample(settled, name);
}

// What stands beside a pointer speaks for this place.
function own({ $ref: _, ...rest }: Schema): Schema {
  return rest;
}

function objectExample(document: OpenApiDocument, schema: Schema, open: readonly string[]) {
  const { properties = {}, required = [] } = schema;
  const entries = Object.entries(properties)
    .filter(([, property]) => !property.deprecated)
    .map(([name, property]) => [name, exampleOf(document, property, name, open)] as const);
  return Object.fromEntries(
    entries.filter(([name, value]) => value !== undefined && (value !== anyText || required.includes(name))),
  );
}

/** Stands for text that the document gives no example of; left out where it may be. */
const anyText = "…";

const formats: Record<string, string> = {
  "date-time": "2026-11-24T09:30:00Z",
  date: "2026-11-24",
  time: "09:30:00",
  email: "name@organization.example",
  uri: "https://organization.example/",
};

function plainExample({ type, format = "", minimum }: Schema, name: string): unknown {
  const kind = [type ?? "string"].flat()[0];
  if (kind === "boolean") return true;
  if (kind === "integer" || kind === "number") return minimum !== undefined && minimum > 0 ? minimum : 1;
  if (kind === "object") return {};
  if (kind === "array") return [];
  if (kind === "null") return null;
  if (format === "uuid") return idFor(name);
  return formats[format] ?? anyText;
}

/** The same id for the same name, so that a path and a body agree. */
function idFor(name: string): string {
  let sum = 0x811c9dc5;
  for (const unit of name) sum = Math.imul(sum ^ unit.charCodeAt(0), 0x01000193) >>> 0;
  return `${sum.toString(16).padStart(8, "0")}-5f60-4a3e-8f2f-5a0f6a2a7a11`;
}
