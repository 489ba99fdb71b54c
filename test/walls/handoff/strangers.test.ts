import { expect } from "vitest";
import { fillCase, makeOverride, makeReferral } from "../../handoff/make.ts";
import { test } from "../../world/world.ts";
import { attempt } from "../moves.ts";
import { asParticipant } from "../raw.ts";

const tables = [
  "case_contact",
  "case_note",
  "code_word",
  "safe_contact",
  "case_take_over",
  "obligation",
  "contact_confirmation",
  "disclosure",
  "override",
  "referral",
] as const;

test("another participant finds, changes and removes nothing of a handoff", async ({ world }) => {
  const connected = await makeReferral(world, "connected");
  await fillCase(world, connected.caseId);
  await world.as(world.eva).put(`/cases/${connected.caseId}/code-word`, { word: "blue bicycle" });
  const ended = await makeReferral(world, "scheduled");
  await world.as(world.eva).post(`/consents/${ended.consentId}/withdrawal`);
  await makeOverride(world);
  const { db } = world.platform;
  for (const table of tables) {
    for (const participant of [world.elsewhere.id, undefined]) {
      const found = await asParticipant(
        db,
        participant,
        `select count(*)::int as n from handreiking."${table}"`,
      );
      expect(found[0]?.n, table).toBe(0);
    }
    const removal = await attempt(world, world.elsewhere.id, `delete from handreiking."${table}"`);
    // A contact may be forgotten; of another's no row is found.
    expect(removal, table).toBe(table === "case_contact" ? "committed" : "42501");
  }
  const parties = `'${connected.id}', '${world.helpline.id}', '${world.bridge.id}'`;
  for (const insert of [
    `contact_confirmation values (${parties}, 'helpline', 'caller', '${world.eva.memberId}', now())`,
    `disclosure (referral_id, sender_id, recipient_id, method, categories, sealed, sealed_by, sealed_at)
      values (${parties}, 'code', '{contact}', '\\x00', '${world.eva.memberId}', now())`,
    `case_contact values ('${connected.caseId}', '${world.helpline.id}', '\\x00', gen_random_uuid())`,
    `code_word values ('${connected.caseId}', '${world.helpline.id}', '\\x00', 0)`,
  ])
    expect(await attempt(world, world.elsewhere.id, `insert into handreiking.${insert}`)).toMatch(
      /^(42501|HR026|HR027)$/,
    );
  const answer = await world.as(world.eva).get(connected.path);
  expect(answer.body.state).toBe("connected");
  expect((await world.as(world.eva).get(`/cases/${connected.caseId}/contact`)).status).toBe(200);
});

test("a key for disclosures is read by all, and added, changed and revoked by its participant alone", async ({
  world,
}) => {
  await makeReferral(world, "scheduled");
  const { elsewhere, bridge } = world;
  const [read] = await asParticipant(
    world.platform.db,
    elsewhere.id,
    `select count(*)::int as n from handreiking.participant_key where participant_id = '${bridge.id}'`,
  );
  expect(read?.n).toBe(1);
  const copy = `insert into handreiking.participant_key select gen_random_uuid(), participant_id, use, kid || 'x', jwk,
    added_at, expires_at, null from handreiking.participant_key where participant_id = '${bridge.id}'`;
  expect(await attempt(world, elsewhere.id, copy)).toBe("42501");
  const revoked = await asParticipant(
    world.platform.db,
    elsewhere.id,
    `update handreiking.participant_key set revoked_at = now() where participant_id = '${bridge.id}' returning id`,
  );
  expect(revoked).toEqual([]);
  for (const change of ["jwk = '{}'", "expires_at = '2030-01-01'", "kid = 'other'"])
    expect(await attempt(world, bridge.id, `update handreiking.participant_key set ${change}`)).toBe("42501");
  expect(await attempt(world, bridge.id, copy)).toBe("committed");
});
