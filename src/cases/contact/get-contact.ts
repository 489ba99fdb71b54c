import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { Revised } from "../../platform/http/entity-tag.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared, contactNotFound } from "../problems.ts";
import { findReadableCase } from "../store.ts";
import { CasePath } from "../wire.ts";
import { findContact } from "./store.ts";
import { Contact, presentContact } from "./wire.ts";

const route = createRoute({
  operationId: "getContact",
  method: "get",
  path: "/cases/{caseId}/contact",
  tags: ["Cases"],
  summary: "Read how the caller is reached",
  description:
    "Every reading is an audit entry. Read the safe contact first: it says whether and when the caller may be called.",
  security: needs("cases"),
  request: { params: CasePath },
  responses: {
    200: tagged(Contact, "The contact"),
    ...problems(caseNotFound, contactNotFound, caseNotShared, permissionMissing),
  },
});

export function getContact(ctx: Context, caseId: string) {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const { contact, revision } = (await findContact(tx, ctx, caseId)) ?? fail(contactNotFound);
    await record(tx, ctx, { action: "contact.read", subjectId: caseId, caseId });
    return new Revised(presentContact(contact), revision);
  });
}

export default operation(route, (ctx, { params }) => getContact(ctx, params.caseId));
