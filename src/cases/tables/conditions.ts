import { sql } from "drizzle-orm";

/** Codes only: no text of anybody's can stand among them. */
export const codesOnly = sql`array_to_string(topics, ',') ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'`;
