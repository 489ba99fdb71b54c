import type { Field, Shape } from "./shape.ts";

export type JsonSchema = Record<string, unknown>;

const formats: Partial<Record<Field["kind"], string>> = {
  uuid: "uuid",
  uri: "uri",
  email: "email",
  date: "date",
  "date-time": "date-time",
};

/** The schemas of the shapes and of all that is beneath them, by name. */
export function schemasOf(shapes: readonly Shape[]): Record<string, JsonSchema> {
  const schemas = new Map<string, JsonSchema>();
  const add = (shape: Shape): void => {
    if (schemas.has(shape.schema)) return;
    schemas.set(shape.schema, schemaOf(shape));
    for (const { shape: inner } of Object.values(shape.links)) add(inner);
  };
  shapes.forEach(add);
  return Object.fromEntries(schemas);
}

export const referenceTo = (schema: string): JsonSchema => ({ $ref: `#/components/schemas/${schema}` });

function schemaOf(shape: Shape): JsonSchema {
  const scalars = Object.entries(shape.fields).map(([key, field]) => [key, schemaOfField(field)]);
  const nested = Object.entries(shape.links).map(([key, { shape: inner, one }]) => [
    key,
    one ? referenceTo(inner.schema) : { type: "array", items: referenceTo(inner.schema) },
  ]);
  return {
    type: "object",
    properties: Object.fromEntries([...scalars, ...nested]),
    required: shape.required,
  };
}

function schemaOfField({ kind, oneOf }: Field): JsonSchema {
  switch (kind) {
    case "number":
      return { type: "number" };
    case "utc-offset":
      return { type: "number", description: "Hours east of UTC today, daylight saving included" };
    case "local-time":
      return {
        type: "string",
        pattern: "^\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d$",
        description:
          "Local time with today's offset. A `closes_at` not after `opens_at` is the next day's: 00:00 to 00:00 is day and night.",
      };
    default: {
      const format = formats[kind];
      return { type: "string", ...(format && { format }), ...(oneOf && { enum: oneOf }) };
    }
  }
}

export const pageSchema: JsonSchema = {
  type: "object",
  properties: {
    total_items: { type: "integer" },
    total_pages: { type: "integer" },
    page_number: { type: "integer" },
    size: { type: "integer", description: "How many records are on this page" },
    first_page: { type: "boolean" },
    last_page: { type: "boolean" },
    empty: { type: "boolean" },
  },
  required: ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"],
};
