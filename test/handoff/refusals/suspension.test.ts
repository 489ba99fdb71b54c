import { describe, expect } from "vitest";
import { tick } from "../../../src/handoff/clock/tick.ts";
import { test, type World } from "../../world/world.ts";
import { later } from "../make.ts";
import { draftFor, onOverride, stateOf } from "./suspended.ts";

const pass = (world: World, time: { days?: number; hours?: number; minutes?: number }) => {
  world.clock.time = later(world, time);
};

const feedOf = async (world: World, by: World["eva"], id: string): Promise<string[]> =>
  (await world.as(by).get("/events?pageSize=100")).body.items
    .filter(({ subjectId }: { subjectId: string }) => subjectId === id)
    .map(({ type }: { type: string }) => type);

describe("a handoff on an override, once the caller refuses", () => {
  test.for(["asked", "consent-withdrawn", "objected", "referral-withdrawn", "review-refused"] as const)(
    "waits for a decision, whichever way they said so: %s",
    async (source, { world }) => {
      const made = await onOverride(world, "offered");
      const eva = world.as(world.eva);
      await made.ilse.post(`${made.over}/review`, { upheld: true });
      if (source === "asked") expect((await made.refuse()).status).toBe(201);
      if (source === "objected") await eva.post(`${made.over}/objection`);
      if (source === "consent-withdrawn") await eva.post(`/consents/${await made.agree()}/withdrawal`);
      if (source === "referral-withdrawn") {
        const other = `/referrals/${await draftFor(world, await made.another())}`;
        await eva.post(`${other}/offer`, { consentId: await made.agree() });
        expect((await eva.post(`${other}/withdrawal`, {})).status).toBe(200);
      }
      if (source === "review-refused") {
        const other = (await made.override()).body;
        expect(other.inForce).toBe(true);
        await made.ilse.post(`/overrides/${other.id}/review`, { upheld: false });
      }
      const { body } = await eva.get(made.path);
      const [now, tomorrow] = [world.clock.time.toISOString(), later(world, { hours: 24 }).toISOString()];
      expect(body).toMatchObject({ state: "offered", suspendedAt: now, dueAt: tomorrow });
      expect((await eva.get(made.over)).body).toMatchObject({
        inForce: false,
        refusedAt: now,
        objectedAt: now,
        decideBy: tomorrow,
      });
      expect(await world.audited(world.helpline.id, made.id)).toContain("referral.suspended");
      expect(await world.audited(world.helpline.id, made.overrideId)).toContain("override.objected");
    },
  );

  test("is to its recipient a withdrawn one, in shape, feed and answers", async ({ world }) => {
    const made = await onOverride(world, "scheduled");
    const noor = world.as(world.noor);
    const at = world.clock.time.toISOString();
    await made.refuse();
    expect((await noor.get(made.path)).body).toEqual({
      direction: "received",
      id: made.id,
      state: "withdrawn",
      endedAt: at,
    });
    const listed = await noor.get("/referrals?direction=received&state=withdrawn");
    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([made.id]);
    expect((await noor.get("/referrals?direction=received&state=scheduled")).body.items).toEqual([]);
    expect(await feedOf(world, world.noor, made.id)).toContain("referral.withdrawn");
    expect(await feedOf(world, world.noor, made.id)).not.toContain("referral.suspended");
    expect(await feedOf(world, world.eva, made.id)).toContain("referral.suspended");
    for (const [move, body] of [
      ["declination", { reason: "no-capacity" }],
      ["contact-confirmation", { confirmedBy: "partner" }],
      ["missed-introductions", undefined],
    ] as const)
      expect((await noor.post(`${made.path}/${move}`, body)).status, move).toBe(409);
    expect((await noor.get(`${made.path}/disclosure`)).status).toBe(410);
    expect((await noor.get("/tasks")).body.items).toEqual([]);
    // What it then sees of the end is what it saw before.
    pass(world, { hours: 1 });
    await made.decide(true);
    expect((await noor.get(made.path)).body).toMatchObject({ state: "withdrawn", endedAt: at });
  });

  test("goes on once another member overrules, with the time given back", async ({ world }) => {
    const made = await onOverride(world, "offered");
    const eva = world.as(world.eva);
    const { dueAt } = (await eva.get(made.path)).body;
    await made.ilse.post(`${made.over}/review`, { upheld: true });
    await made.refuse();
    pass(world, { hours: 5 });
    expect((await made.decide(false)).body).toMatchObject({ inForce: true });
    const { body } = await eva.get(made.path);
    expect(body.suspendedAt).toBeUndefined();
    expect(Date.parse(body.dueAt) - Date.parse(dueAt)).toBe(5 * 3_600_000);
    const noor = world.as(world.noor);
    expect((await noor.get(made.path)).body.state).toBe("offered");
    const accepted = await noor.post(`${made.path}/acceptance`, { name: "Noor", contact: "030-1234567" });
    expect(accepted.body.state).toBe("accepted");
    // The next deadline begins with the acceptance: nothing of it was taken.
    expect(accepted.body.dueAt).toBe(later(world, { days: 14 }).toISOString());
    // A refusal after that decision suspends it once more.
    pass(world, { minutes: 1 });
    await made.refuse();
    expect((await eva.get(made.path)).body).toMatchObject({
      state: "accepted",
      suspendedAt: expect.anything(),
    });
  });

  test("ends with its obligation once another member follows the caller", async ({ world }) => {
    const made = await onOverride(world, "scheduled");
    await made.refuse();
    expect((await made.decide(true)).body).toMatchObject({ inForce: false, endedAt: expect.anything() });
    const { body } = await world.as(world.eva).get(made.path);
    expect(body).toMatchObject({ state: "withdrawn", obligation: { dueAt: expect.anything() } });
  });

  test.for([
    ["normal", 24],
    ["urgent", 4],
  ] as const)(
    "%s and undecided counts as ended after %i hours, and the clock says so",
    async ([urgency, hours], { world }) => {
      const made = await onOverride(world, "scheduled", { urgency });
      await made.refuse();
      pass(world, { hours, minutes: -1 });
      expect(await stateOf(world, made.path)).toBe("scheduled");
      pass(world, { minutes: 1 });
      expect(await stateOf(world, made.path)).toBe("withdrawn");
      expect((await made.decide(false)).body.type).toBe("/problems/override-ended");
      await tick(world.platform);
      const { body } = await world.as(world.eva).get(made.path);
      expect(body).toMatchObject({ state: "withdrawn", obligation: { dueAt: expect.anything() } });
      expect(await world.audited(world.helpline.id, made.overrideId)).toContain("override.undecided");
    },
  );

  test("is a task of every counsellor who may decide, and of the consulted one as such", async ({
    world,
  }) => {
    const made = await onOverride(world, "offered");
    const other = await world.member(world.helpline, "counsellor");
    await made.refuse();
    const seen = async (by: Parameters<World["as"]>[0]) =>
      (await world.as(by).get("/tasks")).body.items.filter(
        ({ subjectId }: { subjectId: string }) => subjectId === made.overrideId,
      );
    const dueAt = later(world, { hours: 24 }).toISOString();
    expect(await seen(made.consulted)).toMatchObject([{ kind: "decide-objection", why: "consulted", dueAt }]);
    expect(await seen(other)).toMatchObject([{ kind: "decide-objection", why: "vital-interest", dueAt }]);
    expect(await seen(world.eva)).toEqual([]);
  });

  test("does not hold back what rests on a consent, and a later consent frees no override", async ({
    world,
  }) => {
    const made = await onOverride(world, "offered");
    await made.refuse();
    const path = `/referrals/${await draftFor(world, await made.another())}`;
    const consentId = await made.agree();
    const offered = await world.as(world.eva).post(`${path}/offer`, { consentId });
    expect(offered.body.state).toBe("offered");
    expect((await world.as(world.eva).get(made.path)).body.suspendedAt).toBeDefined();
    expect((await made.override()).body).toMatchObject({ needsApproval: true, inForce: false });
  });
});

describe("a capable caller's no", () => {
  const special = ["contact", "health"];

  test("excludes a vital interest as the ground for special data, unless it is another's or they cannot consent", async ({
    world,
  }) => {
    const made = await onOverride(world, "offered", { categories: special });
    await made.refuse();
    const refused = { status: 409, body: { type: "/problems/special-data-refused" } };
    expect(await made.decide(false)).toMatchObject(refused);
    expect(await made.override({ categories: special })).toMatchObject(refused);
    expect((await made.override({ categories: ["contact"] })).status).toBe(201);
    for (const whose of ["caller-incapable", "another-person"] as const) {
      const { body } = await made.override({ categories: special, whose });
      expect(body).toMatchObject({ whose, needsApproval: true });
      expect((await made.ilse.post(`/overrides/${body.id}/approval`)).body.inForce).toBe(true);
    }
    const duty = await made.override({ categories: special, ground: "legal-duty" });
    expect((await made.ilse.post(`/overrides/${duty.body.id}/approval`)).body.inForce).toBe(true);
    expect((await made.decide(true)).status).toBe(200);
  });
});

describe("whoever acted alone", () => {
  test("does so again once it is upheld, or a coordinator has released them", async ({ world }) => {
    const made = await onOverride(world, "offered");
    const alone = async () => (await made.override()).body.inForce;
    expect(await alone()).toBe(false);
    await made.ilse.post(`${made.over}/review`, { upheld: true });
    pass(world, { hours: 1 });
    expect(await alone()).toBe(true);
    expect(await alone()).toBe(false);
    const path = `/members/${world.eva.memberId}/override-release`;
    const coordinator = await world.member(world.helpline, "coordinator");
    const signedIn = async () => world.as(await world.signIn(coordinator));
    const task = { kind: "release-override-maker", subjectId: world.eva.memberId, why: "unreviewed" };
    expect((await (await signedIn()).get("/tasks")).body.items).toEqual([]);
    pass(world, { hours: 48 });
    expect((await (await signedIn()).get("/tasks")).body.items).toMatchObject([task]);
    const self = await world.signIn(await world.member(world.helpline, "coordinator", "counsellor"));
    expect((await world.as(self).post(`/members/${self.memberId}/override-release`)).body.type).toBe(
      "/problems/second-member-needed",
    );
    expect((await (await signedIn()).post(path)).status).toBe(201);
    expect((await (await signedIn()).get("/tasks")).body.items).toEqual([]);
    expect(await alone()).toBe(true);
    expect(await alone()).toBe(false);
  });

  test("and was not upheld acts alone no more", async ({ world }) => {
    const made = await onOverride(world, "offered");
    await made.ilse.post(`${made.over}/review`, { upheld: false });
    pass(world, { hours: 1 });
    const elsewhere = await onOverride(world, "offered");
    expect((await world.as(world.eva).get(elsewhere.over)).body.inForce).toBe(false);
  });
});
