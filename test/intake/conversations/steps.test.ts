import { describe, expect } from "vitest";
import { openQuestion } from "../../handoff/make.ts";
import { sharingTest as test, type World } from "../../world/world.ts";
import { talk } from "./make.ts";

/** A conversation with danger signs, and who goes through its steps. */
async function endangered(world: World, changes: object = {}) {
  const { caseId } = await openQuestion(world);
  const id = await talk(world, caseId, world.eva, changes);
  const eva = world.as(world.eva);
  const path = `/conversations/${id}`;
  return {
    id,
    caseId,
    list: async (language = "nl") => (await eva.get(`${path}/step-list?language=${language}`)).body,
    record: (step: string, decision: string, more: object = {}) =>
      eva.post(`${path}/steps`, { step, decision, ...more }),
    task: async () =>
      (await eva.get("/tasks")).body.items.find((one: { subjectId: string }) => one.subjectId === id),
  };
}

const through = [
  ["map-signals", "signals-mapped", {}],
  ["consult", "colleague-consulted", {}],
  ["talk", "not-possible", { reason: "danger-to-caller" }],
  ["weigh", "structural-danger", { reason: "consulted-advises" }],
  ["decide", "organize-help", { reason: "help-suffices", words: "Her sister takes her in." }],
] as const;

describe("after danger signs", () => {
  test("the five steps are told with their source, in Dutch and in English", async ({ world }) => {
    const { list } = await endangered(world);
    const [dutch, english] = [await list("nl"), await list("en")];
    expect(dutch).toMatchObject({ open: true, acute: false, dueAt: "2026-01-06T23:00:00.000Z" });
    expect(dutch.steps.map(({ step }: { step: string }) => step)).toEqual(through.map(([step]) => step));
    expect(dutch.source).toContain("Stb. 2013, 324");
    expect(english.steps[1].title).toBe("Consult a colleague or Veilig Thuis");
    expect(dutch.steps[1].title).not.toBe(english.steps[1].title);
  });

  test("are gone through in their order, with reasons; then nothing waits any more", async ({ world }) => {
    const { list, record, task } = await endangered(world);
    expect(await task()).toMatchObject({
      kind: "go-through-steps",
      why: "danger-signs",
      acute: false,
      next: { operationId: "getStepList" },
    });
    for (const [step, decision, more] of through) {
      const following = through[through.findIndex(([name]) => name === step) + 1];
      if (following)
        expect(await record(following[0], following[1], following[2])).toMatchObject({
          status: 409,
          body: { type: "/problems/step-out-of-turn" },
        });
      expect((await record(step, decision, more)).status).toBe(201);
    }
    const done = await list();
    expect(done.open).toBe(false);
    expect(done.steps[4].decisions).toMatchObject([
      { decision: "organize-help", words: "Her sister takes her in.", decidedById: world.eva.memberId },
    ]);
    expect(await task()).toBeUndefined();
  });

  test("a decision may be followed by another at the same step, and both stay", async ({ world }) => {
    const { list, record } = await endangered(world);
    for (const decision of ["signals-mapped", "signals-mapped"]) await record("map-signals", decision);
    await record("consult", "colleague-consulted");
    await record("consult", "veilig-thuis-consulted");
    const { steps } = await list();
    expect(steps[1].decisions.map(({ decision }: { decision: string }) => decision).sort()).toEqual([
      "colleague-consulted",
      "veilig-thuis-consulted",
    ]);
  });

  test.for([
    ["map-signals", "report", {}, "/decision"],
    ["map-signals", "not-possible", {}, "/reason"],
  ] as const)("%s is not decided by %s with %j", async ([step, decision, more, pointer], { world }) => {
    const { record } = await endangered(world);
    expect(await record(step, decision, more)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  });

  test("that are acute it is today's, and comes before all else", async ({ world }) => {
    const { task, id } = await endangered(world, { dangerSigns: ["strangulation", "pregnant"] });
    expect(await task()).toMatchObject({
      why: "acute-danger",
      acute: true,
      dueAt: "2026-01-05T23:00:00.000Z",
    });
    const { items } = (await world.as(world.eva).get("/tasks")).body;
    const firstCalm = items.findIndex(({ acute }: { acute: boolean }) => !acute);
    const place = items.findIndex(({ subjectId }: { subjectId: string }) => subjectId === id);
    expect(place).toBeLessThan(firstCalm === -1 ? items.length : firstCalm);
  });

  test("to decide to report tells nobody: it is written down, and that is all", async ({ world }) => {
    const { id, caseId, record } = await endangered(world);
    const events = async () => (await world.as(world.eva).get("/events?pageSize=100")).body.items.length;
    const before = await events();
    for (const [step, decision, more] of through.slice(0, 4)) await record(step, decision, more);
    const decided = await record("decide", "report", { reason: "danger-to-child" });
    expect(decided.status).toBe(201);
    expect(await events()).toBe(before);
    expect(await world.audited(world.helpline.id, decided.body.id)).toEqual(["conversation.step-decided"]);
    expect([id, caseId]).not.toContain(decided.body.id);
  });

  test("and only then there are steps", async ({ world }) => {
    const { record, id } = await endangered(world, { dangerSigns: [] });
    const refused = { status: 409, body: { type: "/problems/no-danger-signs" } };
    expect(await record("map-signals", "signals-mapped")).toMatchObject(refused);
    expect(await world.as(world.eva).get(`/conversations/${id}/step-list`)).toMatchObject(refused);
  });
});
