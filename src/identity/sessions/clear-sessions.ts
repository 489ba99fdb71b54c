import { sql } from "drizzle-orm";
import type { Platform } from "../../platform/context.ts";

const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Clears away the sessions that ended 30 days ago, and the sign-ins that nobody finished. */
export async function clearSessions({ db, now }: Platform): Promise<void> {
  const [moment, before] = [now(), new Date(now().getTime() - keptFor)];
  await db.execute(
    sql`select handreiking.clear_sessions(${before.toISOString()}::timestamptz, ${moment.toISOString()}::timestamptz)`,
  );
}
