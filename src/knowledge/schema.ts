export * from "./tables/article.ts";
export * from "./tables/feedback.ts";
