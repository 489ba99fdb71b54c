import { describe, expect, test, vi } from "vitest";
import { everythingInACase } from "../handoff/erasure/everything.ts";
import { makeReferral } from "../handoff/make.ts";
import { onOverride } from "../handoff/refusals/suspended.ts";
import { createWorld } from "../world/world.ts";
import { databaseToBackUp } from "./backup.ts";
import { anInstance, aTarget, newKeys, restoring } from "./keeping.ts";

vi.setConfig({ testTimeout: 300_000 });

/** A network with a ledger, and what it does after a backup. */
async function aNetwork() {
  const database = await databaseToBackUp();
  const [world, target, keys] = [await createWorld(database), aTarget(), await newKeys()];
  return { database, world, target, keys, live: anInstance(world, database.db, target, keys, 60_000) };
}

describe("a backup that is older than what was taken away", () => {
  test("is not served before the ledger is applied, and gives nothing out afterwards", async () => {
    const { database, world, target, keys, live } = await aNetwork();
    const { path, consentId, id } = await makeReferral(world, "scheduled");
    const backup = await database.backUp();
    expect((await live.ask(world.noor, "GET", `${path}/disclosure`)).status).toBe(200);
    expect((await live.ask(world.eva, "POST", `/consents/${consentId}/withdrawal`)).status).toBe(200);
    expect((await live.ask(world.noor, "GET", `${path}/disclosure`)).status).toBe(410);

    const restored = await backup();
    const then = anInstance(world, restored.db, target, keys);
    // The control: without the ledger the recipient reads it again.
    expect((await then.ask(world.noor, "GET", `${path}/disclosure`)).status).toBe(200);
    await restored.close();

    const again = await backup();
    const late = anInstance(world, again.db, target, keys);
    await expect(late.keeper.check()).rejects.toThrow("the database does not know line 1 of the ledger");
    expect((await late.ask(world.noor, "GET", `${path}/disclosure`)).status).toBe(503);
    expect(await (await late.app.request("/readyz")).json()).toEqual({
      status: "not-ready",
      ledger: "refused",
    });

    const done = await restoring(world, again, target, keys);
    expect(done).toMatchObject({ failed: [], applied: { "consent-withdrawn": 1, "identity-released": 1 } });
    expect(await restoring(world, again, target, keys)).toMatchObject({ applied: {}, lines: { read: 0 } });
    const served = anInstance(world, again.db, target, keys);
    await served.keeper.check();
    expect((await served.ask(world.noor, "GET", `${path}/disclosure`)).status).toBe(410);
    const owed = (await served.ask(world.noor, "GET", "/obligations?direction=owing")).body.items;
    expect(owed.map((one: { id: string; state: string }) => one.id)).toEqual([id]);
    await served.keeper.keepNow();
    await again.close();
    await database.close();
  });

  test("owes for what was read of a referral that it does not know", async () => {
    const { database, world, target, keys, live } = await aNetwork();
    const backup = await database.backUp();
    const { path, id } = await makeReferral(world, "scheduled");
    expect((await live.ask(world.noor, "GET", `${path}/disclosure`)).status).toBe(200);
    const restored = await backup();
    const done = await restoring(world, restored, target, keys);
    expect(done).toMatchObject({ failed: [], applied: { "identity-released": 1 } });
    const { ask } = anInstance(world, restored.db, target, keys);
    const owed = (await ask(world.noor, "GET", "/obligations?direction=owing")).body.items;
    expect(owed.map((one: { id: string }) => one.id)).toEqual([id]);
    await restored.close();
    await database.close();
  });

  test("knows the caller's no: what stood against it has ended, and no new override goes around it", async () => {
    const { database, world, target, keys, live } = await aNetwork();
    const { path, caseId, consulted } = await onOverride(world, "scheduled");
    const backup = await database.backUp();
    const refusal = { recipientId: world.bridge.id };
    expect((await live.ask(world.eva, "POST", `/cases/${caseId}/refusals`, refusal)).status).toBe(201);
    const override = {
      recipientId: world.bridge.id,
      subject: "caller",
      categories: ["contact"],
      ground: "vital-interest",
      consultedId: consulted.memberId,
      callerTold: "not-told-danger",
      afterRefusal: false,
      necessity: "Her life is in danger.",
    };

    const restored = await backup();
    const before = anInstance(world, restored.db, target, keys);
    // The control: without the ledger the identity is given out.
    expect((await before.ask(world.noor, "GET", `${path}/disclosure`)).status).toBe(200);
    const done = await restoring(world, restored, target, keys);
    expect(done).toMatchObject({ failed: [], applied: { refused: 1 } });
    const { ask } = anInstance(world, restored.db, target, keys);
    expect((await ask(world.noor, "GET", `${path}/disclosure`)).status).toBe(410);
    const again = await ask(world.eva, "POST", `/cases/${caseId}/overrides`, override);
    expect(again).toMatchObject({ status: 201, body: { needsApproval: true } });
    await restored.close();
    await database.close();
  });

  test("does not bring an erased person back", async () => {
    const { database, world, target, keys, live } = await aNetwork();
    const { casePath, path, officer } = await everythingInACase(world);
    const backup = await database.backUp();
    expect(
      (await live.ask(officer, "POST", `${casePath}/erasure`, { reason: "caller-request" })).status,
    ).toBe(200);
    const restored = await backup();
    expect(await restoring(world, restored, target, keys)).toMatchObject({
      failed: [],
      applied: { "case-erased": 1 },
    });
    const { ask } = anInstance(world, restored.db, target, keys);
    for (const gone of [casePath, `${casePath}/contact`, `${casePath}/notes`])
      expect((await ask(world.eva, "GET", gone)).status, gone).toBe(404);
    expect((await ask(world.noor, "GET", `${path}/disclosure`)).status).toBe(404);
    await restored.close();
    await database.close();
  });
});
