import { sql } from "drizzle-orm";
import {
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { members, participants } from "../../identity/schema.ts";
import { announcedTable, handreiking, list, ownTable, policy, time } from "../../platform/database/table.ts";
import { audiences, publishedTo } from "../codes.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

const actor = sql`(select handreiking.actor_participant())`;

/** What a helpline knows and may share: which of its versions is read by whom. */
export const articles = handreiking.table(
  "article",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participants.id),
    language: text("language").notNull(),
    /** The article that it says in another language. */
    translationOf: uuid("translation_of"),
    audience: text("audience", { enum: audiences }).notNull(),
    /** The newest version: read by its own helpline. */
    newest: integer("newest").notNull(),
    /** The version that others read. */
    shown: integer("shown"),
    writtenAt: time("written_at").notNull(),
    reviewOn: date("review_on").notNull(),
    /** When somebody last said that it still holds. */
    reviewedAt: time("reviewed_at").notNull(),
    withdrawnAt: time("withdrawn_at"),
  },
  (t) => [
    unique("article_participant").on(t.id, t.participantId),
    index("article_of").on(t.participantId, t.reviewOn),
    index("article_translation").on(t.translationOf),
    foreignKey({
      name: "article_original",
      columns: [t.translationOf, t.participantId],
      foreignColumns: [t.id, t.participantId],
    }),
    check("article_language", sql`language ~ '^[a-z]{2,3}$'`),
    check(
      "article_audience",
      sql`audience in (${list(audiences)}) and (audience = 'helpline') = (shown is null)`,
    ),
    check("article_versions", sql`newest >= 1 and shown <= newest`),
    check("article_translates_another", sql`translation_of <> id`),
    check(
      "article_review",
      sql`review_on <= (reviewed_at at time zone 'Europe/Amsterdam')::date + interval '1 year'`,
    ),
    ...announcedTable(
      t.participantId,
      sql`participant_id = ${actor} or withdrawn_at is null
        and (audience = 'public' or audience = 'network' and ${actor} is not null)`,
    ),
  ],
);

/** A version is its own helpline's; the one that is shown is everybody's who sees the article. */
const shownVersion = sql`participant_id = ${actor} or exists (select from handreiking.article
  where article.id = article_id and article.shown = number)`;

/** What an article said, when, and who wrote it: added to, never changed. */
export const articleVersions = handreiking.table(
  "article_version",
  {
    articleId: uuid("article_id").notNull(),
    number: integer("number").notNull(),
    participantId: uuid("participant_id").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    /** CommonMark. */
    markdown: text("markdown").notNull(),
    /** The same as HTML, made once when it is written, by that version of `render`. */
    html: text("html").notNull().default(""),
    renderer: integer("renderer").notNull().default(0),
    /** Terms of either taxonomy. */
    topics: text("topics").array().notNull(),
    authorId: uuid("author_id").notNull(),
    at: time("at").notNull(),
    /** What search reads of it. */
    document: tsvector("document").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.number] }),
    unique("article_version_author").on(t.articleId, t.number, t.participantId, t.authorId),
    index("article_version_document").using("gin", t.document),
    foreignKey({
      name: "article_version_article",
      columns: [t.articleId, t.participantId],
      foreignColumns: [articles.id, articles.participantId],
    }),
    foreignKey({
      name: "article_version_member",
      columns: [t.authorId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("article_version_number", sql`number >= 1`),
    check("article_version_topics", sql`cardinality(topics) between 1 and 10`),
    ...announcedTable(t.participantId, shownVersion),
  ],
);

/** That a second person let others read a version. */
export const articlePublications = handreiking.table(
  "article_publication",
  {
    articleId: uuid("article_id").notNull(),
    number: integer("number").notNull(),
    audience: text("audience", { enum: publishedTo }).notNull(),
    participantId: uuid("participant_id").notNull(),
    authorId: uuid("author_id").notNull(),
    publishedBy: uuid("published_by").notNull(),
    publishedAt: time("published_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.number, t.audience] }),
    foreignKey({
      name: "article_publication_version",
      columns: [t.articleId, t.number, t.participantId, t.authorId],
      foreignColumns: [
        articleVersions.articleId,
        articleVersions.number,
        articleVersions.participantId,
        articleVersions.authorId,
      ],
    }),
    foreignKey({
      name: "article_publication_member",
      columns: [t.publishedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("article_publication_audience", sql`audience in (${list(publishedTo)})`),
    check("article_publication_second_person", sql`published_by <> author_id`),
    ...ownTable(t.participantId),
  ],
);

/** The words of the versions that are read, against which typed words are corrected: seen by whoever sees the version. */
export const articleWords = handreiking.table(
  "article_word",
  {
    articleId: uuid("article_id").notNull(),
    number: integer("number").notNull(),
    participantId: uuid("participant_id").notNull(),
    word: text("word").notNull(),
    lexeme: text("lexeme").notNull(),
    /** What its stem sounds like. */
    sound: text("sound").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.number, t.word] }),
    index("article_word_word").on(t.word),
    index("article_word_lexeme").on(t.lexeme),
    index("article_word_sound").on(t.sound),
    index("article_word_trigram").using("gin", sql`${t.word} gin_trgm_ops`),
    foreignKey({
      name: "article_word_version",
      columns: [t.articleId, t.number],
      foreignColumns: [articleVersions.articleId, articleVersions.number],
    }),
    foreignKey({
      name: "article_word_article",
      columns: [t.articleId, t.participantId],
      foreignColumns: [articles.id, articles.participantId],
    }),
    ...announcedTable(t.participantId, shownVersion),
    policy("public_delete", { for: "delete", using: sql`participant_id = ${actor}` }),
  ],
);

export type ArticleRow = typeof articles.$inferSelect;
