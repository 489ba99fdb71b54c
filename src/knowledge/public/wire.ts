import { pageOf } from "../../platform/http/pagination.ts";
import { Article, ArticleSummary } from "../wire.ts";

const inner = { audience: true, version: true, shownVersion: true } as const;

const PublicArticleSummary = ArticleSummary.omit(inner).openapi("PublicArticleSummary");
export const PublicArticles = pageOf(PublicArticleSummary).openapi("PublicArticles");
export const PublicArticle = Article.omit({ ...inner, withdrawnAt: true }).openapi("PublicArticle", {
  description: "An article that anybody may read",
});
