import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { caseNotShared, consentNotCurrent, consentNotFound } from "../problems.ts";
import { type ConsentRow, consentReceipts } from "../schema.ts";
import { claimConsent, findReadableCase } from "../store.ts";
import { ConsentPath } from "../wire.ts";
import { consentStatus } from "./consent-status.ts";

export const hoursValid = 24;

const ConsentReceipt = z
  .object({
    receiptId: Id.openapi({
      description: "The consent's pseudonym: the same in each of its receipts, and known by nothing else",
      example: "5a1d9c7e-3b2f-4e6a-8d90-1f7c2b6a4e55",
    }),
    receipt: z.string().openapi({
      description:
        "A JWT (EdDSA, `typ` `consent-receipt+jwt`) to verify against the keys at `/oauth/jwks`: `sub` is the receipt's id, `consent` holds recipient, subject, purpose, categories, text and times, `status` is where it is told whether the consent still stands",
      example: "eyJhbGciOiJFZERTQSIsInR5cCI6ImNvbnNlbnQtcmVjZWlwdCtqd3QifQ.e30.c2lnbmF0dXJl",
    }),
    expiresAt: z.iso.datetime().openapi({
      description: "The end of the receipt: a day, or the consent's own end if that is sooner",
      example: "2026-01-06T09:00:00.000Z",
    }),
  })
  .openapi("ConsentReceipt", {
    description: "Proves to others that a consent was given. Not for the caller: paper trails endanger",
  });
type ConsentReceipt = z.input<typeof ConsentReceipt>;

const route = createRoute({
  operationId: "getConsentReceipt",
  method: "get",
  path: "/consents/{consentId}/receipt",
  tags: ["Cases"],
  summary: "Issue a receipt of a consent",
  description:
    "For whoever must prove that the consent was given, or check it. Only the counsellors who may read the case get one. Do not send it to the caller: whoever reads along would learn of the talk.",
  security: needs("cases"),
  request: { params: ConsentPath },
  responses: {
    200: json(ConsentReceipt, "The receipt"),
    ...problems(consentNotFound, caseNotShared, permissionMissing, consentNotCurrent),
  },
});

export function getConsentReceipt(ctx: Context, consentId: string): Promise<ConsentReceipt> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const consent = await claimConsent(tx, ctx, consentId, "share");
    await findReadableCase(tx, ctx, consent.caseId);
    const now = ctx.now();
    if (consentStatus(consent, now) !== "current") fail(consentNotCurrent);
    const receiptId = await receiptOf(tx, ctx, consentId, now);
    await record(tx, ctx, {
      action: "consent.receipt-issued",
      subjectId: consentId,
      caseId: consent.caseId,
      at: now,
    });
    const expiresAt = new Date(Math.min(now.getTime() + hoursValid * 3_600_000, consent.expiresAt.getTime()));
    const receipt = await sign(ctx, consent, receiptId, now, expiresAt);
    return { receiptId, receipt, expiresAt: expiresAt.toISOString() };
  });
}

async function receiptOf(tx: Database, ctx: Context, consentId: string, firstIssuedAt: Date) {
  const { participantId } = ctx.actor;
  await tx
    .insert(consentReceipts)
    .values({ id: ctx.newId(), participantId, consentId, firstIssuedAt })
    .onConflictDoNothing({ target: consentReceipts.consentId });
  const [found] = await tx
    .select({ id: consentReceipts.id })
    .from(consentReceipts)
    .where(eq(consentReceipts.consentId, consentId));
  return found?.id ?? fail(consentNotFound);
}

const seconds = (time: Date) => Math.floor(time.getTime() / 1000);

function sign(ctx: Context, consent: ConsentRow, receiptId: string, issuedAt: Date, expiresAt: Date) {
  return ctx.signing.sign("consent-receipt+jwt", {
    sub: receiptId,
    iat: seconds(issuedAt),
    exp: seconds(expiresAt),
    status: `${ctx.signing.issuer}/v1/consent-receipts/${receiptId}/status`,
    consent: {
      recipientId: consent.recipientId,
      subject: consent.subject,
      purpose: consent.purpose,
      categories: consent.categories,
      textVersion: consent.textVersion,
      textLanguage: consent.textLanguage,
      givenAt: consent.givenAt.toISOString(),
      expiresAt: consent.expiresAt.toISOString(),
    },
  });
}

export default operation(route, (ctx, { params }) => getConsentReceipt(ctx, params.consentId));
