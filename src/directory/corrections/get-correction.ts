import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { correctionNotFound } from "../problems.ts";
import { findCorrection } from "./store.ts";
import { Correction, CorrectionPath, presentCorrection } from "./wire.ts";

const route = createRoute({
  operationId: "getCorrection",
  method: "get",
  path: "/corrections/{correctionId}",
  tags: ["Directory quality"],
  summary: "Read a correction",
  description: "One that your participant proposed, or that you may decide.",
  security: needs("directory:correct"),
  request: { params: CorrectionPath },
  responses: {
    200: json(Correction, "The correction"),
    ...problems(correctionNotFound, permissionMissing),
  },
});

export async function getCorrection(ctx: Context, correctionId: string): Promise<Correction> {
  permit(ctx, "directory:correct");
  return presentCorrection(await transact(ctx, (tx) => findCorrection(tx, ctx, correctionId)));
}

export default operation(route, (ctx, { params }) => getCorrection(ctx, params.correctionId));
