import { describe, expect } from "vitest";
import { sealAudit } from "../../src/audit/index.ts";
import { makeReferral } from "../handoff/make.ts";
import { asParticipant } from "../walls/raw.ts";
import { ownDatabase } from "../world/database.ts";
import { createWorld, test, type World } from "../world/world.ts";
import { verified } from "./tampering.ts";

const numbers = async (world: World, participantId: string) => {
  const entries = await asParticipant(
    world.platform.db,
    participantId,
    `select seq::int from handreiking.audit_event where participant_id = '${participantId}' order by seq, at`,
  );
  return entries.map(({ seq }) => seq);
};

describe("sealing", () => {
  test("numbers every chain from one on, and what comes later after it", async () => {
    const world = await createWorld(await ownDatabase());
    await makeReferral(world, "accepted");
    await sealAudit(world.platform);
    for (const participantId of [world.helpline.id, world.bridge.id, world.operator.id]) {
      const sealed = await numbers(world, participantId);
      expect(sealed).toEqual(sealed.map((_, index) => index + 1));
    }
    const before = await numbers(world, world.helpline.id);
    await makeReferral(world, "draft");
    expect(await numbers(world, world.helpline.id)).toContain(null);
    await Promise.all([sealAudit(world.platform), sealAudit(world.platform)]);
    const after = await numbers(world, world.helpline.id);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toEqual(after.map((_, index) => index + 1));
    expect((await verified(world)).sound).toBe(true);
  });

  test("makes a chain that can be checked of whatever text an entry holds", async ({ world }) => {
    const odd = `quote " backslash \\ slash / tab \t line \n é 漢 😀 \u0001 \u007f`;
    await asParticipant(
      world.platform.db,
      world.helpline.id,
      `insert into handreiking.audit_event (id, participant_id, subject_participant_id, actor_kind, actor_id, actor_roles,
          action, subject_id, at)
        values (gen_random_uuid(), '${world.helpline.id}', '${world.helpline.id}', 'job', gen_random_uuid(),
          array['${odd}', ''], '${odd}', gen_random_uuid(), '1969-12-31 23:59:59.999999+00')`,
      `select handreiking.seal_audit('${world.helpline.id}')`,
    );
    expect(await verified(world)).toMatchObject({ sound: true });
  });
});
