import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { seedDirectory } from "../../src/directory/index.ts";
import { organizationParticipants, services } from "../../src/directory/schema.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { test, type World } from "../world/world.ts";
import { organizationId, serviceId } from "./entries.ts";

const seeds = (world: World) => world.audited(world.operator.id, world.operator.id);

async function edit(world: World, id: string, values: Partial<typeof services.$inferInsert>) {
  await transact(world.job(world.operator.id), (tx) =>
    tx.update(services).set(values).where(eq(services.id, id)),
  );
}

async function serviceRow(world: World, id: string) {
  const [row] = await world.platform.db.select().from(services).where(eq(services.id, id));
  return row;
}

test("seeding again changes nothing and leaves no audit entry", async ({ world }) => {
  await seedDirectory(world.job(world.operator.id));
  const id = await serviceId(world, "Zedenpolitie");
  const before = [await serviceRow(world, id), await seeds(world)];
  world.clock.time = new Date(world.clock.time.getTime() + 60_000);
  expect(await seedDirectory(world.job(world.operator.id))).toEqual({
    organizations: 31,
    services: 34,
    taxonomyTerms: 35,
    changed: 0,
  });
  expect([await serviceRow(world, id), await seeds(world)]).toEqual(before);
});

test("an entry that nobody has verified is set right, with an audit entry", async ({ world }) => {
  await seedDirectory(world.job(world.operator.id));
  const id = await serviceId(world, "Advies na oplichting");
  const audited = await seeds(world);
  await edit(world, id, { name: "Altered" });
  expect((await seedDirectory(world.job(world.operator.id))).changed).toBe(1);
  expect(await serviceRow(world, id)).toMatchObject({
    name: "Advies na oplichting",
    lastModified: world.clock.time,
  });
  // Of entries of one moment, none comes first.
  expect((await seeds(world)).sort()).toEqual([...audited, "directory.seeded"].sort());
});

test("an entry that somebody has verified is left alone", async ({ world }) => {
  const id = await serviceId(world, "Hulp bij schadevergoeding");
  const verified = {
    description: "As they told us",
    assuredDate: "2026-10-05",
    assurerEmail: "eva@example.org",
  };
  await edit(world, id, verified);
  await seedDirectory(world.job(world.operator.id));
  expect(await serviceRow(world, id)).toMatchObject(verified);
});

test("who answers for an organization is left alone", async ({ world }) => {
  const fier = await organizationId(world, "Fier");
  await transact(world.job(world.operator.id), (tx) =>
    tx.insert(organizationParticipants).values({ organizationId: fier, participantId: world.bridge.id }),
  );
  await seedDirectory(world.job(world.operator.id));
  const [link] = await world.platform.db
    .select()
    .from(organizationParticipants)
    .where(eq(organizationParticipants.organizationId, fier));
  expect(link?.participantId).toBe(world.bridge.id);
});

test("nobody but the network's operator can seed", async ({ world }) => {
  const id = await serviceId(world, "Gratis juridisch advies");
  await edit(world, id, { name: "Altered" });
  await expect(seedDirectory(world.job(world.bridge.id))).rejects.toThrow();
  expect((await serviceRow(world, id))?.name).toBe("Altered");
});
