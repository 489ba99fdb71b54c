import { defineProblem } from "../platform/http/problem.ts";

export const articleNotFound = defineProblem("article-not-found", 404, "No such article");
export const articleVersionNotFound = defineProblem(
  "article-version-not-found",
  404,
  "The article has no such version",
);
export const conversationNotFound = defineProblem("conversation-not-found", 404, "No such conversation");
export const feedbackNotFound = defineProblem("feedback-not-found", 404, "No such feedback");
export const articleWithdrawn = defineProblem(
  "article-withdrawn",
  409,
  "The article was withdrawn",
  "What was withdrawn is not changed and not published again: write a new one.",
);
export const articleChanged = defineProblem(
  "article-changed",
  409,
  "There is a newer version",
  "Nothing was published. Read the newest version, and publish that.",
);
export const secondPersonNeeded = defineProblem(
  "second-person-needed",
  409,
  "Another person publishes it",
  "Whoever wrote a version does not publish it: a second person reads it first.",
);
export const audienceNarrower = defineProblem(
  "audience-narrower",
  409,
  "It is published to more readers already",
  "An audience only grows: what was read cannot be unread. Withdraw the article, and write another.",
);
export const feedbackAnswered = defineProblem(
  "feedback-answered",
  409,
  "This feedback has another answer already",
  "Nothing was changed. An answer is given once.",
);
