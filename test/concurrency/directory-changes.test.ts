import { expect } from "vitest";
import { editServiceEntry } from "../../src/directory/edit/edit-entry.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { ownEntries, tagOf } from "../directory/editing.ts";
import { asParticipant } from "../walls/raw.ts";
import { test, type World } from "../world/world.ts";

const read = async (world: World, after: number, pageSize = 100) =>
  (await world.as(world.noor).get(`/directory-changes?after=${after}&pageSize=${pageSize}`)).body;

async function readAll(world: World, from = 0) {
  let page = await read(world, from);
  const items = [...page.items];
  while (page.more) {
    page = await read(world, page.after);
    items.push(...page.items);
  }
  return { items, after: page.after as number };
}

/** An edit that has been made and is committed when it is told to; two that bring one new word wait for each other. */
async function openEdit(world: World, serviceId: string, alternateName: string) {
  const ctx = world.job(world.bridge.id);
  let commit = () => {};
  const told = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let written = () => {};
  const made = new Promise<void>((resolve) => {
    written = resolve;
  });
  const done = transact(ctx, async (tx) => {
    await editServiceEntry(tx, ctx, serviceId, { alternateName });
    written();
    await told;
  });
  await made;
  return () => {
    commit();
    return done;
  };
}

/** What a reader is told that goes by the order of writing, as it is: committed or not. */
const naively = async (world: World, after: number) => {
  const found = await asParticipant(
    world.platform.db,
    world.bridge.id,
    `select position::int as position, record_id from handreiking.directory_version
      where position > ${after} order by position`,
  );
  return found as { position: number; record_id: string }[];
};

test("two edits that commit in the other order are both told, the later committed with the later number", async ({
  world,
}) => {
  const { serviceId: second } = await ownEntries(world);
  const first = world.bridge.serviceId;
  const from = (await readAll(world)).after;
  const naiveFrom = (await naively(world, 0)).at(-1)?.position ?? 0;
  const commitFirst = await openEdit(world, first, "Zonnebloem");
  const commitSecond = await openEdit(world, second, "Klaproos");
  await commitSecond();
  const early = await readAll(world, from);
  const naiveEarly = await naively(world, naiveFrom);
  await commitFirst();
  const late = await readAll(world, early.after);
  const naiveLate = await naively(world, naiveEarly.at(-1)?.position ?? 0);
  expect(early.items.map(({ id }) => id)).toEqual([second]);
  expect(late.items.map(({ id, number }) => ({ id, number }))).toEqual([{ id: first, number: from + 2 }]);
  // The order of writing would have skipped the first edit for ever.
  expect(naiveEarly.map(({ record_id }) => record_id)).toEqual([second]);
  expect(naiveLate).toEqual([]);
});

test("a reader of the changes skips nothing and is told nothing twice while many edit", async ({ world }) => {
  const lanes = await Promise.all(Array.from({ length: 6 }, () => ownEntries(world)));
  const from = (await readAll(world)).after;
  let writing = true;
  const told: { number: number; id: string }[] = [];
  const reader = (async () => {
    let after = from;
    for (let idle = false; !idle; ) {
      const wasWriting = writing;
      const page = await read(world, after, 7);
      told.push(...page.items);
      after = page.after;
      idle = !wasWriting && page.items.length === 0;
    }
  })();
  await Promise.all(
    lanes.map(async ({ serviceId }) => {
      for (let round = 0; round < 8; round++) {
        const path = `/services/${serviceId}`;
        const headers = { "if-match": await tagOf(world, path) };
        const { status } = await world
          .as(world.noor)
          .send("PATCH", path, { alternateName: `${round}` }, headers);
        expect(status).toBe(200);
      }
    }),
  );
  writing = false;
  await reader;
  expect(told.map(({ number }) => number)).toEqual(told.map((_, index) => from + index + 1));
  for (const { serviceId } of lanes) expect(told.filter(({ id }) => id === serviceId)).toHaveLength(8);
  expect(told).toHaveLength(48);
});

test("of twenty edits of one version, one is made and the others are told that it is outdated", async ({
  world,
}) => {
  const path = `/services/${world.bridge.serviceId}`;
  const headers = { "if-match": await tagOf(world, path) };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      world.as(world.noor).send("PATCH", path, { alternateName: `${index}` }, headers),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(412)]);
});
