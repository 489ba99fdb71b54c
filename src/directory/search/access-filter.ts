import { and, type SQL, sql } from "drizzle-orm";
import { type AccessNeed, accessWords, notMet, signLanguages } from "./access.ts";
import { languagesOf } from "./language-filter.ts";

/**
 * Whether one of a service's places, or the service wherever it is given, meets all the needs: by a term of a
 * taxonomy "accessibility", or in the words of HSDS's accessibility; hearing, also by a sign language.
 */
export const meetsNeeds = (needs: readonly AccessNeed[]): SQL => sql`exists (
  select from (select null::uuid as location_id union all
    select place.location_id from handreiking.service_at_location as place where place.service_id = service.id) as spot
  where ${and(...needs.map(meets))})`;

const meets = (need: AccessNeed): SQL => sql`(exists (
    select from handreiking.attribute as borne
      join handreiking.taxonomy_term as term on term.id = borne.taxonomy_term_id and term.code = ${need}
      join handreiking.taxonomy on taxonomy.id = term.taxonomy_id and lower(taxonomy.name) = 'accessibility'
    where borne.link_id in (service.id, spot.location_id) or borne.link_id in (
      select id from handreiking.accessibility where accessibility.location_id = spot.location_id))
  or exists (
    select from handreiking.accessibility
    where accessibility.location_id = spot.location_id and ${says(sql`concat_ws(' ', description, details)`, need)})
  ${need === "hearing" ? sql`or ${says(sql`service.interpretation_services`, need)} or ${signed}` : sql``})`;

const says = (text: SQL, need: AccessNeed): SQL =>
  sql`(${text} ~* ${accessWords[need]} and ${text} !~* ${`${notMet}(${accessWords[need]})`})`;

const signed = sql`exists (select from handreiking.language where ${languagesOf(sql`service.id`)}
  and lower(language.code) in (select jsonb_array_elements_text(${JSON.stringify(signLanguages)}::text::jsonb)))`;
