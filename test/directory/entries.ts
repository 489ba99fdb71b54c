import { eq } from "drizzle-orm";
import { organizations, services } from "../../src/directory/schema.ts";
import type { World } from "../world/world.ts";

/** The id of an organization of the starter directory. */
export async function organizationId(world: World, name: string): Promise<string> {
  const [found] = await world.platform.db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.name, name));
  if (!found) throw new Error(`no organization ${name}`);
  return found.id;
}

/** The id of a service of the starter directory. */
export async function serviceId(world: World, name: string): Promise<string> {
  const [found] = await world.platform.db
    .select({ id: services.id })
    .from(services)
    .where(eq(services.name, name));
  if (!found) throw new Error(`no service ${name}`);
  return found.id;
}
