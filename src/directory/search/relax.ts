import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { bareServices, matching, type ServiceFilters } from "../service-filters.ts";
import { said } from "./score.ts";
import type { Understood } from "./understand.ts";

/** The filters that may be left out when nothing is found, those that matter least to a caller first. */
const relaxableFilters = [
  "verifiedSince",
  "openAt",
  "receivesHandoffs",
  "cost",
  "near",
  "area",
  "channel",
  "accessibility",
  "language",
  "audience",
  "topics",
  "domain",
  "age",
] as const satisfies readonly (keyof ServiceFilters)[];

/** The same, and the words themselves, which go last. */
export const relaxable = [...relaxableFilters, "words"] as const;
export type Relaxable = (typeof relaxable)[number];

/** The filters without those that are named. */
export function without(filters: ServiceFilters, names: readonly Relaxable[]): ServiceFilters {
  const kept = { ...filters };
  for (const name of names) if (name !== "words") delete kept[name];
  return kept;
}

/**
 * What to leave out so that something is found: one filter if that does, else more, then the words, at last
 * everything. Where no words were understood they are left out always.
 */
export async function findRelaxation(
  tx: Database,
  understood: Understood | undefined,
  filters: ServiceFilters,
): Promise<Relaxable[]> {
  const given = relaxableFilters.filter((name) => filters[name] !== undefined);
  const everything: Relaxable[] = [...given, "words"];
  const fewer = [...given.map((name) => [name]), ...given.slice(1).map((_, at) => given.slice(0, at + 2))];
  const tried: Relaxable[][] = understood
    ? [...fewer, ...(given.length > 0 ? [["words" as const]] : [])]
    : fewer.filter(({ length }) => length < given.length).map((names) => [...names, "words"]);
  if (tried.length === 0) return everything;
  const [found] = await rows<{ place: number | null }>(
    tx,
    sql`select min(place) as place from (${sql.join(
      tried.map((left, place) => {
        const kept = matching(without(filters, left));
        const meant = understood && !left.includes("words") ? sql`${said(understood)} and` : sql``;
        return sql`select ${place}::int as place where exists (select from ${bareServices} where ${meant} ${kept})`;
      }),
      sql` union all `,
    )}) as tried`,
  );
  return tried[found?.place ?? -1] ?? everything;
}
