import fc, { type Arbitrary } from "fast-check";
import { faultsOf } from "./conform.ts";
import { resolve, type Schema, typesOf, variantsOf } from "./document.ts";

const gone = Symbol("gone");
type At = readonly (string | number)[];
interface Break {
  at: At;
  to: unknown;
}

/** Values of which one constraint of the schema is broken and all others hold; `marker` stands where a text may. */
export const nearlyValid = (schema: Schema, values: Arbitrary<unknown>, marker: Arbitrary<string>) =>
  fc
    .tuple(values, fc.nat(), marker)
    .map(([value, choice, mark]) => {
      const breaks = breaksOf(schema, value, mark);
      const chosen = breaks[choice % Math.max(breaks.length, 1)];
      return chosen ? replaced(value, chosen.at, chosen.to) : gone;
    })
    .filter((value) => value !== gone && faultsOf(schema, value, { closed: false }).length > 0);

/** The value with another one in a place; without that place if there is none. */
export function replaced(value: unknown, at: At, to: unknown): unknown {
  const [first, ...rest] = at;
  if (first === undefined) return to;
  if (Array.isArray(value))
    return value.map((item, place) => (place === first ? replaced(item, rest, to) : item));
  const given: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  const fields = Object.entries(given).filter(([name]) => name !== first);
  const inner = replaced(given[first], rest, to);
  return Object.fromEntries(inner === gone ? fields : [...fields, [first, inner]]);
}

/** Every place of a value, the whole first. */
export function placesOf(value: unknown, at: At = []): At[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const key = (name: string) => (Array.isArray(value) ? Number(name) : name);
  return [at, ...inner.flatMap(([name, item]) => placesOf(item, [...at, key(name)]))];
}

function breaksOf(given: Schema, value: unknown, marker: string, at: At = []): Break[] {
  const whole = resolve(given);
  const schema = variantsOf(whole)
    .map(resolve)
    .find((variant) => faultsOf(variant, value, { closed: false }).length === 0);
  if (!schema) return [];
  const to = (other: unknown): Break => ({ at, to: other });
  const types = typesOf(schema);
  const wrong = types.length === 0 ? [] : [null, 7.5, true, [], {}, marker].map(to);
  if (typeof value === "string") return [...wrong, ...brokenStrings(schema, marker).map(to)];
  if (typeof value === "number")
    return [...wrong, ...[(schema.minimum ?? 0) - 1, (schema.maximum ?? 2 ** 31) + 1, 0.5].map(to)];
  if (Array.isArray(value)) return [...wrong, ...brokenArrays(schema, value, marker, at)];
  if (typeof value === "object" && value !== null)
    return [...wrong, ...brokenObjects(schema, value, marker, at)];
  return wrong;
}

const brokenStrings = ({ maxLength, format }: Schema, marker: string): string[] => [
  "",
  ...(maxLength && maxLength < 30_000 ? [marker.padEnd(maxLength + 1, "x")] : []),
  ...(format === "date" ? ["2026-02-30", "2026-13-01", "26-1-1"] : []),
  ...(format === "date-time" ? ["2026-02-30T09:00:00Z", "2026-01-05T09:00:00", "2026-01-05 09:00Z"] : []),
];

function brokenArrays(schema: Schema, value: unknown[], marker: string, at: At): Break[] {
  const { items, maxItems } = schema;
  const tooMany =
    maxItems && maxItems < 500 && value.length > 0 ? new Array(maxItems + 1).fill(value[0]) : [];
  return [
    ...[[], tooMany].map((to) => ({ at, to })),
    ...value.flatMap((item, place) => breaksOf(items ?? {}, item, marker, [...at, place])),
  ];
}

function brokenObjects(schema: Schema, value: object, marker: string, at: At): Break[] {
  const { properties = {}, required = [] } = schema;
  const surplus = ["id", "participantId", marker, "constructor"].filter((name) => !(name in properties));
  return [
    ...required.map((name) => ({ at: [...at, name], to: gone })),
    ...surplus.map((name) => ({ at: [...at, name], to: marker })),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return known ? breaksOf(known, inner, marker, [...at, name]) : [];
    }),
  ];
}
