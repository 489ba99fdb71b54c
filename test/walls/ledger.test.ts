import { describe, expect } from "vitest";
import { makeReferral } from "../handoff/make.ts";
import { askAsOwner } from "../world/database.ts";
import { sharingTest as test } from "../world/world.ts";
import { asParticipant, outcome } from "./raw.ts";

describe("whoever writes past the service", () => {
  test("reads, adds, changes and removes nothing of the ledger's tables", async ({ world }) => {
    for (const statement of [
      "select * from handreiking.ledger_entry",
      "insert into handreiking.ledger_segment (first, last, before, hash, sealed_at) values (1, 1, '', '', now())",
      "update handreiking.ledger_entry set kind = 'session-ended'",
      "delete from handreiking.ledger_entry",
      "update handreiking.ledger_segment set applied = true",
      "truncate handreiking.ledger_entry",
    ])
      expect(await outcome(asParticipant(world.platform.db, world.helpline.id, statement)), statement).toBe(
        "42501",
      );
  });

  test("leaves an entry all the same", async ({ world }) => {
    const { id } = await makeReferral(world, "offered");
    const member = await world.member(world.helpline, "counsellor");
    const now = world.clock.time.toISOString();
    await asParticipant(
      world.platform.db,
      world.helpline.id,
      `update handreiking.member set suspended_at = '${now}' where id = '${member.memberId}'`,
    );
    const written = await askAsOwner<{ kind: string }>(
      world.database,
      `select kind from handreiking.ledger_entry where subject_id in ('${member.memberId}', '${id}')`,
    );
    expect(written.map(({ kind }) => kind)).toEqual(["member-suspended"]);
  });

  test("lets no line go that is younger than eight days, and none that the target may lack", async ({
    world,
  }) => {
    await asParticipant(world.platform.db, undefined, "select handreiking.seal_ledger(1000)");
    for (const days of [0, -1_000])
      expect(
        await asParticipant(
          world.platform.db,
          world.helpline.id,
          `select * from handreiking.let_go_of_ledger(${days})`,
        ),
      ).toEqual([]);
  });
});

test("an entry does not change, whoever asks", async ({ world }) => {
  await world.member(world.helpline, "counsellor");
  await makeReferral(world, "withdrawn");
  expect(
    await outcome(askAsOwner(world.database, "update handreiking.ledger_entry set kind = 'session-ended'")),
  ).toBe("HR160");
});
