import { describe, expect } from "vitest";
import { type Person, test, type World } from "../../world/world.ts";
import { emergency, later, makeEmergency, openQuestion } from "../make.ts";

const problem = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } });
const counsellor = (world: World) => world.member(world.helpline, "counsellor");
const tasks = async (world: World, person: Person) =>
  (await world.as(person).get("/tasks")).body.items.filter((task: { kind: string }) =>
    task.kind.endsWith("-emergency"),
  );

describe("an emergency call that was made", () => {
  test("is written down with its words sealed, and whatever the caller refused", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const eva = world.as(world.eva);
    const toldAt = later(world, { minutes: -10 }).toISOString();
    const body = { ...emergency, toldAt, newSince: "He came home.", triedIds: [world.eva.memberId] };
    const made = await eva.post(`/cases/${caseId}/emergencies`, body);
    expect(made).toMatchObject({
      status: 201,
      body: { caseId, told: "112", toldAt, reviewDueAt: later(world, { hours: 24 }).toISOString() },
    });
    expect(JSON.stringify(made.body)).not.toMatch(/knife|came home/);
    expect((await eva.get(`/emergencies/${made.body.id}`)).body).toMatchObject({
      words: emergency.words,
      newSince: "He came home.",
    });
    expect((await eva.get(`/cases/${caseId}/emergencies`)).body.items).toEqual([made.body]);
    const entries = await world.audited(world.helpline.id, made.body.id);
    expect(entries.sort()).toEqual(["emergency.read", "emergency.recorded"]);
    const events = (await eva.get("/events")).body.items;
    expect(events).toContainEqual(
      expect.objectContaining({ type: "emergency.recorded", subjectId: made.body.id }),
    );
    const exported = await eva.get(`/cases/${caseId}/export`);
    expect(exported.body.emergencies).toMatchObject([{ told: "112", words: emergency.words }]);
  });

  test("is written down by any counsellor of the helpline as often as it was made, and read by whoever may", async ({
    world,
  }) => {
    const { caseId } = await openQuestion(world);
    const ilse = await counsellor(world);
    const record = () => world.as(ilse).post(`/cases/${caseId}/emergencies`, emergency);
    const [first, second] = [await record(), await record()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await world.as(ilse).get(`/emergencies/${first.body.id}`)).toMatchObject(
      problem(403, "case-not-shared"),
    );
    expect(await world.as(ilse).get(`/cases/${caseId}/emergencies`)).toMatchObject(
      problem(403, "case-not-shared"),
    );
    expect((await world.as(world.eva).get(`/emergencies/${first.body.id}`)).status).toBe(200);
    const stranger = await world.as(world.stranger).post(`/cases/${caseId}/emergencies`, emergency);
    expect(stranger).toMatchObject(problem(404, "case-not-found"));
  });

  test("opens nothing: no basis, no offer, no disclosure comes of it", async ({ world }) => {
    const { caseId } = await makeEmergency(world);
    const { body } = await world.as(world.eva).get(`/cases/${caseId}`);
    expect(body).toMatchObject({ consents: [] });
    expect((await world.as(world.noor).get("/referrals?direction=received")).body.items).toEqual([]);
  });

  test("is no later than now, and names colleagues of one's own", async ({ world }) => {
    const { caseId } = await openQuestion(world);
    const post = (more: object) =>
      world.as(world.eva).post(`/cases/${caseId}/emergencies`, { ...emergency, ...more });
    const late = await post({ toldAt: later(world, { minutes: 1 }).toISOString() });
    expect(late.body.errors).toMatchObject([{ pointer: "/toldAt" }]);
    expect(await post({ triedIds: [world.noor.memberId] })).toMatchObject(
      problem(409, "colleague-not-found"),
    );
    expect((await post({ tried: [] })).status).toBe(400);
  });

  test("is looked at by another, signed in, once", async ({ world }) => {
    const { id } = await makeEmergency(world);
    const ilse = await counsellor(world);
    const finding = { finding: "right" };
    const path = `/emergencies/${id}/review`;
    expect(await (await world.inPerson(world.eva)).post(path, finding)).toMatchObject(
      problem(409, "own-emergency"),
    );
    expect(await world.as(ilse).post(path, finding)).toMatchObject(problem(403, "sign-in-needed"));
    expect((await world.as(ilse).get(`/emergencies/${id}`)).body.words).toBe(emergency.words);
    const person = await world.inPerson(ilse);
    expect(await person.post(path, finding)).toMatchObject({
      status: 200,
      body: { finding: "right", reviewedBy: ilse.memberId },
    });
    expect((await person.post(path, finding)).status).toBe(200);
    expect(await person.post(path, { finding: "not-needed" })).toMatchObject(
      problem(409, "emergency-reviewed"),
    );
    expect(await world.as(ilse).get(`/emergencies/${id}`)).toMatchObject(problem(403, "case-not-shared"));
  });

  test("is a task for every counsellor but its author, and once overdue a coordinator's, by id", async ({
    world,
  }) => {
    const { id } = await makeEmergency(world);
    const [ilse, coordinator] = [await counsellor(world), await world.member(world.helpline, "coordinator")];
    const since = world.clock.time.toISOString();
    expect(await tasks(world, world.eva)).toEqual([]);
    expect(await tasks(world, coordinator)).toEqual([]);
    expect(await tasks(world, ilse)).toMatchObject([{ kind: "review-emergency", subjectId: id, since }]);
    world.clock.time = later(world, { hours: 24 });
    expect(await tasks(world, coordinator)).toMatchObject([
      { kind: "overdue-emergency", subjectId: id, why: "112", since, overdue: true },
    ]);
    const person = await world.inPerson(ilse);
    expect((await person.post(`/emergencies/${id}/review`, { finding: "not-needed" })).status).toBe(200);
    expect(await tasks(world, ilse)).toEqual([]);
    expect(await tasks(world, coordinator)).toEqual([]);
  });

  test("is erased with its case", async ({ world }) => {
    const { id, caseId } = await makeEmergency(world);
    const ilse = await world.inPerson(await counsellor(world));
    await ilse.post(`/emergencies/${id}/review`, { finding: "right" });
    const officer = await world.member(world.helpline, "privacy-officer");
    const erased = await world.as(officer).post(`/cases/${caseId}/erasure`, { reason: "mistake" });
    expect(erased.status).toBe(200);
    expect(await ilse.get(`/emergencies/${id}`)).toMatchObject(problem(404, "emergency-not-found"));
  });
});
