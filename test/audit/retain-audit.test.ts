import { describe, expect } from "vitest";
import { retainAudit, sealAudit, verifyAudit } from "../../src/audit/index.ts";
import { agreePartnership } from "../../src/identity/agree-partnership.ts";
import { PartnershipTerms } from "../../src/identity/wire.ts";
import { asParticipant } from "../walls/raw.ts";
import { askAsOwner, ownDatabase } from "../world/database.ts";
import { test as base, createWorld, type World } from "../world/world.ts";
import { tamper, verified } from "./tampering.ts";

/** A network of its own, whose clock stands so long ago that what it writes is old by every clock. */
const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from this pattern
  world: async ({}, use) => {
    const world = await createWorld(await ownDatabase());
    world.clock.time = new Date("2012-03-01T09:00:00Z");
    await use(world);
  },
});

const year = (world: World, day: string) => {
  world.clock.time = new Date(`${day}T09:00:00Z`);
};

async function work(world: World): Promise<void> {
  await world.as(world.eva).post("/cases", { relation: "harmed", language: "nl" });
  await sealAudit(world.platform);
}

const chainOf = (world: World) =>
  asParticipant(
    world.platform.db,
    world.helpline.id,
    `select seq::int, action, subject_id from handreiking.audit_event
      where participant_id = '${world.helpline.id}' order by seq`,
  );

/** A chain with a segment of 2012, one of 2014 and a beginning of 2026; the first members are of the day of the setup. */
async function longChain(world: World) {
  const { database, helpline } = world;
  await sealAudit(world.platform);
  // What setting the network up wrote is as old as the first segment.
  await tamper(
    world,
    `update handreiking.audit_event set at = '2012-01-01', seq = null, hash = null where participant_id = '${helpline.id}'`,
  );
  await work(world);
  year(world, "2012-05-01");
  await retainAudit(world.platform);
  year(world, "2014-03-01");
  await work(world);
  year(world, "2014-05-01");
  await retainAudit(world.platform);
  const checkpoints = await askAsOwner<{ id: string; seq: number }>(
    database,
    `select id, seq::int from handreiking.audit_checkpoint where participant_id = '${helpline.id}' order by seq`,
  );
  return checkpoints;
}

describe("segments of the audit", () => {
  test("are closed by a checkpoint each month in which something was added, and else by none", async ({
    world,
  }) => {
    const [first, second, ...more] = await longChain(world);
    expect(more).toEqual([]);
    expect(second?.seq).toBeGreaterThan(first?.seq ?? 0);
    year(world, "2014-09-01");
    await retainAudit(world.platform);
    await retainAudit(world.platform);
    const count = await askAsOwner<{ n: number }>(
      world.database,
      `select count(*)::int as n from handreiking.audit_checkpoint where participant_id = '${world.helpline.id}'`,
    );
    expect(count).toEqual([{ n: 2 }]);
  });

  test("go whole once all of them is five years old; the rest verifies, and tells that they went", async ({
    world,
  }) => {
    const [first] = await longChain(world);
    year(world, "2017-04-30");
    await retainAudit(world.platform);
    expect((await chainOf(world))[0]?.seq).toBe(1);
    year(world, "2017-05-03");
    await retainAudit(world.platform);
    await retainAudit(world.platform);
    await sealAudit(world.platform);
    const left = await chainOf(world);
    expect(left[0]?.seq).toBe((first?.seq ?? 0) + 1);
    expect(left.filter(({ action }) => action === "audit-segment.removed")).toEqual([
      expect.objectContaining({ subject_id: first?.id }),
    ]);
    const report = await verified(world);
    expect(report).toMatchObject({ sound: true, chain: { first: (first?.seq ?? 0) + 1 } });
  });

  test("are kept as many more years as was agreed", async ({ world }) => {
    await agreePartnership(
      world.job(world.operator.id),
      world.helpline.id,
      PartnershipTerms.parse({ sends: true, receives: false, auditYears: 7 }),
    );
    await longChain(world);
    year(world, "2019-04-30");
    await retainAudit(world.platform);
    expect((await chainOf(world))[0]?.seq).toBe(1);
    year(world, "2019-05-03");
    await retainAudit(world.platform);
    expect((await chainOf(world))[0]?.seq).toBeGreaterThan(1);
  });

  test("are all let go of at last, and the chain goes on from where the last one ended", async ({
    world,
  }) => {
    const [, second] = await longChain(world);
    year(world, "2019-06-01");
    await retainAudit(world.platform);
    await work(world);
    expect((await chainOf(world))[0]?.seq).toBe((second?.seq ?? 0) + 1);
    expect(await verified(world)).toMatchObject({ sound: true });
  });

  test("that somebody else took away are missed: no checkpoint, too young, or untold", async ({ world }) => {
    const checkpoints = await longChain(world);
    const end = checkpoints[0]?.seq ?? 0;
    const remove = (until: number) =>
      tamper(
        world,
        `delete from handreiking.audit_event where participant_id = '${world.helpline.id}' and seq <= ${until}`,
      );
    await remove(end - 1);
    expect((await verified(world)).chain.break?.what).toMatch(/no checkpoint says what stood before/);
    await remove(end);
    expect((await verified(world)).chain.break?.what).toMatch(/too young to be let go of/);
    year(world, "2018-01-01");
    const { break: found } =
      (
        await verifyAudit(world.job(world.operator.id), {
          participantId: world.helpline.id,
          statements: [],
        })
      ).chains[0] ?? {};
    expect(found?.what).toMatch(/no entry tells/);
  });
});
