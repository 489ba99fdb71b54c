import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/db.ts";
import { bareServices, matching, type ServiceFilters } from "../service-filters.ts";
import type { Understood } from "./understand.ts";

/** The filters that may be left out when nothing is found, those that matter least to a caller first. */
export const relaxable = [
  "verifiedSince",
  "openAt",
  "receivesHandoffs",
  "cost",
  "near",
  "area",
  "channel",
  "language",
  "audience",
  "topics",
  "domain",
  "age",
] as const satisfies readonly (keyof ServiceFilters)[];
export type Relaxable = (typeof relaxable)[number];

/** The filters without those that are named. */
export function without(filters: ServiceFilters, names: readonly Relaxable[]): ServiceFilters {
  const kept = { ...filters };
  for (const name of names) delete kept[name];
  return kept;
}

/** Which filters to leave out so that something is found: one if that does, else more. Empty where nothing does. */
export async function findRelaxation(
  tx: Database,
  understood: Understood,
  filters: ServiceFilters,
): Promise<Relaxable[]> {
  const given = relaxable.filter((name) => filters[name] !== undefined);
  const tried = [...given.map((name) => [name]), ...given.slice(1).map((_, at) => given.slice(0, at + 2))];
  if (tried.length === 0) return [];
  const [found] = await rows<{ place: number | null }>(
    tx,
    sql`select min(place) as place from (${sql.join(
      tried.map(
        (names, place) => sql`select ${place}::int as place where exists (
        select from ${bareServices} where ${said(understood)} and ${matching(without(filters, names))})`,
      ),
      sql` union all `,
    )}) as tried`,
  );
  return tried[found?.place ?? -1] ?? [];
}

const said = ({ words, topics }: Understood) => sql`(exists (
    select from handreiking.service_search
    where service_id = service.id and document @@ ${words.flatMap(({ lexemes }) => lexemes.map(quoted)).join(" | ")}::tsquery)
  or exists (
    select from handreiking.attribute where link_id = service.id and taxonomy_term_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(topics.map(({ termId }) => termId))}::text::jsonb))))`;

const quoted = (lexeme: string) => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
