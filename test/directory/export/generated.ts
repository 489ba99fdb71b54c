import fc from "fast-check";
import {
  type EntityName,
  entities,
  entityNames,
  type Field,
  linkColumns,
} from "../../../src/directory/import/entities/index.ts";

export type Row = Record<string, unknown>;
/** A directory as rows, table by table. */
export type Rows = Record<EntityName, Row[]>;

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter((text) => /\S/.test(text) && !text.includes("\u0000"));
const day = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());

const values: Record<Field["kind"], (field: Field) => fc.Arbitrary<unknown>> = {
  text: () => word,
  url: () => fc.webUrl(),
  integer: () => fc.integer({ min: -1000, max: 100_000 }),
  number: () => fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
  date: () => day.map((date) => date.slice(0, 10)),
  time: () => day.map((date) => date.slice(11, 19)),
  moment: () => day,
  code: ({ codes = [] }) => fc.constantFrom(...codes),
  boolean: () => fc.boolean(),
};

const anyOf = (field: Field) => values[field.kind](field);
const mayBeNull = (value: fc.Arbitrary<unknown>, needed: boolean) =>
  needed ? value : fc.option(value, { nil: null, freq: 2 });

/** How many rows a table of a generated directory has. */
const sizes: Partial<Record<EntityName, number>> = {
  metadata: 3,
  attribute: 4,
  taxonomy_term: 3,
  service: 3,
};

function rowOf(entity: EntityName, made: Rows): fc.Arbitrary<Row> {
  const { fields, references, own } = entities[entity];
  const model: Record<string, fc.Arbitrary<unknown>> = { id: fc.uuid() };
  for (const [column, field] of Object.entries(fields))
    model[column] = mayBeNull(
      anyOf(field),
      field.required === true || field.orElse !== undefined || field.kind === "moment",
    );
  for (const { column, field, many, standard } of Object.values(own))
    model[column] = many
      ? fc.uniqueArray(anyOf(field), { maxLength: 3 })
      : mayBeNull(anyOf(field), standard !== undefined || field.kind === "moment");
  for (const [column, { to, required }] of Object.entries(references)) {
    const ids = made[to].map(({ id }) => id);
    model[column] =
      ids.length > 0 ? mayBeNull(fc.constantFrom(...ids), required === true) : fc.constant(null);
  }
  if (entity === "attribute" || entity === "metadata") {
    const targets = linkTargets(made);
    const link = linkColumns[entity];
    return fc
      .tuple(fc.record(model), fc.constantFrom(...targets))
      .map(([row, target]) => ({ ...row, [link.id]: target.id, [link.entity]: target.entity }));
  }
  return fc.record(model);
}

const linkTargets = (made: Rows) =>
  entityNames
    .filter((name) => !["taxonomy", "attribute", "metadata"].includes(name))
    .flatMap((entity) => made[entity].map(({ id }) => ({ entity, id })));

const once = (rows: Row[], ...columns: string[]) => [
  ...new Map(rows.map((row) => [JSON.stringify(columns.map((column) => row[column])), row])).values(),
];

/** What the directory holds once only, and what belongs to something. */
const settled: Partial<Record<EntityName, (rows: Row[]) => Row[]>> = {
  taxonomy: (rows) => once(rows, "name"),
  taxonomy_term: (rows) => once(rows, "taxonomy_id", "code"),
  service_at_location: (rows) => once(rows, "service_id", "location_id"),
  attribute: (rows) => once(rows, "link_id", "taxonomy_term_id", "link_type", "value"),
  phone: (rows) =>
    rows.filter((row) => Object.keys(entities.phone.references).some((column) => row[column] !== null)),
};

export const directories: fc.Arbitrary<Rows> = entityNames.reduce<fc.Arbitrary<Rows>>(
  (before, entity) =>
    before.chain((made) =>
      fc
        .array(rowOf(entity, made), {
          minLength:
            entity === "taxonomy" ||
            entity === "organization" ||
            entity === "location" ||
            entity === "service" ||
            entity === "unit"
              ? 1
              : 0,
          maxLength: sizes[entity] ?? 2,
        })
        .map((rows) => ({ ...made, [entity]: (settled[entity] ?? ((all) => all))(rows) })),
    ),
  fc.constant(Object.fromEntries(entityNames.map((name) => [name, [] as Row[]])) as Rows),
);
