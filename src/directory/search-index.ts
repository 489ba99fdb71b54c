import { sql } from "drizzle-orm";
import type { Database } from "../platform/context.ts";

/**
 * Builds what search reads of `serviceIds`, or of all services, anew. Weights: A the name, B organization and
 * topics, C the description, D how callers word the topics.
 */
export async function rebuildSearch(tx: Database, serviceIds?: readonly string[]): Promise<void> {
  const told = toldOf(serviceIds);
  await tx.execute(sql`${told}
    insert into handreiking.service_search (service_id, document)
    select id, setweight(to_tsvector('handreiking.dutch', name), 'A')
      || setweight(to_tsvector('handreiking.dutch', organization || ' ' || topics), 'B')
      || setweight(to_tsvector('english', topics_en), 'B')
      || setweight(to_tsvector('handreiking.dutch', description), 'C')
      || setweight(to_tsvector('handreiking.dutch', wording), 'D')
    from told
    on conflict (service_id) do update set document = excluded.document
    where service_search.document <> excluded.document`);
  // Words that either language leaves out are no words to search by, nor to correct others to.
  await tx.execute(sql`${told}
    insert into handreiking.search_word (word, lexeme)
    select word, (ts_lexize('dutch_stem', word))[1]
    from (select distinct regexp_split_to_table(lower(unaccent(
        concat_ws(' ', name, organization, topics, topics_en, description, wording))), '[^[:alnum:]]+') as word
      from told) as words
    where length(word) between 3 and 60
      and cardinality(ts_lexize('dutch_stem', word)) > 0 and cardinality(ts_lexize('english_stem', word)) > 0
    on conflict (word) do nothing`);
}

const toldOf = (serviceIds: readonly string[] | undefined) => sql`with told as (
  select service.id, concat_ws(' ', service.name, service.alternate_name) as name,
    coalesce(service.description, '') as description,
    concat_ws(' ', organization.name, organization.alternate_name) as organization,
    coalesce(topic.names, '') as topics, coalesce(topic.names_en, '') as topics_en,
    coalesce(topic.descriptions, '') as wording
  from handreiking.service
    join handreiking.organization on organization.id = service.organization_id
    left join lateral (
      select string_agg(term.name, ' ') as names, string_agg(term.name_en, ' ') as names_en,
        string_agg(term.description, ' ') as descriptions
      from handreiking.attribute join handreiking.taxonomy_term as term on term.id = taxonomy_term_id
      where link_id = service.id) as topic on true
  ${serviceIds && sql`where service.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(serviceIds)}::text::jsonb))`})`;
