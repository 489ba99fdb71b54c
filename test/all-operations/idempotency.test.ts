import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { forgetIdempotencyKeys } from "../../src/platform/http/idempotency.ts";
import { makeReferral, openQuestion } from "../handoff/make.ts";
import { bearer, form, newSystem, signIn } from "../identity/systems.ts";
import { askAsOwner } from "../world/database.ts";
import { issuer, test, type World } from "../world/world.ts";

const once = { "idempotency-key": "once" };
const acceptance = { name: "Noor de Wit", contact: "030-1234567" };

/** Eva, as another system of her helpline sends for her. */
async function throughAnotherSystem(world: World) {
  const system = await newSystem(world, { of: world.helpline.id });
  const assertion = await system.assertion({ on_behalf_of: world.eva.memberId });
  const { body } = await signIn(world, form(assertion));
  return {
    async post(path: string, sent: object, headers: Record<string, string>) {
      const answer = await world.app.request(`${issuer}/v1${path}`, {
        method: "POST",
        headers: { ...bearer(body.access_token), "content-type": "application/json", ...headers },
        body: JSON.stringify(sent),
      });
      return { status: answer.status, body: await answer.json() };
    },
  };
}

describe("a repeated key is answered with nothing more than its sender may see now", () => {
  test("after the withdrawal the recipient sees the end, and no more", async ({ world }) => {
    const { id, path, consentId } = await makeReferral(world, "offered");
    const noor = world.as(world.noor);
    await noor.post(`${path}/acceptance`, acceptance, once);
    await world.as(world.eva).post(`/consents/${consentId}/withdrawal`);
    const { status, body } = await noor.post(`${path}/acceptance`, acceptance, once);
    expect(status).toBe(200);
    expect(body).toEqual({ direction: "received", id, state: "withdrawn", endedAt: body.endedAt });
    expect(body).toEqual((await noor.get(path)).body);
  });

  test("after the participant was suspended nobody of it is answered", async ({ world }) => {
    const { path } = await makeReferral(world, "offered");
    const noor = world.as(world.noor);
    await noor.post(`${path}/acceptance`, acceptance, once);
    const coordinator = await world.member(world.operator, "coordinator");
    await world.as(coordinator).put(`/participants/${world.bridge.id}/suspension`, { suspended: true });
    expect((await noor.post(`${path}/acceptance`, acceptance, once)).status).toBe(401);
  });

  test("after a colleague lost the case, its notes are not shown again", async ({ world }) => {
    const ilse = await world.member(world.helpline, "counsellor");
    const { caseId } = await openQuestion(world);
    const eva = world.as(world.eva);
    const { headers } = await eva.get(`/cases/${caseId}/colleagues`);
    const named = await eva.put(
      `/cases/${caseId}/colleagues`,
      { memberIds: [ilse.memberId] },
      { "if-match": headers.get("etag") ?? "" },
    );
    expect(named.status).toBe(200);
    const note = { text: "Wants to talk to a lawyer first." };
    expect((await world.as(ilse).post(`/cases/${caseId}/notes`, note, once)).status).toBe(201);
    await eva.put(
      `/cases/${caseId}/colleagues`,
      { memberIds: [] },
      { "if-match": named.headers.get("etag") ?? "" },
    );
    const again = await world.as(ilse).post(`/cases/${caseId}/notes`, note, once);
    expect([403, 404]).toContain(again.status);
    expect(JSON.stringify(again.body)).not.toContain("lawyer");
    expect(again.body.type).toBe((await world.as(ilse).get(`/cases/${caseId}/notes`)).body.type);
  });

  test("another member, another client and another path begin anew", async ({ world }) => {
    const body = { relation: "harmed", language: "nl" };
    const eva = world.as(world.eva);
    const ilse = world.as(await world.member(world.helpline, "counsellor"));
    const opened = [];
    for (const person of [eva, ilse, world.as(world.stranger), await throughAnotherSystem(world)])
      opened.push(await person.post("/cases", body, once));
    expect(opened.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(opened.map(({ body: { id } }) => id)).size).toBe(4);
    const text = { text: "Called back." };
    const [one, other] = [(await openQuestion(world)).caseId, (await openQuestion(world)).caseId];
    const notes = [
      (await eva.post(`/cases/${one}/notes`, text, once)).body.id,
      (await eva.post(`/cases/${other}/notes`, text, once)).body.id,
    ];
    expect(new Set(notes).size).toBe(2);
  });

  test("another body is refused, however small the difference", async ({ world }) => {
    const eva = world.as(world.eva);
    await eva.post("/cases", { relation: "harmed", language: "nl" }, once);
    for (const other of [
      { relation: "harmed", language: "en" },
      { relation: "harmed", language: "nl", province: "Utrecht" },
    ])
      expect(await eva.post("/cases", other, once)).toMatchObject({
        status: 422,
        body: { type: "/problems/idempotency-key-reused" },
      });
  });
});

test("a request that failed leaves its key free", async ({ world }) => {
  const { path } = await makeReferral(world, "draft");
  const eva = world.as(world.eva);
  const offer = (consentId: string) => eva.post(`${path}/offer`, { consentId }, once);
  const failed = await offer("5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10");
  expect(failed.status).toBeGreaterThanOrEqual(400);
  expect((await offer("6b1f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10")).body.type).toBe(failed.body.type);
});

test.for(["", '"', "two words", "é", `"${"x".repeat(201)}"`, 'a"b"\t'])(
  "%j is no key",
  async (key, { world }) => {
    const answer = await world
      .as(world.eva)
      .post("/cases", { relation: "harmed", language: "nl" }, { "idempotency-key": key });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ in: "header" }] } });
  },
);

test("keys are forgotten after their day, everyone's, and until then by nobody", async ({ world }) => {
  const kept = () =>
    askAsOwner<{ n: number }>(
      world.database,
      `select count(*)::int as n from handreiking.idempotency_record
       where participant_id in ('${world.helpline.id}', '${world.elsewhere.id}')`,
    );
  const body = { relation: "harmed", language: "nl" };
  for (const person of [world.eva, world.stranger]) await world.as(person).post("/cases", body, once);
  const began = world.clock.time.getTime();
  world.clock.time = new Date(began + 24 * 60 * 60 * 1000);
  await forgetIdempotencyKeys(world.platform);
  expect(await kept()).toEqual([{ n: 2 }]);
  world.clock.time = new Date(began + 24 * 60 * 60 * 1000 + 1);
  await forgetIdempotencyKeys(world.platform);
  expect(await kept()).toEqual([{ n: 0 }]);
  await expect(
    world.platform.db.execute(sql`delete from handreiking.idempotency_record`),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
});
