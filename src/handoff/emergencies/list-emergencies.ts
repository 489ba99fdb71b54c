import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { CasePath, caseNotFound, caseNotShared, findReadableCase } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { listEmergencyRows } from "./store.ts";
import { Emergency, presentEmergency } from "./wire.ts";

const Emergencies = z
  .object({ items: z.array(Emergency).openapi({ description: "The oldest first" }) })
  .openapi("Emergencies");

const route = createRoute({
  operationId: "listEmergencies",
  method: "get",
  path: "/cases/{caseId}/emergencies",
  tags: ["Emergencies"],
  summary: "List the emergency calls of a case",
  description:
    "What was called for the people of a case, without its words; for those who may read the case.",
  security: needs("cases"),
  request: { params: CasePath },
  responses: {
    200: json(Emergencies, "The emergency calls"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export function listEmergencies(ctx: Context, caseId: string): Promise<z.input<typeof Emergencies>> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    await record(tx, ctx, { action: "emergency.listed", subjectId: caseId, caseId });
    return { items: (await listEmergencyRows(tx, caseId)).map(presentEmergency) };
  });
}

export default operation(route, (ctx, { params }) => listEmergencies(ctx, params.caseId));
