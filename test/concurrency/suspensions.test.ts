import { expect } from "vitest";
import { partner } from "../client/disclosure/sealing.ts";
import { tickAt } from "../handoff/clock/ticking.ts";
import { fixIntroduction, later, makeReferral, sealFor } from "../handoff/make.ts";
import { asParticipant } from "../walls/raw.ts";
import { test, type World } from "../world/world.ts";

const rounds = Number(process.env.RACE_ROUNDS ?? 10);

const suspend = async (world: World, suspended = true) =>
  world
    .as(await world.member(world.operator, "coordinator"))
    .put(`/participants/${world.bridge.id}/suspension`, { suspended });

async function revokeKeys(world: World) {
  const system = world.as(world.system(world.bridge));
  const { items } = (await system.get(`/participants/${world.bridge.id}/keys`)).body;
  const [key] = items.filter(({ kid }: { kid: string }) => kid === partner.pinned.thumbprint);
  return system.post(`/participant-keys/${key.id}/revocation`);
}

/** What stands of a disclosure while its referral is open. */
const sealedOf = async (world: World, id: string) => {
  const [found] = await asParticipant(
    world.platform.db,
    world.bridge.id,
    `select exists (select from keys.disclosure_key where referral_id = '${id}') as keyed,
      (select key.revoked_at is not null from handreiking.disclosure
        join handreiking.participant_key key on key.participant_id = recipient_id and key.kid = recipient_kid
        where referral_id = '${id}') as revoked`,
  );
  return found as { keyed: boolean; revoked: boolean };
};

test("of looks that race the revocation of their key none succeeds after it, and each that did is written down", async ({
  world,
}) => {
  const { id, path } = await makeReferral(world, "scheduled");
  world.clock.step = 1;
  const noor = world.as(world.noor);
  const looks = Array.from({ length: 12 }, () => noor.get(`${path}/disclosure`));
  const revoked = await revokeKeys(world);
  const after = await Promise.all(Array.from({ length: 6 }, () => noor.get(`${path}/disclosure`)));
  world.clock.step = 0;
  expect(revoked.status).toBe(200);
  expect(new Set(after.map(({ status }) => status))).toEqual(new Set([410]));
  const answers = await Promise.all(looks);
  expect(answers.filter(({ status }) => status !== 200 && status !== 410)).toEqual([]);
  const read = (await world.auditedAt(world.helpline.id, id)).filter(
    ({ action }) => action === "disclosure.read",
  );
  // A look is written down before it is answered: one that came too late stays.
  expect(read.length).toBeGreaterThanOrEqual(answers.filter(({ status }) => status === 200).length);
  expect(read.length).toBeLessThanOrEqual(looks.length + after.length);
});

test("of a sealing and the revocation of its key, nothing is left that opens for a revoked one, and its sender is told", async ({
  world,
}) => {
  const referral = await makeReferral(world, "accepted");
  const scheduled = await makeReferral(world, "scheduled");
  const eva = world.as(world.eva);
  const [fixed, resealed, revoked] = await Promise.all([
    fixIntroduction(world, referral),
    eva.put(`${scheduled.path}/disclosure`, await sealFor(scheduled.id, scheduled.consentId)),
    revokeKeys(world),
  ]);
  expect(revoked.status).toBe(200);
  for (const { status } of [fixed, resealed]) expect([200, 409]).toContain(status);
  for (const { id } of [referral, scheduled]) {
    const { keyed, revoked: dead } = await sealedOf(world, id);
    if (dead !== null) expect({ keyed, dead }).toEqual({ keyed: false, dead: true });
  }
  const { items } = (await eva.get("/tasks")).body;
  const reseal = items.filter(({ kind }: { kind: string }) => kind === "reseal-disclosure");
  expect(reseal.map(({ subjectId }: { subjectId: string }) => subjectId)).toContain(scheduled.id);
  expect(reseal.length).toBe(fixed.status === 200 ? 2 : 1);
});

test("of suspensions that race the clock, none is committed before a lapse of the suspended one's", async ({
  world,
}) => {
  for (let round = 0; round < rounds; round++) {
    const made = await Promise.all(Array.from({ length: 4 }, () => makeReferral(world, "offered")));
    for (let half = 0; half < 14; half++) {
      const [found] = await asParticipant(
        world.platform.db,
        world.helpline.id,
        `select min(lapse_at)::text as at from handreiking.referral where id = '${made[0]?.id}' and not ended`,
      );
      const due = new Date(String(found?.at));
      if (due <= later(world, { hours: 12 })) {
        world.clock.time = new Date(due.getTime() + 1000);
        break;
      }
      await tickAt(world, later(world, { hours: 12 }));
    }
    const [suspended] = await Promise.all([suspend(world), tickAt(world), tickAt(world)]);
    expect(suspended.status).toBe(200);
    await tickAt(world, later(world, { days: 30 }));
    const states = await Promise.all(
      made.map(async ({ path }) => (await world.as(world.eva).get(path)).body),
    );
    const entries = (await Promise.all(made.map(({ id }) => world.auditedAt(world.helpline.id, id)))).flat();
    const began = world.clock.time.getTime() - 30 * 86_400_000;
    for (const { state } of states) expect(["offered", "lapsed"]).toContain(state);
    const lapsed = entries.filter(({ action }) => action === "referral.lapsed");
    expect(lapsed.filter(({ at }) => at.getTime() > began + 5_000)).toEqual([]);
    expect(lapsed).toHaveLength(states.filter(({ state }) => state === "lapsed").length);
    expect((await suspend(world, false)).status).toBe(200);
    for (const { consentId } of made) await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
  }
}, 300_000);

test("two offers of one need to one service, sent at once, are one", async ({ world }) => {
  for (let round = 0; round < rounds; round++) {
    const first = await makeReferral(world, "draft");
    const eva = world.as(world.eva);
    const { body } = await eva.post("/referrals", {
      helpQuestionId: first.questionId,
      serviceId: world.bridge.serviceId,
      ageBand: "26-64",
      ageBandOf: "caller",
      urgency: "normal",
    });
    const { consentId } = first;
    const answers = await Promise.all([
      eva.post(`${first.path}/offer`, { consentId }),
      eva.post(`/referrals/${body.id}/offer`, { consentId }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  }
});

test("withdrawals, looks and the clock at once: no look after the withdrawal, whatever the clock does", async ({
  world,
}) => {
  for (let round = 0; round < rounds; round++) {
    const { id, path, consentId } = await makeReferral(world, "scheduled");
    const [eva, noor] = [world.as(world.eva), world.as(world.noor)];
    world.clock.time = later(world, { days: 5 });
    world.clock.step = 1;
    const [withdrawal, ...looks] = await Promise.all([
      eva.post(`/consents/${consentId}/withdrawal`),
      ...Array.from({ length: 6 }, () => noor.get(`${path}/disclosure`)),
      tickAt(world).then(() => ({ status: 200 as number })),
    ]);
    world.clock.step = 0;
    expect(withdrawal.status).toBe(200);
    for (const { status } of looks) expect([200, 410]).toContain(status);
    expect((await noor.get(`${path}/disclosure`)).status).toBe(410);
    const entries = await world.auditedAt(world.helpline.id, id);
    expect(
      entries.filter(({ action }) => action === "referral.withdrawn" || action === "referral.lapsed"),
    ).toHaveLength(1);
    const end = entries.find(({ action }) => /withdrawn|lapsed/.test(action))?.at ?? new Date(0);
    expect(entries.filter(({ action, at }) => action === "disclosure.read" && at > end)).toEqual([]);
  }
});
