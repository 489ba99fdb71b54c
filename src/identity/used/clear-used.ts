import { sql } from "drizzle-orm";
import type { Platform } from "../../platform/context.ts";

/** Forgets used assertions and proofs that have expired: by their times alone they are not taken any more. */
export async function clearUsed({ db, now }: Platform): Promise<void> {
  await db.execute(sql`select handreiking.clear_used(${now().toISOString()}::timestamptz)`);
}
