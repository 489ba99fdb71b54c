import type { Platform } from "../context.ts";
import { inTime } from "../http/in-time.ts";
import { leaseQuota } from "./lease.ts";
import { type Count, endOfWindow, type Rate, type Rates } from "./rate.ts";

/** What an instance has of somebody's quota in one window. */
interface Share {
  endsAt: number;
  /** Leased and not used. */
  left: number;
  /** Not leased by any instance when it was last asked. */
  beyond: number;
  leasing?: Promise<void> | undefined;
}

/** An instance's shares, by rate and who is counted. They outlive a request, on Workers too. */
export type Shares = Map<string, Share>;

export interface MeterOptions {
  shares: Shares;
  /** A lease is the quota divided by this. */
  leases: number;
  /** Whether a request may wait for what another one asked: on Workers it may not. */
  waits: boolean;
  /** Milliseconds that the database has to answer. */
  patience?: number;
}

export interface Meter {
  /** Counts a request of `who` under the named rate; undefined where the service has no such rate. */
  take(name: string, who: string): Promise<Count | undefined>;
  /** The same within this instance alone, whatever the others count. */
  takeHere(name: string, who: string): Count | undefined;
}

/** What an instance may give by itself while the database does not answer: a tenth, and never nothing. */
const alone = ({ quota }: Rate) => Math.ceil(quota / 10);

const mostShares = 20_000;

/**
 * Counts requests in fixed windows. The quota is shared by all instances: each leases a piece of it from the database
 * and counts in memory until that is used up. What is not used when the window ends is lost.
 */
export function createMeter(
  platform: Pick<Platform, "db" | "now" | "secrets">,
  rates: Rates,
  { shares, leases, waits, patience = 1000 }: MeterOptions,
): Meter {
  const find = (name: string, who: string) => {
    const rate = rates[name];
    if (!rate) return undefined;
    const now = platform.now().getTime();
    const endsAt = endOfWindow(rate, now);
    const key = `${name} ${who}`;
    const known = shares.get(key);
    const share = known?.endsAt === endsAt ? known : { endsAt, left: 0, beyond: rate.quota };
    if (share !== known) keep(shares, key, share, now);
    return { rate, share, resetsIn: Math.ceil((endsAt - now) / 1000) };
  };

  async function lease(name: string, who: string, rate: Rate, share: Share): Promise<void> {
    const wanted = Math.max(1, Math.ceil(rate.quota / leases));
    const asked = { name, who, endsAt: share.endsAt, wanted, quota: rate.quota };
    const leased = await inTime(leaseQuota(platform, asked), patience).catch(() => undefined);
    share.left += leased ? leased.granted : alone(rate);
    share.beyond = leased ? rate.quota - leased.taken : 0;
  }

  /** One lease at a time of one caller's quota. */
  function leaseOnce(name: string, who: string, rate: Rate, share: Share): Promise<void> {
    if (!waits) return lease(name, who, rate, share);
    share.leasing ??= lease(name, who, rate, share).finally(() => {
      share.leasing = undefined;
    });
    return share.leasing;
  }

  return {
    async take(name, who) {
      const found = find(name, who);
      if (!found) return undefined;
      const { rate, share } = found;
      while (share.left === 0 && share.beyond > 0) await leaseOnce(name, who, rate, share);
      return use(name, found);
    },
    takeHere(name, who) {
      const found = find(name, who);
      if (!found) return undefined;
      const { share } = found;
      share.left += share.beyond;
      share.beyond = 0;
      return use(name, found);
    },
  };
}

function use(name: string, { rate, share, resetsIn }: { rate: Rate; share: Share; resetsIn: number }): Count {
  const refused = share.left === 0;
  if (!refused) share.left--;
  return { name, rate, refused, remaining: share.left + share.beyond, resetsIn };
}

/** Those of past windows go when there are many, and the oldest when there are still too many. */
function keep(shares: Shares, key: string, share: Share, now: number): void {
  if (shares.size >= mostShares)
    for (const [old, { endsAt }] of shares) if (endsAt <= now) shares.delete(old);
  const [oldest] = shares.keys();
  if (oldest !== undefined && shares.size >= mostShares) shares.delete(oldest);
  shares.delete(key);
  shares.set(key, share);
}
