import { expect } from "vitest";
import { openQuestion } from "../../handoff/make.ts";
import { test, type World } from "../../world/world.ts";

async function caseWithWord(world: World) {
  const { caseId } = await openQuestion(world);
  const path = `/cases/${caseId}`;
  expect((await world.as(world.eva).put(`${path}/code-word`, { word: "Blauwe fiets" })).status).toBe(204);
  return { caseId, path };
}

const check = (world: World, path: string, word: string, by = world.eva) =>
  world.as(by).post(`${path}/code-word-checks`, { word });

test("a caller is known by the word, however it is spelled, to any counsellor of the helpline", async ({
  world,
}) => {
  const { caseId, path } = await caseWithWord(world);
  const ilse = await world.member(world.helpline, "counsellor");
  expect(await check(world, path, " blauwe-FIETS", ilse)).toMatchObject({
    status: 200,
    body: { matched: true },
  });
  expect((await check(world, path, "rode fiets")).body).toEqual({ matched: false });
  expect((await world.audited(world.helpline.id, caseId)).sort()).toEqual([
    "case.opened",
    "code-word.agreed",
    "code-word.matched",
    "code-word.not-matched",
  ]);
});

test("after five wrong words none is taken, not even the right one, until the owner agrees on another", async ({
  world,
}) => {
  const { caseId, path } = await caseWithWord(world);
  for (let count = 0; count < 5; count++)
    expect((await check(world, path, `wrong ${count}`)).body).toEqual({ matched: false });
  const locked = { status: 409, body: { type: "/problems/code-word-locked" } };
  expect(await check(world, path, "blauwe fiets")).toMatchObject(locked);
  expect(await world.audited(world.helpline.id, caseId)).toContain("code-word.locked");
  await world.as(world.eva).put(`${path}/code-word`, { word: "rode fiets" });
  expect((await check(world, path, "rode fiets")).body).toEqual({ matched: true });
});

test("a right word begins the count anew", async ({ world }) => {
  const { path } = await caseWithWord(world);
  for (const word of ["w1", "w2", "w3", "w4", "blauwe fiets", "w5", "w6"]) await check(world, path, word);
  expect((await check(world, path, "blauwe fiets")).body).toEqual({ matched: true });
});

test("of ten wrong words at once five are taken and five refused", async ({ world }) => {
  const { path } = await caseWithWord(world);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, count) => check(world, path, `wrong ${count}`)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(200), ...Array(5).fill(409)]);
});

test("only the owner sets the word; a case without one says so; a word is not too short", async ({
  world,
}) => {
  const { path } = await caseWithWord(world);
  const ilse = await world.member(world.helpline, "counsellor");
  const attempt = () => world.as(ilse).put(`${path}/code-word`, { word: "rode fiets" });
  expect(await attempt()).toMatchObject({ status: 403, body: { type: "/problems/case-not-shared" } });
  const { headers } = await world.as(world.eva).get(`${path}/colleagues`);
  const ifMatch = { "if-match": headers.get("etag") ?? "" };
  await world.as(world.eva).put(`${path}/colleagues`, { memberIds: [ilse.memberId] }, ifMatch);
  expect(await attempt()).toMatchObject({ status: 403, body: { type: "/problems/case-owner-only" } });

  const { caseId } = await openQuestion(world);
  expect(await check(world, `/cases/${caseId}`, "blauwe fiets")).toMatchObject({
    status: 404,
    body: { type: "/problems/code-word-not-found" },
  });
  expect(await world.as(world.eva).put(`${path}/code-word`, { word: "- a -" })).toMatchObject({
    status: 400,
    body: { errors: [{ in: "body", pointer: "/word" }] },
  });
});
