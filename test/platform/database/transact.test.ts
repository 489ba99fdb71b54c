import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Context, Database } from "../../../src/platform/context.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { Problem } from "../../../src/platform/http/problem.ts";
import { sharingTest as test, type World } from "../../world/world.ts";

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Problem ? error.definition.code : String(error)),
  );

/** Work that fails the first times in a way of the database's own, and how often it was tried. */
function failing(ctx: Context, times: number, fail: (tx: Database) => Promise<unknown>) {
  let tries = 0;
  const work = async (tx: Database) => {
    if (tries++ < times) await fail(tx);
  };
  return { work: () => outcome(transact(ctx, work)), tries: () => tries };
}

const raising = (state: string, constraint?: string) => (tx: Database) =>
  tx.execute(
    sql.raw(
      `do $$ begin raise exception 'marker' using errcode = '${state}'${
        constraint ? `, constraint = '${constraint}'` : ""
      }; end $$`,
    ),
  );

const job = (world: World) => world.job(world.helpline.id);

describe("a transaction", () => {
  test.for(["40001", "40P01", "HR017"])(
    "that is interrupted with %s is tried three times",
    async (state, { world }) => {
      const twice = failing(job(world), 2, raising(state));
      expect(await twice.work()).toBe("done");
      expect(twice.tries()).toBe(3);
      const always = failing(job(world), 9, raising(state));
      expect(await always.work()).toBe("busy");
      expect(always.tries()).toBe(3);
    },
  );

  test.for(["23505", "23503", "23P01", "HR034", "HR008"])(
    "that was overtaken with %s is tried again, and sees who won",
    async (state, { world }) => {
      const once = failing(job(world), 1, raising(state, "one_each"));
      expect(await once.work()).toBe("done");
      expect(once.tries()).toBe(2);
    },
  );

  test("that breaks the same constraint again lost no race", async ({ world }) => {
    const again = failing(job(world), 9, raising("23505", "one_each"));
    expect(await again.work()).toBe("conflict");
    expect(again.tries()).toBe(2);
    const { id } = world.helpline;
    const real = failing(job(world), 9, (tx) =>
      tx.execute(
        sql.raw(`insert into handreiking.client (id, participant_id, name, scopes, added_at)
        values ('${world.helpline.clientId}', '${id}', 'again', '{events:read}', '2026-01-05')`),
      ),
    );
    expect(await real.work()).toBe("conflict");
    expect(real.tries()).toBe(2);
  });

  test("that two walls refuse, one after the other, lost two races", async ({ world }) => {
    const walls = ["HR034", "HR008"];
    const twice = failing(job(world), 2, (tx) => raising(walls.shift() ?? "")(tx));
    expect(await twice.work()).toBe("done");
    const same = failing(job(world), 2, raising("HR034"));
    expect(await same.work()).toBe("conflict");
  });

  test.for(["23514", "22001", "42501", "57014", "HR001"])(
    "that fails with %s is not tried again",
    async (state, { world }) => {
      const failed = failing(job(world), 9, raising(state));
      expect(await failed.work()).not.toBe("done");
      expect(failed.tries()).toBe(1);
    },
  );
});
