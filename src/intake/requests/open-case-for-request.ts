import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import {
  Case,
  colleagueNotFound,
  getCase,
  openCaseIn,
  province,
  relation,
  writeDownCaller,
} from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import type { RequestRow } from "../schema.ts";
import { knownOf } from "./known-of.ts";
import { permitPerson } from "./may.ts";
import { requestEnded, requestNotFound } from "./problems.ts";
import { openRequestSeal } from "./request-key.ts";
import { claimLiveRequest, endRow, moveAppointments, openTold } from "./store.ts";
import { RequestPath } from "./wire.ts";

const CaseOfRequest = z
  .strictObject({
    relation: relation.optional().openapi({
      description: "How the caller stands to what happened; left out, as the request has it",
      example: "relative",
    }),
    province: province.optional(),
    colleagueIds: z
      .array(Id)
      .max(20)
      .default([])
      .openapi({ description: "Members of your participant who may read the case besides you", example: [] }),
  })
  .openapi("CaseOfRequest");
type CaseOfRequest = z.output<typeof CaseOfRequest>;

const route = createRoute({
  operationId: "openCaseForRequest",
  method: "post",
  path: "/callback-requests/{requestId}/case",
  tags: ["Callback requests"],
  summary: "Open a case for a request",
  description:
    "The request ends and becomes a case, once; the acting member owns it. In the same moment name, numbers and mail address, as far as you put them in, become the case's contact, the windows its safe contact (unchecked: go through it with the caller), the words a note, with the addresses that a mail only claims, and the code word the case's. What was told is destroyed in the request, with its key.",
  security: needs("cases"),
  request: { params: RequestPath, body: json(CaseOfRequest, "What is known besides") },
  responses: {
    201: json(Case, "The case"),
    ...problems(requestNotFound, requestEnded, colleagueNotFound, permissionMissing),
  },
});

export function openCaseForRequest(ctx: Context, requestId: string, given: CaseOfRequest) {
  permitPerson(ctx);
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const row = await claimLiveRequest(tx, ctx, requestId);
    const told = given.relation ?? row.relation ?? relationMissing();
    const opened = await openCaseIn(tx, ctx, { ...given, relation: told, language: row.language });
    await writeDownCaller(tx, ctx, opened.id, await readKnown(tx, ctx, row));
    const at = ctx.now();
    await endRow(tx, ctx, row, { reason: "became-case", at, caseId: opened.id, letGo: true });
    await moveAppointments(tx, row.id, opened.id);
    await record(tx, ctx, { action: "callback-request.ended", subjectId: row.id, caseId: opened.id, at });
    return opened;
  });
}

async function readKnown(tx: Database, ctx: Context, row: RequestRow) {
  const known = knownOf(await openTold(tx, ctx, row), row.channel);
  if (!row.codeWord) return known;
  const seal = await openRequestSeal(tx, ctx, row.id);
  const hashed = await seal.open("code_word", row.codeWord);
  return { ...known, codeWord: { hashed, failures: row.codeWordFailures } };
}

function relationMissing(): never {
  const detail = "must be given, for the request does not tell it";
  return fail(invalidRequest, { errors: [{ in: "body", pointer: "/relation", detail }] });
}

export default operation(
  route,
  (ctx, { params, body }) => openCaseForRequest(ctx, params.requestId, body),
  getCase,
);
