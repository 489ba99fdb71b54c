import { eq } from "drizzle-orm";
import { services } from "../../../src/directory/schema.ts";
import type { World } from "../../world/world.ts";

export const id = () => crypto.randomUUID();
export const organization = (more = {}) => ({
  id: id(),
  name: "Stichting Haven",
  description: "Helpt.",
  ...more,
});
export const service = (more = {}) => ({
  id: id(),
  name: "Luisterlijn Haven",
  status: "active",
  organization: organization(),
  attributes: [{ id: id(), label: "handreiking:domain", value: "care" }],
  ...more,
});

export async function serviceRow(world: World, serviceId: string) {
  const [row] = await world.platform.db.select().from(services).where(eq(services.id, serviceId));
  return row;
}
