import { z } from "@hono/zod-openapi";
import { line } from "../../platform/text/text.ts";
import { normalizeWord } from "./normalize.ts";

export const CodeWord = z
  .strictObject({
    word: line(100)
      .refine((word) => normalizeWord(word).length >= 4, "must have 4 letters or digits at least")
      .openapi({
        description:
          "A word that the caller chose and remembers. Case, spaces, accents and punctuation do not count",
        example: "blauwe fiets",
      }),
  })
  .openapi("CodeWord");
