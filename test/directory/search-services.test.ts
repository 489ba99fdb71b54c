import { expect } from "vitest";
import { searchServices } from "../../src/directory/index.ts";
import { counting } from "../world/statements.ts";
import { test, type World } from "../world/world.ts";
import { organizationId } from "./entries.ts";

const search = (world: World, body: Record<string, unknown>) =>
  world.as(world.eva).post("/service-searches", body);

interface Match {
  service: { id: string; name: string; status: string; organization: { id: string; name: string } };
  matched: { word: string; by: string }[];
  distanceKilometers?: number;
  score: number;
}
const organizationsOf = (matches: Match[]) => matches.map(({ service }) => service.organization.name);

for (const [words, first, understood] of [
  [
    "ze hebben al mijn spaargeld afgepakt voor dure cusursen",
    "ACM ConsuWijzer",
    ["spaargeld", "afgepakt", "dure", "cursussen", "Financiële misstanden"],
  ],
  [
    "mijn zus zit in een sekte en wordt bedrijgd",
    "Onder Controle (Fier)",
    ["sekte", "groepen", "sektes", "bedreigd", "Sekte of gesloten groep", "Bedreiging"],
  ],
  ["arbeidsuitbuitng", "Nederlandse Arbeidsinspectie", ["arbeidsuitbuiting", "arbeid"]],
  ["ik denk aan zelfmord", "113 Zelfmoordpreventie", ["denken", "zelfmoord", "Gedachten aan zelfmoord"]],
  ["ADVOKAAT", "Raad voor Rechtsbijstand", ["Rechtsbijstand"]],
  [
    "gevangen in een huwelijk, suïcide",
    "Femmes for Freedom",
    ["huwelijk", "suicide", "Dwang", "Huwelijksdwang en achterlating", "Gedachten aan zelfmoord"],
  ],
  ["113", "113 Zelfmoordpreventie", ["113"]],
  [
    "forced mariage",
    "Landelijk Knooppunt Huwelijksdwang en Achterlating",
    ["forced", "marriage", "Huwelijksdwang en achterlating"],
  ],
] as const)
  test(`"${words}" leads to ${first}`, async ({ world }) => {
    const { status, body } = await search(world, { words });
    expect(status).toBe(200);
    expect(organizationsOf(body.items)).toContain(first);
    expect(body.understoodAs).toEqual(understood);
  });

test("a plural that is stemmed otherwise is understood", async ({ world }) => {
  const one = await search(world, { words: "sekte" });
  const more = await search(world, { words: "sektes" });
  expect(new Set(organizationsOf(more.body.items))).toEqual(new Set(organizationsOf(one.body.items)));
});

test("each match says by which words of the directory it was found", async ({ world }) => {
  const { body } = await search(world, { words: "dreigementen in een sekte met bedrijging" });
  for (const { matched } of body.items as Match[]) {
    expect(matched.length).toBeGreaterThan(0);
    expect(body.understoodAs).toEqual(expect.arrayContaining(matched.map(({ word }) => word)));
  }
});

test("each match says where its words were found", async ({ world }) => {
  const { body } = await search(world, { words: "FairWork loverboy arbeidsuitbuiting onderbetaald" });
  const matches = body.items as Match[];
  const told = (name: string) =>
    matches.find(({ service }) => service.organization.name === name)?.matched ?? [];
  expect(told("FairWork")).toEqual(
    expect.arrayContaining([
      { word: "fairwork", by: "organization" },
      { word: "arbeidsuitbuiting", by: "name" },
      { word: "onderbetaald", by: "description" },
      { word: "Arbeidsuitbuiting", by: "synonym" },
    ]),
  );
  expect(told("CoMensha")).toContainEqual({ word: "arbeidsuitbuiting", by: "topic" });
});

for (const [words, name] of [
  ["geld is allemaal kwijt", "Fraudehelpdesk"],
  ["uithuwelijken", "Landelijk Knooppunt Huwelijksdwang en Achterlating"],
  ["ze laten me niet gaan", "Onder Controle (Fier)"],
  ["hulpverlening", "FairWork"],
  ["kinder mishandeling", "Veilig Thuis"],
  ["slachtoffer advocaten", "LANGZS"],
] as const)
  test(`"${words}" finds ${name}`, async ({ world }) => {
    const { body } = await search(world, { words, pageSize: 100 });
    expect(organizationsOf(body.items)).toContain(name);
  });

test("what was typed is neither repeated nor logged", async ({ world }) => {
  const words = "Wilhelmina Quispel uit Bontebok, 0612345678: zit in een sektte";
  const answer = await search(world, { words });
  expect(answer.body.understoodAs).toEqual(["sekte", "Sekte of gesloten groep"]);
  const told = JSON.stringify([answer.body, world.logged]).toLowerCase();
  for (const typed of ["wilhelmina", "quispel", "bontebok", "0612345678", "sektte"])
    expect(told).not.toContain(typed);
});

for (const words of ["xqzzw !?", "en dan was er het"])
  test(`where "${words}" tells nothing, who listens to anyone is answered, and it is said so`, async ({
    world,
  }) => {
    const { body } = await search(world, { words });
    expect(body).toMatchObject({ understoodAs: [], relaxed: ["words"] });
    expect(organizationsOf(body.items)).toEqual(["De Luisterlijn"]);
    expect(body.items[0].matched).toEqual([]);
  });

test("where no word tells anything the codes alone do, those who listen first", async ({ world }) => {
  const { body } = await search(world, {
    words: "xqzzw",
    channel: "chat",
    audience: "harmed",
    pageSize: 100,
  });
  expect(body.relaxed).toEqual(["words"]);
  expect(body.items.length).toBeGreaterThan(4);
  for (const { service } of body.items) expect(service.channels).toContain("chat");
  const listens = (match: { service: { topics: { code: string }[] } }) =>
    match.service.topics.some(({ code }) => code === "listening-ear");
  expect(listens(body.items[0])).toBe(true);
  const { body: none } = await search(world, { words: "xqzzw", channel: "whatsapp", cost: "paid" });
  expect(none.relaxed).toEqual(["cost", "words"]);
  expect(organizationsOf(none.items).sort()).toEqual(["FairWork", "MIND Hulplijn"]);
});

test("a search of which no word tells anything costs four statements at most", async ({ world }) => {
  const { db, count } = counting(world.platform.db);
  const ctx = { ...world.job(world.helpline.id), db };
  const ask = { words: "xqzzw", pageSize: 25 };
  expect((await searchServices(ctx, ask)).items).toHaveLength(1);
  expect(count() - 1).toBe(2);
  const narrow = { channel: "whatsapp", cost: "paid", domain: "investigation" } as const;
  expect((await searchServices(ctx, { ...ask, ...narrow })).items.length).toBeGreaterThan(0);
  expect(count() - 2).toBe(6);
});

test("a search costs two statements at most", async ({ world }) => {
  const { db, count } = counting(world.platform.db);
  const ctx = { ...world.job(world.helpline.id), db };
  await searchServices(ctx, { words: "mijn zus zit in een sekte en wordt bedrijgd", pageSize: 25 });
  // The first sets the participant.
  expect(count() - 1).toBe(2);
});

test("a search that finds nothing at first costs four statements at most", async ({ world }) => {
  const { db, count } = counting(world.platform.db);
  const ctx = { ...world.job(world.helpline.id), db };
  const found = await searchServices(ctx, {
    words: "mijn zus zit in een sekte",
    channel: "whatsapp",
    cost: "paid",
    pageSize: 25,
  });
  expect(found.items.length).toBeGreaterThan(0);
  expect(found.relaxed).toEqual(["cost", "channel"]);
  expect(count() - 1).toBe(4);
});

test("a service that has closed for now comes last and takes no handoffs", async ({ world }) => {
  const coordinator = await world.member(world.operator, "coordinator");
  const name = "Informatie- en Adviescentrum inzake Schadelijke Sektarische Organisaties";
  const iacsso = await organizationId(world, name);
  await world.as(coordinator).put(`/organizations/${iacsso}/participant`, { participantId: world.bridge.id });
  const { body } = await search(world, { words: "sekte" });
  expect(body.items.length).toBeGreaterThan(2);
  expect(body.items.at(-1).service).toMatchObject({
    organization: { name },
    status: "temporarily closed",
    handoff: { receives: false, participantId: world.bridge.id },
  });
});

test("codes narrow a search", async ({ world }) => {
  const words = "geweld misbruik mensenhandel";
  const all = (await search(world, { words })).body.items as Match[];
  const legal = (await search(world, { words, domain: "legal" })).body.items as Match[];
  expect(legal.length).toBeGreaterThan(0);
  expect(legal.length).toBeLessThan(all.length);
  const under = await search(world, { words, topics: ["labour-exploitation"], audience: "professional" });
  expect(organizationsOf(under.body.items)).toContain("CoMensha");
  expect(organizationsOf(under.body.items)).not.toContain("Schadefonds Geweldsmisdrijven");
  const chat = await search(world, { words, channel: "whatsapp" });
  expect(organizationsOf(chat.body.items)).toEqual(["FairWork"]);
});

test("a search can be for those that take handoffs", async ({ world }) => {
  const coordinator = await world.member(world.operator, "coordinator");
  const comensha = await organizationId(world, "CoMensha");
  await world
    .as(coordinator)
    .put(`/organizations/${comensha}/participant`, { participantId: world.bridge.id });
  const { body } = await search(world, { words: "mensenhandel", receivesHandoffs: true });
  expect(organizationsOf(body.items)).toEqual(["CoMensha"]);
  expect(body.items[0].service.handoff).toEqual({
    receives: true,
    participantId: world.bridge.id,
    reach: "api",
  });
  const rest = await search(world, { words: "mensenhandel", receivesHandoffs: false });
  expect(organizationsOf(rest.body.items)).not.toContain("CoMensha");
});

test("pages hold every match once, in the order of one long page", async ({ world }) => {
  const words = "geweld en misbruik";
  const whole = (await search(world, { words, pageSize: 100 })).body.items as Match[];
  const paged: Match[] = [];
  for (let cursor: string | undefined; ; ) {
    const { body } = await search(world, { words, pageSize: 3, ...(cursor && { cursor }) });
    paged.push(...body.items);
    cursor = body.nextCursor;
    if (!cursor) break;
  }
  expect(whole.length).toBeGreaterThan(9);
  expect(paged).toEqual(whole);
});

test("a cursor is good for its own words only", async ({ world }) => {
  const { body } = await search(world, { words: "geweld", pageSize: 1 });
  const answer = await search(world, { words: "sekte", pageSize: 1, cursor: body.nextCursor });
  expect(answer).toMatchObject({
    status: 400,
    body: { type: "/problems/invalid-request", errors: [{ in: "body", pointer: "/cursor" }] },
  });
});

for (const [name, body] of [
  ["no words", { words: "  " }],
  ["more than 300 characters", { words: "a".repeat(301) }],
  ["an unknown domain", { words: "geweld", domain: "police" }],
  ["a topic that is no code", { words: "geweld", topics: ["Geweld!"] }],
  ["a field that the contract does not name", { words: "geweld", name: "Eva" }],
] as const)
  test(`${name} is refused`, async ({ world }) => {
    expect(await search(world, body)).toMatchObject({
      status: 400,
      body: { type: "/problems/invalid-request" },
    });
  });

for (const words of ["'; drop table service; --", "a & b | !c:*", "\\ ' \\' %_", "<script>geweld</script>"])
  test(`${words} is only text`, async ({ world }) => {
    expect((await search(world, { words })).status).toBe(200);
  });
