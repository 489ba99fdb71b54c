import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { ExportFault, exportFile, importFile } from "../../../src/directory/node.ts";
import { sharingTest as test } from "../../world/world.ts";
import { atPath } from "../import/package/zips.ts";
import { directories } from "./generated.ts";
import { dump, insert, undone } from "./undone.ts";

for (const [told, name] of [
  ["a zip", "out.zip"],
  ["a folder", "out/"],
] as const)
  test(`what was exported as ${told} of tables is imported as it was`, async ({ world }) => {
    await fc.assert(
      fc.asyncProperty(directories, (directory) =>
        atPath(async (folder) => {
          const path = join(folder, name);
          const before = await undone(world, async (tx, ctx) => {
            await insert(tx, directory);
            await exportFile(ctx, path, { confidential: true });
            return dump(tx);
          });
          const after = await undone(world, async (tx, ctx) => {
            const first = await importFile(ctx, path);
            const again = await importFile(ctx, path);
            return { first, again, rows: await dump(tx) };
          });
          expect(after.first.entries).toEqual([]);
          expect(after.rows).toEqual(before);
          expect([after.first.outcome, after.again.changed]).toEqual(["imported", 0]);
        }),
      ),
      { numRuns: 4, endOnFailure: true },
    );
  }, 600_000);

test("the tables tell no confidential address unless asked", async ({ world }) => {
  const tell = (confidential: boolean) =>
    atPath((folder) =>
      undone(world, async (tx, ctx) => {
        const [directory] = fc.sample(directories, { numRuns: 1, seed: 7 });
        if (!directory) throw new Error("nothing generated");
        const place = { ...directory.location[0], id: String(directory.location[0]?.id) };
        const location = { ...place, confidential: true, latitude: 52.513 };
        const address = {
          id: crypto.randomUUID(),
          location_id: location.id,
          address_1: "Geheimstraat 7",
          city: "Zwolle",
          state_province: "Overijssel",
          postal_code: "8011AA",
          country: "NL",
          address_type: "physical",
        };
        const others = { location: [location, ...directory.location.slice(1)], address: [address] };
        await insert(tx, { ...directory, ...others });
        const path = join(folder, "out/");
        await exportFile(ctx, path, { confidential });
        const files = (await readdir(path)).map((name) => readFile(join(path, name), "utf8"));
        return (await Promise.all(files)).join("");
      }),
    );
  expect(await tell(false)).not.toMatch(/Geheimstraat|52\.513/);
  expect(await tell(true)).toMatch(/Geheimstraat[\s\S]*52\.513/);
});

test("a folder that holds something is not written into", async ({ world }) => {
  await atPath(async (folder) => {
    await mkdir(join(folder, "out"));
    await writeFile(join(folder, "out", "services.csv"), "kept");
    const writing = exportFile(world.job(world.operator.id), join(folder, "out/"));
    await expect(writing).rejects.toThrow(ExportFault);
    expect(await readFile(join(folder, "out", "services.csv"), "utf8")).toBe("kept");
  });
});
