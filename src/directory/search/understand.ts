import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { type Phrase, phrasesIn, type SaidTopic } from "./phrases.ts";
import { soundIn } from "./sound-sql.ts";
import { closest, correct } from "./spelling.ts";
import { saidAlike, wordsIn } from "./spoken.ts";
import { partsOf, variantsOf } from "./variants.ts";
import { separatedVerbs, verbForms } from "./verbs.ts";
import { tellsMinor, wordsMeant } from "./wording.ts";

/** A word of the directory that the caller used or probably meant. */
export interface UnderstoodWord {
  word: string;
  /** What the search index holds of it and of the words made with it: stems, the Dutch one first. */
  lexemes: string[];
}

export interface Understood {
  words: UnderstoodWord[];
  /** Topics whose synonyms the caller used. */
  topics: SaidTopic[];
}

interface KnownWord extends UnderstoodWord {
  /** Whether a service is told of by it, and not a synonym only. */
  told: boolean;
}

/** How a form came from what was typed, the surest first. */
const ways = ["typed", "variant", "joined", "meant", "part"] as const;

interface Form {
  place: number;
  way: number;
  form: string;
}

interface Reading {
  place: number;
  typed: string;
  found: (KnownWord & { way: number })[];
  /** Words that sound the same, and words spelled alike, the most alike first, when it is not known. */
  heard: KnownWord[];
  alike: KnownWord[];
  /** All words that it may be in a phrase. */
  same: string[];
}

/** Words beyond these are left unread: more than anybody says of one need. */
const mostTyped = 50;
const mostUnderstood = 20;

/** The words that the directory knows: a table of `word`, `lexeme` and `sound`. */
export const directoryWords = sql`handreiking.search_word`;

/**
 * Reads typed text as words and topics of the directory, or of another vocabulary, in one statement. What is not
 * understood falls out.
 */
export async function read(tx: Database, text: string, vocabulary = directoryWords): Promise<Understood> {
  const typed = wordsIn(text).slice(0, mostTyped);
  if (typed.length === 0) return { words: [], topics: [] };
  const [found] = await readForms(tx, formsOf(typed), vocabulary);
  const understood = new Map<string, UnderstoodWord>();
  const said = new Map<number, Set<string>>();
  for (const reading of found?.readings ?? []) {
    const meant = meantBy(reading);
    for (const { word, lexemes, told } of meant) {
      const stem = lexemes[0];
      if (told && stem !== undefined && !understood.has(stem)) understood.set(stem, { word, lexemes });
    }
    said.set(reading.place, new Set([...reading.same, ...meant.map(({ word }) => word)]));
  }
  const topics = phrasesIn(said, found?.phrases ?? []);
  return { words: [...understood.values()].slice(0, mostUnderstood), topics };
}

/** Every form that a typed word is looked up by: as typed, written otherwise, with its neighbor, and its parts. */
function formsOf(typed: readonly string[]): Form[] {
  const form = (place: number, way: (typeof ways)[number], form: string): Form => ({
    place,
    way: ways.indexOf(way),
    form,
  });
  const own = typed.flatMap((word, place) => {
    const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
    const next = typed[place + 1];
    return [
      form(place, "typed", word),
      ...[...variantsOf(plain), ...verbForms(plain)].map((variant) => form(place, "variant", variant)),
      ...separatedVerbs(typed, place).flatMap(({ place, verb }) =>
        [verb, ...verbForms(verb)].map((joined) => form(place, "variant", joined)),
      ),
      ...(next && Math.min(word.length, next.length) >= 4 ? [form(place, "joined", word + next)] : []),
      ...partsOf(plain).map((part) => form(place, "part", part)),
    ];
  });
  const said = new Map<number, Set<string>>();
  for (const { place, way, form } of own)
    if (way < 2) said.set(place, (said.get(place) ?? new Set()).add(form));
  const minor = tellsMinor(typed);
  return [
    ...own,
    ...typed.flatMap((word, place) => saidAlike(word).map((alike) => form(place, "variant", alike))),
    ...(minor === undefined ? [] : ["kinderen", "jongeren"].map((word) => form(minor, "meant", word))),
    ...wordsMeant(said).map(({ place, word }) => form(place, "meant", word)),
  ];
}

/** A known word as it is, and one joined with its neighbor; else what was meant by it, and what it is made of. */
function meantBy({ typed, found, heard, alike }: Reading): KnownWord[] {
  const as = (way: (typeof ways)[number]) => found.filter((word) => ways[word.way] === way);
  const joined = [...as("joined"), ...as("meant")];
  const known = as("typed")[0] ?? as("variant")[0];
  if (known) return [known, ...joined];
  const corrected = closest(typed, heard) ?? correct(typed, alike);
  const [front, back] = [
    as("part").find(({ word }) => typed.startsWith(word)),
    as("part").find(({ word }) => typed.endsWith(word)),
  ];
  const parts =
    front && back && front.word.length + back.word.length > typed.length ? [front] : [front, back];
  return [corrected, ...joined, ...parts].filter((word) => word !== undefined);
}

/** Before the stem of a word that only synonyms hold: no service is told of by it. */
export const synonymOnly = "=";

const only = sql.raw(`'${synonymOnly}'`);

/** A word with its own stems and those of the longer words that hold it. */
const knownWord = (vocabulary: SQL) => sql`json_build_object('word', word, 'told', left(lexeme, 1) <> ${only},
  'lexemes', array_remove(array[lexeme, nullif((ts_lexize('english_stem', word))[1], lexeme)], null) || array(
    select longer.lexeme from ${vocabulary} as longer
    where length(found.lexeme) >= 6 and longer.word like '%' || found.lexeme || '%'
      and longer.lexeme <> found.lexeme and left(longer.lexeme, 1) <> ${only}
    order by length(longer.word), longer.word limit 6))`;

const stems = sql.raw(`(dutch[1], english[1], '${synonymOnly}' || dutch[1], '${synonymOnly}' || english[1])`);

/** Stop words of either language are no words to search by, though a phrase may hold them. */
const readForms = (tx: Database, forms: readonly Form[], vocabulary: SQL) =>
  rows<{ readings: Reading[]; phrases: Phrase[] }>(
    tx,
    sql`with given as materialized (
      select place, way, lower(unaccent(form)) as form
      from jsonb_to_recordset(${JSON.stringify(forms)}::text::jsonb) as given (place int, way int, form text)
    ), stemmed as materialized (
      select place, way, form, ts_lexize('dutch_stem', form) as dutch, ts_lexize('english_stem', form) as english
      from given where way < 4
    ), searched as materialized (
      select * from stemmed where cardinality(dutch) > 0 and cardinality(english) > 0 and length(form) >= 3
    ), found as materialized (
      select place, way, found.* from searched cross join lateral (
        select word, lexeme from ${vocabulary} as known where lexeme in ${stems}
        order by left(lexeme, 1) = ${synonymOnly}, word = form desc, lexeme = dutch[1] desc, length(word), word
        limit 1) as found
      union all
      select place, way, word, lexeme from given join ${vocabulary} as known on word = form where way = 4
    ), unknown as materialized (
      select * from searched where way = 0 and form !~ '[0-9]'
        and not exists (select from found where found.place = searched.place and found.way < 2)
    ), alike as materialized (
      select place, false as heard, found.* from unknown cross join lateral (
        select word, lexeme from ${vocabulary} as known where word % form
        order by similarity(word, form) desc, left(lexeme, 1) = ${only}, word limit 8) as found
      union all
      select place, true, found.* from unknown cross join lateral (
        select word, lexeme from ${vocabulary} as known
        where sound = ${soundIn("dutch[1]")} and length(form) >= 4
        order by left(lexeme, 1) = ${synonymOnly}, length(word), word limit 8) as found
    ), same as materialized (
      select place, form as word from given where way < 4
      union select place, word from found
      union select place, known.word
        from searched join ${vocabulary} as known on lexeme in ${stems}
    ), heard as materialized (
      select array(select word from same union select word from alike) as words
    )
    select (
      select json_agg(json_build_object('place', place, 'typed', form,
        'found', (select coalesce(json_agg(${knownWord(vocabulary)}::jsonb || jsonb_build_object('way', way)
          order by way, length(word) desc, left(lexeme, 1) = ${only}), '[]') from found where found.place = given.place),
        'heard', (select coalesce(json_agg(${knownWord(vocabulary)}), '[]')
          from alike as found where found.place = given.place and heard),
        'alike', (select coalesce(json_agg(${knownWord(vocabulary)}), '[]')
          from alike as found where found.place = given.place and not heard),
        'same', (select json_agg(word) from same where same.place = given.place)) order by place)
      from given where way = 0) as readings,
    (select coalesce(json_agg(json_build_object('words', string_to_array(phrase, ' '), 'termId', term.id,
        'name', term.name)), '[]')
      from heard join handreiking.search_synonym on split_part(phrase, ' ', 1) = any(words)
        join handreiking.taxonomy_term as term on term.id = taxonomy_term_id
      where string_to_array(phrase, ' ') <@ words) as phrases`,
  );
