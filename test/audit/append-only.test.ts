import { describe, expect } from "vitest";
import { asParticipant, outcome } from "../walls/raw.ts";
import { askAsOwner } from "../world/database.ts";
import { sharingTest as test } from "../world/world.ts";

const table = "handreiking.audit_event";
const statements = [
  `update ${table} set action = 'x'`,
  `update ${table} set seq = seq + 1000, hash = '' where seq is not null`,
  `update ${table} set seq = null, hash = null`,
  `delete from ${table}`,
  `truncate ${table}`,
  "update handreiking.audit_checkpoint set seq = 1",
  "delete from handreiking.audit_checkpoint",
  "truncate handreiking.audit_checkpoint",
];

describe("audit entries and checkpoints", () => {
  test.for(statements)("are closed to the service's login: %s", async (statement, { world }) => {
    const { db } = world.platform;
    for (const participantId of [world.helpline.id, world.operator.id, undefined])
      expect(await outcome(asParticipant(db, participantId, statement))).toBe("42501");
    const disabled = `alter table ${table} disable trigger guard`;
    expect(await outcome(asParticipant(db, world.helpline.id, disabled))).toBe("42501");
  });

  test.for(statements)("are guarded from their owner's own slip: %s", async (statement, { world }) => {
    const officer = await world.member(world.helpline, "privacy-officer");
    await world.as(officer).post("/audit-checkpoints");
    expect(await outcome(askAsOwner(world.database, statement))).toMatch(/^HR0(15|70)$/);
  });

  test("cannot be let go of by naming a segment's end, nor by a login that sets it", async ({ world }) => {
    const officer = await world.member(world.helpline, "privacy-officer");
    const { id } = (await world.as(officer).post("/audit-checkpoints")).body;
    const set = `select set_config('handreiking.segment_end', '${id}', true)`;
    const { db } = world.platform;
    expect(await outcome(asParticipant(db, world.helpline.id, set, `delete from ${table}`))).toBe("42501");
    const removal = (moment: string) => `select handreiking.remove_audit_segment('${id}', '${moment}')`;
    for (const moment of ["2026-01-05", "2099-01-05"])
      expect(await outcome(asParticipant(db, world.helpline.id, removal(moment)))).toBe("HR071");
    expect(await outcome(asParticipant(db, world.bridge.id, removal("2099-01-05")))).toBe("HR071");
  });
});
