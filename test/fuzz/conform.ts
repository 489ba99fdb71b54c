import { resolve, type Schema, typesOf } from "./document.ts";

interface Strictness {
  /** Whether an object holds nothing but what its schema names, also where the document leaves that open. */
  closed: boolean;
}

/** Where a value is not as the schema says, as JSON Pointers with the rule that is broken; the value is not quoted. */
export function faultsOf(given: Schema, value: unknown, how: Strictness, at = ""): string[] {
  const schema = resolve(given);
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants) {
    const told = variants.map((variant) => faultsOf(variant, value, how, at));
    return told.toSorted((a, b) => a.length - b.length)[0] ?? [];
  }
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return [`${at}: type`];
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: enum`];
  if (typeof value === "string") return stringFaults(schema, value, at);
  if (typeof value === "number") return numberFaults(schema, value, at);
  if (Array.isArray(value)) return arrayFaults(schema, value, how, at);
  if (typeof value === "object" && value !== null) return objectFaults(schema, value, how, at);
  return [];
}

function isOf(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const formats: Record<string, (value: string) => boolean> = {
  uuid: (value) => uuid.test(value),
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && isCalendarDay(value),
  "date-time": (value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    isCalendarDay(value.slice(0, 10)) &&
    !Number.isNaN(Date.parse(value)),
};

const isCalendarDay = (value: string) => {
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
};

function stringFaults(schema: Schema, value: string, at: string): string[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format = "" } = schema;
  if (value.length < minLength) return [`${at}: minLength`];
  if (value.length > maxLength) return [`${at}: maxLength`];
  if (pattern && !new RegExp(pattern, "u").test(value)) return [`${at}: pattern`];
  return formats[format]?.(value) === false ? [`${at}: format ${format}`] : [];
}

function numberFaults(schema: Schema, value: number, at: string): string[] {
  if (value < (schema.minimum ?? Number.NEGATIVE_INFINITY)) return [`${at}: minimum`];
  return value > (schema.maximum ?? Number.POSITIVE_INFINITY) ? [`${at}: maximum`] : [];
}

function arrayFaults(schema: Schema, value: unknown[], how: Strictness, at: string): string[] {
  if (value.length < (schema.minItems ?? 0)) return [`${at}: minItems`];
  if (value.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) return [`${at}: maxItems`];
  return schema.items
    ? value.flatMap((item, place) => faultsOf(schema.items ?? {}, item, how, `${at}/${place}`))
    : [];
}

function objectFaults(schema: Schema, value: object, how: Strictness, at: string): string[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const rest = additionalProperties ?? !(how.closed && schema.properties);
  return [
    ...required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${at}/${name}: required`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known) return faultsOf(known, inner, how, `${at}/${name}`);
      if (rest === false) return [`${at}: a field that the document does not name`];
      return rest === true ? [] : faultsOf(rest, inner, how, `${at}/${name}`);
    }),
  ];
}
