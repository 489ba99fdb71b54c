import {
  contacts,
  locations,
  organizations,
  phones,
  programs,
  serviceAtLocations,
  services,
  taxonomies,
  taxonomyTerms,
  units,
} from "../../../../src/directory/schema.ts";
import { rebuildSearch } from "../../../../src/directory/search/search-index.ts";
import { addRows } from "../../../../src/directory/upsert.ts";
import type { Context } from "../../../../src/platform/context.ts";
import { transact } from "../../../../src/platform/database/transact.ts";
import { organizationRows } from "./organization.ts";
import { placeRows } from "./place.ts";
import { serviceRows } from "./service.ts";
import { taxonomyRows } from "./taxonomy.ts";
import type { Tables } from "./words.ts";

/** Services an organization. */
const perOrganization = 4;

/**
 * Adds `count` services of public organizations, and the services of one that is not public. Every table is filled,
 * the same on every run.
 */
export async function generateDirectory(ctx: Context, count: number): Promise<void> {
  const providers = Math.ceil(count / perOrganization);
  const offered = (providers + 1) * perOrganization;
  const groups: Tables[] = [
    taxonomyRows(),
    ...times(providers + 1, (n) => organizationRows(n, n < providers)),
    ...times(offered, (n) => serviceRows(n, Math.floor(n / perOrganization))),
    ...times(offered, (n) => placeRows(n, Math.floor(n / perOrganization))),
  ];
  await transact(ctx, async (tx) => {
    for (const [table, rows] of merged(groups)) await addRows(tx, table as never, rows as never);
    await rebuildSearch(tx);
  });
}

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** What other tables refer to, in the order of their references; all others come after. */
const referredTo: unknown[] = [
  taxonomies,
  taxonomyTerms,
  units,
  organizations,
  programs,
  services,
  locations,
  serviceAtLocations,
  contacts,
  phones,
];

/** All rows by table, each table after those that it refers to. */
function merged(groups: readonly Tables[]): Tables {
  const tables = new Map<unknown, object[]>(referredTo.map((table) => [table, []]));
  for (const [table, rows] of groups.flat()) {
    const known = tables.get(table);
    if (known) known.push(...rows);
    else tables.set(table, [...rows]);
  }
  return [...tables] as Tables;
}
