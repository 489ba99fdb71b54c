import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { importDirectory } from "../../../src/directory/import/import-directory.ts";
import { organizations, schedules, serviceAtLocations } from "../../../src/directory/schema.ts";
import { rows } from "../../../src/platform/database/transact.ts";
import { test, type World } from "../../world/world.ts";
import { file, importFile } from "./files.ts";
import { id, organization, service, serviceRow } from "./records.ts";

const audited = async (world: World) =>
  (await world.audited(world.operator.id, world.operator.id)).filter((one) => one === "directory.imported")
    .length;

test("a service with all that hangs on it becomes part of the directory, with one audit entry", async ({
  world,
}) => {
  const [locationId, serviceAtLocationId] = [id(), id()];
  const location = {
    id: locationId,
    location_type: "physical",
    addresses: [
      {
        id: id(),
        address_1: "Kade 1",
        city: "Zwolle",
        state_province: "Overijssel",
        postal_code: "8011AA",
        country: "NL",
        address_type: "physical",
      },
    ],
  };
  const given = service({
    phones: [{ id: id(), number: "038-1234567", languages: [{ id: id(), code: "nl" }] }],
    schedules: [{ id: id(), freq: "WEEKLY", byday: "FR", opens_at: "22:00", closes_at: "06:00" }],
    service_at_locations: [{ id: serviceAtLocationId, location }],
  });
  const before = await audited(world);
  const report = await importFile(world, JSON.stringify([given]));
  expect(report).toMatchObject({ outcome: "imported", elements: 1, changed: 8, entries: [] });
  expect(await serviceRow(world, given.id)).toMatchObject({ domain: "care", assuredDate: null });
  const { db } = world.platform;
  const [at] = await db
    .select()
    .from(serviceAtLocations)
    .where(eq(serviceAtLocations.id, serviceAtLocationId));
  expect(at).toMatchObject({ serviceId: given.id, locationId });
  const [night] = await db.select().from(schedules).where(eq(schedules.serviceId, given.id));
  expect(night).toMatchObject({ opensAt: "22:00:00", closesAt: "06:00:00", timeZone: "Europe/Amsterdam" });
  expect(await audited(world)).toBe(before + 1);
});

test("an imported service is found by its words, and by the new ones after another import", async ({
  world,
}) => {
  const found = async (word: string) => {
    const ids = await rows<{ id: string }>(
      world.platform.db,
      sql`select service_id as id from handreiking.service_search
        where document @@ plainto_tsquery('handreiking.dutch', ${word})`,
    );
    return ids.map((one) => one.id);
  };
  const given = service({ name: "Zeebonkencafé" });
  await importFile(world, JSON.stringify(given));
  expect(await found("zeebonkencafe")).toContain(given.id);
  await importFile(world, JSON.stringify({ ...given, name: "Kwartelhonk" }));
  expect(await found("kwartelhonk")).toContain(given.id);
});

test("the same file again changes nothing and leaves no audit entry", async ({ world }) => {
  const content = JSON.stringify([service({ phones: [{ number: "1" }] })]);
  await importFile(world, content);
  const before = await audited(world);
  world.clock.time = new Date(world.clock.time.getTime() + 60_000);
  expect((await importFile(world, content)).changed).toBe(0);
  expect(await audited(world)).toBe(before);
});

test("a dry run tells the same and changes nothing", async ({ world }) => {
  const given = service({ url: "www.example.org" });
  const rehearsed = await importFile(world, JSON.stringify([given]), { dryRun: true });
  expect(await serviceRow(world, given.id)).toBeUndefined();
  const imported = await importFile(world, JSON.stringify([given]));
  expect(rehearsed).toEqual({ ...imported, outcome: "rehearsed" });
});

test("nobody but the network's operator can import", async ({ world }) => {
  const given = organization();
  const ctx = world.job(world.bridge.id);
  await expect(
    importDirectory(ctx, file(JSON.stringify({ ...given, website: "https://a.example" }))),
  ).rejects.toThrow();
  expect(await world.platform.db.select().from(organizations).where(eq(organizations.id, given.id))).toEqual(
    [],
  );
});
