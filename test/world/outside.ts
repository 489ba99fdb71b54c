import { organizations, phones, services } from "../../src/directory/schema.ts";
import { transact } from "../../src/platform/database/transact.ts";
import { randomIds } from "../../src/platform/ids.ts";
import type { World } from "./world.ts";

/** An organization outside the network, with two services; it has a telephone unless `number` is empty. */
export async function outsideNetwork(world: World, { number = "030-7654321" } = {}) {
  const organizationId = randomIds();
  const serviceIds = [randomIds(), randomIds()] as const;
  const lastModified = world.clock.time;
  await transact(world.job(world.operator.id), async (tx) => {
    await tx
      .insert(organizations)
      .values({ id: organizationId, name: "Buiten", description: "Buiten", country: "NL", lastModified });
    for (const id of serviceIds)
      await tx.insert(services).values({
        id,
        organizationId,
        name: "Hulp van Buiten",
        description: "Hulp na dwang en manipulatie.",
        status: "active",
        domain: "care",
        audiences: ["harmed", "relative"],
        channels: ["phone"],
        cost: "free",
        lastModified,
      });
    if (number) await tx.insert(phones).values({ id: randomIds(), organizationId, number, country: "NL" });
  });
  return { organizationId, serviceIds };
}
