import confirmArticleOperation from "./confirm-article.ts";
import editArticleOperation from "./edit-article.ts";
import answerFeedbackOperation from "./feedback/answer-feedback.ts";
import giveArticleFeedbackOperation from "./feedback/give-article-feedback.ts";
import listArticleFeedbackOperation from "./feedback/list-article-feedback.ts";
import getArticleOperation from "./get-article.ts";
import listArticlesOperation from "./list-articles.ts";
import listKnowledgeForConversationOperation from "./list-knowledge-for-conversation.ts";
import getPublicArticleOperation from "./public/get-public-article.ts";
import listPublicArticlesOperation from "./public/list-public-articles.ts";
import publishArticleOperation from "./publish-article.ts";
import searchArticlesOperation from "./search/search-articles.ts";
import getArticleVersionOperation from "./versions/get-article-version.ts";
import listArticleVersionsOperation from "./versions/list-article-versions.ts";
import withdrawArticleOperation from "./withdraw-article.ts";
import writeArticleOperation from "./write-article.ts";

export { taskKinds, todos } from "./todos.ts";
export { withdrawArticleAgain } from "./withdraw-again.ts";

export const operations = [
  searchArticlesOperation,
  listArticlesOperation,
  writeArticleOperation,
  getArticleOperation,
  editArticleOperation,
  publishArticleOperation,
  confirmArticleOperation,
  withdrawArticleOperation,
  listArticleVersionsOperation,
  getArticleVersionOperation,
  giveArticleFeedbackOperation,
  listArticleFeedbackOperation,
  answerFeedbackOperation,
  listKnowledgeForConversationOperation,
  listPublicArticlesOperation,
  getPublicArticleOperation,
] as const;
