import { expect, test } from "vitest";
import { readHours } from "../../src/directory/starter/partner.ts";
import partners from "../../src/directory/starter/partners.nl.json" with { type: "json" };
import { starterRows } from "../../src/directory/starter/rows.ts";

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

const hoursOf = (name: string) => {
  const ids = new Set(servicesOf(name).map(({ id }) => id));
  return rows.schedules
    .filter(({ serviceId }) => serviceId && ids.has(serviceId))
    .map(({ channel, byday, opensAt, closesAt, timeZone }) => [channel, byday, opensAt, closesAt, timeZone]);
};

test("opening hours are weekly, by channel, in the zone of the country", () => {
  expect(hoursOf("Veilig Thuis")).toEqual([
    ["phone", "MO,TU,WE,TH,FR,SA,SU", "00:00", "00:00", "Europe/Amsterdam"],
    ["chat", "MO,TU,WE,TH,FR", "09:00", "17:00", "Europe/Amsterdam"],
  ]);
  expect(hoursOf("Slachtofferhulp Nederland").slice(0, 2)).toEqual([
    ["phone", "MO,TU,WE,TH,FR", "08:00", "20:00", "Europe/Amsterdam"],
    ["phone", "SA", "10:00", "17:00", "Europe/Amsterdam"],
  ]);
  expect(hoursOf("Fier")).toEqual([]);
  const belgian = new Set(rows.organizations.filter(({ country }) => country === "BE").map(({ id }) => id));
  for (const { id, organizationId } of rows.services)
    for (const { serviceId, timeZone } of rows.schedules)
      if (serviceId === id)
        expect(timeZone).toBe(belgian.has(organizationId) ? "Europe/Brussels" : "Europe/Amsterdam");
});

test.each(["", "Mo-Fr", "Fr-Mo 09:00-17:00", "Mo-Fr 09:00-17:00; PH off", "Mo 9:00-17:00"])(
  "hours that the reader does not know are refused: %j",
  (text) => expect(readHours(text)).toBeUndefined(),
);

test("each service is in Dutch and tells what it costs", () => {
  expect(rows.languages).toHaveLength(rows.services.length);
  for (const { code } of rows.languages) expect(code).toBe("nl");
  const costs = new Map(rows.costOptions.map((row) => [row.serviceId, row]));
  for (const { id, cost } of rows.services)
    expect(costs.get(id)).toMatchObject(cost === "free" ? { amount: 0, currency: "EUR" } : { option: cost });
});
