import { inArray } from "drizzle-orm";
import type { Database } from "../platform/context.ts";
import { participants } from "./schema.ts";

/** The names of participants, by their ids. */
export async function listNames(tx: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ id: participants.id, name: participants.name })
    .from(participants)
    .where(inArray(participants.id, [...new Set(ids)]));
  return new Map(found.map(({ id, name }) => [id, name]));
}
