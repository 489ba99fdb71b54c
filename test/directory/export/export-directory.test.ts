import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import { exportDirectory } from "../../../src/directory/export/export-directory.ts";
import { importDirectory } from "../../../src/directory/import/import-directory.ts";
import { rows } from "../../../src/platform/database/transact.ts";
import { sharingTest as test } from "../../world/world.ts";
import { file } from "../import/files.ts";
import { directories } from "./generated.ts";
import { dump, insert, undone } from "./undone.ts";

async function text(lines: AsyncIterable<string>) {
  let all = "";
  for await (const line of lines) all += line;
  return all;
}

test("what was exported is imported as it was", async ({ world }) => {
  await fc.assert(
    fc.asyncProperty(directories, async (directory) => {
      const before = await undone(world, async (tx, ctx) => {
        await insert(tx, directory);
        return { rows: await dump(tx), file: await text(exportDirectory(ctx.db, { confidential: true })) };
      });
      const after = await undone(world, async (tx, ctx) => {
        const first = await importDirectory(ctx, file(before.file));
        const again = await importDirectory(ctx, file(before.file));
        return { first, again, rows: await dump(tx) };
      });
      expect(after.first.entries).toEqual([]);
      expect(after.rows).toEqual(before.rows);
      expect([after.first.outcome, after.again.changed]).toEqual(["imported", 0]);
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 120_000);

test("a confidential address and its place are withheld unless asked for", async ({ world }) => {
  const [locationId, secret] = [crypto.randomUUID(), "Geheimstraat 7"];
  const address = {
    id: crypto.randomUUID(),
    address_1: secret,
    city: "Zwolle",
    state_province: "Overijssel",
    postal_code: "8011AA",
    country: "NL",
    address_type: "physical",
  };
  const location = {
    resource: "location",
    id: locationId,
    location_type: "physical",
    latitude: 52.513,
    addresses: [address],
    attributes: [{ id: crypto.randomUUID(), label: "handreiking:confidential", value: "true" }],
  };
  const [withheld, told, kept] = await undone(world, async (tx, ctx) => {
    await importDirectory(ctx, file(JSON.stringify(location)));
    const open = await text(exportDirectory(ctx.db));
    await importDirectory(ctx, file(open));
    const where = sql`select latitude from handreiking.location where id = ${locationId}`;
    return [open, await text(exportDirectory(ctx.db, { confidential: true })), await rows(tx, where)];
  });
  expect(withheld).toContain(locationId);
  expect(withheld).not.toContain(secret);
  expect(withheld).not.toContain("52.513");
  expect(told).toContain(secret);
  expect(kept).toEqual([{ latitude: 52.513 }]);
});

test("each line is a record that names what it is, the same each time", async ({ world }) => {
  const ctx = world.job(world.operator.id);
  const lines = (await text(exportDirectory(ctx.db)))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const kinds = new Set(lines.map((line) => line.resource));
  expect([...kinds].slice(0, 4)).toEqual(["taxonomy", "taxonomy_term", "organization", "service"]);
  expect(await text(exportDirectory(ctx.db))).toBe(await text(exportDirectory(ctx.db)));
  expect(JSON.stringify(lines)).not.toContain("null,");
});
