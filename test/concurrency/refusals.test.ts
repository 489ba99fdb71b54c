import { expect } from "vitest";
import { tick } from "../../src/handoff/clock/tick.ts";
import { later } from "../handoff/make.ts";
import { begin, draftFor, onOverride } from "../handoff/refusals/suspended.ts";
import { askAsOwner } from "../world/database.ts";
import { type Answer, test, type World } from "../world/world.ts";

/** Ten of each pair; more by request. */
const rounds = Number(process.env.RACE_ROUNDS ?? 10);

/** Live, unsuspended referrals on an override against which the caller refused since anybody stood for it. */
const running = async (world: World): Promise<unknown[]> =>
  askAsOwner(
    world.database,
    `select referral.id from handreiking.referral join handreiking.override on override.id = override_id
      where sender_id = '${world.helpline.id}' and needs_live
        and (suspended_at is null) <> (live and not disputed and coalesce(
          greatest(approved_at, objection_decided_at) >= handreiking.refused_at(override.case_id, override.recipient_id),
          handreiking.refused_at(override.case_id, override.recipient_id) is null))`,
  );

/** One entry for each move that the referral made, and each names a move once. */
const twice = async (world: World, id: string): Promise<unknown[]> =>
  askAsOwner(
    world.database,
    `select action from handreiking.audit_event where subject_id = '${id}' and action like 'referral.%'
      group by action having count(*) > 1`,
  );

const fine = (...answers: Answer[]) => {
  for (const { status, body } of answers) if (status >= 500) expect(body.type).toBe("/problems/busy");
};

test("a refusal and an offer, whichever comes first, leave nothing running", async ({ world }) => {
  for (let round = 0; round < rounds; round++) {
    const made = await begin(world);
    await world.as(world.eva).post(`/overrides/${(await made.override()).body.id}/withdrawal`);
    const { body } = await made.override({ ground: "legal-duty" });
    await made.ilse.post(`/overrides/${body.id}/approval`);
    const id = await draftFor(world, made.questionId);
    const offer = () => world.as(world.eva).post(`/referrals/${id}/offer`, { overrideId: body.id });
    const [offered, refused] = await Promise.all([offer(), made.refuse()]);
    fine(offered, refused);
    expect(refused.status).toBe(201);
    expect(await running(world)).toEqual([]);
    expect((await world.as(world.noor).get(`/referrals/${id}`)).body.state).not.toBe("offered");
  }
}, 600_000);

test("an override recorded while a consent is withdrawn is no surprise to anybody", async ({ world }) => {
  for (let round = 0; round < rounds; round++) {
    const made = await begin(world);
    const consentId = await made.agree();
    const [override, withdrawn] = await Promise.all([
      made.override(),
      world.as(world.eva).post(`/consents/${consentId}/withdrawal`),
    ]);
    expect({ override: override.status, withdrawn: withdrawn.status }).toEqual({
      override: 201,
      withdrawn: 200,
    });
    expect((await world.as(world.eva).get(`/overrides/${override.body.id}`)).body.inForce).toBe(false);
  }
}, 600_000);

test("two overrides at once by one counsellor are not both alone", async ({ world }) => {
  for (let round = 0; round < rounds; round++) {
    const colleague = await world.member(world.helpline, "counsellor");
    const [one, other] = [await begin(world), await begin(world)];
    const both = await Promise.all([one.override(), other.override()]);
    fine(...both);
    const alone = both.filter(({ body }) => body.inForce);
    expect(alone.length).toBeLessThanOrEqual(1);
    for (const { body } of alone)
      await world.as(await world.signIn(colleague)).post(`/overrides/${body.id}/review`, { upheld: true });
  }
}, 600_000);

test("a refusal among acceptance, introduction, fetch, review, decision and clock discloses nothing after it", async ({
  world,
}) => {
  const { clock, platform } = world;
  for (let round = 0; round < rounds; round++) {
    const state = (["offered", "accepted", "scheduled"] as const)[round % 3] ?? "offered";
    const made = await onOverride(world, state);
    const noor = world.as(world.noor);
    const answers = await Promise.all([
      made.refuse(),
      noor.post(`${made.path}/acceptance`, { name: "Noor", contact: "030-1234567" }),
      noor.get(`${made.path}/disclosure`),
      made.ilse.post(`${made.over}/review`, { upheld: true }),
      made.decide(false),
      world.as(world.eva).post(`${made.over}/objection`),
      tick(platform).then((): Answer => ({ status: 200, body: {}, headers: new Headers() })),
    ]);
    fine(...answers);
    expect(await running(world)).toEqual([]);
    expect(await twice(world, made.id)).toEqual([]);
    const { suspendedAt } = (await world.as(world.eva).get(made.path)).body;
    if (suspendedAt) expect((await noor.get(`${made.path}/disclosure`)).status).toBe(410);
    await Promise.all([made.decide(true), tick(platform), noor.get(`${made.path}/disclosure`)]);
    expect(await running(world)).toEqual([]);
    clock.time = later(world, { minutes: 1 });
    await made.ilse.post(`${made.over}/review`, { upheld: true });
    const coordinator = await world.signIn(await world.member(world.helpline, "coordinator"));
    await world.as(coordinator).post(`/members/${world.eva.memberId}/override-release`);
    clock.time = later(world, { minutes: 1 });
  }
}, 600_000);

test("an erasure and a refusal do not fail each other", async ({ world }) => {
  for (let round = 0; round < rounds; round++) {
    const made = await onOverride(world, "offered");
    const privacy = await world.member(world.helpline, "privacy-officer");
    const [erased, refused] = await Promise.all([
      world.as(privacy).post(`/cases/${made.caseId}/erasure`, { reason: "caller-request" }),
      made.refuse(),
    ]);
    fine(erased, refused);
    expect(erased.status).toBe(200);
    expect([201, 404]).toContain(refused.status);
    clock(world);
  }
}, 600_000);

const clock = (world: World) => {
  world.clock.time = later(world, { minutes: 1 });
};
