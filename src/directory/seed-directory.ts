import { record } from "../audit/index.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { beginMerge } from "./edit/begin-edit.ts";
import {
  attributes,
  costOptions,
  languages,
  locations,
  organizations,
  phones,
  schedules,
  serviceAreas,
  serviceAtLocations,
  services,
  taxonomies,
  taxonomyTerms,
} from "./schema.ts";
import { addSynonyms, rebuildSearch } from "./search/search-index.ts";
import { starterRows } from "./starter/rows.ts";
import { addRows, upsertRows } from "./upsert.ts";

export interface SeedReport {
  organizations: number;
  services: number;
  taxonomyTerms: number;
  /** How many rows of any table were added or changed: none when the directory was seeded before. */
  changed: number;
}

/**
 * Loads the starter directory, again or for the first time. The actor is a job of the network's operator.
 * What a coordinator has verified, and who answers for an organization, stays as it is.
 */
export async function seedDirectory(ctx: Context): Promise<SeedReport> {
  const rows = await starterRows(ctx.now());
  const changed = await transact(ctx, async (tx) => {
    await beginMerge(tx, ctx);
    const written = [
      await upsertRows(tx, taxonomies, rows.taxonomies),
      await upsertRows(tx, taxonomyTerms, rows.taxonomyTerms),
      await upsertRows(tx, organizations, rows.organizations),
      await upsertRows(tx, services, rows.services),
      await upsertRows(tx, locations, rows.locations),
      await addRows(tx, serviceAtLocations, rows.serviceAtLocations),
      await upsertRows(tx, phones, rows.phones),
      await upsertRows(tx, serviceAreas, rows.serviceAreas),
      await upsertRows(tx, languages, rows.languages),
      await upsertRows(tx, schedules, rows.schedules),
      await upsertRows(tx, costOptions, rows.costOptions),
      await addRows(tx, attributes, rows.attributes),
      await addSynonyms(tx),
    ].reduce((sum, count) => sum + count);
    if (written > 0) {
      await rebuildSearch(tx);
      await record(tx, ctx, { action: "directory.seeded", subjectId: ctx.actor.participantId });
    }
    return written;
  });
  return {
    organizations: rows.organizations.length,
    services: rows.services.length,
    taxonomyTerms: rows.taxonomyTerms.length,
    changed,
  };
}
