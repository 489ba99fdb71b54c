import { z } from "@hono/zod-openapi";
import { Id, line } from "../../platform/text/text.ts";
import { TermCode } from "../wire.ts";
import type { SynonymRow } from "./store.ts";

const mostWords = 5;

export const SynonymPath = z.object({
  synonymId: Id.openapi({ description: "The synonym", example: "5f0c2f4e-6a53-5d5a-8a51-0f6f3f1f7b11" }),
});

export const SearchSynonym = z
  .object({
    id: Id.openapi({ description: "The synonym", example: "5f0c2f4e-6a53-5d5a-8a51-0f6f3f1f7b11" }),
    phrase: z.string().openapi({
      description: "One to five words of callers, in lower case, without accents",
      example: "geld kwijt",
    }),
    topic: TermCode,
    topicName: z
      .string()
      .openapi({ description: "The topic's name in Dutch", example: "Fraude en oplichting" }),
  })
  .openapi("SearchSynonym", { description: "Callers' own words for a topic" });
export type SearchSynonym = z.input<typeof SearchSynonym>;

export const presentSynonym = ({ id, phrase, topic, topicName }: SynonymRow): SearchSynonym => ({
  id,
  phrase,
  topic,
  topicName,
});

const wordsOf = (phrase: string) => phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export const SynonymMeaning = z
  .strictObject({
    phrase: line(120)
      .transform((phrase) => wordsOf(phrase).join(" "))
      .refine((phrase) => phrase !== "" && phrase.split(" ").length <= mostWords, {
        message: `must be one to ${mostWords} words`,
      })
      .openapi({
        type: "string",
        description:
          "One to five words, as callers say it. Case, accents and punctuation do not count. Never a name or anything else of a person",
        example: "geld kwijt",
      }),
    topic: TermCode,
  })
  .openapi("SynonymMeaning", { description: "What callers say, and the topic that they mean by it" });
export type SynonymMeaning = z.output<typeof SynonymMeaning>;
