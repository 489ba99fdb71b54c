import type postgres from "postgres";
import type { Question } from "./caller.ts";

/** What is asked of the directory, and the first SQL that comes to mind for it. */
export interface Asked {
  question: Question;
  naive(sql: postgres.Sql): Promise<unknown>;
}

const search = (words: string): Asked => ({
  question: { method: "POST", path: "/v1/service-searches", body: JSON.stringify({ words }) },
  // Ranks all that hold one of the words, over the same index.
  naive: (sql) => sql`select service.*, organization.name as organization
    from handreiking.service
      join handreiking.organization on organization.id = service.organization_id
      join handreiking.service_search on service_id = service.id,
      (select replace(plainto_tsquery('handreiking.dutch', ${words})::text, '&', '|')::tsquery as query) as asked
    where document @@ query order by ts_rank(document, query) desc limit 10`,
});

const byId = (id: string): Asked => ({
  question: { method: "GET", path: `/v1/services/${id}` },
  naive: (sql) => sql`select service.*, organization.name as organization from handreiking.service
    join handreiking.organization on organization.id = organization_id where service.id = ${id}`,
});

export const questionNames = ["rare", "common", "by id"] as const;
export type QuestionName = (typeof questionNames)[number];

/** Rare words and common ones, and the service of `serviceId`. */
export const questionsAbout = (serviceId: string): Record<QuestionName, Asked> => ({
  rare: search("sekte"),
  common: search("gesprek met hulp van een vrijwilliger"),
  "by id": byId(serviceId),
});
