import { createRoute, type z } from "@hono/zod-openapi";
import { CasePath, caseNotFound, caseNotShared } from "../../cases/index.ts";
import { exportOfCase } from "../../handoff/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { listAppointmentsOfCase, listRequestsOfCase, openConversations } from "./store.ts";
import { presentAppointment, presentRequest, WholeCase } from "./wire.ts";

const route = createRoute({
  operationId: "exportCase",
  method: "get",
  path: "/cases/{caseId}/export",
  tags: ["Cases"],
  summary: "Export a case",
  description:
    "For a caller who asks what is kept of them: everything in the case, from the first request and what was said in each conversation to who received what and when, and who looked. An audit entry is made before it is told. Hand it over in a way that is safe for the caller: on paper or in a mailbox it can be found. Notes may name others; their data is theirs.",
  security: needs("cases"),
  request: { params: CasePath },
  responses: {
    200: json(WholeCase, "The case as a whole"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export function exportCase(ctx: Context, caseId: string): Promise<z.input<typeof WholeCase>> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const handedOn = await exportOfCase(tx, ctx, caseId);
    return {
      ...handedOn,
      requests: (await listRequestsOfCase(tx, caseId)).map(presentRequest),
      appointments: (await listAppointmentsOfCase(tx, caseId)).map(presentAppointment),
      conversations: await openConversations(tx, ctx, caseId),
    };
  });
}

export default operation(route, (ctx, { params }) => exportCase(ctx, params.caseId));
