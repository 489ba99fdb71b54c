import { createRoute, z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { consentReceiptNotFound } from "../problems.ts";
import { consentStatus, consentStatuses } from "./consent-status.ts";

const ConsentReceiptStatus = z
  .object({
    status: z.enum(consentStatuses).openapi({
      description: "`current` while the consent stands; the two others are for ever",
      example: "current",
    }),
  })
  .openapi("ConsentReceiptStatus");

const ReceiptPath = z.object({
  receiptId: Id.openapi({
    description: "The receipt's `sub`",
    example: "5a1d9c7e-3b2f-4e6a-8d90-1f7c2b6a4e55",
  }),
});

const route = createRoute({
  operationId: "getConsentReceiptStatus",
  method: "get",
  path: "/consent-receipts/{receiptId}/status",
  tags: ["Cases"],
  summary: "Ask whether a receipt's consent still stands",
  description:
    "Open to whoever holds the receipt: its id cannot be guessed, and nothing but the status is told. No token is needed.",
  security: [],
  request: { params: ReceiptPath },
  responses: { 200: json(ConsentReceiptStatus, "How it stands now"), ...problems(consentReceiptNotFound) },
});

export async function getConsentReceiptStatus(
  ctx: Context,
  receiptId: string,
): Promise<z.input<typeof ConsentReceiptStatus>> {
  const [found] = await rows<{ withdrawn_at: string | Date | null; expires_at: string | Date }>(
    ctx.db,
    sql`select withdrawn_at, expires_at from handreiking.find_consent_receipt(${receiptId})`,
  );
  if (!found) return fail(consentReceiptNotFound);
  const withdrawnAt = found.withdrawn_at === null ? null : new Date(found.withdrawn_at);
  return { status: consentStatus({ withdrawnAt, expiresAt: new Date(found.expires_at) }, ctx.now()) };
}

export default operation(route, (ctx, { params }) => getConsentReceiptStatus(ctx, params.receiptId));
