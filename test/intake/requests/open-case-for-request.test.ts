import { expect } from "vitest";
import { asParticipant } from "../../walls/raw.ts";
import { sharingTest as test, type World } from "../../world/world.ts";
import { anonymously, planFor, rowOf, takeOne, toldFully } from "../samples.ts";

const keysOf = (world: World, id: string) =>
  asParticipant(
    world.platform.db,
    world.helpline.id,
    `select request_id from keys.request_key where request_id = '${id}'`,
  );

test("a request becomes a case: what was told is in the case, and nothing of it is left in the request", async ({
  world,
}) => {
  const { id, path } = await takeOne(world);
  const eva = world.as(world.eva);
  const { status, body: opened } = await eva.post(`${path}/case`, { province: "Utrecht" });
  expect({ status, opened }).toMatchObject({
    status: 201,
    opened: { relation: "relative", language: "nl", province: "Utrecht", ownerId: world.eva.memberId },
  });
  const { name, phones, mail, reach, windows, text } = toldFully;
  const at = `/cases/${opened.id}`;
  expect((await eva.get(`${at}/contact`)).body).toEqual({ name, phones, mail, notes: reach });
  expect((await eva.get(`${at}/safe-contact`)).body).toEqual({
    channel: "phone",
    windows,
    mayLeaveVoicemail: false,
    stale: true,
  });
  expect((await eva.get(`${at}/notes`)).body.items).toMatchObject([{ text, authorId: world.eva.memberId }]);

  const { body: left } = await eva.get(path);
  expect(left).toMatchObject({ state: "ended", endReason: "became-case", caseId: opened.id });
  expect(left.told).toBeUndefined();
  expect(await rowOf(world, id)).toMatchObject({ sealed: null, codeWord: null, caseId: opened.id });
  expect(await keysOf(world, id)).toEqual([]);
  expect(await world.audited(world.helpline.id, id)).toContain("callback-request.ended");
  expect((await world.audited(world.helpline.id, opened.id)).sort()).toEqual(
    expect.arrayContaining(["case.opened", "contact.changed", "safe-contact.changed"]),
  );
});

test("once only, also where two colleagues do it at the same moment", async ({ world }) => {
  const { id, path } = await takeOne(world);
  const ilse = await world.member(world.helpline, "counsellor");
  const answers = await Promise.all(
    [world.eva, ilse].map((person) => world.as(person).post(`${path}/case`, {})),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  const won = answers.find(({ status }) => status === 201)?.body;
  expect((await rowOf(world, id))?.caseId).toBe(won.id);
});

test("a repeated Idempotency-Key answers the same case", async ({ world }) => {
  const { id, path } = await takeOne(world);
  const open = () => world.as(world.eva).post(`${path}/case`, {}, { "idempotency-key": `case-of-${id}` });
  const [first, again] = [await open(), await open()];
  expect(again.status).toBe(201);
  expect(again.body.id).toBe(first.body.id);
});

test("an anonymous caller's code word goes with them, with its count of wrong ones", async ({ world }) => {
  const { path } = await takeOne(world, { ...anonymously, relation: "harmed" });
  const eva = world.as(world.eva);
  for (let count = 0; count < 4; count++) await eva.post(`${path}/code-word-checks`, { word: "rode fiets" });
  const { body } = await eva.post(`${path}/case`, {});
  const check = (word: string) => eva.post(`/cases/${body.id}/code-word-checks`, { word });
  expect((await eva.get(`/cases/${body.id}/contact`)).status).toBe(404);
  expect((await eva.get(`/cases/${body.id}/safe-contact`)).status).toBe(404);
  expect((await check("rode fiets")).body).toEqual({ matched: false });
  expect((await check("blauwe fiets")).status).toBe(409);
});

test("needs to know how the caller stands to what happened", async ({ world }) => {
  const { path } = await takeOne(world, { language: "nl" });
  const eva = world.as(world.eva);
  expect(await eva.post(`${path}/case`, {})).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: "/relation" }] },
  });
  expect((await eva.post(`${path}/case`, { relation: "harmed" })).status).toBe(201);
});

test("an unknown colleague opens nothing, and the request stays as it was", async ({ world }) => {
  const { id, path } = await takeOne(world);
  const answer = await world.as(world.eva).post(`${path}/case`, { colleagueIds: [world.stranger.memberId] });
  expect(answer).toMatchObject({ status: 409, body: { type: "/problems/colleague-not-found" } });
  expect(await rowOf(world, id)).toMatchObject({ state: "open", letGoAt: null });
  expect(await keysOf(world, id)).toHaveLength(1);
});

test("an erased case takes the request with it that it began as", async ({ world }) => {
  const { id, path } = await takeOne(world);
  const { body } = await world.as(world.eva).post(`${path}/case`, {});
  const marije = await world.member(world.helpline, "privacy-officer");
  expect((await world.as(marije).post(`/cases/${body.id}/erasure`, { reason: "mistake" })).status).toBe(200);
  expect(await rowOf(world, id)).toBeUndefined();
});

test("an appointment that stands for the request stands for the case from then on", async ({ world }) => {
  const { id, path } = await takeOne(world);
  const appointmentId = await planFor(world, id, new Date("2026-01-06T10:00:00Z"));
  const { body } = await world.as(world.eva).post(`${path}/case`, {});
  const read = `select case_id from handreiking.appointment where id = '${appointmentId}'`;
  expect(await asParticipant(world.platform.db, world.helpline.id, read)).toEqual([{ case_id: body.id }]);
});
