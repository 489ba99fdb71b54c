import { sql } from "drizzle-orm";
import type { Platform } from "../../platform/context.ts";

/** Clears away the sessions that ended 30 days ago, and the sign-ins that nobody finished: the database counts. */
export async function clearSessions({ db, now }: Platform): Promise<void> {
  await db.execute(sql`select handreiking.clear_sessions(${now().toISOString()}::timestamptz)`);
}
