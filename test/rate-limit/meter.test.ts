import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Platform } from "../../src/platform/context.ts";
import { forgetQuotas } from "../../src/platform/rate-limit/lease.ts";
import { createMeter, type MeterOptions } from "../../src/platform/rate-limit/meter.ts";
import { askAsOwner } from "../world/database.ts";
import { sharingTest as test, type World } from "../world/world.ts";

const rates = { talk: { quota: 100, seconds: 60 }, shout: { quota: 3, seconds: 60 } };

let names = 0;
/** Somebody who was never counted before. */
const newcomer = () => `somebody ${names++}`;

const meterOn = (platform: Pick<Platform, "db" | "now" | "secrets">, options: Partial<MeterOptions> = {}) =>
  createMeter(platform, rates, { shares: new Map(), leases: 20, waits: true, ...options });

/** The platform, with its statements counted and, if asked, answered otherwise. */
function watched({ platform }: World, answer?: () => Promise<never>) {
  let statements = 0;
  const execute = (statement: ReturnType<typeof sql>) => {
    statements++;
    return answer ? answer() : platform.db.execute(statement);
  };
  const db = { execute } as unknown as Platform["db"];
  return { platform: { ...platform, db }, count: () => statements };
}

async function takeAll(meter: ReturnType<typeof meterOn>, name: string, who: string, times: number) {
  const counts = await Promise.all(Array.from({ length: times }, () => meter.take(name, who)));
  return counts.filter((count) => count?.refused === false).length;
}

test("a quota is taken once, by however many instances at once", async ({ world }) => {
  const who = newcomer();
  const instances = Array.from({ length: 5 }, () => meterOn(world.platform));
  const taken = await Promise.all(instances.map((meter) => takeAll(meter, "talk", who, 60)));
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(100);
});

test("each is told what is left and until when", async ({ world }) => {
  const [who, meter] = [newcomer(), meterOn(world.platform)];
  const told = [];
  for (let request = 0; request < 5; request++) told.push(await meter.take("shout", who));
  expect(told.map((count) => [count?.refused, count?.remaining, count?.resetsIn])).toEqual([
    [false, 2, 60],
    [false, 1, 60],
    [false, 0, 60],
    [true, 0, 60],
    [true, 0, 60],
  ]);
});

test("a new window begins with a whole quota", async ({ world }) => {
  const [who, meter] = [newcomer(), meterOn(world.platform)];
  const before = world.clock.time;
  expect(await takeAll(meter, "shout", who, 5)).toBe(3);
  world.clock.time = new Date(before.getTime() + 59_000);
  expect(await meter.take("shout", who)).toMatchObject({ refused: true, resetsIn: 1 });
  world.clock.time = new Date(before.getTime() + 60_000);
  expect(await takeAll(meter, "shout", who, 5)).toBe(3);
  world.clock.time = before;
});

test("nobody uses up another's quota, and one rate is not another", async ({ world }) => {
  const [meter, one, other] = [meterOn(world.platform), newcomer(), newcomer()];
  expect(await takeAll(meter, "shout", one, 5)).toBe(3);
  expect(await takeAll(meter, "shout", other, 5)).toBe(3);
  expect(await takeAll(meter, "talk", one, 5)).toBe(5);
  expect(await meter.take("unheard", one)).toBeUndefined();
});

describe("the database", () => {
  test("is asked once for many requests, and one lease at a time", async ({ world }) => {
    const { platform, count } = watched(world);
    const meter = meterOn(platform);
    expect(await takeAll(meter, "talk", newcomer(), 50)).toBe(50);
    expect(count()).toBe(10);
  });

  test("is not asked again once the quota is used up", async ({ world }) => {
    const { platform, count } = watched(world);
    const [meter, who] = [meterOn(platform), newcomer()];
    await takeAll(meter, "shout", who, 3);
    const asked = count();
    expect(await takeAll(meter, "shout", who, 1000)).toBe(0);
    expect(count()).toBe(asked);
  });

  test("that fails or never answers leaves a tenth of the quota to each instance, and the next window", async ({
    world,
  }) => {
    for (const answer of [() => Promise.reject(new Error("down")), () => new Promise<never>(() => {})]) {
      const { platform, count } = watched(world, answer);
      const [meter, who] = [meterOn(platform, { patience: 1 }), newcomer()];
      expect(await takeAll(meter, "talk", who, 200)).toBe(10);
      expect(count()).toBeLessThanOrEqual(1);
      expect(await takeAll(meter, "shout", who, 200)).toBe(1);
    }
  });

  test("holds fingerprints that change by the day, and forgets each window when it has ended", async ({
    world,
  }) => {
    const who = "192.0.2.77";
    const before = world.clock.time;
    const kept = () =>
      askAsOwner<Record<string, unknown>>(
        world.database,
        "select rate, counted, taken, ends_at from handreiking.quota where rate = 'shout' order by ends_at",
      );
    await forgetQuotas({ ...world.platform, now: () => new Date("2100-01-01") });
    await meterOn(world.platform).take("shout", who);
    world.clock.time = new Date(before.getTime() + 86_400_000);
    await meterOn(world.platform).take("shout", who);
    const rows = await kept();
    expect(rows.map(({ taken }) => taken)).toEqual([1, 1]);
    expect(new Set(rows.map(({ counted }) => counted)).size).toBe(2);
    expect(JSON.stringify(rows)).not.toContain("192.0.2");
    await forgetQuotas(world.platform);
    expect(await kept()).toHaveLength(1);
    world.clock.time = new Date(before.getTime() + 2 * 86_400_000);
    await forgetQuotas(world.platform);
    expect(await kept()).toEqual([]);
    world.clock.time = before;
  });

  test("shows nobody's count to the service's login, and lets it change none", async ({ world }) => {
    for (const statement of [
      "select * from handreiking.quota",
      "insert into handreiking.quota values ('a', 'b', now(), 0)",
      "update handreiking.quota set taken = 0",
      "delete from handreiking.quota",
    ])
      await expect(world.platform.db.execute(sql.raw(statement))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
  });
});

test("requests that may not wait for each other lease for themselves, and never beyond the quota", async ({
  world,
}) => {
  const who = newcomer();
  const isolates = Array.from({ length: 3 }, () => meterOn(world.platform, { leases: 60, waits: false }));
  const taken = await Promise.all(isolates.map((meter) => takeAll(meter, "talk", who, 80)));
  const all = taken.reduce((sum, count) => sum + count, 0);
  expect(all).toBeLessThanOrEqual(100);
  // A lease that came after its request was served by another's is used by the next.
  const after = await Promise.all(isolates.map((meter) => takeAll(meter, "talk", who, 100)));
  expect(all + after.reduce((sum, count) => sum + count, 0)).toBe(100);
});

test("an instance's own count asks nobody", async ({ world }) => {
  const { platform, count } = watched(world);
  const meter = meterOn(platform);
  expect(Array.from({ length: 5 }, () => meter.takeHere("shout", "")?.refused)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
  expect(count()).toBe(0);
});

test("what is kept in memory has a bound, and a quota outlives being forgotten there", async ({ world }) => {
  const shares: MeterOptions["shares"] = new Map();
  const [meter, who] = [meterOn(world.platform, { shares }), newcomer()];
  expect(await takeAll(meter, "shout", who, 5)).toBe(3);
  for (let other = 0; other < 30_000; other++) meter.takeHere("talk", `stranger ${other}`);
  expect(shares.size).toBeLessThanOrEqual(20_000);
  expect(await takeAll(meter, "shout", who, 5)).toBe(0);
});
