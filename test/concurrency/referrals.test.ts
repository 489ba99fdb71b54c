import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditEvents } from "../../src/audit/schema.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { makeReferral } from "../handoff/make.ts";
import { test, type World } from "../world/world.ts";

const acceptance = { name: "Noor de Wit", contact: "030-1234567" };

const movesOf = (world: World, id: string) =>
  transact(world.job(world.helpline.id), (tx) =>
    tx.select({ action: auditEvents.action }).from(auditEvents).where(eq(auditEvents.subjectId, id)),
  ).then((entries) => entries.map(({ action }) => action));

test("fifty acceptances and withdrawals of one referral end in one legal order, with one entry a move", async ({
  world,
}) => {
  for (let round = 0; round < 5; round++) {
    const { id, path, consentId } = await makeReferral(world, "offered");
    const [eva, noor] = [world.as(world.eva), world.as(world.noor)];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        if (index % 10 === 3) return eva.post(`/consents/${consentId}/withdrawal`);
        if (index % 5 === 1) return eva.post(`${path}/withdrawal`);
        return noor.post(`${path}/acceptance`, acceptance);
      }),
    );
    for (const { status } of answers) expect([200, 409]).toContain(status);
    expect((await eva.get(path)).body.state).toBe("withdrawn");
    const moves = await movesOf(world, id);
    const accepted = moves.includes("referral.accepted");
    expect(moves.filter((action) => action !== "referral-summary.read").sort()).toEqual(
      [
        ...(accepted ? ["referral.accepted"] : []),
        "referral.drafted",
        "referral.offered",
        "referral.withdrawn",
      ].sort(),
    );
    // Whoever was told that it is accepted was told so before it was withdrawn; nobody is told so now.
    expect((await noor.post(`${path}/acceptance`, acceptance)).status).toBe(409);
  }
});

test("offers racing the withdrawal of their consent leave no live referral on a dead consent", async ({
  world,
}) => {
  for (let round = 0; round < 20; round++) {
    const { path, consentId } = await makeReferral(world, "draft");
    const eva = world.as(world.eva);
    const [offer, withdrawal] = await Promise.all([
      eva.post(`${path}/offer`, { consentId }),
      eva.post(`/consents/${consentId}/withdrawal`),
    ]);
    expect(withdrawal.status).toBe(200);
    expect([200, 409]).toContain(offer.status);
    expect((await eva.get(path)).body.state).toBe(offer.status === 200 ? "withdrawn" : "draft");
  }
});

test("a reader of the event feed skips nothing and is told nothing twice while others write", async ({
  world,
}) => {
  const made: Promise<unknown>[] = [];
  let writing = true;
  const read: { number: number; type: string; subjectId: string }[] = [];
  const reader = (async () => {
    let after = 0;
    for (let idle = false; !idle; ) {
      const wasWriting = writing;
      const { body } = await world.as(world.noor).get(`/events?after=${after}&pageSize=7`);
      read.push(...body.items);
      after = body.after;
      idle = !wasWriting && body.items.length === 0;
    }
  })();
  for (let lane = 0; lane < 8; lane++)
    made.push(
      (async () => {
        for (let count = 0; count < 6; count++) await makeReferral(world, "accepted");
      })(),
    );
  await Promise.all(made);
  writing = false;
  await reader;
  expect(read.map(({ number }) => number)).toEqual(read.map((_, index) => index + 1));
  const accepted = read.filter(({ type }) => type === "referral.accepted");
  expect(new Set(accepted.map(({ subjectId }) => subjectId)).size).toBe(48);
  expect(read).toHaveLength(96);
});

test("one Idempotency-Key sent twenty times at once makes one case", async ({ world }) => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      world
        .as(world.eva)
        .post("/cases", { relation: "harmed", language: "nl" }, { "idempotency-key": "once" }),
    ),
  );
  for (const { status, body } of answers)
    if (status !== 201) expect(body.type).toBe("/problems/idempotency-key-busy");
  const ids = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(1);
});
