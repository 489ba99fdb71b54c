import { describe, expect } from "vitest";
import { test as aloneTest, sharingTest as test } from "../world/world.ts";
import { anArticle, editorOf, published } from "./make.ts";

describe("feedback on an article", () => {
  test("is seen by its helpline and by who gave it, and answered once", async ({ world }) => {
    const { path } = await published(world);
    const [noor, eva, stranger] = [world.noor, world.eva, world.stranger].map((person) => world.as(person));
    const given = await noor?.post(`${path}/feedback`, { opinion: "outdated", text: "Ander nummer." });
    expect(given?.body).toMatchObject({ version: 1, giverId: world.bridge.id, opinion: "outdated" });
    await stranger?.post(`${path}/feedback`, { opinion: "helpful" });
    const listed = async (person = eva) => (await person?.get(`${path}/feedback`))?.body.items;
    expect(await listed()).toHaveLength(2);
    expect(await listed(noor)).toMatchObject([{ id: given?.body.id }]);
    expect(await listed(stranger)).toMatchObject([{ opinion: "helpful" }]);
    const answer = `/article-feedback/${given?.body.id}/answer`;
    expect((await stranger?.post(answer, { answer: "taken-over" }))?.status).toBe(404);
    expect((await noor?.post(answer, { answer: "taken-over" }))?.status).toBe(403);
    expect((await eva?.post(answer, { answer: "not-taken-over" }))?.status).toBe(400);
    const answered = { answer: "not-taken-over", reason: "Het nummer klopt." };
    for (const _ of [1, 2]) expect((await eva?.post(answer, answered))?.status).toBe(200);
    expect((await eva?.post(answer, { answer: "taken-over" }))?.body.type).toBe(
      "/problems/feedback-answered",
    );
    expect(await listed(noor)).toMatchObject([answered]);
  });

  test("holds no citizen number, and is given on what one may read", async ({ world }) => {
    const { path } = await published(world);
    const numbered = await world
      .as(world.noor)
      .post(`${path}/feedback`, { opinion: "wrong", text: "123456782" });
    expect(numbered.status).toBe(400);
    const draft = await anArticle(world);
    const foreign = await world.as(world.noor).post(`${draft.path}/feedback`, { opinion: "wrong" });
    expect(foreign.status).toBe(404);
    const colleague = await world.member(world.helpline, "intake");
    expect((await world.as(colleague).post(`${draft.path}/feedback`, { opinion: "wrong" })).status).toBe(201);
  });
});

aloneTest(
  "what is wrong is the writer's task in five working days, and the coordinator's after a month",
  async ({ world }) => {
    const { path } = await published(world);
    const noor = world.as(world.noor);
    await noor.post(`${path}/feedback`, { opinion: "helpful" });
    const { id } = (await noor.post(`${path}/feedback`, { opinion: "missing" })).body;
    const tasks = async (person = world.eva) => (await world.as(person).get("/tasks")).body.items;
    const task = {
      kind: "answer-article-feedback",
      subjectId: id,
      why: "missing",
      dueAt: "2026-01-12T09:00:00.000Z",
    };
    expect(await tasks()).toMatchObject([task]);
    expect(await tasks(await editorOf(world))).toEqual([]);
    world.clock.time = new Date("2026-02-05T09:00:00Z");
    expect(await tasks(await editorOf(world))).toMatchObject([task]);
    await world.as(world.eva).post(`/article-feedback/${id}/answer`, { answer: "taken-over" });
    expect(await tasks()).toEqual([]);
  },
);
