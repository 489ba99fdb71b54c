/** How a value is written: `local-time` and `utc-offset` come from a schedule's IANA zone. */
export type Kind =
  | "text"
  | "uuid"
  | "uri"
  | "email"
  | "date"
  | "date-time"
  | "number"
  | "local-time"
  | "utc-offset";

export interface Field {
  kind: Kind;
  /** Where it is read from; by default the column of its name. */
  read?: (alias: string) => string;
  oneOf?: readonly string[];
}

/** Records of another kind beneath one: those whose `by` is its id, or for `one` the record whose id is its `by`. */
export interface Link {
  shape: Shape;
  by: string;
  one?: boolean;
  /** A further condition on the other record. */
  where?: (alias: string) => string;
  /** SQL for further records, a list in JSON made of the row `parent` itself; they come last. */
  besides?: (parent: string) => string;
}

/** One kind of HSDS record as served: what it is read from and, field by field, what of it is shown. */
export interface Shape {
  /** Its table's name, and its schema's in the standard. */
  name: string;
  /** Its schema's name in our document, where one table is served in several depths. */
  schema: string;
  fields: Readonly<Record<string, Field>>;
  required: readonly string[];
  links: Readonly<Record<string, Link>>;
  /** Keys left out where a condition on the row holds. */
  withheld?: { keys: ReadonlySet<string>; where: (alias: string) => string };
}

const kindOf: Record<string, Field> = {
  text: { kind: "text" },
  uuid: { kind: "uuid" },
  uri: { kind: "uri" },
  email: { kind: "email" },
  date: { kind: "date" },
  number: { kind: "number" },
};

/** Fields as words: `number:extension` is a number, a bare name is text, a name in `_id` is a UUID. */
export function fields(words: string, others: Record<string, Field> = {}): Record<string, Field> {
  const plain = words.split(/\s+/).map((word) => {
    const [kind = "", name] = word.split(":");
    if (name !== undefined) return [name, kindOf[kind]] as const;
    return [kind, kindOf[/^id$|_id$/.test(kind) ? "uuid" : "text"]] as const;
  });
  return Object.fromEntries([...plain, ...Object.entries(others)]) as Record<string, Field>;
}

/** A time in UTC as RFC 3339 writes it. */
export const time = (column: string): Field => ({
  kind: "date-time",
  read: (alias) => `to_char(${alias}.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
});

export const many = (shape: Shape, by: string): Link => ({ shape, by });
export const one = (shape: Shape, by: string): Link => ({ shape, by, one: true });
