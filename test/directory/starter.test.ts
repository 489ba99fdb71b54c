import { expect, test } from "vitest";
import partners from "../../src/directory/starter/partners.nl.json" with { type: "json" };
import { starterRows } from "../../src/directory/starter.ts";

const at = new Date("2026-01-05T09:00:00Z");
const rows = await starterRows(at);
const organization = (name: string) => {
  const found = rows.organizations.find((row) => row.name === name);
  if (!found) throw new Error(`no organization ${name}`);
  return found;
};
const servicesOf = (name: string) =>
  rows.services.filter((row) => row.organizationId === organization(name).id);
const phonesOf = (name: string) =>
  rows.phones
    .filter((row) => row.organizationId === organization(name).id)
    .map(({ number, description }) => [number, description]);
const areaOf = (name: string) => rows.serviceAreas.find((row) => row.serviceId === servicesOf(name)[0]?.id);

test("the file says that nothing in it is verified, and no row claims to be", () => {
  expect(partners.note).toContain("Import every row as unverified");
  for (const row of rows.services) expect(row.assuredDate ?? null).toBeNull();
});

test("31 organizations offer 34 services", () => {
  expect(rows.organizations).toHaveLength(31);
  expect(rows.services).toHaveLength(34);
});

test("the same file makes the same rows", async () => expect(await starterRows(at)).toEqual(rows));

for (const [table, list] of Object.entries(rows))
  test(`no two rows of ${table} share an id`, () =>
    expect(new Set(list.map(({ id }: { id: string }) => id)).size).toBe(list.length));

test("the one that has closed for now says so", () => {
  const closed = rows.services.filter(({ status }) => status !== "active");
  expect(closed).toEqual(
    servicesOf("Informatie- en Adviescentrum inzake Schadelijke Sektarische Organisaties"),
  );
  expect(closed[0]).toMatchObject({
    status: "temporarily closed",
    statusNote: "Activities suspended from 2024-07-01 until further notice; no resumption found.",
  });
});

test("each number tells which it is", () => {
  expect(phonesOf("Politie")).toEqual([
    ["0900-8844", "Algemeen nummer, lokaal tarief"],
    ["112", "Bij acuut gevaar"],
  ]);
  expect(phonesOf("113 Zelfmoordpreventie")).toEqual([
    ["113", "Algemeen nummer, gratis"],
    ["0800-0113", "Ander nummer"],
  ]);
  expect(phonesOf("Nederlandse Arbeidsinspectie")).toContainEqual([
    "+31 70 333 44 44",
    "Vanuit het buitenland",
  ]);
  expect(phonesOf("LANGZS")).toEqual([]);
});

test("an area is a country or a part of one", () => {
  expect(areaOf("Fier")).toMatchObject({ extent: "NL", national: true });
  expect(areaOf("1712 Hulplijn bij geweld en misbruik")).toMatchObject({ extent: "BE-VLG", national: false });
  expect(areaOf("Informatie- en Adviescentrum inzake Schadelijke Sektarische Organisaties")).toMatchObject({
    extent: "BE",
    national: true,
  });
});

test("an organization with a website has one virtual location, where its services are", () => {
  const withWebsite = rows.organizations.filter(({ website }) => website);
  expect(rows.locations).toHaveLength(withWebsite.length);
  const ids = new Set(rows.locations.map(({ id }) => id));
  for (const { locationId } of rows.serviceAtLocations) expect(ids).toContain(locationId);
});

test("services take the ages of their organization", () =>
  expect(servicesOf("De Kindertelefoon")).toMatchObject([{ minimumAge: 8, maximumAge: 18 }]));
