import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { createApp } from "../../../src/app.ts";
import { runImports } from "../../../src/directory/index.ts";
import { directoryImports, importFindings, importParts } from "../../../src/directory/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { sharingTest as test, type World } from "../../world/world.ts";
import { ndjson } from "../import/files.ts";
import { id, service, serviceRow } from "../import/records.ts";

const coordinator = (world: World) => world.member(world.operator, "coordinator");
const asOperator = (world: World) => world.job(world.operator.id);
const partsOf = (world: World, importId: string) =>
  transact(asOperator(world), (tx) =>
    tx.select().from(importParts).where(eq(importParts.importId, importId)),
  );

test("records that were sent wait, are brought in, and leave a report but not themselves", async ({
  world,
}) => {
  const person = await coordinator(world);
  const given = service({ url: "www.example.org" });
  const sent = await world.as(person).post("/imports?source=sociale-kaart", ndjson(given, service()), {
    "content-type": "application/x-ndjson",
  });
  expect(sent.status).toBe(202);
  expect(sent.body).toMatchObject({ state: "received", source: "sociale-kaart", keepValid: false });
  expect(sent.headers.get("location")).toBe(`/v1/imports/${sent.body.id}`);
  expect(await serviceRow(world, given.id)).toBeUndefined();
  await runImports(world.platform);
  const { body } = await world.as(person).get(`/imports/${sent.body.id}`);
  expect(body).toMatchObject({ state: "finished", elements: 2, changed: 4, repairs: 1, refusals: 0 });
  expect(body.records).toMatchObject({ service: 2, organization: 2 });
  expect(await serviceRow(world, given.id)).toMatchObject({ url: "https://www.example.org" });
  expect(await partsOf(world, sent.body.id)).toEqual([]);
  const findings = await world.as(person).get(`/imports/${sent.body.id}/findings`);
  expect(findings.body.items).toMatchObject([{ row: 1, entity: "service", field: "url", kind: "repair" }]);
  expect((await world.audited(world.operator.id, sent.body.id)).sort()).toEqual([
    "directory.imported",
    "import.received",
  ]);
});

test("what is refused changes nothing, and its report comes page by page", async ({ world }) => {
  const person = await coordinator(world);
  const right = service();
  const { body } = await world
    .as(person)
    .post("/imports", [right, service({ name: "" }), service({ name: 1 }), 7]);
  await runImports(world.platform);
  const { body: ended } = await world.as(person).get(`/imports/${body.id}`);
  expect(ended).toMatchObject({ state: "refused", changed: 0 });
  expect(await serviceRow(world, right.id)).toBeUndefined();
  const rows: number[] = [];
  for (let path = `/imports/${body.id}/findings?pageSize=1`; path; ) {
    const { body: page } = await world.as(person).get(path);
    rows.push(...page.items.map(({ row }: { row: number }) => row));
    path = page.nextCursor ? `/imports/${body.id}/findings?pageSize=1&cursor=${page.nextCursor}` : "";
  }
  expect(rows).toEqual([2, 3, 4]);
});

test("a body that is cut off or not JSON is received, and refused by its report", async ({ world }) => {
  const person = await coordinator(world);
  for (const content of ["", `[${JSON.stringify(service())}`, "<html>"]) {
    const { body } = await world.as(person).post("/imports?keepValid=true", content);
    await runImports(world.platform);
    expect((await world.as(person).get(`/imports/${body.id}`)).body).toMatchObject({
      state: "refused",
      changed: 0,
    });
  }
});

test("a dry run finishes and changes nothing; valid records are kept on request", async ({ world }) => {
  const person = await coordinator(world);
  const given = service();
  const rehearsed = await world.as(person).post("/imports?dryRun=true", [given]);
  await runImports(world.platform);
  expect((await world.as(person).get(`/imports/${rehearsed.body.id}`)).body).toMatchObject({
    state: "finished",
    changed: 2,
  });
  expect(await serviceRow(world, given.id)).toBeUndefined();
  await world.as(person).post("/imports?keepValid=true", [given, service({ status: "closed" })]);
  await runImports(world.platform);
  expect(await serviceRow(world, given.id)).toBeDefined();
});

test("the same request again is the same import; with another body it is refused", async ({ world }) => {
  const person = await coordinator(world);
  const key = { "idempotency-key": id() };
  const records = [service()];
  const first = await world.as(person).post("/imports", records, key);
  await runImports(world.platform);
  const before = { body: (await world.as(person).get("/imports")).body };
  const again = await world.as(person).post("/imports", records, key);
  expect(again.status).toBe(202);
  expect(again.body).toMatchObject({ id: first.body.id, state: "finished" });
  const { status, body } = await world.as(person).post("/imports", [service()], key);
  expect([status, body.type]).toEqual([422, "/problems/idempotency-key-reused"]);
  expect(await world.as(person).get("/imports")).toMatchObject(before);
});

test("a body that is too long, packed or of another kind is refused and leaves nothing", async ({
  world,
}) => {
  const person = await coordinator(world);
  const before = (await world.as(person).get("/imports")).body.items.length;
  const app = createApp({ ...world.platform, longestStream: 1024 ** 2 }, { rates: {} });
  const long = await app.request("/v1/imports", {
    method: "POST",
    headers: { authorization: `Bearer ${await world.tokenOf(person)}`, "content-type": "application/json" },
    body: "x".repeat(1024 ** 2 + 1),
  });
  expect([long.status, await long.json()]).toMatchObject([
    413,
    { detail: "This body may have at most 1 MiB." },
  ]);
  for (const headers of [{ "content-type": "text/csv" }, { "content-encoding": "gzip" }])
    expect((await world.as(person).post("/imports", "[]", headers)).status).toBe(415);
  expect((await world.as(person).get("/imports")).body.items.length).toBe(before);
  expect(
    await transact(asOperator(world), (tx) => tx.select({ id: importParts.importId }).from(importParts)),
  ).toEqual([]);
});

test("an import whose process is gone is brought in by the next one; thrice in vain is a failure", async ({
  world,
}) => {
  const person = await coordinator(world);
  const { body } = await world.as(person).post("/imports", [service()]);
  const begun = async (attempts: number) => {
    await transact(asOperator(world), (tx) =>
      tx.update(directoryImports).set({ state: "running", attempts }).where(eq(directoryImports.id, body.id)),
    );
    await runImports(world.platform);
    return (await world.as(person).get(`/imports/${body.id}`)).body.state;
  };
  expect(await begun(1)).toBe("finished");
  expect(await begun(3)).toBe("failed");
});

test("a body that broke off with its process is given up after an hour", async ({ world }) => {
  const importId = id();
  const ctx = asOperator(world);
  await transact(ctx, (tx) =>
    tx.insert(directoryImports).values({
      id: importId,
      participantId: world.operator.id,
      source: "import",
      keepValid: false,
      dryRun: false,
      state: "receiving",
      size: 0,
      attempts: 0,
      receivedAt: new Date(world.clock.time.getTime() - 61 * 60_000),
    }),
  );
  const person = await coordinator(world);
  expect((await world.as(person).get(`/imports/${importId}`)).status).toBe(404);
  await runImports(world.platform);
  expect((await world.as(person).get(`/imports/${importId}`)).body.state).toBe("failed");
  expect(
    await transact(ctx, (tx) =>
      tx.select().from(importFindings).where(eq(importFindings.importId, importId)),
    ),
  ).toEqual([]);
});
