import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text.ts";

export const HelpQuestionPath = z.object({
  helpQuestionId: Id.openapi({
    description: "The help question",
    example: "6c1a9e52-0d4f-4b7e-a1c8-5e2f7b3d9a44",
  }),
});
