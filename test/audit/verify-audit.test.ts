import { describe, expect } from "vitest";
import { signCheckpoint } from "../../src/audit/checkpoints/checkpoint.ts";
import { verifyAudit } from "../../src/audit/index.ts";
import { makeKeys } from "../../src/host/node.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { createSigning } from "../../src/platform/keys/signing.ts";
import { askAsOwner, ownDatabase } from "../world/database.ts";
import { createWorld, test, type World } from "../world/world.ts";
import { inChain, keptChain, tamper, verified } from "./tampering.ts";

/** Hashes the chain anew from `seq` on, as whoever owns the database and knows how could. */
const rehash = (world: World, seq: number) => [
  `update handreiking.audit_event set seq = null, hash = null
    where participant_id = '${world.helpline.id}' and seq >= ${seq}`,
  `select handreiking.seal_audit('${world.helpline.id}', 1000000)`,
];

describe("the verification of the audit", () => {
  test("finds nothing wrong where nothing is", async ({ world }) => {
    const { checkpoint } = await keptChain(world);
    const report = await verified(world, checkpoint.statement);
    expect(report).toMatchObject({ sound: true, checkpoints: [], chain: { first: 1 } });
    expect(report.chain.break).toBeUndefined();
    expect(report.chain.last).toBe(report.chain.entries);
    expect(report.chain.last).toBeGreaterThan(checkpoint.number);
  });

  test("looks at every chain of the network, unless one is asked for", async () => {
    const world = await createWorld(await ownDatabase());
    await keptChain(world);
    await tamper(world, `update handreiking.audit_event set purpose = 'x' where ${inChain(world, 3)}`);
    const report = await verifyAudit(world.job(world.operator.id), { statements: [] });
    expect(report.sound).toBe(false);
    const broken = report.chains.filter((chain) => chain.break).map(({ chain }) => chain);
    expect(broken).toEqual([world.helpline.id]);
    expect(report.chains.map(({ chain }) => chain)).toContain(world.bridge.id);
  });

  test.for([
    ["id", `'${randomIds()}'`],
    ["subject_participant_id", `'${randomIds()}'`],
    ["actor_kind", "case actor_kind when 'job' then 'client' else 'job' end"],
    ["actor_id", `'${randomIds()}'`],
    ["on_behalf_of", "case when on_behalf_of is null then actor_id end"],
    ["actor_roles", "'{partner}'"],
    ["operation", "case when operation is null then 'getCase' end"],
    ["action", "'case.opened '"],
    ["purpose", "case purpose when 'oversight' then 'protection' else 'oversight' end"],
    ["outcome", "'refused'"],
    ["subject_id", `'${randomIds()}'`],
    ["case_id", `'${randomIds()}'`],
    ["at", "at + interval '1 microsecond'"],
    ["hash", "sha256(hash)"],
  ])("finds an entry whose %s was changed", async ([column, value], { world }) => {
    await keptChain(world);
    await tamper(world, `update handreiking.audit_event set ${column} = ${value} where ${inChain(world, 4)}`);
    const { sound, chain } = await verified(world);
    expect({ sound, at: chain.break?.number }).toEqual({ sound: false, at: 4 });
    expect(chain.break?.what).toMatch(/not what was sealed/);
  });

  test("compares every column that the table has", async ({ world }) => {
    const columns = await askAsOwner<{ name: string }>(
      world.database,
      `select column_name as name from information_schema.columns
        where table_schema = 'handreiking' and table_name = 'audit_event' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(
      [
        ...["id", "participant_id", "subject_participant_id", "actor_kind", "actor_id", "on_behalf_of"],
        ...["actor_roles", "operation", "action", "purpose", "outcome", "subject_id", "case_id", "at"],
        ...["seq", "hash"],
      ].sort(),
    );
  });

  test("finds an entry taken out of the middle, with and without its number closed up", async ({ world }) => {
    await keptChain(world);
    await tamper(world, `delete from handreiking.audit_event where ${inChain(world, 5)}`);
    expect((await verified(world)).chain.break).toEqual({ number: 5, what: "is missing" });
    await tamper(
      world,
      `update handreiking.audit_event set seq = -seq where participant_id = '${world.helpline.id}' and seq > 5`,
      `update handreiking.audit_event set seq = -seq - 1 where participant_id = '${world.helpline.id}' and seq < 0`,
    );
    expect((await verified(world)).chain.break?.number).toBe(5);
  });

  test("finds two entries that changed places", async ({ world }) => {
    await keptChain(world);
    await tamper(
      world,
      `update handreiking.audit_event set seq = -1 where ${inChain(world, 4)}`,
      `update handreiking.audit_event set seq = 4 where ${inChain(world, 6)}`,
      `update handreiking.audit_event set seq = 6 where ${inChain(world, -1)}`,
    );
    expect((await verified(world)).chain.break?.number).toBe(4);
  });

  test("finds an entry that was put in, before, between or under a number already there", async ({
    world,
  }) => {
    await keptChain(world);
    const putIn = (seq: number) =>
      `insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, action,
          subject_id, at, seq, hash)
        select '${randomIds()}', participant_id, participant_id, 'job', actor_id, 'contact.read', subject_id, at, ${seq}, hash
        from handreiking.audit_event where ${inChain(world, 3)}`;
    const takeOut = (seq: number) => `delete from handreiking.audit_event where ${inChain(world, seq)}`;
    await tamper(world, putIn(0));
    expect((await verified(world)).chain.break?.number).toBe(0);
    const { chain } = await verified(world);
    await tamper(world, takeOut(0), putIn(chain.last + 1000));
    expect((await verified(world)).chain.break?.what).toBe("is missing");
  });

  test("finds an end that was cut off, and a chain that was hashed anew, by the checkpoint that was kept", async ({
    world,
  }) => {
    const { checkpoint } = await keptChain(world);
    const cut = `delete from handreiking.audit_event where participant_id = '${world.helpline.id}' and seq >= ${checkpoint.number}`;
    const change = `update handreiking.audit_event set purpose = 'x' where ${inChain(world, 2)}`;
    await tamper(world, change, ...rehash(world, 2));
    await askAsOwner(world.database, "alter table handreiking.audit_checkpoint disable trigger guard");
    await askAsOwner(
      world.database,
      `delete from handreiking.audit_checkpoint where participant_id = '${world.helpline.id}'`,
    );
    await askAsOwner(world.database, "alter table handreiking.audit_checkpoint enable trigger guard");
    expect((await verified(world)).sound).toBe(true);
    const rewritten = await verified(world, checkpoint.statement);
    expect(rewritten.chain.break).toMatchObject({ number: checkpoint.number });
    expect(rewritten.chain.break?.what).toMatch(/another hash than a checkpoint says/);
    await tamper(world, cut);
    expect((await verified(world)).sound).toBe(true);
    const { chain } = await verified(world, checkpoint.statement);
    expect(chain.break).toMatchObject({ number: checkpoint.number });
    expect(chain.break?.what).toMatch(/cut off/);
  });

  test("refuses a checkpoint of another chain, and one that no key of the service signed", async ({
    world,
  }) => {
    const { checkpoint } = await keptChain(world);
    const officer = await world.member(world.bridge, "privacy-officer");
    const foreign = (await world.as(officer).post("/audit-checkpoints")).body.statement;
    expect((await verified(world, foreign)).checkpoints).toEqual([
      { place: 1, what: "is a checkpoint of another chain" },
    ]);
    const strange = await createSigning(world.platform.signing.issuer, (await makeKeys()).SIGNING_KEYS);
    const forged = await signCheckpoint(strange, {
      id: checkpoint.id,
      chain: world.helpline.id,
      seq: 1,
      hash: "0".repeat(64),
      at: world.clock.time,
      latestAt: world.clock.time,
    });
    const receipt = await world.platform.signing.sign("consent-receipt+jwt", { sub: world.helpline.id });
    const { sound, checkpoints } = await verified(world, checkpoint.statement, forged, receipt, "x");
    expect(sound).toBe(false);
    expect(checkpoints.map(({ place }) => place)).toEqual([2, 3, 4]);
  });
});
