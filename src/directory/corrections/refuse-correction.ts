import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { correctionDecided, correctionNotFound, notYourEntry } from "../problems.ts";
import { decide } from "./decide.ts";
import { getCorrection } from "./get-correction.ts";
import { claimCorrection } from "./store.ts";
import { Correction, CorrectionPath, presentCorrection, refusalReason } from "./wire.ts";

const Refusal = z.strictObject({ reason: refusalReason }).openapi("CorrectionRefusal");

const route = createRoute({
  operationId: "refuseCorrection",
  method: "post",
  path: "/corrections/{correctionId}/refusal",
  tags: ["Directory quality"],
  summary: "Refuse a correction",
  description: "Leaves the entry as it is, and tells the proposer why.",
  security: needs("directory:write"),
  request: { params: CorrectionPath, body: json(Refusal, "Why") },
  responses: {
    200: json(Correction, "The refused correction"),
    ...problems(correctionNotFound, correctionDecided, notYourEntry, permissionMissing),
  },
});

export function refuseCorrection(
  ctx: Context,
  correctionId: string,
  { reason }: z.output<typeof Refusal>,
): Promise<Correction> {
  permit(ctx, "directory:write");
  return transact(ctx, async (tx) => {
    const correction = await claimCorrection(tx, ctx, correctionId);
    if (correction.state === "refused" && correction.refusalReason === reason)
      return presentCorrection(correction);
    if (correction.state !== "proposed") fail(correctionDecided);
    return presentCorrection(await decide(tx, ctx, correction, { state: "refused", refusalReason: reason }));
  });
}

export default operation(
  route,
  (ctx, { params, body }) => refuseCorrection(ctx, params.correctionId, body),
  getCorrection,
);
