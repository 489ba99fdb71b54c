import { describe, expect } from "vitest";
import { type Person, test, type World } from "../../world/world.ts";
import { later, makeOverride } from "../make.ts";

const problem = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } });
const asked = async (world: World, person: Person) =>
  (await world.as(person).get("/tasks")).body.items.filter(
    (task: { kind: string }) => task.kind === "answer-override-request",
  );

describe("a decision that is asked for at once", () => {
  test("is the most pressing task of every counsellor who can act but its maker, since it was asked for", async ({
    world,
  }) => {
    const { id, ilse } = await makeOverride(world, { ground: "legal-duty" });
    const marije = await world.member(world.helpline, "counsellor");
    const made = world.clock.time.toISOString();
    world.clock.time = later(world, { minutes: 5 });
    const since = world.clock.time.toISOString();
    const answer = await world.as(world.eva).post(`/overrides/${id}/requests`, {});
    expect(answer).toMatchObject({ status: 201, body: { overrideId: id, askedAt: since } });
    world.clock.time = later(world, { minutes: 5 });
    const again = await world.as(world.eva).post(`/overrides/${id}/requests`, {});
    expect(again.body).toEqual(answer.body);
    for (const colleague of [ilse, marije])
      expect(await asked(world, colleague)).toMatchObject([{ subjectId: id, since, acute: true }]);
    expect(await asked(world, world.eva)).toEqual([]);
    expect((await world.as(marije).get(`/overrides/${id}`)).body).toMatchObject({
      waitingSince: made,
      requests: [{ askedBy: world.eva.memberId, askedAt: since }],
    });
    expect((await world.as(world.eva).get("/events")).body.items).toContainEqual(
      expect.objectContaining({ type: "override-request.made", subjectId: id }),
    );
    await (await world.inPerson(marije)).post(`/overrides/${id}/approval`);
    for (const colleague of [ilse, marije]) expect(await asked(world, colleague)).toEqual([]);
    expect(await world.as(world.eva).post(`/overrides/${id}/requests`, {})).toMatchObject(
      problem(409, "nothing-to-decide"),
    );
  });

  test("goes to one colleague alone, who could decide it", async ({ world }) => {
    const { id, ilse } = await makeOverride(world, { ground: "legal-duty" });
    const marije = await world.member(world.helpline, "counsellor");
    const ask = (memberId?: string) => world.as(world.eva).post(`/overrides/${id}/requests`, { memberId });
    expect((await ask(marije.memberId)).body).toMatchObject({ memberId: marije.memberId });
    expect(await asked(world, marije)).toHaveLength(1);
    expect(await asked(world, ilse)).toEqual([]);
    expect(await ask(world.eva.memberId)).toMatchObject(problem(409, "second-member-needed"));
    expect(await ask(world.noor.memberId)).toMatchObject(problem(409, "colleague-not-found"));
    const intake = await world.member(world.helpline, "intake");
    expect(await ask(intake.memberId)).toMatchObject(problem(409, "colleague-cannot-act"));
  });

  test("is not asked for where nobody could give it", async ({ world }) => {
    const { id, ilse } = await makeOverride(world, { ground: "legal-duty" });
    const administrator = await world.member(world.helpline, "administrator");
    await world.as(administrator).put(`/members/${ilse.memberId}/suspension`);
    expect(await world.as(world.eva).post(`/overrides/${id}/requests`, {})).toMatchObject(
      problem(409, "nobody-to-ask"),
    );
  });

  test("is a pending objection's too, and a request from before it is over", async ({ world }) => {
    const { id, ilse } = await makeOverride(world);
    const ask = () => world.as(world.eva).post(`/overrides/${id}/requests`, {});
    await ask();
    await (await world.inPerson(ilse)).post(`/overrides/${id}/review`, { upheld: true });
    expect(await asked(world, ilse)).toEqual([]);
    world.clock.time = later(world, { minutes: 5 });
    await world.as(world.eva).post(`/overrides/${id}/objection`);
    expect(await asked(world, ilse)).toEqual([]);
    expect((await ask()).status).toBe(201);
    expect(await asked(world, ilse)).toMatchObject([{ since: world.clock.time.toISOString() }]);
  });
});
