import { expect } from "vitest";
import { seedDirectory } from "../../../src/directory/index.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type Person, test, type World } from "../../world/world.ts";

const coordinatorOf = (world: World) => world.member(world.operator, "coordinator");
const understood = async (world: World, words: string): Promise<string[]> =>
  (await world.as(world.eva).post("/service-searches", { words })).body.understoodAs;
const phrasesOf = async (world: World, topic: string): Promise<{ id: string; phrase: string }[]> =>
  (await world.as(world.eva).get(`/search-synonyms?topic=${topic}&pageSize=100`)).body.items;
const add = (world: World, person: Person, phrase: string, topic = "fraud") =>
  world.as(person).post("/search-synonyms", { phrase, topic });
/** Sends a change of the version that is there now. */
async function send(world: World, person: Person, method: "PUT" | "DELETE", id = "", body?: object) {
  const { headers } = await world.as(person).get(`/search-synonyms/${id}`);
  return world
    .as(person)
    .send(method, `/search-synonyms/${id}`, body, { "if-match": headers.get("etag") ?? "" });
}

const seed = (world: World) => seedDirectory(world.job(world.operator.id));
const fraud = "Fraude en oplichting";

test("search reads an added phrase in a sentence at once, and not after it is taken away", async ({
  world,
}) => {
  const operator = await coordinatorOf(world);
  const sentence = "mijn tante zit in een kwakkelring";
  expect(await understood(world, sentence)).not.toContain(fraud);
  const { body } = await add(world, operator, "Kwakkelring");
  expect(body).toMatchObject({ phrase: "kwakkelring", topic: "fraud", topicName: fraud });
  expect(await understood(world, sentence)).toContain(fraud);
  expect((await send(world, operator, "DELETE", body.id)).status).toBe(204);
  expect(await understood(world, sentence)).not.toContain(fraud);
});

test("a changed phrase is read in place of the old one", async ({ world }) => {
  const operator = await coordinatorOf(world);
  const { body } = await add(world, operator, "zwabbeldienst");
  const changed = await send(world, operator, "PUT", body.id, { phrase: "flodderwup", topic: "fraud" });
  expect(changed.body).toMatchObject({ id: body.id, phrase: "flodderwup" });
  expect(await understood(world, "die flodderwup")).toContain(fraud);
  expect(await understood(world, "die zwabbeldienst")).not.toContain(fraud);
});

test("case, accents and punctuation of a phrase do not count", async ({ world }) => {
  const { body } = await add(world, await coordinatorOf(world), "  Mijn Crèche-GELD,  pofzak! ");
  expect(body.phrase).toBe("mijn creche geld pofzak");
});

test("loading the starter directory again brings no removed phrase back and leaves a changed one", async ({
  world,
}) => {
  const operator = await coordinatorOf(world);
  await seed(world);
  const [removed, changed] = await phrasesOf(world, "fraud");
  await send(world, operator, "DELETE", removed?.id);
  await send(world, operator, "PUT", changed?.id, { phrase: "aardige wiebelwolk", topic: "fraud" });
  await seed(world);
  const phrases = (await phrasesOf(world, "fraud")).map(({ phrase }) => phrase);
  expect(phrases).not.toContain(removed?.phrase);
  expect(phrases).not.toContain(changed?.phrase);
  expect(phrases).toContain("aardige wiebelwolk");
});

test("a removed phrase can be added again, and then stays", async ({ world }) => {
  const operator = await coordinatorOf(world);
  await seed(world);
  const [first] = await phrasesOf(world, "fraud");
  await send(world, operator, "DELETE", first?.id);
  expect((await add(world, operator, first?.phrase ?? "")).status).toBe(201);
  await seed(world);
  expect((await phrasesOf(world, "fraud")).filter(({ phrase }) => phrase === first?.phrase)).toHaveLength(1);
});

test("a phrase stands once for a topic, and may mean two", async ({ world }) => {
  const operator = await coordinatorOf(world);
  const { body } = await add(world, operator, "tweemaal gezegd");
  expect((await add(world, operator, "Tweemaal gezegd")).body.type).toBe("/problems/synonym-exists");
  expect((await add(world, operator, "tweemaal gezegd", "shelter")).status).toBe(201);
  const clash = await send(world, operator, "PUT", body.id, { phrase: "tweemaal gezegd", topic: "shelter" });
  expect(clash.body.type).toBe("/problems/synonym-exists");
});

test.for([
  ["een twee drie vier vijf zes", "fraud", "/phrase"],
  ["…", "fraud", "/phrase"],
  ["geld weg", "no-such-topic", "/topic"],
] as const)("“%s” for %s is refused", async ([phrase, topic, pointer], { world }) => {
  const { status, body } = await add(world, await coordinatorOf(world), phrase, topic);
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ in: "body", pointer }]);
});

test("a synonym that is none is not found", async ({ world }) => {
  const operator = world.as(await coordinatorOf(world));
  for (const [method, body] of [
    ["PUT", { phrase: "weg ermee", topic: "fraud" }],
    ["DELETE", undefined],
  ] as const)
    expect(
      (await operator.send(method, `/search-synonyms/${randomIds()}`, body, { "if-match": "*" })).body.type,
    ).toBe("/problems/synonym-not-found");
});

test("a change of a version that is no longer there is refused", async ({ world }) => {
  const operator = await coordinatorOf(world);
  const { body, headers } = await add(world, operator, "wankele wolk");
  const old = { "if-match": headers.get("etag") ?? "" };
  const meaning = { phrase: "wankele tent", topic: "fraud" };
  expect((await world.as(operator).put(`/search-synonyms/${body.id}`, meaning, old)).status).toBe(200);
  expect((await world.as(operator).put(`/search-synonyms/${body.id}`, meaning, old)).status).toBe(412);
  expect((await world.as(operator).send("DELETE", `/search-synonyms/${body.id}`)).status).toBe(428);
});
