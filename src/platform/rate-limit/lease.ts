import { sql } from "drizzle-orm";
import type { Platform } from "../context.ts";
import { rows } from "../database/transact.ts";

interface Wanted {
  name: string;
  who: string;
  /** When the window ends, in milliseconds. */
  endsAt: number;
  wanted: number;
  quota: number;
}

interface Lease {
  granted: number;
  /** What all instances have leased of the window's quota. */
  taken: number;
}

/** Takes a piece of a window's quota for this instance. Whoever is counted is kept as a fingerprint of that day. */
export async function leaseQuota(
  { db, secrets }: Pick<Platform, "db" | "secrets">,
  { name, who, endsAt, wanted, quota }: Wanted,
): Promise<Lease> {
  const end = new Date(endsAt).toISOString();
  const counted = await secrets.fingerprint("rate", end.slice(0, 10), who);
  const [lease] = await rows<Lease>(
    db,
    sql`select granted, taken from handreiking.lease_quota(
      ${name}, ${counted}, ${end}::timestamptz, ${wanted}::integer, ${quota}::integer)`,
  );
  return lease ?? { granted: 0, taken: quota };
}

/** Forgets the windows that have ended. */
export async function forgetQuotas({ db, now }: Pick<Platform, "db" | "now">): Promise<void> {
  await db.execute(sql`select handreiking.forget_quotas(${now().toISOString()}::timestamptz)`);
}
