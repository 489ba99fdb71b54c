import { describe, expect } from "vitest";
import { createSpokenCode, sealDisclosure } from "../../../src/client/index.ts";
import { data, helpline, partner, receivingKey, sender } from "../../client/disclosure/sealing.ts";
import { test as inOwnNetwork, sharingTest as test, type World } from "../../world/world.ts";
import { toldTo } from "../clock/ticking.ts";
import { consentTerms, makeReferral, openQuestion } from "../make.ts";

const tasksOf = async (world: World, id: string): Promise<{ kind: string; why: string }[]> =>
  (await world.as(world.eva).get("/tasks")).body.items.filter(
    ({ subjectId }: { subjectId: string }) => subjectId === id,
  );

describe("a consent that is withdrawn after completion", () => {
  test("leaves the recipient what any withdrawn referral leaves, wherever it looks", async ({ world }) => {
    const [noor, eva] = [world.as(world.noor), world.as(world.eva)];
    const live = await makeReferral(world, "connected");
    const done = await makeReferral(world, "completed");
    const seen = async (id: string) => (await noor.get(`/referrals/${id}`)).body;
    expect((await seen(done.id)).summary).toBeDefined();
    for (const { consentId } of [live, done]) await eva.post(`/consents/${consentId}/withdrawal`);
    const [withdrawn, after] = [await seen(live.id), await seen(done.id)];
    expect(after).toMatchObject({ id: done.id, state: "withdrawn" });
    expect(Object.keys(after).sort()).toEqual(Object.keys(withdrawn).sort());
    expect(Object.keys(after.obligation).sort()).toEqual(Object.keys(withdrawn.obligation).sort());
    const listed = async (state: string) =>
      (await noor.get(`/referrals?direction=received&state=${state}&pageSize=100`)).body.items;
    expect(await listed("withdrawn")).toContainEqual(after);
    expect((await listed("completed")).map(({ id }: { id: string }) => id)).not.toContain(done.id);
    // What it says again is answered with as little.
    expect(
      (await noor.post(`/referrals/${done.id}/contact-confirmation`, { confirmedBy: "partner" })).body
        .summary,
    ).toBeUndefined();
    expect((await noor.get(`/referrals/${done.id}/disclosure`)).status).toBe(410);
    expect(await toldTo(world, world.noor, done.id)).toContain("obligation.raised");
    // The sender knows what was.
    expect((await eva.get(`/referrals/${done.id}`)).body).toMatchObject({
      state: "completed",
      outcome: { outcome: "helped" },
    });
  });
});

describe("a receiving key that is revoked", () => {
  const revoke = async (world: World, kid: string) => {
    const system = world.as(world.system(world.bridge));
    const { items } = (await system.get(`/participants/${world.bridge.id}/keys`)).body;
    const key = items.find((one: { kid: string }) => one.kid === kid);
    return system.post(`/participant-keys/${key.id}/revocation`);
  };

  inOwnNetwork("gives out nothing that was sealed to it, and has the sender seal anew", async ({ world }) => {
    const [noor, eva] = [world.as(world.noor), world.as(world.eva)];
    const { id, path, consentId } = await makeReferral(world, "scheduled");
    expect((await noor.get(`${path}/disclosure`)).status).toBe(200);
    const next = await receivingKey();
    const add = { use: "enc", publicKey: next.pinned.key };
    await world.as(world.system(world.bridge)).post("/participant-keys", add);
    expect((await revoke(world, partner.pinned.thumbprint)).status).toBe(200);
    const entries = await world.audited(world.helpline.id, id);
    expect(await noor.get(`${path}/disclosure`)).toMatchObject({
      status: 410,
      body: { type: "/problems/disclosure-key-revoked" },
    });
    // Nobody read anything.
    expect(await world.audited(world.helpline.id, id)).toEqual(entries);
    expect(await toldTo(world, world.eva, id)).toContain("disclosure.key-revoked");
    expect(await toldTo(world, world.noor, id)).not.toContain("disclosure.key-revoked");
    expect(await tasksOf(world, id)).toMatchObject([{ kind: "reseal-disclosure", why: "key-revoked" }]);
    const disclosure = {
      method: "key",
      categories: ["contact", "identity"],
      sealed: await sealDisclosure({
        referralId: id,
        basis: { consentId },
        categories: ["contact", "identity"],
        data,
        signingKey: sender.own,
        recipient: next.pinned,
        helpline: helpline.pinned,
      }),
    };
    expect((await eva.put(`${path}/disclosure`, disclosure)).status).toBe(200);
    expect(await tasksOf(world, id)).toEqual([]);
    expect((await noor.get(`${path}/disclosure`)).body.sealed).toEqual(disclosure.sealed);
  });
});

test("HEAD is no look at a disclosure: it spends no code and is written down nowhere", async ({ world }) => {
  const { id, path, consentId } = await makeReferral(world, "scheduled");
  const noor = world.as(world.noor);
  const sealed = await sealDisclosure({
    referralId: id,
    basis: { consentId },
    categories: ["contact", "identity"],
    data,
    signingKey: sender.own,
    recipient: { code: createSpokenCode() },
    helpline: helpline.pinned,
  });
  const coded = { method: "code", categories: ["contact", "identity"], sealed };
  expect((await world.as(world.eva).put(`${path}/disclosure`, coded)).status).toBe(200);
  const before = await world.audited(world.helpline.id, id);
  for (let times = 0; times < 3; times++)
    expect((await noor.send("HEAD", `${path}/disclosure`)).status).toBe(405);
  expect(await world.audited(world.helpline.id, id)).toEqual(before);
  expect((await noor.get(`${path}/disclosure`)).status).toBe(200);
  expect((await noor.get(`${path}/disclosure`)).status).toBe(410);
});

describe("a help question", () => {
  const draft = async (world: World, helpQuestionId: string) =>
    (
      await world.as(world.eva).post("/referrals", {
        helpQuestionId,
        serviceId: world.bridge.serviceId,
        ageBand: "26-64",
        ageBandOf: "caller",
        urgency: "normal",
      })
    ).body.id as string;

  test("is offered to one service once at a time", async ({ world }) => {
    const [noor, eva] = [world.as(world.noor), world.as(world.eva)];
    const { caseId, questionId } = await openQuestion(world);
    const { body: consent } = await eva.post(`/cases/${caseId}/consents`, {
      ...consentTerms,
      recipientId: world.bridge.id,
    });
    const [first, second] = [await draft(world, questionId), await draft(world, questionId)];
    const offer = (id: string) => eva.post(`/referrals/${id}/offer`, { consentId: consent.id });
    expect((await offer(first)).status).toBe(200);
    expect(await offer(second)).toMatchObject({
      status: 409,
      body: { type: "/problems/service-already-asked" },
    });
    // The same offer again is the same.
    expect((await offer(first)).status).toBe(200);
    await noor.post(`/referrals/${first}/declination`, { reason: "no-capacity" });
    // Who said no may be asked again, when there is room.
    expect((await offer(second)).status).toBe(200);
  });

  test("is offered again where the first offer ran out and the clock has not been by", async ({ world }) => {
    const eva = world.as(world.eva);
    const { caseId, questionId } = await openQuestion(world);
    const soon = new Date(world.clock.time.getTime() + 3_600_000).toISOString();
    const agree = async (change = {}) =>
      (
        await eva.post(`/cases/${caseId}/consents`, {
          ...consentTerms,
          recipientId: world.bridge.id,
          ...change,
        })
      ).body.id;
    const [short, long] = [await agree({ expiresAt: soon }), await agree()];
    const [first, second] = [await draft(world, questionId), await draft(world, questionId)];
    expect((await eva.post(`/referrals/${first}/offer`, { consentId: short })).status).toBe(200);
    world.clock.time = new Date(world.clock.time.getTime() + 2 * 3_600_000);
    expect((await eva.post(`/referrals/${second}/offer`, { consentId: long })).status).toBe(200);
    expect((await eva.get(`/referrals/${first}`)).body.state).toBe("withdrawn");
  });
});
