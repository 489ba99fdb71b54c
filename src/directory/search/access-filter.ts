import { and, or, type SQL, sql } from "drizzle-orm";
import { type AccessNeed, accessWords, notMet, signLanguages } from "./access.ts";
import { languagesOf } from "./language-filter.ts";

/**
 * Whether the service meets all the needs wherever it is given, or at one of its places: by a term of a taxonomy
 * "accessibility", or in the words of HSDS's accessibility; hearing, also by a sign language.
 */
export const meetsNeeds = (
  needs: readonly AccessNeed[],
): SQL => sql`(${and(...needs.map(inGeneral))} or exists (
  select from handreiking.service_at_location as place
  where place.service_id = service.id and ${and(...needs.map((need) => or(atPlace(need), inGeneral(need))))}))`;

const inGeneral = (need: AccessNeed): SQL => {
  const borne = bears(sql`service.id`, need);
  if (need !== "hearing") return borne;
  return sql`(${borne} or ${says(sql`service.interpretation_services`, need)} or ${signed})`;
};

const atPlace = (need: AccessNeed): SQL => sql`(${bears(sql`place.location_id`, need)} or exists (
  select from handreiking.accessibility where accessibility.location_id = place.location_id
    and (${says(sql`concat_ws(' ', description, details)`, need)} or ${bears(sql`accessibility.id`, need)})))`;

const bears = (linkId: SQL, need: AccessNeed): SQL => sql`exists (
  select from handreiking.attribute as borne
    join handreiking.taxonomy_term as term on term.id = borne.taxonomy_term_id and term.code = ${need}
    join handreiking.taxonomy on taxonomy.id = term.taxonomy_id and lower(taxonomy.name) = 'accessibility'
  where borne.link_id = ${linkId})`;

const says = (text: SQL, need: AccessNeed): SQL =>
  sql`coalesce(${text} ~* ${accessWords[need]} and ${text} !~* ${`${notMet}(${accessWords[need]})`}, false)`;

const signed = sql`exists (select from handreiking.language where ${languagesOf(sql`service.id`)}
  and lower(language.code) in (select jsonb_array_elements_text(${JSON.stringify(signLanguages)}::text::jsonb)))`;
