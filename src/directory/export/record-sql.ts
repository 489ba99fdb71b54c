import { type EntityName, entities, linkColumns } from "../import/entities/index.ts";

export interface RecordOptions {
  /** Whether what is kept to an organization itself, its confidential addresses, is told. */
  confidential: boolean;
}

/** The columns that a record is written with, by their names in the standard. */
export function columnsOf(entity: EntityName): string[] {
  const { fields, references } = entities[entity];
  const link = entity === "attribute" || entity === "metadata" ? [linkColumns[entity].id] : [];
  return ["id", ...link, ...Object.keys(references), ...Object.keys(fields)];
}

/**
 * SQL that makes an object of the row `alias`, without nulls; our own columns stand under `own`, as attributes.
 * Built from the table of entities alone: nothing from outside enters it.
 */
export function rowSql(entity: EntityName, alias: string, options: RecordOptions): string {
  const pairs = columnsOf(entity).map((name) => `'${name}', ${columnSql(entity, name, alias, options)}`);
  const own = Object.keys(entities[entity].own).length > 0 ? [`'own', ${ownSql(entity, alias)}`] : [];
  return `json_strip_nulls(json_build_object(${[...pairs, ...own].join(", ")}))`;
}

function columnSql(entity: EntityName, name: string, alias: string, { confidential }: RecordOptions) {
  const isMoment = entities[entity].fields[name]?.kind === "moment";
  const column = isMoment ? momentSql(`${alias}.${name}`) : `${alias}.${name}`;
  const isPlace = entity === "location" && ["latitude", "longitude"].includes(name);
  return isPlace && !confidential ? `case when not ${alias}.confidential then ${column} end` : column;
}

/** Which rows of a table are told at all. */
export const toldSql = (entity: EntityName, alias: string, { confidential }: RecordOptions) =>
  entity === "address" && !confidential
    ? `not exists (select from handreiking.location where id = ${alias}.location_id and location.confidential)`
    : "true";

const momentSql = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Our own columns of the row `alias` as attributes in JSON, but those of `without`; null where there are none. */
export function ownSql(entity: EntityName, alias: string, without: readonly string[] = []): string {
  const own = Object.entries(entities[entity].own).filter(([label]) => !without.includes(label));
  if (own.length === 0) return "null::jsonb";
  const values = own.map(([label, { column, many, field }]) => {
    const scalar = field.kind === "moment" ? momentSql(`${alias}.${column}`) : `${alias}.${column}::text`;
    const all = `value, place from unnest(${alias}.${column}) with ordinality as each (value, place)`;
    return `select '${label}' as label, ${many ? all : `${scalar} as value, 0 as place`}`;
  });
  return `(select jsonb_agg(jsonb_build_object('id', ${idSql(alias)}, 'link_id', ${alias}.id,
      'link_entity', '${entity}', 'label', label, 'value', value) order by label, place)
    from (${values.join(" union all ")}) as own where value is not null)`;
}

/** A list of one attribute of the row `alias`, whose value the expression `value` makes as text. */
export const attributeSql = (entity: EntityName, alias: string, label: string, value: string) =>
  `(select jsonb_build_array(jsonb_build_object('id', ${idSql(alias)}, 'link_id', ${alias}.id,
      'link_entity', '${entity}', 'label', label, 'value', value))
    from (select '${label}' as label, ${value} as value) as own)`;

/** A version 8 UUID (RFC 9562), the same for the same record, label and value. */
const idSql = (alias: string) =>
  `overlay(overlay(md5(${alias}.id || label || value) placing '8' from 13 for 1) placing 'a' from 17 for 1)::uuid`;
