import { organizationParticipants, organizations } from "../../src/directory/schema.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { randomIds } from "../../src/platform/ids.ts";
import type { Person, World } from "../world/world.ts";

/** A service and a location of De Brug's own that nothing rests on. */
export async function ownEntries(world: World, location: Record<string, unknown> = {}) {
  const noor = world.as(world.noor);
  const { organizationId } = world.bridge;
  const service = { organizationId, name: "Inloop", status: "active", domain: "care" };
  const serviceId: string = (await noor.post("/services", service)).body.id;
  const place = { organizationId, locationType: "physical", name: "Inloophuis", ...location };
  const locationId: string = (await noor.post("/locations", place)).body.id;
  return { serviceId, locationId };
}

/** An organization without services that De Brug answers for. */
export async function emptyOrganization(world: World) {
  const id = randomIds();
  await transact(world.job(world.operator.id), async (tx) => {
    const lastModified = world.platform.now();
    await tx
      .insert(organizations)
      .values({ id, name: "Leeg", description: "Leeg", country: "NL", lastModified });
    await tx.insert(organizationParticipants).values({ organizationId: id, participantId: world.bridge.id });
  });
  return { organizationId: id };
}

/** The ETag of an entry as `person` reads it. */
export async function tagOf(world: World, path: string, person: Person = world.noor): Promise<string> {
  return (await world.as(person).get(path)).headers.get("etag") ?? "";
}

/** A request that edits or deletes the version of an entry that stands now. */
export async function edit(
  world: World,
  method: "PATCH" | "DELETE",
  collection: string,
  id: string,
  body?: Record<string, unknown>,
) {
  const path = `/${collection}/${id}`;
  return {
    method,
    path,
    ...(body && { body }),
    headers: { "if-match": await tagOf(world, path) },
    subject: id,
  };
}
