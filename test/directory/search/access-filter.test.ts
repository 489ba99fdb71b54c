import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { attributes, locations, taxonomies, taxonomyTerms } from "../../../src/directory/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { test } from "../../world/world.ts";
import { addEntry, found } from "./entry.ts";

test("places say in words whom they are accessible to", async ({ world }) => {
  const ids = {
    all: await addEntry(world, "all", {
      place: {},
      access: { description: "Rolstoeltoegankelijk, drempelvrij", details: "Ringleiding bij de balie" },
    }),
    wheelchair: await addEntry(world, "wheelchair", { place: {}, access: { details: "Wheelchair access" } }),
    stairs: await addEntry(world, "stairs", {
      place: {},
      access: { description: "Helaas niet goed rolstoeltoegankelijk" },
    }),
    unknown: await addEntry(world, "unknown", { place: {} }),
  };
  expect((await found(world, ids, { accessibility: ["wheelchair"] })).sort()).toEqual(["all", "wheelchair"]);
  expect(await found(world, ids, { accessibility: ["wheelchair", "hearing"] })).toEqual(["all"]);
  expect(await found(world, ids, { accessibility: ["sight"] })).toEqual([]);
});

test("a service in sign language, or with an interpreter of it, is for the deaf", async ({ world }) => {
  const ids = {
    signed: await addEntry(world, "signed", { language: "dse" }),
    interpreted: await addEntry(world, "interpreted", {
      service: { interpretationServices: "Tolk gebarentaal op afspraak" },
    }),
    spoken: await addEntry(world, "spoken", { language: "nl" }),
  };
  expect((await found(world, ids, { accessibility: ["hearing"] })).sort()).toEqual(["interpreted", "signed"]);
});

test("a term of a taxonomy of accessibility says it in a code", async ({ world }) => {
  const ids = {
    it: await addEntry(world, "it", { place: {} }),
    other: await addEntry(world, "other", { place: {} }),
  };
  await transact(world.job(world.operator.id), async (tx) => {
    const [taxonomyId, taxonomyTermId] = [randomIds(), randomIds()];
    const description = "Toegankelijkheid";
    await tx.insert(taxonomies).values({ id: taxonomyId, name: "accessibility", description });
    await tx
      .insert(taxonomyTerms)
      .values({ id: taxonomyTermId, taxonomyId, code: "low-stimulus", name: "Prikkelarm", description });
    const [place] = await tx.select().from(locations).where(eq(locations.name, "it"));
    await tx
      .insert(attributes)
      .values({ id: randomIds(), linkId: place?.id ?? "", linkEntity: "location", taxonomyTermId });
  });
  expect(await found(world, ids, { accessibility: ["low-stimulus"] })).toEqual(["it"]);
});
