import { z } from "@hono/zod-openapi";
import type { Context } from "../../platform/context.ts";
import { Revised } from "../../platform/http/entity-tag.ts";
import { Id } from "../../platform/text/text.ts";

export const Colleagues = z
  .strictObject({
    memberIds: z
      .array(Id)
      .max(20)
      .openapi({
        description: "Members of your participant who may read the case besides its owner",
        example: ["b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21"],
      }),
  })
  .openapi("Colleagues");
export type Colleagues = z.output<typeof Colleagues>;

/** In one order, so that the same colleagues always have the same revision. */
export async function presentColleagues(ctx: Context, caseId: string, memberIds: readonly string[]) {
  const sorted = memberIds.toSorted();
  return new Revised({ memberIds: sorted }, ctx.secrets.fingerprint("revision", caseId, ...sorted));
}
