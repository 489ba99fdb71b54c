import { type Entity, type EntityName, entityNames } from "./entity.ts";
import { locationEntities } from "./location.ts";
import { organizationEntities } from "./organization.ts";
import { serviceEntities } from "./service.ts";
import { taxonomyEntities } from "./taxonomy.ts";

export { type Entity, type EntityName, entityNames, type Field, type OwnField } from "./entity.ts";

/** HSDS 3.1 as far as reading and writing files asks for it: one table for both directions. */
export const entities: Readonly<Record<EntityName, Entity>> = {
  ...taxonomyEntities,
  ...organizationEntities,
  ...serviceEntities,
  ...locationEntities,
};

/** The columns that say of which record an attribute or a change is. */
export const linkColumns = {
  attribute: { id: "link_id", entity: "link_entity" },
  metadata: { id: "resource_id", entity: "resource_type" },
} as const;

export const isEntityName = (name: unknown): name is EntityName => entityNames.includes(name as EntityName);
export const takesAttributes = (name: EntityName) => !["taxonomy", "attribute", "metadata"].includes(name);
