import { eq } from "drizzle-orm";
import { expect } from "vitest";
import {
  accessibilities,
  addresses,
  locations,
  metadata,
  organizations,
  serviceAtLocations,
} from "../../../src/directory/schema.ts";
import { transact } from "../../../src/platform/database/transact.ts";
import { test, type World } from "../../world/world.ts";
import { openHsds } from "./world.ts";

/** A place in Utrecht where De Brug offers its service. */
async function place(world: World, confidential: boolean) {
  const [locationId, id, addressId] = [
    world.platform.newId(),
    world.platform.newId(),
    world.platform.newId(),
  ];
  const { serviceId, organizationId } = world.bridge;
  await transact(world.job(world.operator.id), async (tx) => {
    await tx.insert(locations).values({
      id: locationId,
      organizationId,
      locationType: "physical",
      name: "Huis",
      transportation: "Bus 5 naar Geheimstraat",
      description: "Achter het station, Geheimstraat",
      latitude: 52.0907,
      longitude: 5.1214,
      confidential,
    });
    const where = { locationId, id: addressId, address1: "Geheimstraat 1", city: "Utrecht", country: "NL" };
    await tx
      .insert(addresses)
      .values({ ...where, stateProvince: "Utrecht", postalCode: "3511 CE", addressType: "physical" });
    await tx
      .insert(accessibilities)
      .values({ id: world.platform.newId(), locationId, details: "Ingang Geheimstraat" });
    await tx.insert(metadata).values({
      id: world.platform.newId(),
      resourceId: locationId,
      resourceType: "location",
      lastActionDate: "2026-01-01",
      lastActionType: "update",
      fieldName: "name",
      previousValue: "Geheimstraat",
      replacementValue: "Huis",
      updatedBy: "Noor",
    });
    await tx.insert(serviceAtLocations).values({ id, serviceId, locationId });
  });
  return { id, serviceId, organizationId };
}

const everywhere = ({ id, serviceId, organizationId }: Awaited<ReturnType<typeof place>>) => [
  `/service_at_locations/${id}`,
  `/service_at_locations?organization_id=${organizationId}`,
  `/service_at_locations?organization_id=${organizationId}&full=true`,
  `/services/${serviceId}`,
  `/organizations/${organizationId}?full_service=true`,
];

test("an open location shows its address and is found near its postcode", async ({ world }) => {
  const placed = await place(world, false);
  const { get } = openHsds(world);
  const { location } = await get(`/service_at_locations/${placed.id}`);
  expect(location).toMatchObject({ latitude: 52.0907, addresses: [{ address_1: "Geheimstraat 1" }] });
  const near = `/service_at_locations?organization_id=${placed.organizationId}&postcode=3511CE&proximity`;
  expect((await get(`${near}=3000`)).contents).toMatchObject([{ id: placed.id }]);
  const far = `/service_at_locations?organization_id=${placed.organizationId}&postcode=9711LM&proximity`;
  expect((await get(`${far}=3000`)).contents).toEqual([]);
});

test("of a confidential location nothing tells where it is, and no radius finds it", async ({ world }) => {
  const placed = await place(world, true);
  const { get } = openHsds(world);
  for (const path of everywhere(placed)) {
    const body = await get(path);
    expect(JSON.stringify(body), path).toContain(placed.id);
    expect(JSON.stringify(body), path).not.toMatch(/Geheimstraat|latitude|longitude|addresses|3511/);
  }
  const near = `/service_at_locations?organization_id=${placed.organizationId}&postcode=3511CE&proximity=1000000`;
  expect((await get(near)).contents).toEqual([]);
});

test("an organization that is not public is not there, nor is what it offers", async ({ world }) => {
  const placed = await place(world, false);
  await transact(world.job(world.operator.id), (tx) =>
    tx.update(organizations).set({ isPublic: false }).where(eq(organizations.id, placed.organizationId)),
  );
  const { ask, get } = openHsds(world);
  expect((await get(`/services?organization_id=${placed.organizationId}`)).empty).toBe(true);
  expect((await get(`/service_at_locations?organization_id=${placed.organizationId}`)).empty).toBe(true);
  for (const path of [
    `/services/${placed.serviceId}`,
    `/organizations/${placed.organizationId}`,
    `/service_at_locations/${placed.id}`,
  ])
    expect((await ask(path)).status, path).toBe(404);
});

test("a postcode keeps the services whose area it lies in, and those that name none", async ({ world }) => {
  const placed = await place(world, false);
  const { get, ask } = openHsds(world);
  const query = `/service_at_locations?organization_id=${placed.organizationId}`;
  expect((await get(`${query}&postcode=9711LM`)).contents).toHaveLength(1);
  for (const wrong of ["postcode=nonsense!", "proximity=5", "postcode=3511CE&proximity=abc"])
    expect((await ask(`${query}&${wrong}`)).status, wrong).toBe(400);
});
