import type { Sampling } from "../all-operations/samples.ts";
import type { World } from "../world/world.ts";
import { aConversation, anArticle, published, tagOf, written } from "./make.ts";

type Made = Awaited<ReturnType<typeof anArticle>>;

const onDraft = (
  method: string,
  part: string,
  body?: Record<string, unknown>,
  headers?: (world: World, made: Made) => Promise<Record<string, string>>,
): Sampling => ({
  side: "helpline",
  async make(world) {
    const made = await anArticle(world);
    return {
      method,
      path: `${made.path}${part}`,
      named: made.id,
      ...(part !== "/feedback" && { subject: made.id }),
      ...(body && { body }),
      ...(headers && { headers: await headers(world, made) }),
    };
  },
});

/** One right request for every operation on what the network knows. */
export const knowledgeSamples: Record<string, Sampling> = {
  searchArticles: {
    side: "helpline",
    make: async () => ({
      method: "POST",
      path: "/article-searches",
      body: { words: "dwingende controle" },
    }),
  },
  listArticles: { side: "helpline", make: async () => ({ method: "GET", path: "/articles" }) },
  writeArticle: {
    side: "helpline",
    make: async () => ({ method: "POST", path: "/articles", body: { ...written } }),
  },
  getArticle: onDraft("GET", ""),
  editArticle: onDraft("PATCH", "", { title: "Controle" }, (world, { path }) => tagOf(world, path)),
  publishArticle: onDraft("POST", "/publication", { version: 1, audience: "network" }),
  confirmArticle: onDraft("POST", "/confirmation", {}),
  withdrawArticle: onDraft("POST", "/withdrawal"),
  listArticleVersions: onDraft("GET", "/versions"),
  getArticleVersion: onDraft("GET", "/versions/1"),
  giveArticleFeedback: onDraft("POST", "/feedback", { opinion: "helpful" }),
  listArticleFeedback: onDraft("GET", "/feedback"),
  answerFeedback: {
    side: "helpline",
    async make(world) {
      const { path } = await anArticle(world);
      const { body } = await world.as(world.eva).post(`${path}/feedback`, { opinion: "wrong" });
      return {
        method: "POST",
        path: `/article-feedback/${body.id}/answer`,
        body: { answer: "not-taken-over", reason: "Het klopt." },
        named: body.id,
        subject: body.id,
      };
    },
  },
  listKnowledgeForConversation: {
    side: "helpline",
    async make(world, by) {
      const { id } = await aConversation(world, ["violence"], by);
      return { method: "GET", path: `/conversations/${id}/articles`, named: id, subject: id };
    },
  },
  listPublicArticles: { side: "helpline", make: async () => ({ method: "GET", path: "/public-articles" }) },
  getPublicArticle: {
    side: "helpline",
    async make(world) {
      const { id } = await published(world, "public");
      return { method: "GET", path: `/public-articles/${id}`, named: id };
    },
  },
};
