import { describe, expect } from "vitest";
import { taskKinds } from "../../src/tasks/sources.ts";
import { tickAt } from "../handoff/clock/ticking.ts";
import { keepSafe, later, makeByPhone, makeOverride, makeReferral } from "../handoff/make.ts";
import { type Person, test, type World } from "../world/world.ts";

interface Told {
  kind: string;
  subjectId: string;
  why: string;
  dueAt: string;
  next: { href: string };
}

const tasksOf = async (world: World, person: Person): Promise<Told[]> =>
  (await world.as(person).get("/tasks")).body.items;

/** The kinds of what somebody has to do with a record. */
const kindsOf = async (world: World, person: Person, subjectId: string) =>
  (await tasksOf(world, person)).filter((task) => task.subjectId === subjectId).map(({ kind }) => kind);

test("every task links to an operation of the published contract", async ({ world }) => {
  const { paths } = (await world.as(undefined).get("/openapi.json")).body;
  const published = Object.entries<Record<string, { operationId: string }>>(paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) =>
          `${operationId} ${method.toUpperCase()} ${path.replace(/\{\w+\}/, "{id}")}`,
      ),
  );
  for (const [kind, [operationId, method, href]] of Object.entries(taskKinds))
    expect(
      published.map((told) => told.replace(" /v1/", " /")),
      kind,
    ).toContain(`${operationId} ${method} ${href.split("?")[0]?.replace("/v1/", "/")}`);
});

describe("a recipient", () => {
  test("acknowledges, answers, confirms and meets what it owes", async ({ world }) => {
    const { noor } = world;
    const offered = await makeReferral(world, "offered");
    expect(await kindsOf(world, noor, offered.id)).toEqual(["acknowledge-referral"]);
    const acknowledged = await makeReferral(world, "acknowledged");
    expect(await kindsOf(world, noor, acknowledged.id)).toEqual(["answer-referral"]);
    const scheduled = await makeReferral(world, "scheduled");
    expect(await kindsOf(world, noor, scheduled.id)).toEqual([]);
    await world.as(noor).get(`${scheduled.path}/disclosure`);
    world.clock.time = later(world, { days: 1, hours: 2 });
    expect(await kindsOf(world, noor, scheduled.id)).toEqual(["confirm-contact"]);
    await world.as(noor).post(`${scheduled.path}/contact-confirmation`, { confirmedBy: "partner" });
    expect(await kindsOf(world, noor, scheduled.id)).toEqual([]);
    await world.as(world.eva).post(`/consents/${scheduled.consentId}/withdrawal`);
    expect(await kindsOf(world, noor, scheduled.id)).toEqual(["meet-obligation"]);
  });
});

describe("a counsellor", () => {
  test("offers drafts, asks after silence, fixes and confirms introductions, and follows up", async ({
    world,
  }) => {
    const { eva } = world;
    const draft = await makeReferral(world, "draft");
    expect(await kindsOf(world, eva, draft.id)).toEqual(["offer-draft"]);
    const offered = await makeReferral(world, "offered");
    expect(await kindsOf(world, eva, offered.id)).toEqual([]);
    const accepted = await makeReferral(world, "accepted");
    expect(await kindsOf(world, eva, accepted.id)).toEqual(["fix-introduction"]);
    const scheduled = await makeReferral(world, "scheduled");
    await tickAt(world, later(world, { days: 1, hours: 2 }));
    expect(await kindsOf(world, eva, offered.id)).toEqual(["ask-partner"]);
    expect(await kindsOf(world, eva, scheduled.id)).toEqual(["confirm-contact"]);
    await world.as(eva).post(`${scheduled.path}/contact-confirmation`, { confirmedBy: "caller" });
    expect(await kindsOf(world, eva, scheduled.id)).toEqual([]);
    await world.as(world.noor).post(`${scheduled.path}/contact-confirmation`, { confirmedBy: "partner" });
    await tickAt(world, later(world, { days: 14 }));
    expect(await kindsOf(world, eva, scheduled.id)).toEqual(["follow-up"]);
  });

  test("fixes another time after an introduction was missed, and nobody is asked whether it took place", async ({
    world,
  }) => {
    const { eva, noor } = world;
    const { id, path, caseId } = await makeReferral(world, "scheduled");
    world.clock.time = later(world, { days: 1, hours: 2 });
    expect(await kindsOf(world, eva, id)).toEqual(["confirm-contact"]);
    await world.as(noor).post(`${path}/missed-introductions`);
    const tasks = (await tasksOf(world, eva)).filter(({ subjectId }) => subjectId === id);
    expect(tasks).toMatchObject([
      { kind: "reschedule-introduction", why: "missed", next: { href: `/v1/referrals/${id}/introduction` } },
    ]);
    expect(await kindsOf(world, noor, id)).toEqual([]);
    await keepSafe(world, caseId);
    const again = { at: later(world, { days: 1 }).toISOString(), channel: "video" };
    expect((await world.as(eva).put(`${path}/introduction`, again)).status).toBe(200);
    expect(await kindsOf(world, eva, id)).toEqual([]);
    world.clock.time = later(world, { days: 1, hours: 1 });
    expect(await kindsOf(world, eva, id)).toEqual(["confirm-contact"]);
    expect(await kindsOf(world, noor, id)).toEqual(["confirm-contact"]);
  });

  test("phones a partner without a login: for its answer, and for what it owes", async ({ world }) => {
    const { eva } = world;
    const { id, path, caseId, consentId } = await makeByPhone(world);
    expect(await kindsOf(world, eva, id)).toEqual(["phone-partner"]);
    const by = { name: "Bo", function: "intake", contact: "030-7654321" };
    await world.as(eva).post(`${path}/spoken-answers`, { answer: "accepted", by });
    await keepSafe(world, caseId);
    await world.as(eva).post(`${path}/introduction`, {
      at: later(world, { days: 1 }).toISOString(),
      channel: "video",
      disclosure: { method: "spoken", categories: ["contact"], to: { name: "Bo", function: "intake" } },
    });
    await world.as(eva).post(`/consents/${consentId}/withdrawal`);
    const tasks = (await tasksOf(world, eva)).filter(({ subjectId }) => subjectId === id);
    expect(tasks).toMatchObject([
      { kind: "meet-obligation", why: "phone-partner", next: { href: `/v1/obligations/${id}/fulfilment` } },
    ]);
  });

  test("sees the cases that are theirs, nothing held, nothing ended, and no other helpline's", async ({
    world,
  }) => {
    const held = await makeReferral(world, "accepted");
    await world.as(world.eva).post(`${held.path}/hold`, { until: later(world, { days: 9 }).toISOString() });
    const waiting = await makeReferral(world, "offered");
    await world
      .as(world.eva)
      .post(`${waiting.path}/hold`, { until: later(world, { days: 9 }).toISOString() });
    const ended = await makeReferral(world, "completed");
    const accepted = await makeReferral(world, "accepted");
    const ilse = await world.member(world.helpline, "counsellor");
    for (const person of [ilse, world.stranger]) expect(await tasksOf(world, person)).toEqual([]);
    // The need itself is still open, whatever came of the handoff.
    expect((await tasksOf(world, world.eva)).map(({ subjectId }) => subjectId).sort()).toEqual(
      [accepted.id, ended.questionId].sort(),
    );
    expect(await tasksOf(world, world.noor)).toEqual([]);
    world.clock.time = later(world, { days: 9 });
    expect(await kindsOf(world, world.eva, held.id)).toEqual(["fix-introduction"]);
    expect(await kindsOf(world, world.noor, waiting.id)).toEqual(["acknowledge-referral"]);
    expect(await kindsOf(world, world.eva, ended.id)).toEqual([]);
  });

  test("is the second member for a colleague's override, never for an own one", async ({ world }) => {
    const urgent = await makeOverride(world);
    const duty = await makeOverride(world, { ground: "legal-duty" });
    const { ilse } = urgent;
    expect(await kindsOf(world, ilse, urgent.id)).toEqual(["review-override"]);
    await (await world.inPerson(ilse)).post(`/overrides/${urgent.id}/review`, { upheld: true });
    const objected = await makeOverride(world, { objected: true });
    expect(await kindsOf(world, ilse, duty.id)).toEqual(["approve-override"]);
    expect(await kindsOf(world, ilse, objected.id)).toEqual(["decide-objection"]);
    for (const { id } of [urgent, duty, objected]) expect(await kindsOf(world, world.eva, id)).toEqual([]);
    const present = await world.inPerson(ilse);
    await present.post(`/overrides/${duty.id}/approval`);
    await present.post(`/overrides/${objected.id}/objection-decision`, { honored: true });
    expect(await tasksOf(world, ilse)).toEqual([]);
  });

  test("reads what presses most first", async ({ world }) => {
    await makeReferral(world, "accepted");
    await makeReferral(world, "draft");
    await makeOverride(world);
    await makeByPhone(world);
    const dues = (await tasksOf(world, world.eva)).map(({ dueAt }) => dueAt);
    expect(dues).toHaveLength(4);
    expect(dues).toEqual([...dues].sort());
  });
});

describe("a coordinator", () => {
  test("sees by id and state what is overdue: of the own helpline, at the operator of all", async ({
    world,
  }) => {
    const offered = await makeReferral(world, "offered");
    const fresh = await makeReferral(world, "accepted");
    const own = await world.member(world.helpline, "coordinator");
    const operators = await world.member(world.operator, "coordinator");
    const theirs = await world.member(world.elsewhere, "coordinator");
    await tickAt(world, "2026-01-07T09:00:00Z");
    for (const person of [own, operators]) {
      const tasks = await tasksOf(world, person);
      const task = tasks.find(({ subjectId }) => subjectId === offered.id);
      expect(Object.keys(task ?? {}).sort()).toEqual([
        "acute",
        "dueAt",
        "kind",
        "next",
        "overdue",
        "subjectId",
        "why",
      ]);
      expect(task).toMatchObject({ kind: "overdue-referral", why: "offered" });
      const { status, body } = await world.as(person).get((task?.next.href ?? "").replace("/v1", ""));
      const { caseId } = offered;
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          id: offered.id,
          state: "offered",
          dueAt: task?.dueAt,
          // Which case it is, only its own helpline's coordinator learns.
          ...(person === own && { caseId, ownerId: world.eva.memberId }),
        },
      });
      expect(tasks.map(({ subjectId }) => subjectId)).not.toContain(fresh.id);
    }
    expect(await tasksOf(world, theirs)).toEqual([]);
    for (const [person, { id }] of [
      [theirs, offered],
      [own, fresh],
      [operators, fresh],
    ] as const)
      expect((await world.as(person).get(`/overdue-referrals/${id}`)).status).toBe(404);
    expect((await world.as(operators).get(offered.path)).status).toBe(403);
    await world.as(world.eva).post(`${offered.path}/withdrawal`);
    for (const person of [own, operators]) expect(await kindsOf(world, person, offered.id)).toEqual([]);
  });
});
