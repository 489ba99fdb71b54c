import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { synonymOnly } from "./understand.ts";

interface Suggestion {
  words: string;
  /** The topic's code; null for a word. */
  topic: string | null;
}

const most = 10;

/** Topics with a word or a synonym that begins so, then words of services that do, the shortest first. */
export const findSuggestions = (tx: Database, beginning: string) =>
  rows<Suggestion>(
    tx,
    sql`with typed as (select replace(replace(replace(lower(unaccent(${beginning})), '\\', '\\\\'), '%', '\\%'), '_', '\\_') as word),
    topic as (
      select term.code, term.name, min(case when lower(unaccent(term.name)) like word || '%' then 0
          when lower(unaccent(concat_ws(' ', '', term.name, name_en))) like '% ' || word || '%' then 1 else 2 end) as place
      from typed, handreiking.taxonomy_term as term
      where lower(unaccent(concat_ws(' ', '', term.name, name_en))) like '% ' || word || '%'
        or exists (select from handreiking.search_synonym
          where taxonomy_term_id = term.id and ' ' || phrase like '% ' || word || '%')
      group by term.code, term.name
    ), known as (
      select distinct on (lexeme) search_word.word
      from typed, handreiking.search_word
      where search_word.word like typed.word || '%' and left(lexeme, 1) <> ${synonymOnly}
      order by lexeme, length(search_word.word), search_word.word
    ), suggested as (
      (select name as words, code as topic, place from topic order by place, name limit ${most / 2})
      union all
      (select word, null, 3 from known order by length(word), word limit ${most})
    )
    select words, topic from suggested order by place, length(words), words limit ${most}`,
  );
