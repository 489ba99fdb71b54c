import { sql } from "drizzle-orm";
import { customType, index, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { handreiking, publicTable } from "../../platform/database/table.ts";
import { services } from "./service.ts";
import { taxonomyTerms } from "./taxonomy.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** What search reads of a service: kept beside it, rebuilt with it. */
export const serviceSearch = handreiking.table(
  "service_search",
  {
    serviceId: uuid("service_id")
      .primaryKey()
      .references(() => services.id),
    document: tsvector("document").notNull(),
  },
  (t) => [index("service_search_document").using("gin", t.document), ...publicTable()],
);

/** The words that the directory knows, against which typed words are corrected. */
export const searchWords = handreiking.table(
  "search_word",
  {
    word: text("word").notNull(),
    lexeme: text("lexeme").notNull(),
    /** What its stem sounds like. */
    sound: text("sound").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.word] }),
    index("search_word_lexeme").on(t.lexeme),
    index("search_word_sound").on(t.sound),
    index("search_word_trigram").using("gin", sql`${t.word} gin_trgm_ops`),
    ...publicTable(),
  ],
);

/** Callers' own words for a topic ("geld kwijt"), kept by the coordinators. */
export const searchSynonyms = handreiking.table(
  "search_synonym",
  {
    id: uuid("id").primaryKey(),
    /** Lower case, without accents, single spaces. */
    phrase: text("phrase").notNull(),
    taxonomyTermId: uuid("taxonomy_term_id")
      .notNull()
      .references(() => taxonomyTerms.id),
  },
  (t) => [
    unique("search_synonym_pair").on(t.phrase, t.taxonomyTermId),
    // By its first word: of what is said, each word may begin a phrase.
    index("search_synonym_first").on(sql`split_part(${t.phrase}, ' ', 1)`),
    ...publicTable({ removable: true }),
  ],
);
