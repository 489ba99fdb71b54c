import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { claimCaseSeal, openCaseSeal } from "../../../src/cases/case-key.ts";
import { unwrapDisclosure, wrapDisclosure } from "../../../src/handoff/disclosure/disclosure-key.ts";
import { disclosureKeys } from "../../../src/handoff/schema.ts";
import { makeKeys } from "../../../src/host/node.ts";
import { rewrapKeys } from "../../../src/intake/index.ts";
import type { Context } from "../../../src/platform/context.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { createVault } from "../../../src/platform/keys/vault.ts";
import { takeOne } from "../../intake/samples.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { ownDatabase } from "../../world/database.ts";
import { createWorld, test, type World } from "../../world/world.ts";
import { makeReferral, openQuestion } from "../make.ts";

const place = { table: "case_contact", column: "sealed", rowId: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" };

const sealIn = (ctx: Context, caseId: string, text: string) =>
  transact(ctx, async (tx) => (await claimCaseSeal(tx, ctx, caseId)).seal(place, text));
const openIn = (ctx: Context, caseId: string, sealed: Uint8Array) =>
  transact(ctx, async (tx) => (await openCaseSeal(tx, ctx, caseId)).open(place, sealed));

/** The same people with a new first key-encryption key, and the old ones while `keep`. */
async function withNewKey(ctx: Context, keep: Awaited<ReturnType<typeof makeKeys>>["KEY_ENCRYPTION_KEYS"]) {
  const { KEY_ENCRYPTION_KEYS: young } = await makeKeys();
  return { ...ctx, vault: await createVault([...young, ...keep]), young };
}

describe("a case's data key", () => {
  test("is made once, however many are first, and opens what was sealed", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const ctx = world.job(world.helpline.id);
    const sealed = await Promise.all(["a", "b", "c"].map((text) => sealIn(ctx, caseId, text)));
    expect(await Promise.all(sealed.map((value) => openIn(ctx, caseId, value)))).toEqual(["a", "b", "c"]);
  });

  test("opens nothing of another case, and nothing for another participant", async ({ world }) => {
    const [one, two] = [await openQuestion(world), await openQuestion(world)];
    const ctx = world.job(world.helpline.id);
    const sealed = await sealIn(ctx, one.caseId, "a");
    await sealIn(ctx, two.caseId, "b");
    await expect(openIn(ctx, two.caseId, sealed)).rejects.toThrow("does not open");
    await expect(openIn(world.job(world.elsewhere.id), one.caseId, sealed)).rejects.toThrow("is gone");
  });
});

test("whoever restores the tables without the schema of keys opens nothing", async ({ world }) => {
  const [kept, lost] = [await openQuestion(world), await openQuestion(world)];
  const ctx = world.job(world.helpline.id);
  const sealed = await sealIn(ctx, kept.caseId, "a");
  // The case beside it has no row there, as no case has after such a restore.
  await expect(openIn(ctx, lost.caseId, sealed)).rejects.toThrow("is gone");
  expect(await openIn(ctx, kept.caseId, sealed)).toBe("a");
});

describe("a disclosure's key", () => {
  const parties = (world: World, id: string) => ({
    id,
    senderId: world.helpline.id,
    recipientId: world.bridge.id,
  });

  test("is made anew with each disclosure, and is nobody's to read from the table", async ({ world }) => {
    const { id } = await makeReferral(world, "accepted");
    const referral = parties(world, id);
    const sender = world.job(world.helpline.id);
    const payload = new TextEncoder().encode("sealed");
    const wrap = () => transact(sender, (tx) => wrapDisclosure(tx, sender, referral, payload));
    const keys = (ctx: Context) =>
      transact(ctx, (tx) => tx.select().from(disclosureKeys).where(eq(disclosureKeys.referralId, id)));
    const first = await wrap();
    const again = await wrap();
    const [key] = await keys(world.hand(world.helpline.id));
    if (!key) throw new Error("there is no key");
    expect(await unwrapDisclosure(sender, referral, key, again)).toEqual(payload);
    await expect(unwrapDisclosure(sender, referral, key, first)).rejects.toThrow();
    for (const { id: party } of [world.helpline, world.bridge])
      expect(await outcome(keys(world.job(party)))).toBe("42501");
  });

  test("is written by nobody but its sender, for the referral's own parties", async ({ world }) => {
    const { id } = await makeReferral(world, "accepted");
    const { db } = world.platform;
    const insert = (sender: string, recipient: string) =>
      `insert into keys.disclosure_key values ('${id}', '${sender}', '${recipient}', 'x', 'k')`;
    const [helpline, bridge, elsewhere] = [world.helpline.id, world.bridge.id, world.elsewhere.id];
    expect(await outcome(asParticipant(db, bridge, insert(helpline, bridge)))).toBe("42501");
    expect(await outcome(asParticipant(db, elsewhere, insert(elsewhere, bridge)))).toBe("23503");
    expect(await outcome(asParticipant(db, helpline, insert(helpline, elsewhere)))).toBe("23503");
    expect(await outcome(asParticipant(db, helpline, insert(helpline, bridge)))).toBe("committed");
    expect(
      await outcome(
        asParticipant(db, helpline, `update keys.disclosure_key set recipient_id = '${elsewhere}'`),
      ),
    ).toBe("42501");
    for (const party of [bridge, helpline])
      expect(await outcome(asParticipant(db, party, "delete from keys.disclosure_key"))).toBe("42501");
  });
});

describe("rewrapping", () => {
  test("brings every key under the first key-encryption key, and again changes nothing", async () => {
    // Its own, for others' keys may be under key-encryption keys that are gone.
    const world = await createWorld(await ownDatabase());
    const { caseId } = await openQuestion(world);
    const request = await takeOne(world);
    const ctx = world.hand(world.helpline.id);
    const sealed = await sealIn(ctx, caseId, "a");
    const rotated = await withNewKey(ctx, world.keys.KEY_ENCRYPTION_KEYS);
    const first = await rewrapKeys(rotated);
    expect(first.kekId).toBe(rotated.vault.kekId);
    expect(first.cases).toBeGreaterThan(0);
    expect(first.requests).toBeGreaterThan(0);
    expect(await rewrapKeys(rotated)).toEqual({ ...first, cases: 0, disclosures: 0, requests: 0 });
    expect(await openIn({ ...ctx, vault: await createVault(rotated.young) }, caseId, sealed)).toBe("a");
    expect(await world.audited(world.helpline.id, world.helpline.id)).toContain("keys.rewrapped");

    await expect(openIn(ctx, caseId, sealed)).rejects.toThrow(rotated.vault.kekId);
    // As it was, for whoever shares the database.
    const back = await createVault([...world.keys.KEY_ENCRYPTION_KEYS, ...rotated.young]);
    await rewrapKeys({ ...ctx, vault: back });
    expect(await openIn(ctx, caseId, sealed)).toBe("a");
    expect((await world.as(world.eva).get(request.path)).body.told).toMatchObject({ name: "Marije" });
  });

  test("names the key-encryption key that it misses, and changes nothing", async () => {
    const world = await createWorld(await ownDatabase());
    const { caseId } = await openQuestion(world);
    const ctx = world.hand(world.helpline.id);
    const sealed = await sealIn(ctx, caseId, "a");
    const lost = await withNewKey(ctx, []);
    await expect(rewrapKeys(lost)).rejects.toThrow(ctx.vault.kekId);
    expect(await openIn(ctx, caseId, sealed)).toBe("a");
  });
});
