import { sql } from "drizzle-orm";

/** Codes only: no text of anybody's can stand among them. */
export const codesOnly = sql`array_to_string(topics, ',') ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'`;

/** Values as a list for `in (…)`. */
export const list = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** Values as an array, for what an array column may hold. */
export const set = (values: readonly string[]) =>
  sql.raw(`'{${values.map((value) => `"${value}"`).join(",")}}'::text[]`);
