import type { Link, Shape } from "./shape.ts";

/**
 * The expression for a record of `shape` as JSON, read from the row `alias`. Made of our own tables only: no value
 * of a request is ever part of it.
 */
export function jsonOf(shape: Shape, alias: string, depth = 1): string {
  const scalars = Object.entries(shape.fields).map(
    ([key, field]) => [key, field.read?.(alias) ?? `${alias}.${key}`] as const,
  );
  const nested = Object.entries(shape.links).map(([key, link]) => [key, linked(link, alias, depth)] as const);
  const pairs = [...scalars, ...nested].map(
    ([key, expression]) => `'${key}', ${shown(shape, key, alias, expression)}`,
  );
  return `json_build_object(${pairs.join(", ")})`;
}

const shown = ({ withheld }: Shape, key: string, alias: string, expression: string) =>
  withheld?.keys.has(key) ? `case when not ${withheld.where(alias)} then ${expression} end` : expression;

function linked({ shape, by, one, where, besides }: Link, parent: string, depth: number): string {
  const alias = `t${depth}`;
  const from = `handreiking.${shape.name} as ${alias}`;
  const further = where ? ` and ${where(alias)}` : "";
  const json = jsonOf(shape, alias, depth + 1);
  if (one) return `(select ${json} from ${from} where ${alias}.id = ${parent}.${by}${further})`;
  const kept = `select json_agg(${json} order by ${alias}.id) from ${from} where ${alias}.${by} = ${parent}.id${further}`;
  return besides ? `(coalesce((${kept})::jsonb, '[]') || coalesce(${besides(parent)}, '[]'))` : `(${kept})`;
}
