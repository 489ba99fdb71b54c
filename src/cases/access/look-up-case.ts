import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id, line } from "../../platform/text/text.ts";
import { spelledCode } from "../case-code.ts";
import { caseNotFound } from "../problems.ts";
import { cases } from "../schema.ts";
import { listColleagues, mayRead } from "../store.ts";

const CaseLookup = z
  .strictObject({
    code: line(40).openapi({
      description: "The code as the caller reads it out; case, spaces and the hyphen do not count",
      example: "K7Q4-9M2R",
    }),
  })
  .openapi("CaseLookup");

const FoundCase = z
  .object({
    caseId: Id.openapi({
      description: "The case, to check the code word with, and to read or take over",
      example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
    }),
    ownerId: Id.openapi({
      description: "The counsellor whose case it is",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    access: z.enum(["owner", "colleague", "covering", "none"]).openapi({
      description:
        "What you may read: `owner`, `colleague` and `covering` (you stand in for one of those) all of it, `none` nothing but that it exists. Then ask the owner, or take it over",
      example: "owner",
    }),
  })
  .openapi("FoundCase");
type FoundCase = z.input<typeof FoundCase>;

const route = createRoute({
  operationId: "lookUpCase",
  method: "post",
  path: "/case-lookups",
  tags: ["Cases"],
  summary: "Find a case by its code",
  description:
    "For a caller who phones again. The code only locates the case: before anything is told, check the code word. Every look-up that finds a case is an audit entry. A mistyped code and an unknown one are refused alike.",
  security: needs("cases"),
  request: { body: json(CaseLookup, "The code") },
  responses: { 200: json(FoundCase, "Where the case is"), ...problems(caseNotFound, permissionMissing) },
});

export function lookUpCase(ctx: Context, said: string): Promise<FoundCase> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const code = spelledCode(said) ?? fail(caseNotFound);
    const [found] = await tx
      .select({ id: cases.id, ownerId: cases.ownerId, readable: mayRead(ctx, cases.id) })
      .from(cases)
      .where(and(eq(cases.participantId, ctx.actor.participantId), eq(cases.code, code)));
    const { id, ownerId, readable } = found ?? fail(caseNotFound);
    const colleagues = await listColleagues(tx, id);
    const self = actingMember(ctx);
    const named = colleagues.some(({ memberId }) => memberId === self);
    await record(tx, ctx, { action: "case.looked-up", subjectId: id, caseId: id });
    const access = ownerId === self ? "owner" : named ? "colleague" : readable ? "covering" : "none";
    return { caseId: id, ownerId, access };
  });
}

export default operation(route, (ctx, { body }) => lookUpCase(ctx, body.code));
