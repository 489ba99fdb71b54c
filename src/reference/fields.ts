import type { OpenApiDocument, Schema } from "./document.ts";
import { lookUp } from "./pointer.ts";

export interface Field {
  /** How to get there from the object at hand: `items[].`, or empty. */
  within: string;
  name: string;
  required: boolean;
  schema: Schema;
}

/** The schema with its `allOf` merged; a pointer that is only described anew stays a pointer. */
export function settle(document: OpenApiDocument, schema: Schema): Schema {
  const { allOf, ...own } = schema;
  if (!allOf) return schema;
  const parts = allOf.map((part) => settle(document, part));
  const pointers = parts.filter((part) => part.$ref);
  const addsFields = [own, ...parts].some((part) => part.properties);
  if (pointers.length === 1 && !addsFields) return Object.assign({}, ...parts, own);
  const whole = parts.map((part) => settle(document, lookUp(document, part)));
  return {
    ...Object.assign({}, ...whole, own),
    properties: Object.assign({}, ...whole.map((part) => part.properties), own.properties),
    required: [...whole, own].flatMap((part) => part.required ?? []),
  };
}

/** The fields of a schema, those of nested unnamed objects after their parent; a named schema is not entered. */
export function fieldsOf(document: OpenApiDocument, schema: Schema): Field[] {
  return fieldsWithin(document, settle(document, lookUp(document, settle(document, schema))), "");
}

function fieldsWithin(document: OpenApiDocument, schema: Schema, within: string): Field[] {
  if (schema.$ref) return [];
  if (schema.items)
    return fieldsWithin(document, settle(document, schema.items), `${within.replace(/\.$/, "")}[].`);
  const variants = variantsOf(schema);
  if (variants)
    return mergedFields(variants.map((variant) => fieldsWithin(document, settle(document, variant), within)));
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const settled = settle(document, property);
    const field = { within, name, required: schema.required?.includes(name) ?? false, schema: settled };
    return [field, ...fieldsWithin(document, settled, `${within}${name}.`)];
  });
  const { additionalProperties } = schema;
  if (typeof additionalProperties !== "object") return own;
  return [...own, ...fieldsWithin(document, settle(document, additionalProperties), `${within}*.`)];
}

/** The alternatives of a union, without null. */
export const variantsOf = ({ anyOf, oneOf }: Schema) =>
  (anyOf ?? oneOf)?.filter(({ type }) => type !== "null");

/** Fields of alternatives as one list: required where every alternative requires it. */
function mergedFields(alternatives: readonly Field[][]): Field[] {
  const merged = new Map<string, Field>();
  for (const field of alternatives.flat()) {
    const key = field.within + field.name;
    const same = alternatives.flatMap((fields) => fields.filter(({ within, name }) => within + name === key));
    const required = same.length === alternatives.length && same.every((other) => other.required);
    const shapes = [...new Map(same.map(({ schema }) => [JSON.stringify(schema), schema])).values()];
    merged.set(key, { ...field, required, schema: shapes.length > 1 ? { anyOf: shapes } : field.schema });
  }
  return [...merged.values()];
}
