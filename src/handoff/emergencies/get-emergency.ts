import { createRoute, type z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { caseNotShared, findReadableCase, openCaseSeal } from "../../cases/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { emergencyNotFound } from "./problems.ts";
import { claimEmergency, openWords } from "./store.ts";
import { Emergency, EmergencyPath, emergencyWords, presentEmergency } from "./wire.ts";

const WordedEmergency = Emergency.extend(emergencyWords).openapi("WordedEmergency", {
  description: "An emergency call with its words, for those who may read them",
});

const route = createRoute({
  operationId: "getEmergency",
  method: "get",
  path: "/emergencies/{emergencyId}",
  tags: ["Emergencies"],
  summary: "Read an emergency call",
  description:
    "With its words, for those who may read the case, and until it is reviewed for every counsellor of the helpline but the one who wrote it: any of them may be the one who looks at it. Each reading is written down.",
  security: needs("cases"),
  request: { params: EmergencyPath },
  responses: {
    200: json(WordedEmergency, "The emergency call"),
    ...problems(emergencyNotFound, caseNotShared, permissionMissing),
  },
});

export function getEmergency(ctx: Context, id: string): Promise<z.input<typeof WordedEmergency>> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const row = await claimEmergency(tx, ctx, id);
    const mayReview = row.reviewedBy === null && row.recordedBy !== actingMember(ctx);
    if (!mayReview) await findReadableCase(tx, ctx, row.caseId);
    await record(tx, ctx, { action: "emergency.read", subjectId: id, caseId: row.caseId });
    const seal = await openCaseSeal(tx, ctx, row.caseId);
    return { ...presentEmergency(row), ...(await openWords(seal, row)) };
  });
}

export default operation(route, (ctx, { params }) => getEmergency(ctx, params.emergencyId));
