import { type EntityName, entities } from "./entities/index.ts";
import { readValue } from "./values.ts";

type Raw = Readonly<Record<string, unknown>>;

/** Told at /hsds, and never taken from a file: it follows from the network's agreements. */
export const receivesHandoffsLabel = "handreiking:receives-handoffs";

export const isDerived = (item: unknown) =>
  (item as { label?: unknown } | null)?.label === receivesHandoffsLabel;

/** The label of an attribute that holds a column of ours. */
export function ownAttributeOf(entity: EntityName, item: unknown): string | undefined {
  const label = (item as { label?: unknown } | null)?.label;
  return typeof label === "string" && Object.hasOwn(entities[entity].own, label) ? label : undefined;
}

interface OwnFault {
  label: string;
  value: unknown;
  reason: string;
}

/**
 * Our columns out of their attributes. A record that has any comes from a directory like this one: what it does
 * not name of the others is empty there.
 */
export function ownValues(entity: EntityName, items: readonly Raw[]) {
  const columns: Record<string, unknown> = {};
  const faults: OwnFault[] = [];
  const all = Object.entries(entities[entity].own);
  if (items.length > 0)
    for (const [, { column, many, standard }] of all) {
      if (many) columns[column] = [];
      else if (standard === undefined && column !== "last_modified") columns[column] = null;
    }
  for (const item of items) {
    const label = String(item.label);
    const own = entities[entity].own[label];
    if (!own) continue;
    const { value, refusal } = readValue({ ...own.field, required: true }, item.value);
    if (refusal !== undefined) faults.push({ label, value: item.value, reason: refusal });
    else if (!own.many) columns[own.column] = value;
    else columns[own.column] = [...new Set([...(columns[own.column] as unknown[]), value])];
  }
  return { columns, faults };
}
