import { expect } from "vitest";
import { openQuestion } from "../../handoff/make.ts";
import { asParticipant, outcome } from "../../walls/raw.ts";
import { test } from "../../world/world.ts";

test("notes are read newest first, page by page, each once; each reading is an audit entry", async ({
  world,
}) => {
  const { caseId } = await openQuestion(world);
  const path = `/cases/${caseId}/notes`;
  const eva = world.as(world.eva);
  const written: string[] = [];
  for (let count = 0; count < 5; count++) {
    // Two at one time: the page ends between them.
    if (count % 2 === 0) world.clock.time = new Date(world.clock.time.getTime() + 1000);
    written.push((await eva.post(path, { text: `note ${count}` })).body.id);
  }
  const read: { id: string; text: string; authorId: string }[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await eva.get(`${path}?pageSize=2${cursor ? `&cursor=${cursor}` : ""}`);
    read.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  expect(read.map(({ id }) => id).sort()).toEqual([...written].sort());
  expect(read[0]?.text).toBe("note 4");
  expect(read.every(({ authorId }) => authorId === world.eva.memberId)).toBe(true);
  const readings = (await world.audited(world.helpline.id, caseId)).filter((entry) => entry === "notes.read");
  expect(readings).toHaveLength(3);
});

test("a cursor of one case's notes is refused in another's", async ({ world }) => {
  const [one, two] = [await openQuestion(world), await openQuestion(world)];
  const eva = world.as(world.eva);
  for (const text of ["a", "b"]) await eva.post(`/cases/${one.caseId}/notes`, { text });
  const { body } = await eva.get(`/cases/${one.caseId}/notes?pageSize=1`);
  expect(await eva.get(`/cases/${two.caseId}/notes?pageSize=1&cursor=${body.nextCursor}`)).toMatchObject({
    status: 400,
    body: { errors: [{ in: "query", pointer: "cursor" }] },
  });
});

test("a note has at most 10,000 characters, holds no citizen number and is written once under one key", async ({
  world,
}) => {
  const { caseId } = await openQuestion(world);
  const path = `/cases/${caseId}/notes`;
  const eva = world.as(world.eva);
  expect((await eva.post(path, { text: "x".repeat(10_000) })).status).toBe(201);
  for (const text of ["x".repeat(10_001), " ", "the number 123456782"])
    expect(await eva.post(path, { text })).toMatchObject({
      status: 400,
      body: { errors: [{ in: "body", pointer: "/text" }] },
    });
  const headers = { "idempotency-key": "note" };
  const first = await eva.post(path, { text: "once" }, headers);
  expect((await eva.post(path, { text: "once" }, headers)).body).toEqual(first.body);
  expect((await eva.get(path)).body.items).toHaveLength(2);
});

test("a note is never changed or deleted, and one moved to another case does not open", async ({ world }) => {
  const [one, two] = [await openQuestion(world), await openQuestion(world)];
  const eva = world.as(world.eva);
  const note = await eva.post(`/cases/${one.caseId}/notes`, { text: "a" });
  await eva.post(`/cases/${two.caseId}/notes`, { text: "b" });
  const attempt = (statement: string) =>
    outcome(asParticipant(world.platform.db, world.helpline.id, statement));
  expect(await attempt(`update handreiking.case_note set written_at = now()`)).toBe("42501");
  expect(await attempt(`delete from handreiking.case_note`)).toBe("42501");
  expect(
    await attempt(
      `insert into handreiking.case_note select gen_random_uuid(), participant_id, '${two.caseId}', author_id, sealed, written_at
        from handreiking.case_note where id = '${note.body.id}'`,
    ),
  ).toBe("committed");
  expect((await eva.get(`/cases/${two.caseId}/notes`)).status).toBe(500);
  expect(world.logged.at(-1)?.failure).toBe("SealBroken");
});
