import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type LedgerKeys, readAll } from "../../src/ledger/index.ts";
import { firstOf, nameOf } from "../../src/ledger/target/target.ts";
import { makeReferral } from "../handoff/make.ts";
import { askAsOwner } from "../world/database.ts";
import { createWorld, type World } from "../world/world.ts";
import { type BackedUp, type Backup, databaseToBackUp } from "./backup.ts";
import { type DrillAct, prepareActs } from "./drill-acts.ts";
import { anInstance, aTarget, newFolder, newKeys, restoring, type Switched } from "./keeping.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 900_000 });

const seed = Number(process.env.DRILL_SEED ?? 20_260_105);

/** The same numbers for the same seed (mulberry32). */
function drawing(state: number) {
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

let database: BackedUp;
let world: World;
let target: Switched;
let keys: LedgerKeys;
let untouched: Awaited<ReturnType<typeof makeReferral>>;
const folder = newFolder();
const done: DrillAct[] = [];
const backups: { after: number; open: Backup }[] = [];

/** Acts in any order at one of several instances, backups between them, and a target that is down at times. */
beforeAll(async () => {
  const draw = drawing(seed);
  database = await databaseToBackUp();
  world = await createWorld(database);
  target = aTarget(folder);
  keys = await newKeys();
  untouched = await makeReferral(world, "scheduled");
  const acts = await prepareActs(world);
  const instances = [0, 1, 2].map(() => anInstance(world, database.db, target, keys, 100));
  backups.push({ after: 0, open: await database.backUp() });
  while (acts.length > 0) {
    target.down = draw(4) === 0;
    // Some at once, each at an instance of its own.
    const together = acts.splice(0, 1 + draw(3));
    for (let n = 0; n < together.length && acts.length > 0; n++)
      acts.push(acts.splice(draw(acts.length), 1)[0] as DrillAct);
    const answers = await Promise.all(
      together.map((one, n) => one.act(instances[(n + draw(3)) % 3]?.ask ?? (() => Promise.reject()))),
    );
    for (const [n, { status }] of answers.entries())
      expect({ act: together[n]?.name, done: status < 300, status }).toMatchObject({ done: true });
    done.push(...together);
    if (draw(6) === 0 && backups.length < 4) {
      // What goes on behind an answer: a copy is made while nobody is connected.
      await Promise.all(instances.map(({ keeper }) => keeper.keepNow().catch(() => {})));
      backups.push({ after: done.length, open: await database.backUp() });
    }
  }
  target.down = false;
  await Promise.all(instances.map(({ keeper }) => keeper.keepNow()));
}, 900_000);
afterAll(() => database.close());

test("several instances, of a target that was down at times, keep one chain without a gap", async () => {
  const lines = (await readAll(target, keys)).flatMap(({ entries }) => entries.map(({ number }) => number));
  expect(lines).toEqual(lines.map((_, n) => n + 1));
  expect(backups.length).toBeGreaterThan(1);
});

test.for([0, 1, 2, 3])(
  "backup %i, restored: nothing that was taken away works, and nothing else is lost",
  async (n) => {
    const backup = backups[n];
    if (!backup) return;
    const restored = await backup.open();
    const refused = anInstance(world, restored.db, target, keys);
    if (backup.after < done.length) {
      await expect(refused.keeper.check()).rejects.toThrow("run `handreiking restore`");
      expect((await refused.ask(world.eva, "GET", "/tasks")).status).toBe(503);
    }
    expect((await restoring(world, restored, target, keys)).failed).toEqual([]);
    const again = await restoring(world, restored, target, keys);
    expect(again).toMatchObject({ applied: {}, unchanged: 0, failed: [] });
    expect(Object.values(again.shut)).toEqual(Object.values(again.shut).map(() => 0));

    const { ask, keeper } = anInstance(world, restored.db, target, keys);
    await keeper.check();
    for (const { name, attempt, answered } of done) {
      const { status } = await attempt(ask);
      expect({ name, allowed: answered.includes(status), status }).toMatchObject({ allowed: true });
    }
    // The controls: what nobody touched is as it was.
    expect((await ask(world.noor, "GET", `${untouched.path}/disclosure`)).status).toBe(200);
    expect((await ask(world.system(world.bridge), "GET", "/events")).status).toBe(200);
    await restored.close();
  },
);

describe("a ledger that is not what was written", () => {
  const contentOf = async () => {
    const names = await target.list();
    const long = await Promise.all(
      names.map(async (name) => ({ name, lines: readFileSync(join(folder, name), "utf8").split("\n") })),
    );
    return long.toSorted((a, b) => b.lines.length - a.lines.length)[0] ?? { name: "", lines: [] };
  };

  /** What a restore says, and how many entries it left in the database. */
  const restoredFrom = async () => {
    const restored = await (backups[0]?.open ?? Promise.reject)();
    const count = "select count(*)::int as n from handreiking.ledger_entry";
    const [before] = await askAsOwner<{ n: number }>(restored, count);
    const told = await restoring(world, restored, target, keys).then(
      () => "restored",
      (error: Error) => error.message,
    );
    const [after] = await askAsOwner<{ n: number }>(restored, count);
    const { ask } = anInstance(world, restored.db, target, keys);
    const open = (await ask(world.noor, "GET", `${untouched.path}/disclosure`)).status;
    await restored.close();
    return { told, added: (after?.n ?? 0) - (before?.n ?? 0), open };
  };

  test.for<[string, (lines: string[]) => string[], (first: number) => string]>([
    ["a line cut", (lines) => lines.toSpliced(1, 1), (first) => `line ${first} is missing`],
    [
      "a line changed",
      (lines) => lines.with(1, `${lines[1]?.slice(0, 20)}AAAA${lines[1]?.slice(24)}`),
      (first) => `line ${first} is not what was written`,
    ],
    [
      "a line doubled",
      (lines) => lines.toSpliced(2, 0, lines[1] ?? ""),
      (first) => `line ${first} stands twice or out of order`,
    ],
  ])("%s: told by its number, and nothing is applied", async ([, change, wanted]) => {
    const { name, lines } = await contentOf();
    writeFileSync(join(folder, name), change(lines).join("\n"));
    try {
      expect(await restoredFrom()).toEqual({ told: wanted(firstOf(name) ?? 0), added: 0, open: 200 });
    } finally {
      writeFileSync(join(folder, name), lines.join("\n"));
    }
  });

  test("a segment cut: told by its number", async () => {
    const { name, lines } = await contentOf();
    await target.remove(name);
    try {
      const last = (await target.list()).at(-1) ?? "";
      if (name < last)
        expect(await restoredFrom()).toMatchObject({ told: `line ${firstOf(name)} is missing`, added: 0 });
    } finally {
      writeFileSync(join(folder, name), lines.join("\n"));
    }
  });

  test("a segment doubled: told by its number", async () => {
    const { name, lines } = await contentOf();
    const beyond = nameOf(1_000_000);
    writeFileSync(join(folder, beyond), lines.join("\n"));
    try {
      expect((await restoredFrom()).told).toMatch(/^line \d+ is missing$/);
    } finally {
      await target.remove(beyond);
      expect(name).not.toBe(beyond);
    }
  });

  test("its end cut: told where the number of the last line was noted with the backup", async () => {
    const [last = 0] = (await readAll(target, keys)).map((segment) => segment.last).slice(-1);
    const restored = await (backups[0]?.open ?? Promise.reject)();
    await expect(restoring(world, restored, target, keys, { through: last + 1 })).rejects.toThrow(
      `the ledger ends at line ${last}, before line ${last + 1}`,
    );
    await restored.close();
  });
});

test("two databases that go on from one backup: the second to write is refused, and its act is not lost on it", async () => {
  const [one, other] = [
    await (backups[0]?.open ?? Promise.reject)(),
    await (backups[0]?.open ?? Promise.reject)(),
  ];
  const fresh = aTarget();
  const [first, second] = [
    anInstance(world, one.db, fresh, keys, 60_000),
    anInstance(world, other.db, fresh, keys, 60_000),
  ];
  const { id } = untouched;
  expect((await first.ask(world.eva, "POST", `/referrals/${id}/withdrawal`)).status).toBe(200);
  expect(
    (await second.ask(world.noor, "POST", `/referrals/${id}/declination`, { reason: "safety" })).status,
  ).toBe(200);
  expect((await second.ask(world.noor, "GET", "/referrals?direction=received")).status).toBe(503);
  expect((await first.ask(world.eva, "GET", "/tasks")).status).toBe(200);
  await Promise.all([one.close(), other.close()]);
});
