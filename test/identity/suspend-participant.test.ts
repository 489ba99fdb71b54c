import { expect } from "vitest";
import { makeReferral } from "../handoff/make.ts";
import { issuer, type Person, test, type World } from "../world/world.ts";

const suspend = async (world: World, participantId: string, suspended = true) =>
  world
    .as(await world.member(world.operator, "coordinator"))
    .put(`/participants/${participantId}/suspension`, { suspended });

/** What a token that somebody holds already is answered. */
const askWith = async (world: World, token: string, path = "/tasks") =>
  (await world.app.request(`${issuer}/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).status;

test("a suspension bites on the next request, also with a token in hand, and ends as it began", async ({
  world,
}) => {
  const people: Person[] = [world.noor, world.system(world.bridge)];
  const tokens = await Promise.all(people.map((person) => world.tokenOf(person)));
  const { path } = await makeReferral(world, "scheduled");
  for (const token of tokens) expect(await askWith(world, token)).toBe(200);
  expect(await suspend(world, world.bridge.id)).toMatchObject({ status: 200 });
  for (const token of tokens) {
    expect(await askWith(world, token)).toBe(401);
    expect(await askWith(world, token, `${path}/disclosure`)).toBe(401);
  }
  for (const person of people) expect((await world.as(person).get("/events")).status).toBe(401);
  expect((await suspend(world, world.bridge.id)).status).toBe(200);
  await suspend(world, world.bridge.id, false);
  for (const token of tokens) expect(await askWith(world, token)).toBe(200);
  expect(await world.audited(world.operator.id, world.bridge.id)).toEqual(
    expect.arrayContaining(["participant.suspended", "participant.readmitted"]),
  );
});

test("a suspended participant is offered nothing, and what is under way is its sender's to withdraw", async ({
  world,
}) => {
  const draft = await makeReferral(world, "draft");
  const offered = await makeReferral(world, "offered");
  await suspend(world, world.bridge.id);
  const eva = world.as(world.eva);
  const offer = await eva.post(`${draft.path}/offer`, { consentId: draft.consentId });
  expect(offer).toMatchObject({ status: 409, body: { type: "/problems/service-takes-no-handoffs" } });
  expect((await eva.post(`${offered.path}/withdrawal`)).body.state).toBe("withdrawn");
});

test("nobody suspends the network's operator", async ({ world }) => {
  const answer = await suspend(world, world.operator.id);
  expect(answer).toMatchObject({ status: 409, body: { type: "/problems/operator-stays" } });
});
