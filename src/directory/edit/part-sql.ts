import { utcSql } from "../organization-store.ts";
import { type Column, columnsOf, type Part } from "./part.ts";

/** Properties that are shown where the condition, SQL over the record, holds. */
export interface Withholding {
  properties: ReadonlySet<string>;
  unless: (alias: string) => string;
}

/**
 * SQL for the record of the row `alias` as it is edited, without nulls. Made of our own tables alone: no value of a
 * request is ever part of it. `others` are further pairs of property and expression.
 */
export function entrySql(
  part: Part,
  alias: string,
  others: readonly (readonly [string, string])[] = [],
  withheld?: Withholding,
): string {
  const pairs = [
    ["id", `${alias}.id`] as const,
    ...columnsOf(part).map(
      (column) => [column.property, valueSql(column, `${alias}.${column.name}`)] as const,
    ),
    ...Object.entries(part.lists ?? {}).map(
      ([property, list]) => [property, listSql(list.part, list.by, alias)] as const,
    ),
    ...others,
  ].map(([property, value]) => {
    const hidden = withheld?.properties.has(property);
    return `'${property}', ${hidden ? `case when ${withheld?.unless(alias)} then ${value} end` : value}`;
  });
  return `json_strip_nulls(json_build_object(${pairs.join(", ")}))`;
}

function listSql(part: Part, by: string, parent: string): string {
  const alias = `${parent}_${part.entity}`;
  return `(select coalesce(json_agg(${entrySql(part, alias)} order by ${alias}.id), '[]')
    from handreiking.${part.entity} as ${alias} where ${alias}.${by} = ${parent}.id)`;
}

function valueSql({ field, many }: Column, column: string): string {
  if (many) return `to_json(${column})`;
  if (field.kind === "time") return `to_char(${column}, 'HH24:MI')`;
  return field.kind === "moment" ? utcSql(column) : column;
}
