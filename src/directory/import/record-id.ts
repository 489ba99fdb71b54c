import { namedId } from "../named-id.ts";
import { type EntityName, takesAttributes } from "./entities/index.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const longest = 500;

export interface RecordId {
  id: string;
  /** What the source calls it, where that is no UUID. */
  foreignId?: string;
}

/** A UUID is kept; from any other id one is derived, the same at every import of the same source. */
export async function recordId(
  source: string,
  entity: EntityName,
  given: unknown,
): Promise<RecordId | undefined> {
  const name = typeof given === "number" ? String(given) : given;
  if (typeof name !== "string" || name.trim() === "" || name.length > longest) return undefined;
  if (name.includes("\u0000") || !name.isWellFormed()) return undefined;
  if (uuid.test(name)) return { id: name.toLowerCase() };
  return { id: await namedId(source, entity, name), foreignId: name };
}

/** The record that keeps what the source calls another: an organization's identifier, else an attribute. */
export async function foreignIdRecord(
  source: string,
  entity: EntityName,
  { id, foreignId }: RecordId,
): Promise<{ entity: EntityName; id: string; record: Record<string, unknown> } | undefined> {
  if (foreignId === undefined) return undefined;
  if (entity === "organization") {
    const record = {
      organization_id: id,
      identifier_scheme: source,
      identifier_type: "foreign id",
      identifier: foreignId,
    };
    return {
      entity: "organization_identifier",
      id: await namedId("organization_identifier", id, "foreign id"),
      record,
    };
  }
  if (!takesAttributes(entity)) return undefined;
  const record = {
    link_id: id,
    link_entity: entity,
    link_type: "foreign id",
    label: "handreiking:foreign-id",
    value: foreignId,
  };
  return { entity: "attribute", id: await namedId("attribute", id, "foreign id"), record };
}
