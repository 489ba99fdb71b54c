import { type EntityName, entities, linkColumns, takesAttributes } from "../import/entities.ts";

export interface RecordOptions {
  /** Whether what is kept to an organization itself, its confidential addresses, is told. */
  confidential: boolean;
}

/** The lists that a record is written with: an organization's services are records of their own. */
const listsOf = (entity: EntityName) =>
  Object.entries(entities[entity].lists).filter(([key]) => key !== "services");

/** The records that a record is written with whole, besides the column that names them. */
const nestedInside: Readonly<Record<string, readonly [EntityName, string]>> = {
  location: ["location", "location_id"],
  unit: ["unit", "unit_id"],
};

/**
 * SQL that makes the record of the row `alias` as the standard nests it, without nulls. Built from the table of
 * entities alone: nothing from outside enters it.
 */
export function recordSql(entity: EntityName, alias: string, options: RecordOptions): string {
  const pairs = [...columnPairs(entity, alias, options), ...insidePairs(entity, alias, options)];
  const halves = [pairs.slice(0, 40), pairs.slice(40)].filter((half) => half.length > 0);
  const objects = halves.map(
    (half) => `jsonb_build_object(${half.map(([key, value]) => `'${key}', ${value}`).join(", ")})`,
  );
  return `jsonb_strip_nulls(${objects.join(" || ")})`;
}

type Pair = readonly [key: string, value: string];

function columnPairs(entity: EntityName, alias: string, { confidential }: RecordOptions): Pair[] {
  const { fields, references } = entities[entity];
  const withheld = (name: string) =>
    entity === "location" && ["latitude", "longitude"].includes(name) && !confidential;
  const columns = Object.entries(fields).map(([name, { kind }]): Pair => {
    const column = kind === "moment" ? momentSql(`${alias}.${name}`) : `${alias}.${name}`;
    return [name, withheld(name) ? `case when not ${alias}.confidential then ${column} end` : column];
  });
  const link = entity === "attribute" || entity === "metadata" ? [linkColumns[entity].id] : [];
  const names = ["id", ...link, ...Object.keys(references)];
  return [...names.map((name): Pair => [name, `${alias}.${name}`]), ...columns];
}

const momentSql = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

function insidePairs(entity: EntityName, alias: string, options: RecordOptions): Pair[] {
  const lists = listsOf(entity).map(([key, [child, column]]): Pair => {
    const list = listSql(child, `${alias}_${child}`, `${column} = ${alias}.id`, options);
    return [
      key,
      key === "addresses" && !options.confidential
        ? `case when not ${alias}.confidential then ${list} end`
        : list,
    ];
  });
  const nested = Object.keys(entities[entity].nested)
    .filter((key) => key in nestedInside)
    .map((key): Pair => {
      const [inner, column] = nestedInside[key] as readonly [EntityName, string];
      const name = `${alias}_${inner}`;
      const from = `from handreiking.${inner} as ${name} where ${name}.id = ${alias}.${column}`;
      return [key, `(select ${recordSql(inner, name, options)} ${from})`];
    });
  return [...lists, ...nested, ...saidOf(entity, alias, options)];
}

function listSql(entity: EntityName, alias: string, where: string, options: RecordOptions): string {
  return `(select jsonb_agg(${recordSql(entity, alias, options)} order by ${alias}.id)
    from handreiking.${entity} as ${alias} where ${alias}.${where})`;
}

/** Attributes, our own columns among them, and the changes told of the record. */
function saidOf(entity: EntityName, alias: string, options: RecordOptions): Pair[] {
  if (entity === "metadata") return [];
  const of = (name: "attribute" | "metadata") =>
    listSql(
      name,
      `${alias}_${name}`,
      `${linkColumns[name].id} = ${alias}.id and ${linkColumns[name].entity} = '${entity}'`,
      options,
    );
  const metadata: Pair = ["metadata", of("metadata")];
  if (!takesAttributes(entity)) return [metadata];
  const attributes = `nullif(coalesce(${ownSql(entity, alias)}, '[]') || coalesce(${of("attribute")}, '[]'), '[]')`;
  return [["attributes", attributes], metadata];
}

function ownSql(entity: EntityName, alias: string): string {
  const own = Object.entries(entities[entity].own);
  if (own.length === 0) return "'[]'::jsonb";
  const values = own.map(([label, { column, many, field }]) => {
    const scalar = field.kind === "moment" ? momentSql(`${alias}.${column}`) : `${alias}.${column}::text`;
    const all = `value, place from unnest(${alias}.${column}) with ordinality as each (value, place)`;
    return `select '${label}' as label, ${many ? all : `${scalar} as value, 0 as place`}`;
  });
  return `(select jsonb_agg(jsonb_build_object('id', ${idSql(alias)}, 'link_id', ${alias}.id,
      'link_entity', '${entity}', 'label', label, 'value', value) order by label, place)
    from (${values.join(" union all ")}) as own where value is not null)`;
}

/** A version 8 UUID (RFC 9562), the same for the same record, label and value. */
const idSql = (alias: string) =>
  `overlay(overlay(md5(${alias}.id || label || value) placing '8' from 13 for 1) placing 'a' from 17 for 1)::uuid`;
