import fc, { type Arbitrary } from "fast-check";
import { resolve, type Schema, typesOf, variantsOf } from "./document.ts";

/** What a request draws from: real ids for a field's name, and words that carry its marker. */
export interface Source {
  ids(name: string): Arbitrary<string>;
  /** Real values of fields that are no ids and that nobody guesses; nothing where any value will do. */
  known(name: string): Arbitrary<string> | undefined;
  words: Arbitrary<string>;
}

/** Values as the schema allows them; where the document gives an example, often that one. */
export function valid(given: Schema, source: Source, name = ""): Arbitrary<unknown> {
  const schema = resolve(given);
  const variants = variantsOf(schema);
  if (variants.length > 1) return fc.oneof(...variants.map((variant) => valid(variant, source, name)));
  const made = ofType(variants[0] === schema ? schema : resolve(variants[0] ?? {}), source, name);
  const { example } = schema;
  if (example === undefined || schema.format === "uuid" || hasFields(schema)) return made;
  return fc.oneof({ weight: 2, arbitrary: fc.constant(example) }, { weight: 3, arbitrary: made });
}

const hasFields = (schema: Schema) => typesOf(schema).includes("object") && schema.properties !== undefined;

function ofType(schema: Schema, source: Source, name: string): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = typesOf(schema);
  const made = types.filter((type) => type !== "null").map((type) => ofOneType(type, schema, source, name));
  if (types.includes("null")) made.push(fc.constant(null));
  return made.length > 0 ? fc.oneof(...made) : fc.jsonValue({ maxDepth: 2 });
}

function ofOneType(type: string, schema: Schema, source: Source, name: string): Arbitrary<unknown> {
  const { minimum, maximum } = schema;
  switch (type) {
    case "string":
      return strings(schema, source, name);
    case "integer":
      return fc.integer({ min: minimum ?? -1000, max: Math.min(maximum ?? 1000, 2 ** 31 - 1) });
    case "number":
      return fc.double({ min: minimum ?? -1000, max: maximum ?? 1000, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(valid(schema.items ?? {}, source, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      });
    default:
      return objects(schema, source);
  }
}

function objects(schema: Schema, source: Source): Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0 && schema.additionalProperties !== false)
    return fc.dictionary(source.words, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
  const made = Object.fromEntries(fields.map(([name, field]) => [name, valid(field, source, name)]));
  return fc.record(made, {
    requiredKeys: (schema.required ?? []).filter((name) => name in made),
    noNullPrototype: true,
  });
}

const day = fc
  .integer({ min: -400, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10));
const time = fc
  .integer({ min: -20_000, max: 60_000 })
  .map((minutes) => new Date(Date.UTC(2026, 0, 6, 9, minutes)).toISOString());

function strings(schema: Schema, source: Source, name: string): Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 200 } = schema;
  if (format === "uuid") return source.ids(name);
  if (format === "date") return day;
  if (format === "date-time") return time;
  if (format === "uri") return source.words.map((word) => `https://www.example.org/${word}`);
  if (format === "email") return source.words.map((word) => `${word}@example.org`);
  const known = source.known(name);
  if (known) return known;
  if (pattern) return matching(pattern).filter((value) => value.length <= (schema.maxLength ?? value.length));
  const fitting = fc
    .array(source.words, { minLength: 1, maxLength: 4 })
    .map((words) => words.join(" ").slice(0, maxLength).padEnd(minLength, "x"));
  return maxLength > 20 ? fitting : fc.oneof(fitting, fc.stringMatching(/^[a-z]{1,12}$/).map(cut(maxLength)));
}

const cut = (longest: number) => (value: string) => value.slice(0, longest);

/** Long ones are shortened: their length is tried as a break, not as the rule. */
const matching = (pattern: string) =>
  fc.stringMatching(new RegExp(pattern.replace(/\{(\d+),\d{4,}\}/g, "{$1,64}")));
