import { describe, expect } from "vitest";
import { sharingTest as test, type World } from "../../world/world.ts";
import { anonymously, takeOne, toldFully } from "../samples.ts";

const etagOf = async (world: World, path: string) => ({
  "if-match": (await world.as(world.eva).get(path)).headers.get("etag") ?? "",
});
const patch = async (
  world: World,
  path: string,
  body: Record<string, unknown>,
  headers?: Record<string, string>,
) => world.as(world.eva).send("PATCH", path, body, headers ?? (await etagOf(world, path)));

/** A helpline of its own, with a counsellor: nobody else's requests are in its lists. */
async function ownHelpline(world: World) {
  const helpline = await world.participant("Andere lijn", { sends: true, receives: false });
  return { helpline, counsellor: await world.member(helpline, "counsellor") };
}

describe("the list", () => {
  test("has the most urgent first, then who waited longest, each once over pages, without a word of theirs", async ({
    world,
  }) => {
    const { counsellor } = await ownHelpline(world);
    const urgencies = ["normal", "acute", "urgent", "normal", "urgent", "acute", "normal"];
    const taken: string[] = [];
    for (const urgency of urgencies) {
      taken.push((await takeOne(world, { ...toldFully, urgency }, counsellor)).id);
      world.clock.time = new Date(world.clock.time.getTime() + 60_000);
    }
    const listed: { id: string }[] = [];
    let cursor = "";
    do {
      const { body } = await world.as(counsellor).get(`/callback-requests?pageSize=2${cursor}`);
      expect(JSON.stringify(body)).not.toMatch(/Marije|zijn huis/);
      listed.push(...body.items);
      cursor = body.nextCursor ? `&cursor=${encodeURIComponent(body.nextCursor)}` : "";
    } while (cursor);
    const inLine = [1, 5, 2, 4, 0, 3, 6].map((place) => taken[place]);
    expect(listed.map(({ id }) => id)).toEqual(inLine);
  });

  test("shows what has ended only to who asks for it", async ({ world }) => {
    const { counsellor } = await ownHelpline(world);
    const caller = world.as(counsellor);
    const [open, ended] = [
      await takeOne(world, toldFully, counsellor),
      await takeOne(world, toldFully, counsellor),
    ];
    await caller.post(`${ended.path}/end`, { reason: "talked" });
    const ids = async (query: string) =>
      (await caller.get(`/callback-requests${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids("")).toEqual([open.id]);
    expect(await ids("?state=open")).toEqual([open.id]);
    expect(await ids("?state=planned")).toEqual([]);
    expect(await ids("?state=ended")).toEqual([ended.id]);
  });
});

describe("a reference", () => {
  test("finds the request, however it is spelled, and says whether a code word was agreed", async ({
    world,
  }) => {
    const [named, anonymous] = [await takeOne(world), await takeOne(world, anonymously)];
    const find = async (reference: string) =>
      world.as(world.eva).post("/callback-request-lookups", { reference });
    expect((await find(named.reference.toLowerCase().replace("-", " "))).body).toEqual({
      requestId: named.id,
      state: "open",
      anonymous: false,
    });
    expect((await find(anonymous.reference)).body).toMatchObject({
      requestId: anonymous.id,
      anonymous: true,
    });
    expect(await world.audited(world.helpline.id, named.id)).toContain("callback-request.looked-up");
    expect(await find("AAAA-AAAA")).toMatchObject({
      status: 404,
      body: { type: "/problems/callback-request-not-found" },
    });
  });

  test("finds nothing at another helpline", async ({ world }) => {
    const { reference } = await takeOne(world);
    expect((await world.as(world.stranger).post("/callback-request-lookups", { reference })).status).toBe(
      404,
    );
  });
});

describe("a code word", () => {
  const check = async (world: World, path: string, word: string) =>
    world.as(world.eva).post(`${path}/code-word-checks`, { word });

  test("is known however it is spelled; five wrong ones lock it until a new one is agreed", async ({
    world,
  }) => {
    const { id, path } = await takeOne(world, anonymously);
    expect((await check(world, path, " blauwe-FIETS ")).body).toEqual({ matched: true });
    for (let count = 0; count < 5; count++)
      expect((await check(world, path, `rode fiets ${count}`)).body).toEqual({ matched: false });
    expect(await check(world, path, "blauwe fiets")).toMatchObject({
      status: 409,
      body: { type: "/problems/callback-request-code-word-locked" },
    });
    const audited = await world.audited(world.helpline.id, id);
    for (const action of ["matched", "not-matched", "locked"])
      expect(audited).toContain(`code-word.${action}`);
    expect((await patch(world, path, { anonymous: { word: "groene fiets" } })).status).toBe(200);
    expect((await check(world, path, "groene fiets")).body).toEqual({ matched: true });
  });

  test("is asked of nobody who left a number", async ({ world }) => {
    const { path } = await takeOne(world);
    expect(await check(world, path, "blauwe fiets")).toMatchObject({
      status: 404,
      body: { type: "/problems/callback-request-code-word-not-found" },
    });
  });
});

describe("a correction", () => {
  test("changes what it names, takes away what it names as null, and leaves the rest", async ({ world }) => {
    const { path } = await takeOne(world);
    const { body: before } = await world.as(world.eva).get(path);
    const { status, body } = await patch(world, path, {
      language: "en",
      relation: null,
      phones: [{ number: "06 87654321" }],
      mail: null,
    });
    expect(status).toBe(200);
    const { mail: _, ...told } = before.told;
    const { relation: __, ...codes } = before;
    expect(body).toEqual({
      ...codes,
      language: "en",
      told: { ...told, phones: [{ number: "06 87654321" }] },
    });
    expect((await world.as(world.eva).get(path)).body).toEqual(body);
  });

  test("is of the version that was read: a colleague's is not lost", async ({ world }) => {
    const { path } = await takeOne(world);
    const read = await etagOf(world, path);
    expect((await patch(world, path, { language: "en" }, read)).status).toBe(200);
    expect((await patch(world, path, { language: "fr" }, read)).status).toBe(412);
    expect((await patch(world, path, { language: "fr" }, {})).status).toBe(428);
    await world.as(world.eva).send("PUT", `${path}/urgency`, { urgency: "urgent" });
    expect((await patch(world, path, { language: "fr" }, read)).status).toBe(412);
  });

  test("of the words raises the urgency where they are acute, and never lowers it", async ({ world }) => {
    const { path } = await takeOne(world);
    expect((await patch(world, path, { text: "Ze slaan hem nu." })).body.urgency).toBe("acute");
    expect((await patch(world, path, { text: "Er was niets." })).body.urgency).toBe("acute");
  });

  test("refuses a topic of no taxonomy and a citizen number", async ({ world }) => {
    const { path } = await takeOne(world);
    expect((await patch(world, path, { topics: ["weather"] })).status).toBe(400);
    expect((await patch(world, path, { text: "bsn 123456782" })).status).toBe(400);
  });

  test("lets an anonymous caller leave a number once the code word is taken away, and not before", async ({
    world,
  }) => {
    const { path } = await takeOne(world, anonymously);
    const phones = [{ number: "06 12345678" }];
    expect(await patch(world, path, { phones })).toMatchObject({
      status: 409,
      body: { type: "/problems/callback-request-anonymous" },
    });
    const { body } = await patch(world, path, { phones, anonymous: null });
    expect(body).toMatchObject({ reachable: true, told: { phones } });
    expect(body.agreedAt).toBeUndefined();
    expect((await patch(world, path, { anonymous: { word: "blauwe fiets" } })).status).toBe(400);
    expect((await patch(world, path, { anonymous: anonymously.anonymous })).status).toBe(409);
  });

  test("agrees another time and keeps the word", async ({ world }) => {
    const { path } = await takeOne(world, anonymously);
    const { body } = await patch(world, path, { anonymous: { agreedAt: "2099-03-01T10:00:00+01:00" } });
    expect(body.agreedAt).toBe("2099-03-01T09:00:00.000Z");
    expect(
      (await world.as(world.eva).post(`${path}/code-word-checks`, { word: "blauwe fiets" })).body,
    ).toEqual({
      matched: true,
    });
  });
});

describe("urgency", () => {
  test("rises by hand, once, and is not lowered", async ({ world }) => {
    const { id, path } = await takeOne(world);
    const raise = (urgency: string) => world.as(world.eva).put(`${path}/urgency`, { urgency });
    expect((await raise("urgent")).body.urgency).toBe("urgent");
    const acute = await raise("acute");
    expect(acute.body).toMatchObject({ urgency: "acute", emergencyNumbers: expect.any(Array) });
    expect((await raise("acute")).body).toEqual(acute.body);
    expect(await raise("normal")).toMatchObject({
      status: 409,
      body: { type: "/problems/urgency-only-rises" },
    });
    const raised = (await world.audited(world.helpline.id, id)).filter((action) => action.endsWith("raised"));
    expect(raised).toHaveLength(2);
  });
});

describe("an ended request", () => {
  test("ends once, is read until it is let go, and is changed no more", async ({ world }) => {
    const { path } = await takeOne(world);
    const eva = world.as(world.eva);
    const tag = await etagOf(world, path);
    const ended = await eva.post(`${path}/end`, { reason: "not-reached" });
    expect(ended.body).toMatchObject({ state: "ended", endReason: "not-reached" });
    expect(await eva.post(`${path}/end`, { reason: "not-reached" })).toMatchObject({
      status: 200,
      body: ended.body,
    });
    const over = { status: 409, body: { type: "/problems/callback-request-ended" } };
    expect(await eva.post(`${path}/end`, { reason: "talked" })).toMatchObject(over);
    expect(await eva.put(`${path}/urgency`, { urgency: "acute" })).toMatchObject(over);
    expect(await patch(world, path, { language: "en" }, tag)).toMatchObject(over);
    expect(await eva.post(`${path}/case`, {})).toMatchObject(over);
    expect((await eva.get(path)).body.told.name).toBe("Marije");
  });

  test("is not ended as a case by hand", async ({ world }) => {
    const { path } = await takeOne(world);
    for (const reason of ["became-case", "kept-long-enough"])
      expect((await world.as(world.eva).post(`${path}/end`, { reason })).status).toBe(400);
  });
});
