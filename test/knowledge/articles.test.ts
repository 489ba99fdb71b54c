import fc from "fast-check";
import { describe, expect } from "vitest";
import { askAsOwner } from "../world/database.ts";
import { test as aloneTest, sharingTest as test, type World } from "../world/world.ts";
import { anArticle, editorOf, publish, published, tagOf, written } from "./make.ts";

const editorAs = async (world: World) => world.inPerson(await editorOf(world));

/** A number that passes the eleven-test. */
const citizenNumber = "123456782";

describe("an article", () => {
  test("is read by its own helpline as soon as it is written, and by nobody else", async ({ world }) => {
    const { path, id } = await anArticle(world);
    expect((await world.as(world.eva).get(path)).body).toMatchObject({
      ...written,
      audience: "helpline",
      version: 1,
      stale: false,
      reviewOn: "2027-01-05",
      html: "<p>Dwingende controle is een <strong>patroon</strong>, geen incident.</p>",
    });
    for (const other of [world.noor, world.stranger, await world.member(world.operator, "coordinator")]) {
      expect((await world.as(other).get(path)).status).toBe(404);
      const { items } = (await world.as(other).get("/articles?pageSize=100")).body;
      expect(items.map((item: { id: string }) => item.id)).not.toContain(id);
    }
    expect((await world.as(undefined).get(`/public-articles/${id}`)).status).toBe(404);
  });

  test("holds no citizen number, no unknown topic and no far review", async ({ world }) => {
    const eva = world.as(world.eva);
    for (const field of ["title", "summary", "markdown"]) {
      const { status, body } = await eva.post("/articles", { ...written, [field]: `BSN ${citizenNumber}` });
      expect({ status, at: body.errors?.[0].pointer }).toEqual({ status: 400, at: `/${field}` });
    }
    const wrong = { ...written, topics: ["violence", "no-topic"], reviewOn: "2027-01-06" };
    const { status, body } = await eva.post("/articles", wrong);
    expect(status).toBe(400);
    expect(body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      "/topics/1",
      "/reviewOn",
    ]);
    expect((await eva.post("/articles", { ...written, reviewOn: "2026-01-05" })).status).toBe(400);
  });

  test("keeps every version, and others go on reading the published one", async ({ world }) => {
    const { path } = await published(world);
    const eva = world.as(world.eva);
    const tag = await tagOf(world, path);
    const patch = { title: "Controle in huis", markdown: "Nieuw." };
    const edited = await eva.send("PATCH", path, patch, tag);
    expect(edited.body).toMatchObject({ ...patch, summary: written.summary, version: 2, shownVersion: 1 });
    expect((await eva.send("PATCH", path, patch, tag)).status).toBe(412);
    expect((await eva.send("PATCH", path, patch)).status).toBe(428);
    const noor = world.as(world.noor);
    expect((await noor.get(path)).body).toMatchObject({ title: written.title, version: 1 });
    const { items } = (await eva.get(`${path}/versions`)).body;
    expect(items).toMatchObject([
      { version: 2, title: patch.title, authorId: world.eva.memberId, publications: [] },
      { version: 1, publications: [{ audience: "network" }] },
    ]);
    expect((await eva.get(`${path}/versions/1`)).body).toMatchObject({ markdown: written.markdown });
    expect((await eva.get(`${path}/versions/3`)).status).toBe(404);
    expect((await noor.get(`${path}/versions`)).status).toBe(404);
    expect((await noor.get(`${path}/versions/1`)).status).toBe(404);
    await publish(world, path, "network");
    expect((await noor.get(path)).body).toMatchObject({ title: patch.title, version: 2 });
  });

  test("is made into HTML once, when it is written, and again where that is done otherwise since", async ({
    world,
  }) => {
    const { path, id } = await anArticle(world);
    const read = async () => (await world.as(world.eva).get(path)).body.html;
    const made = await read();
    const change = (set: string) =>
      askAsOwner(world.database, `update handreiking.article_version set ${set} where article_id = '${id}'`);
    await change("html = '<p>Kept</p>'");
    expect(await read()).toBe("<p>Kept</p>");
    await change("renderer = renderer - 1");
    expect(await read()).toBe(made);
  });

  test("stays one version when an edit changes nothing", async ({ world }) => {
    const { path } = await anArticle(world);
    const { body } = await world
      .as(world.eva)
      .send("PATCH", path, { title: written.title }, await tagOf(world, path));
    expect(body.version).toBe(1);
  });

  test("is published by a second person, in the version that they read, and to no fewer than before", async ({
    world,
  }) => {
    const both = await world.member(world.helpline, "coordinator");
    const { path } = await anArticle(world, {}, both);
    const publication = (version: number, audience: string) => ({ version, audience });
    const own = await world.as(both).post(`${path}/publication`, publication(1, "network"));
    expect(own.body.type).toBe("/problems/second-person-needed");
    const editor = await editorAs(world);
    const early = await editor.post(`${path}/publication`, publication(2, "network"));
    expect(early.body.type).toBe("/problems/article-changed");
    expect((await editor.post(`${path}/publication`, publication(1, "public"))).status).toBe(200);
    expect((await editor.post(`${path}/publication`, publication(1, "public"))).status).toBe(200);
    const narrower = await editor.post(`${path}/publication`, publication(1, "network"));
    expect(narrower.body.type).toBe("/problems/audience-narrower");
  });

  test("that was withdrawn is gone for its readers at once, and its helpline keeps the versions", async ({
    world,
  }) => {
    const { path, id } = await published(world, "public");
    expect((await world.as(undefined).get(`/public-articles/${id}`)).status).toBe(200);
    const eva = world.as(world.eva);
    expect((await eva.post(`${path}/withdrawal`)).body.withdrawnAt).toBeDefined();
    expect((await eva.post(`${path}/withdrawal`)).status).toBe(200);
    expect((await world.as(undefined).get(`/public-articles/${id}`)).status).toBe(404);
    for (const part of ["", "/feedback"])
      expect((await world.as(world.noor).get(`${path}${part}`)).status).toBe(404);
    expect((await eva.get(path)).body.withdrawnAt).toBeDefined();
    expect((await eva.get(`${path}/versions`)).body.items).toHaveLength(1);
    const again = await (await editorAs(world)).post(`${path}/publication`, {
      version: 1,
      audience: "public",
    });
    expect(again.body.type).toBe("/problems/article-withdrawn");
    expect((await eva.send("PATCH", path, { title: "A" }, await tagOf(world, path))).status).toBe(409);
    expect((await eva.post(`${path}/confirmation`, {})).status).toBe(409);
  });

  test("has translations, each language once, of an article of one's own", async ({ world }) => {
    const { id } = await anArticle(world);
    const english = { language: "en", title: "Coercive control", translationOf: id };
    const translated = await anArticle(world, english);
    expect((await world.as(world.eva).get(translated.path)).body).toMatchObject({
      translationOf: id,
      translations: [{ id, language: "nl" }],
    });
    const eva = world.as(world.eva);
    const again = await eva.post("/articles", { ...written, ...english });
    expect(again.body.errors).toMatchObject([{ pointer: "/language" }]);
    const ofTranslation = await eva.post("/articles", {
      ...written,
      language: "fy",
      translationOf: translated.id,
    });
    expect(ofTranslation.body.translationOf).toBe(id);
    const foreign = await world.as(world.stranger).post("/articles", { ...written, ...english });
    expect(foreign.status).toBe(404);
  });
});

describe("an article for the public", () => {
  test("is read without a token, with an ETag by which a copy is asked for anew", async ({ world }) => {
    const { id, path } = await published(world, "public");
    const nobody = world.as(undefined);
    const answer = await nobody.get(`/public-articles/${id}`);
    expect(answer.headers.get("cache-control")).toBe("public, no-cache");
    expect(answer.body).toMatchObject({ title: written.title, helpline: { name: "Helplijn" } });
    for (const inner of ["audience", "version", "withdrawnAt", "authorId"])
      expect(answer.body).not.toHaveProperty(inner);
    const known = { "if-none-match": answer.headers.get("etag") ?? "" };
    const same = await nobody.get(`/public-articles/${id}`, known);
    expect([same.status, same.headers.get("cache-control")]).toEqual([304, "public, no-cache"]);
    expect(
      (await nobody.get("/public-articles?topic=psychological-abuse&pageSize=100")).body.items,
    ).toContainEqual(expect.objectContaining({ id }));
    expect((await nobody.get(path)).status).toBe(401);
    expect((await nobody.get(path)).headers.get("cache-control")).toBe("no-store");
  });

  test("is not one for the network", async ({ world }) => {
    const { id } = await published(world, "network");
    expect((await world.as(undefined).get(`/public-articles/${id}`)).status).toBe(404);
    expect((await world.as(world.noor).get(`/public-articles/${id}`)).status).toBe(404);
  });
});

aloneTest(
  "lists narrow by codes, narrower topics included, and show each article once",
  async ({ world }) => {
    const titles = ["A", "B", "B", "C", "Ç", "D", "d"];
    for (const title of titles) await anArticle(world, { title, topics: ["threat"] });
    await anArticle(world, { title: "Money", topics: ["financial-abuse"], language: "en" });
    const eva = world.as(world.eva);
    const listed = async (query: string) => (await eva.get(`/articles?own=true&${query}`)).body.items;
    expect(await listed("topic=violence")).toHaveLength(titles.length);
    expect(await listed("language=en")).toMatchObject([{ title: "Money" }]);
    expect(await listed("audience=public")).toEqual([]);
    expect(await listed("stale=true")).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (pageSize) => {
        const seen: string[] = [];
        for (let path: string | undefined = `/articles?own=true&pageSize=${pageSize}`; path; ) {
          const { body } = await eva.get(path);
          seen.push(...body.items.map((item: { id: string }) => item.id));
          path = body.nextCursor && `/articles?own=true&pageSize=${pageSize}&cursor=${body.nextCursor}`;
        }
        expect(new Set(seen).size).toBe(titles.length + 1);
        expect(seen).toHaveLength(titles.length + 1);
      }),
      { numRuns: 5 },
    );
  },
);

aloneTest(
  "an article that nobody looked at in time is stale, its writer's task, and later the coordinator's",
  async ({ world }) => {
    const { path, id } = await published(world, "network", { reviewOn: "2026-02-05" });
    const ilse = await world.member(world.helpline, "counsellor");
    const coordinator = await editorOf(world);
    const tasks = async (person: typeof ilse) => {
      const { items } = (await world.as(person).get("/tasks")).body;
      return items.filter(({ subjectId }: { subjectId: string }) => subjectId === id);
    };
    const at = (day: string) => {
      world.clock.time = new Date(`${day}T09:00:00Z`);
    };
    at("2026-02-04");
    expect(await tasks(world.eva)).toEqual([]);
    at("2026-02-05");
    expect((await world.as(world.noor).get(path)).body.stale).toBe(false);
    expect(await tasks(world.eva)).toMatchObject([
      {
        kind: "review-article",
        why: "due",
        dueAt: "2026-02-05T23:00:00.000Z",
        next: { operationId: "confirmArticle" },
      },
    ]);
    at("2026-02-06");
    expect((await world.as(world.noor).get(path)).body.stale).toBe(true);
    expect((await world.as(world.noor).get("/articles?stale=true")).body.items).toContainEqual(
      expect.objectContaining({ id }),
    );
    expect(await tasks(coordinator)).toEqual([]);
    at("2026-03-07");
    expect(await tasks(coordinator)).toMatchObject([{ why: "long-due", overdue: true }]);
    expect(await tasks(ilse)).toEqual([]);
    const confirmed = await world.as(world.eva).post(`${path}/confirmation`, { reviewOn: "2026-09-01" });
    expect(confirmed.body).toMatchObject({ stale: false, reviewOn: "2026-09-01", version: 1 });
    expect(await tasks(world.eva)).toEqual([]);
  },
);
