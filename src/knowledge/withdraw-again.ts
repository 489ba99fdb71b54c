import { and, eq, isNull } from "drizzle-orm";
import { record } from "../audit/index.ts";
import type { Again } from "../handoff/index.ts";
import { articles } from "./schema.ts";
import { forgetWords } from "./store.ts";

/** An article that was wrong or dangerous is gone again. */
export const withdrawArticleAgain: Again = async (tx, ctx, { subjectId, at }) => {
  const withdrawn = await tx
    .update(articles)
    .set({ withdrawnAt: at })
    .where(and(eq(articles.id, subjectId), isNull(articles.withdrawnAt)))
    .returning({ id: articles.id });
  if (withdrawn.length === 0) return false;
  await forgetWords(tx, subjectId);
  await record(tx, ctx, { action: "article.withdrawn", subjectId });
  return true;
};
