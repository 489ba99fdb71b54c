import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { namedId } from "../named-id.ts";
import { soundIn } from "./sound-sql.ts";
import { synonyms } from "./synonyms/index.ts";
import { synonymOnly } from "./understand.ts";

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
  // A known word is left alone: an upsert locks it although it is the same, and edits would wait for each other.
  await tx.execute(sql`${told}
    insert into handreiking.search_word (word, lexeme, sound)
    select word, lexeme, sound
    from (${wordsOf(sql`concat_ws(' ', name, organization, topics, topics_en, description, wording)`, sql`told`)}) as words
    where not exists (select from handreiking.search_word as known
        where known.word = words.word and (known.lexeme, known.sound) = (words.lexeme, words.sound))
    order by word
    on conflict (word) do update set lexeme = excluded.lexeme, sound = excluded.sound
    where (search_word.lexeme, search_word.sound) <> (excluded.lexeme, excluded.sound)`);
  if (!serviceIds) await addSynonyms(tx);
}

/**
 * Selects the words that `text` holds in the rows of `source`, each with its stem and sound. Words that either language
 * leaves out are no words to search by, nor to correct others to.
 */
export const wordsOf = (text: SQL, source: SQL): SQL => sql`
  select word, stem as lexeme, ${soundIn("stem")} as sound
  from (select distinct regexp_split_to_table(lower(unaccent(${text})), '[^[:alnum:]]+') as word
    from ${source}) as written cross join lateral (values ((ts_lexize('dutch_stem', word))[1])) as its (stem)
  where length(word) between 3 and 60
    and cardinality(ts_lexize('dutch_stem', word)) > 0 and cardinality(ts_lexize('english_stem', word)) > 0`;

/** Adds the synonyms that are missing and that nobody took away, answers how many, and makes the words of all of them known. */
export async function addSynonyms(tx: Database): Promise<number> {
  const given = await Promise.all(
    synonyms.map(async ({ phrase, code }) => ({
      id: await namedId("search-synonym", phrase, code),
      phrase,
      term: await namedId("taxonomy-term", code),
    })),
  );
  const [added] = await rows<{ count: number }>(
    tx,
    sql`with given as (
        select given.* from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb)
            as given (id uuid, phrase text, term uuid)
          join handreiking.taxonomy_term on taxonomy_term.id = term
      ), added as (
        insert into handreiking.search_synonym (id, phrase, taxonomy_term_id)
        select id, phrase, term from given
        where not exists (select from handreiking.removed_synonym as removed
          where removed.phrase = given.phrase and removed.taxonomy_term_id = given.term)
        on conflict do nothing returning phrase
      )
      select count(*)::int as count from added`,
  );
  await knowSynonymWords(tx);
  return added?.count ?? 0;
}

/** Makes the words of all synonyms known, so that search reads them in a sentence. */
export const knowSynonymWords = (tx: Database) =>
  tx.execute(sql`insert into handreiking.search_word (word, lexeme, sound)
    select word, ${synonymOnly} || stem, ${soundIn("stem")}
    from (select distinct unnest(string_to_array(phrase, ' ')) as word from handreiking.search_synonym) as words
      cross join lateral (values ((ts_lexize('dutch_stem', word))[1])) as its (stem)
    where length(word) between 3 and 60
      and cardinality(ts_lexize('dutch_stem', word)) > 0 and cardinality(ts_lexize('english_stem', word)) > 0
    on conflict (word) do nothing`);

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
