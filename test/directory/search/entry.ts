import { inArray } from "drizzle-orm";
import { expect } from "vitest";
import {
  accessibilities,
  addresses,
  attributes,
  languages,
  locations,
  organizations,
  schedules,
  serviceAreas,
  serviceAtLocations,
  services,
  taxonomyTerms,
} from "../../../src/directory/schema.ts";
import { rebuildSearch } from "../../../src/directory/search/search-index.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import type { World } from "../../world/world.ts";

type Hours = Partial<typeof schedules.$inferInsert>;

export interface Entry {
  service?: Partial<typeof services.$inferInsert>;
  area?: Partial<typeof serviceAreas.$inferInsert>;
  language?: string;
  /** Its place: Utrecht's center, unless other degrees are given. */
  place?: { latitude?: number; longitude?: number; confidential?: boolean };
  hours?: Hours[];
  /** Of its place. */
  placeHours?: Hours[];
  /** Of the service at its place. */
  hoursThere?: Hours[];
  access?: Partial<typeof accessibilities.$inferInsert>;
  /** Codes of topics. */
  topics?: string[];
}

export const word = "zwaluwstaart";

/** A service that only the word and its filters find. */
export async function addEntry(world: World, name: string, entry: Entry = {}): Promise<string> {
  const [organizationId, serviceId] = [randomIds(), randomIds()];
  const lastModified = world.platform.now();
  await transact(world.job(world.operator.id), async (tx) => {
    await tx
      .insert(organizations)
      .values({ id: organizationId, name, description: name, country: "NL", lastModified });
    await tx.insert(services).values({
      id: serviceId,
      organizationId,
      name: `${word} ${name}`,
      status: "active",
      domain: "care",
      audiences: ["harmed"],
      channels: ["phone"],
      lastModified,
      ...entry.service,
    });
    if (entry.area)
      await tx
        .insert(serviceAreas)
        .values({ id: randomIds(), serviceId, name: "Nederland", national: false, ...entry.area });
    if (entry.language)
      await tx.insert(languages).values({ id: randomIds(), serviceId, code: entry.language });
    if (entry.place) {
      const locationId = randomIds();
      await tx
        .insert(locations)
        .values({ id: locationId, organizationId, locationType: "physical", name, ...entry.place });
      await tx.insert(addresses).values({
        id: randomIds(),
        locationId,
        address1: "Straat 1",
        city: "Utrecht",
        stateProvince: "Utrecht",
        postalCode: "3511 AB",
        country: "NL",
        addressType: "physical",
      });
      const serviceAtLocationId = randomIds();
      await tx.insert(serviceAtLocations).values({ id: serviceAtLocationId, serviceId, locationId });
      if (entry.access)
        await tx.insert(accessibilities).values({ id: randomIds(), locationId, ...entry.access });
      for (const hours of entry.placeHours ?? [])
        await tx.insert(schedules).values({ id: randomIds(), locationId, freq: "WEEKLY", ...hours });
      for (const hours of entry.hoursThere ?? [])
        await tx.insert(schedules).values({ id: randomIds(), serviceAtLocationId, freq: "WEEKLY", ...hours });
    }
    if (entry.topics) {
      const terms = await tx.select().from(taxonomyTerms).where(inArray(taxonomyTerms.code, entry.topics));
      for (const { id: taxonomyTermId } of terms)
        await tx
          .insert(attributes)
          .values({ id: randomIds(), linkId: serviceId, linkEntity: "service", taxonomyTermId });
    }
    for (const hours of entry.hours ?? [])
      await tx.insert(schedules).values({ id: randomIds(), serviceId, freq: "WEEKLY", ...hours });
    await rebuildSearch(tx, [serviceId]);
  });
  return serviceId;
}

/** Which of `ids` a search and a list find, by the names they were added under and in their order. */
export async function found(world: World, ids: Record<string, string>, filters: Record<string, unknown>) {
  const nameOf = (id: string) => Object.entries(ids).find(([, known]) => known === id)?.[0];
  const { status, body } = await world.as(world.eva).post("/service-searches", {
    words: word,
    pageSize: 100,
    ...filters,
  });
  expect(status).toBe(200);
  const items = body.relaxed ? [] : body.items;
  const names = items.map(({ service }: { service: { id: string } }) => nameOf(service.id));
  const { near, area, ...flat } = filters as Record<string, Record<string, unknown>>;
  const query = Object.entries({ ...flat, ...near, ...area }).flatMap(([key, value]) =>
    [value].flat().map((each) => `${key}=${each}`),
  );
  const listed: string[] = [];
  for (let path: string | undefined = `/services?pageSize=100&${query.join("&")}`; path; ) {
    const answer = await world.as(world.eva).get(path);
    expect(answer.status).toBe(200);
    listed.push(...answer.body.items.map(({ id }: { id: string }) => id));
    const next: string | undefined = answer.body.nextCursor;
    path = next && `/services?pageSize=100&${query.join("&")}&cursor=${next}`;
  }
  const known = names.filter((name: string | undefined) => name !== undefined);
  expect(
    listed
      .map(nameOf)
      .filter((name) => name !== undefined)
      .sort(),
  ).toEqual([...known].sort());
  return known;
}
