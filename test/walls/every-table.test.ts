import { describe, expect } from "vitest";
import { admitParticipant } from "../../src/identity/index.ts";
import { askAsOwner, ownDatabase } from "../world/database.ts";
import { playNetwork } from "../world/whole-network.ts";
import { createWorld, sharingTest as test, type World } from "../world/world.ts";
import { breachesOf, findTables, grantEverything } from "./breaches.ts";
import { asParticipant, outcome } from "./raw.ts";

const whole = { played: undefined as ReturnType<typeof playedAlone> | undefined };

/** A network of which every table holds rows, with every right granted: what then still refuses is a policy. */
async function playedAlone() {
  const world = await createWorld(await ownDatabase());
  await playNetwork(world);
  await grantEverything(world);
  const outsider = { name: "Buitenstaander", reach: "console" } as const;
  return { world, outsider: (await admitParticipant(world.hand(world.operator.id), outsider)).id };
}

function played() {
  whole.played ??= playedAlone();
  return whole.played;
}

async function allBreaches(world: World, asking: string | undefined, isParty = false): Promise<string[]> {
  const told: string[] = [];
  for (const table of await findTables(world))
    told.push(...(await breachesOf(world, table, asking, isParty)));
  return told;
}

describe("in a network of which every table holds rows, were every right granted", () => {
  test("whoever has no part in anything reads what is public and writes nothing", async () => {
    const { world, outsider } = await played();
    expect(await allBreaches(world, outsider)).toEqual([]);
  });

  test("where no participant is set, what is public is read and nothing is written", async () => {
    const { world } = await played();
    expect(await allBreaches(world, undefined)).toEqual([]);
  });

  test.for(["helpline", "bridge", "elsewhere", "operator"] as const)(
    "the %s reads exactly its own rows and those to which it is a party, and writes no other",
    async (party) => {
      const { world } = await played();
      const breaches = await allBreaches(world, world[party].id, true);
      // Each party of a referral tells the other's feed what happened.
      expect(breaches.filter((breach) => breach !== "event: inserted (1)")).toEqual([]);
    },
  );
});

describe("the look at every table finds", () => {
  const found = async (
    spoil: string | string[],
    undo: string,
    table: string,
    asking: "outsider" | "helpline",
  ) => {
    const { world, outsider } = await played();
    for (const statement of [spoil].flat()) await askAsOwner(world.database, statement);
    await grantEverything(world);
    try {
      const all = await findTables(world);
      const spoiled = all.find((one) => one.table === table);
      if (!spoiled) throw new Error(`there is no ${table}`);
      return await breachesOf(world, spoiled, asking === "outsider" ? outsider : world.helpline.id);
    } finally {
      await askAsOwner(world.database, undo);
    }
  };

  test("a policy that lets everybody in", async () => {
    const open = "create policy own_slip on handreiking.case_note using (true) with check (true)";
    const shut = "drop policy own_slip on handreiking.case_note";
    const breaches = await found(open, shut, "case_note", "outsider");
    expect(breaches.map((breach) => breach.replaceAll(/\d+/g, "n"))).toEqual([
      "case_note: n rows are seen, and n are theirs",
      "case_note: inserted (n)",
      "case_note: changed (n)",
      "case_note: removed (n)",
    ]);
  });

  test("a policy that is gone", async () => {
    const drop = "alter policy own on handreiking.case_note to postgres";
    const again = "alter policy own on handreiking.case_note to handreiking_app";
    expect(await found(drop, again, "case_note", "helpline")).toContainEqual(
      expect.stringMatching(/^case_note: 0 rows are seen, and [1-9]\d* are theirs$/),
    );
  });

  test("a table without row-level security, and one that nobody filled", async () => {
    const forgotten = "create table handreiking.forgotten (participant_id uuid primary key)";
    const drop = "drop table handreiking.forgotten";
    expect(await found(forgotten, drop, "forgotten", "outsider")).toEqual([
      "forgotten: no row-level security",
    ]);
    const secured = [
      forgotten,
      "alter table handreiking.forgotten enable row level security",
      "create policy own on handreiking.forgotten using (false)",
    ];
    expect(await found(secured, drop, "forgotten", "outsider")).toContain(
      "forgotten: empty, so nothing can be tried",
    );
  });
});

test("what is not the service's own tables is out of its login's reach", async ({ world }) => {
  const reached = await asParticipant(
    world.platform.db,
    world.operator.id,
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
    where nspname not in ('handreiking', 'keys', 'information_schema') and nspname !~ '^pg_'
      and has_schema_privilege(n.oid, 'usage') and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
      and (has_table_privilege(pg_class.oid, 'select, insert, update, delete, truncate, references, trigger'))`,
  );
  expect(reached).toEqual([]);
  for (const statement of [
    "select rolpassword from pg_authid",
    "select * from drizzle.__drizzle_migrations",
    "create table handreiking.mine (id int)",
    "alter table handreiking.referral disable row level security",
    "truncate handreiking.audit_event",
  ])
    expect(await outcome(asParticipant(world.platform.db, world.operator.id, statement)), statement).toBe(
      "42501",
    );
});
