import { z } from "@hono/zod-openapi";
import { Id, line, Time, text } from "../../platform/text/text.ts";
import type { Field } from "../import/entities/index.ts";
import { readValue } from "../import/values.ts";
import { type Column, columnsOf, type Part } from "./part.ts";

type Shape = Record<string, z.ZodType>;

/** A value that imports take as it is; what they would put right is refused here. */
const asImported = <T extends z.ZodType>(schema: T, field: Field, detail: string) =>
  schema.refine((value) => {
    const { refusal, repair } = readValue(field, value);
    return refusal === undefined && repair === undefined;
  }, detail);

const schemas: Record<Field["kind"], (field: Field) => z.ZodType> = {
  text: ({ longest = 500 }) => (longest > 500 ? text(longest) : line(longest)),
  url: (field) =>
    asImported(
      z.string().max(field.longest ?? 500),
      field,
      "must be an address of the web, with http:// or https://",
    ),
  integer: () => z.int().min(-2_147_483_648).max(2_147_483_647),
  number: () => z.number(),
  date: (field) => asImported(z.string(), field, "must be a date as YYYY-MM-DD").openapi({ format: "date" }),
  time: (field) => asImported(z.string(), field, "must be a local time as HH:MM"),
  moment: () => Time,
  code: ({ codes = [] }) => z.enum(codes as [string, ...string[]]),
  boolean: () => z.boolean(),
};

/** What stands in the directory may be older than the rules for what is given. */
const shownSchemas: Partial<typeof schemas> = {
  text: () => z.string(),
  url: () => z.string(),
  date: () => z.iso.date(),
  time: () => z.string(),
  moment: () => z.iso.datetime(),
};

function schemaOf(part: Part, { name, field, many }: Column, shown = false): z.ZodType {
  const [description, example] = part.words[name] ?? ["", ""];
  const one = ((shown && shownSchemas[field.kind]) || schemas[field.kind])(field);
  const value = many ? z.array(one).max(20) : one;
  return value.openapi({ description, example: many ? [example] : example });
}

const unlessRequired = (column: Column, schema: z.ZodType, otherwise: (schema: z.ZodType) => z.ZodType) =>
  column.required ? schema : otherwise(schema);

const idOf = (part: Part) =>
  Id.openapi({
    description: `The ${part.entity.replaceAll("_", " ")}`,
    example: "8b1c1e9a-2f0c-5d3a-9d53-0a7e6c3f1b42",
  });

const mostItems = 200;

/** How a record is shown to whoever edits it. */
export function shownSchema(part: Part, others: Shape = {}): z.ZodObject<Shape> {
  const shape: Shape = { id: idOf(part) };
  for (const column of columnsOf(part))
    shape[column.property] = unlessRequired(column, schemaOf(part, column, true), (value) =>
      value.optional(),
    );
  for (const [property, list] of Object.entries(part.lists ?? {}))
    shape[property] = z.array(shownSchema(list.part)).optional().openapi({ description: list.description });
  return z.object({ ...shape, ...others });
}

/** A new record, or one of a list: with its id it is the record that the list has already. */
export function givenSchema(part: Part, others: Shape = {}, listed = true): z.ZodObject<Shape> {
  const shape: Shape = listed ? { id: idOf(part).optional() } : {};
  for (const column of columnsOf(part))
    shape[column.property] = unlessRequired(column, schemaOf(part, column), (value) => value.nullish());
  return z.strictObject({ ...shape, ...listShapes(part), ...others });
}

/** A merge patch (RFC 7396): what is not named stays, null takes away, a list takes the place of the list. */
export function patchSchema(part: Part, others: Shape = {}): z.ZodObject<Shape> {
  const shape: Shape = {};
  for (const column of columnsOf(part)) {
    const value = schemaOf(part, column);
    shape[column.property] = unlessRequired(column, value, (schema) => schema.nullable()).optional();
  }
  return z.strictObject({ ...shape, ...listShapes(part), ...others });
}

const listShapes = (part: Part): Shape =>
  Object.fromEntries(
    Object.entries(part.lists ?? {}).map(([property, list]) => [
      property,
      z.array(givenSchema(list.part)).max(mostItems).nullish().openapi({ description: list.description }),
    ]),
  );
