import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readAll } from "../../src/ledger/index.ts";
import { nameOf } from "../../src/ledger/target/target.ts";
import { makeReferral } from "../handoff/make.ts";
import { createWorld, type World } from "../world/world.ts";
import { databaseToBackUp } from "./backup.ts";
import { anInstance, aTarget, newKeys } from "./keeping.ts";

let world: World;
let database: Awaited<ReturnType<typeof databaseToBackUp>>;
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
beforeAll(async () => {
  database = await databaseToBackUp();
  world = await createWorld(database);
});
afterAll(() => database.close());

const readiness = async ({ app }: ReturnType<typeof anInstance>) => (await app.request("/readyz")).json();

describe("an act that takes away", () => {
  test("is answered once its line is at the target, by whichever of many it came", async () => {
    const [target, keys] = [aTarget(), await newKeys()];
    const live = anInstance(world, database.db, target, keys, 60_000);
    const paths = [];
    for (let n = 0; n < 5; n++) paths.push((await makeReferral(world, "offered")).path);
    await Promise.all(
      paths.map(async (path) => {
        expect((await live.ask(world.eva, "POST", `${path}/withdrawal`)).status).toBe(200);
        const lines = (await readAll(target, keys)).flatMap(({ entries }) => entries);
        const id = path.split("/")[2];
        expect(lines.some(({ subjectId }) => subjectId === id)).toBe(true);
      }),
    );
    expect(await readiness(live)).toEqual({ status: "ready", ledger: "kept" });
  });

  test("is answered all the same where the target is down, and told: degraded, one alarm, until it is back", async () => {
    const fresh = await databaseToBackUp();
    const own = await createWorld(fresh);
    const [target, keys] = [aTarget(), await newKeys()];
    const live = anInstance(own, fresh.db, target, keys, 300);
    target.down = true;
    for (let n = 0; n < 2; n++) {
      const { path } = await makeReferral(own, "offered");
      expect((await live.ask(own.eva, "POST", `${path}/withdrawal`)).status).toBe(200);
    }
    expect(await readiness(live)).toEqual({ status: "degraded", ledger: "late" });
    const alarms = own.logged.filter(({ operationId }) => operationId === "keepLedger");
    expect(alarms.map(({ failure }) => failure)).toEqual(["LedgerLate"]);
    target.down = false;
    await live.keeper.keep();
    expect(await readiness(live)).toEqual({ status: "ready", ledger: "kept" });
    expect((await readAll(target, keys)).at(-1)?.entries.length).toBeGreaterThan(0);
    await fresh.close();
  });

  test("that takes nothing away waits for nothing", async () => {
    const [target, keys] = [aTarget(), await newKeys()];
    const live = anInstance(world, database.db, target, keys, 5_000);
    target.down = true;
    const began = performance.now();
    expect((await live.ask(world.eva, "GET", "/tasks")).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});

describe("the target", () => {
  test("that lost a segment is given it again, and that is told", async () => {
    const fresh = await databaseToBackUp();
    const own = await createWorld(fresh);
    const [target, keys] = [aTarget(), await newKeys()];
    const live = anInstance(own, fresh.db, target, keys, 60_000);
    for (let n = 0; n < 2; n++) {
      const { path } = await makeReferral(own, "offered");
      await live.ask(own.eva, "POST", `${path}/withdrawal`);
    }
    const before = await readAll(target, keys);
    await target.remove(nameOf(before[0]?.first ?? 0));
    await live.keeper.tidy();
    await live.keeper.keepNow();
    expect(await readAll(target, keys)).toEqual(before);
    expect(own.logged.map(({ failure }) => failure)).toContain("LedgerLost");
    await fresh.close();
  });

  test("lets go of whole segments once no backup needs them, and never of the last", async () => {
    const fresh = await databaseToBackUp();
    const own = await createWorld(fresh);
    const [target, keys] = [aTarget(), await newKeys()];
    const live = anInstance(own, fresh.db, target, keys, 60_000);
    for (let n = 0; n < 3; n++) {
      const { path } = await makeReferral(own, "offered");
      await live.ask(own.eva, "POST", `${path}/withdrawal`);
    }
    const [first, second, third] = await target.list();
    const age = (days: number, until: number) =>
      fresh.asOwner((db) =>
        db.execute(
          sql`update handreiking.ledger_segment set sealed_at = now() - make_interval(days => ${days}) where first <= ${until}`,
        ),
      );
    await age(13, 1_000);
    await live.keeper.tidy();
    expect(await target.list()).toEqual([first, second, third]);
    await age(15, Number(second?.slice(0, 16)));
    await live.keeper.tidy();
    expect(await target.list()).toEqual([third]);
    await age(15, 1_000);
    await live.keeper.tidy();
    expect(await target.list()).toEqual([third]);
    // What is left is still the database's own.
    await live.keeper.check();
    expect((await readAll(target, keys)).length).toBe(1);
    await fresh.close();
  });
});
