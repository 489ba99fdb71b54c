import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { members, participants } from "../../identity/schema.ts";
import { handreiking, list, policy, time } from "../../platform/database/table.ts";
import { answers, opinions } from "../codes.ts";
import { articles, articleVersions } from "./article.ts";

const actor = sql`(select handreiking.actor_participant())`;

/** What a reader says of a version that they read, and what its helpline did with it. Nothing in it is about a person. */
export const articleFeedback = handreiking.table(
  "article_feedback",
  {
    id: uuid("id").primaryKey(),
    articleId: uuid("article_id").notNull(),
    number: integer("number").notNull(),
    /** Whose article it is. */
    participantId: uuid("participant_id").notNull(),
    giverId: uuid("giver_id")
      .notNull()
      .references(() => participants.id),
    opinion: text("opinion", { enum: opinions }).notNull(),
    text: text("text"),
    givenAt: time("given_at").notNull(),
    answer: text("answer", { enum: answers }),
    reason: text("reason"),
    answeredBy: uuid("answered_by"),
    answeredAt: time("answered_at"),
  },
  (t) => [
    index("article_feedback_of").on(t.articleId, t.givenAt, t.id),
    index("article_feedback_open").on(t.participantId, t.givenAt).where(sql`answered_at is null`),
    foreignKey({
      name: "article_feedback_article",
      columns: [t.articleId, t.participantId],
      foreignColumns: [articles.id, articles.participantId],
    }),
    foreignKey({
      name: "article_feedback_version",
      columns: [t.articleId, t.number],
      foreignColumns: [articleVersions.articleId, articleVersions.number],
    }),
    foreignKey({
      name: "article_feedback_member",
      columns: [t.answeredBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("article_feedback_codes", sql`opinion in (${list(opinions)}) and answer in (${list(answers)})`),
    check("article_feedback_answer", sql`num_nonnulls(answer, answered_by, answered_at) in (0, 3)`),
    check(
      "article_feedback_reason",
      sql`(reason is null or answer is not null) and (answer <> 'not-taken-over' or reason is not null)`,
    ),
    policy("two_party", { for: "select", using: sql`${actor} in (participant_id, giver_id)` }),
    policy("two_party_given", {
      for: "insert",
      withCheck: sql`giver_id = ${actor} and num_nonnulls(answer, reason, answered_by, answered_at) = 0
        and exists (select from handreiking.article where article.id = article_id
          and number = case when article.participant_id = ${actor} then newest else shown end)`,
    }),
    policy("two_party_answered", {
      for: "update",
      using: sql`participant_id = ${actor}`,
      withCheck: sql`participant_id = ${actor}`,
    }),
  ],
);

export type FeedbackRow = typeof articleFeedback.$inferSelect;
