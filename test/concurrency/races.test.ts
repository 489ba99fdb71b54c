import { appendFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { askAsOwner, ownDatabase, type TestDatabase } from "../world/database.ts";
import { actOf, acts, isLook, kinds } from "./races/acts.ts";
import { findFaults } from "./races/aftermath.ts";
import { type Run, race } from "./races/race.ts";
import { castOf } from "./races/scene.ts";

/**
 * How often each pair is run: RACES=200 for a long look, RACES_OF=fetch for one kind's pairs alone, and RACES_LOG names
 * a file that is told of each pair.
 */
const rounds = Number(process.env.RACES ?? 10);
const only = process.env.RACES_OF;
const pairs = kinds
  .flatMap((one, index) => kinds.slice(index).map((other) => [one, other] as const))
  .filter((pair) => !only || pair.some((kind) => kind === only));

/** Pairs run beside each other in networks of their own. */
const lanes = 2;

const answers = new Map<string, Map<number, number>>();
const databases = new Map<string, Promise<TestDatabase>>();

/** Whoever waits this long for a lock, waits for nothing: it is answered 503, which is a fault here. */
async function impatient(opening: Promise<TestDatabase>): Promise<TestDatabase> {
  const database = await opening;
  // Before the service's first connection, which takes it over.
  const name = new URL(database.url ?? "").pathname.slice(1);
  await askAsOwner(database, `alter database ${name} set lock_timeout = '10s'`);
  return database;
}

/** The clock wakes whatever is due in its database: so it has one for each pair. */
function databaseFor(pair: readonly string[]): Promise<TestDatabase> {
  const name = pair.includes("clock") ? pair.join() : "";
  const database = databases.get(name) ?? impatient(ownDatabase());
  databases.set(name, database);
  return database;
}

const deadlocksIn = async (database: TestDatabase): Promise<number> => {
  const found = await askAsOwner<{ deadlocks: string }>(
    database,
    "select deadlocks from pg_stat_database where datname = current_database()",
  );
  return Number(found[0]?.deadlocks);
};

async function runLane(database: TestDatabase, [one, other]: readonly [string, string], mine: number[]) {
  const cast = await castOf(database);
  const runs: Run[] = [];
  // The acts of a kind take turns, so that in time each meets each.
  for (const round of mine)
    runs.push(await race(cast, [actOf(one, round), actOf(other, Math.floor(round / 3))], round));
  return { runs, faults: await findFaults(cast, runs) };
}

/** What each act was answered, over all its races: one that never succeeds would prove nothing. */
function tally(runs: readonly Run[]): void {
  for (const run of runs)
    run.acts.forEach(({ name }, index) => {
      const status = run.statuses[index] ?? 0;
      const counts = answers.get(name) ?? new Map<number, number>();
      answers.set(name, counts.set(status, (counts.get(status) ?? 0) + 1));
    });
}

function log(pair: readonly string[], count: number, faults: readonly string[]): void {
  const file = process.env.RACES_LOG;
  if (file)
    appendFileSync(
      file,
      `${pair.join(" × ")}: ${count} races, ${faults.length} faults\n${faults.join("\n")}`,
    );
}

describe("done at once", () => {
  test.for(pairs)("%s and %s leave what one after the other would", { timeout: 3_600_000 }, async (pair) => {
    const database = await databaseFor(pair);
    const before = await deadlocksIn(database);
    const split = pair.includes("clock") ? 1 : lanes;
    const done = await Promise.all(
      Array.from({ length: split }, (_, lane) => {
        const mine = Array.from({ length: rounds }, (_, round) => round).filter(
          (round) => round % split === lane,
        );
        return runLane(database, pair, mine);
      }),
    );
    const runs = done.flatMap((lane) => lane.runs);
    const deadlocks = (await deadlocksIn(database)) - before;
    const faults = [
      ...done.flatMap((lane) => lane.faults),
      ...(deadlocks > 0 ? [`${deadlocks} deadlocks`] : []),
    ];
    tally(runs);
    log(pair, runs.length, faults);
    expect(faults).toEqual([]);
  });

  test.skipIf(only)("each act succeeded in some of its races", () => {
    const named = acts.filter((act) => !isLook(act)).map(({ name }) => name);
    const never = named.filter((name) => ![200, 201].some((status) => answers.get(name)?.has(status)));
    expect(never).toEqual([]);
  });
});

afterAll(async () => {
  log(
    ["answers"],
    0,
    [...answers].map(([name, counts]) => `${name}: ${JSON.stringify([...counts])}\n`),
  );
  for (const database of databases.values()) await (await database).close();
});
