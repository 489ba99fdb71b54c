import { createRoute, z } from "@hono/zod-openapi";
import { CasePath, caseNotFound, claimCase } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { type ErasureReason, erasureReasons } from "../codes.ts";
import type { ErasureRow } from "../schema.ts";
import { findErasure, removeCase } from "./remove-case.ts";

const reason = z.enum(erasureReasons).openapi({
  description:
    "`caller-request`: the caller asked for it. `retention`: it was kept long enough. `mistake`: it should not have been opened",
  example: "caller-request",
});

const NewErasure = z.strictObject({ reason }).openapi("NewErasure");

const count = (of: string, example: number) =>
  z.int().openapi({ description: `How many ${of} went`, example });

const Erasure = z
  .object({
    id: Id.openapi({
      description: "The case that was erased: its id stays in the ledger of erasures, nothing else of it",
      example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11",
    }),
    reason,
    erasedAt: z.iso.datetime().openapi({ example: "2026-03-02T09:00:00.000Z" }),
    removed: z
      .object({
        helpQuestions: count("help questions", 1),
        consents: count("consents", 1),
        overrides: count("overrides", 0),
        referrals: count("referrals", 1),
        notes: count("notes", 3),
        conversations: count("conversations", 2),
        requests: count("requests to be called back", 1),
      })
      .openapi({ description: "How much went with it" }),
  })
  .openapi("Erasure", { description: "That a case was erased" });
type Erasure = z.input<typeof Erasure>;

const route = createRoute({
  operationId: "eraseCase",
  method: "post",
  path: "/cases/{caseId}/erasure",
  tags: ["Cases"],
  summary: "Erase a case",
  description:
    "Removes a case of one's own participant for good, with its key: contact, notes, conversations, help questions, consents, referrals, appointments and the request that it came from. What is live of it is withdrawn in the same moment, and whoever knows the caller owes an answer to what became of that: obligations, audit entries and events stay, as ids. The code is free again. No precondition and no way back: export the case first if the caller wants it. The keys are out of every backup after 7 days. Once more changes nothing.",
  security: needs("cases:erase"),
  request: { params: CasePath, body: json(NewErasure, "Why") },
  responses: { 200: json(Erasure, "It is erased"), ...problems(caseNotFound, permissionMissing) },
});

export function eraseCase(ctx: Context, caseId: string, why: ErasureReason): Promise<Erasure> {
  permit(ctx, "cases:erase");
  return transact(ctx, async (tx) => {
    const earlier = await findErasure(tx, ctx, caseId);
    if (earlier) return presentErasure(earlier);
    await claimCase(tx, ctx, caseId);
    return presentErasure(await removeCase(tx, ctx, { caseId, reason: why }));
  });
}

function presentAgain(ctx: Context, caseId: string): Promise<Erasure> {
  permit(ctx, "cases:erase");
  return transact(ctx, async (tx) =>
    presentErasure((await findErasure(tx, ctx, caseId)) ?? fail(caseNotFound)),
  );
}

const presentErasure = (row: ErasureRow): Erasure => ({
  id: row.caseId,
  reason: row.reason,
  erasedAt: row.erasedAt.toISOString(),
  removed: {
    helpQuestions: row.removed.helpQuestions ?? 0,
    consents: row.removed.consents ?? 0,
    overrides: row.removed.overrides ?? 0,
    referrals: row.removed.referrals ?? 0,
    notes: row.removed.notes ?? 0,
    conversations: row.removed.conversations ?? 0,
    requests: row.removed.requests ?? 0,
  },
});

export default operation(
  route,
  (ctx, { params, body }) => eraseCase(ctx, params.caseId, body.reason),
  presentAgain,
);
