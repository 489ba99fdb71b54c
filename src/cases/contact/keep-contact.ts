import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { checkRevision, IfMatchOnceThere, Revised } from "../../platform/http/entity-tag.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared } from "../problems.ts";
import { caseContacts } from "../schema.ts";
import { findReadableCase } from "../store.ts";
import { CasePath } from "../wire.ts";
import { claimContact, sealContact } from "./store.ts";
import { Contact, presentContact } from "./wire.ts";

const route = createRoute({
  operationId: "keepContact",
  method: "put",
  path: "/cases/{caseId}/contact",
  tags: ["Cases"],
  summary: "Write down how the caller is reached",
  description:
    "Replaces the contact as a whole. Only the case's owner and the colleagues named in it write and read it; no partner ever does. The first time goes without If-Match.",
  security: needs("cases"),
  request: {
    params: CasePath,
    headers: IfMatchOnceThere,
    body: json(Contact, "The contact, as it is from now on"),
  },
  responses: {
    200: tagged(Contact, "The contact"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export function keepContact(ctx: Context, caseId: string, contact: Contact, ifMatch: string) {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const earlier = await claimContact(tx, caseId);
    checkRevision(ifMatch, earlier?.revision);
    const revision = ctx.newId();
    const changed = { sealed: await sealContact(tx, ctx, caseId, contact), revision };
    if (earlier) await tx.update(caseContacts).set(changed).where(eq(caseContacts.caseId, caseId));
    else await tx.insert(caseContacts).values({ caseId, participantId: ctx.actor.participantId, ...changed });
    await record(tx, ctx, { action: "contact.changed", subjectId: caseId, caseId });
    return new Revised(presentContact(contact), revision);
  });
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  keepContact(ctx, params.caseId, body, ifMatch),
);
