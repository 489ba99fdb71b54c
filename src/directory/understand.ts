import { sql } from "drizzle-orm";
import type { Database } from "../platform/context.ts";
import { rows } from "../platform/db.ts";
import { correct } from "./spelling.ts";

/** A word of the directory that the caller used or probably meant. */
export interface UnderstoodWord {
  word: string;
  /** What the search index holds of it: its Dutch stem, and its English one where that differs. */
  lexemes: string[];
}

interface Reading {
  typed: string;
  known: UnderstoodWord | null;
  /** Words spelled alike, the most alike first, when it is not known. */
  alike: UnderstoodWord[] | null;
}

/** Words beyond these are left unread: more than anybody says of one need. */
const mostTyped = 50;
export const mostUnderstood = 20;

/** Reads typed text as words of the directory, in one statement. What is not understood falls out. */
export async function understand(tx: Database, text: string): Promise<UnderstoodWord[]> {
  const typed = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])].slice(0, mostTyped);
  if (typed.length === 0) return [];
  const understood = new Map<string, UnderstoodWord>();
  for (const { typed: word, known, alike } of await readWords(tx, typed)) {
    const meant = known ?? correct(word, alike ?? []);
    const stem = meant?.lexemes[0];
    if (meant && stem !== undefined && !understood.has(stem)) understood.set(stem, meant);
  }
  return [...understood.values()].slice(0, mostUnderstood);
}

const asUnderstood = sql.raw(`json_build_object('word', search_word.word,
  'lexemes', array_remove(array[lexeme, nullif((ts_lexize('english_stem', search_word.word))[1], lexeme)], null))`);

/** Stop words of either language fall out: a caller's sentence is full of them. */
const readWords = (tx: Database, typed: readonly string[]) =>
  rows<Reading>(
    tx,
    sql`with given as materialized (
      select place, lower(unaccent(value)) as word
      from jsonb_array_elements_text(${JSON.stringify(typed)}::text::jsonb) with ordinality as given (value, place)
    ), typed as materialized (
      select place, word, ts_lexize('dutch_stem', word) as dutch, ts_lexize('english_stem', word) as english
      from given
    )
    select typed.word as typed, known.found as known, alike.found as alike
    from typed
      left join lateral (
        select ${asUnderstood} as found from handreiking.search_word
        where lexeme in (dutch[1], english[1])
        order by word = typed.word desc, lexeme = dutch[1] desc, length(word), word limit 1
      ) as known on true
      left join lateral (
        select json_agg(found) as found from (
          select ${asUnderstood} as found from handreiking.search_word
          where known.found is null and typed.word !~ '[0-9]' and word % typed.word
          order by similarity(word, typed.word) desc, word limit 8) as nearest
      ) as alike on true
    where cardinality(dutch) > 0 and cardinality(english) > 0
    order by place`,
  );
