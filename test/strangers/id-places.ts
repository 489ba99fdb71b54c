import type { Sample } from "../all-operations/samples.ts";
import { type Described, described, resolve, type Schema, variantsOf } from "../fuzz/document.ts";

/** Where a request names a record: a parameter, or a field of its body by its path. */
export type Place = { in: "path" | "query"; name: string } | { in: "body"; name: string; at: string[] };

/** Every place in which an operation's request names a record by id, as the document says. */
export function idPlaces(operation: Described): Place[] {
  const parameters = operation.parameters.filter(({ schema }) => resolve(schema).format === "uuid");
  const schema = operation.body?.["application/json"]?.schema;
  return [
    ...parameters.map(({ name, in: where }): Place => ({ in: where === "path" ? "path" : "query", name })),
    ...(schema ? idsIn(schema, []) : []),
  ];
}

function idsIn(given: Schema, at: string[]): Place[] {
  const found = variantsOf(resolve(given)).flatMap((variant): Place[] => {
    const { format, items, properties = {} } = resolve(variant);
    if (format === "uuid") return [{ in: "body", name: at.findLast((key) => key !== "0") ?? "", at }];
    if (items) return idsIn(items, [...at, "0"]);
    return Object.entries(properties).flatMap(([name, field]) => idsIn(field, [...at, name]));
  });
  return [...new Map(found.map((place) => [JSON.stringify(place), place])).values()];
}

export const describedAs = (operationId: string): Described => {
  const operation = described.find((candidate) => candidate.operationId === operationId);
  if (!operation) throw new Error(`the document does not know ${operationId}`);
  return operation;
};

/** The request, naming another record in that place. */
export function naming(sample: Sample, operation: Described, place: Place, id: string): Sample {
  if (place.in === "body")
    return { ...sample, body: placed(sample.body ?? {}, place.at, id) as Sample["body"] & {} };
  if (place.in === "query") return { ...sample, path: withQuery(sample.path, place.name, id) };
  const template = operation.path.split("/");
  const [path = "", query] = sample.path.split("?");
  const segments = path.split("/").map((part, index) => (template[index] === `{${place.name}}` ? id : part));
  return { ...sample, path: [segments.join("/"), ...(query ? [query] : [])].join("?") };
}

export function withQuery(path: string, name: string, value: string): string {
  const [bare, query] = path.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return `${bare}?${parameters}`;
}

function placed(value: unknown, [key, ...rest]: string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (key === "0") return [placed(undefined, rest, to)];
  const fields = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  return { ...fields, [key]: placed(fields[key], rest, to) };
}
