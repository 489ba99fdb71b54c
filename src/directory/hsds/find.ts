import { and, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { saidScores, servicesWhere } from "../search/score.ts";
import type { Collection } from "./collections.ts";
import type { Asked } from "./filters.ts";
import { jsonOf } from "./select.ts";
import type { Shape } from "./shape.ts";

type Row = Record<string, unknown>;

interface Found {
  total: number;
  contents: Row[];
}

/** One page and the number of all, in one statement: both are of one moment. */
export async function findPage(
  tx: Database,
  collection: Collection,
  shape: Shape,
  asked: Asked,
  offset: number,
  limit: number,
): Promise<Found> {
  const page = sql`select id, place from matched where place > ${offset}::int and place <= ${offset}::int + ${limit}::int`;
  const [found] = await rows<Found>(
    tx,
    sql`with recursive ${matched(collection, asked)}
      select (select count(*)::int from matched) as total, (${contents(collection, shape, page)}) as contents`,
  );
  return found ?? { total: 0, contents: [] };
}

/** The ids of all that is asked for, in order. */
export async function findIds(tx: Database, collection: Collection, asked: Asked): Promise<string[]> {
  const [found] = await rows<{ ids: string[] }>(
    tx,
    sql`with recursive ${matched(collection, asked)}
      select coalesce(json_agg(id order by place), '[]') as ids from matched`,
  );
  return found?.ids ?? [];
}

/** The records with these ids, in their order; what does not exist or is not public falls out. */
export async function findRecords(
  tx: Database,
  collection: Collection,
  shape: Shape,
  ids: readonly string[],
): Promise<Row[]> {
  const page = sql`select value::uuid as id, place
    from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) with ordinality as given (value, place)`;
  const [found] = await rows<{ contents: Row[] }>(
    tx,
    sql`select (${contents(collection, shape, page)}) as contents`,
  );
  return found?.contents ?? [];
}

/**
 * CTEs that end in `matched (id, place)`. Found by words, the best come first, as many as are ranked at /v1; the
 * others follow in the list's order.
 */
function matched(collection: Collection, asked: Asked): SQL {
  const { ranked, order } = collection;
  const meeting = sql`from ${rowsOf(collection)} where ${and(visible(collection), ...collection.conditions(asked))}`;
  if (!ranked || !asked.understood)
    return sql`matched as materialized (
      select t0.id, row_number() over (order by ${sql.raw(order)}) as place ${meeting})`;
  return sql`met as materialized (select t0.id ${meeting}),
    ${saidScores(asked.understood, servicesWhere(sql.raw(ranked.services)))},
    best as (${sql.raw(ranked.scores)}),
    matched as materialized (
      select t0.id, row_number() over (order by best.score desc nulls last, ${sql.raw(order)}) as place
      from met join ${rowsOf(collection)} on t0.id = met.id left join best on best.id = t0.id)`;
}

const contents = (collection: Collection, shape: Shape, page: SQL): SQL => sql`
  select coalesce(json_agg(${recordOf(shape)} order by page.place), '[]')
  from (${page}) as page join ${rowsOf(collection)} on t0.id = page.id where ${visible(collection)}`;

const rowsOf = (collection: Collection) => sql.raw(`handreiking.${collection.entry} as t0`);
const visible = (collection: Collection) => sql.raw(`(${collection.visible})`);

const expressions = new WeakMap<Shape, SQL>();

function recordOf(shape: Shape): SQL {
  const expression = expressions.get(shape) ?? sql.raw(`json_strip_nulls(${jsonOf(shape, "t0")})`);
  expressions.set(shape, expression);
  return expression;
}
