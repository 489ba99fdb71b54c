import { createRoute, type z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { findParticipant, participantNotFound } from "../../identity/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Time } from "../../platform/text/text.ts";
import {
  caseNotFound,
  caseNotShared,
  consentNotTheirs,
  consentPurposeMismatch,
  consentTextUnknown,
  consentTooLong,
} from "../problems.ts";
import { consents } from "../schema.ts";
import { claimConsent, findReadableCase } from "../store.ts";
import { CasePath, Consent, NewConsentTerms, presentConsent } from "../wire.ts";
import { consentRefusal } from "./consent.ts";
import { isConsentText } from "./texts/consent-texts.ts";

const NewConsent = NewConsentTerms.extend({
  expiresAt: Time.optional().openapi({
    description: "When it ends by itself, within a year; without it in three months",
    example: "2026-04-05T08:00:00Z",
  }),
}).openapi("NewConsent");
type NewConsent = z.output<typeof NewConsent>;

const route = createRoute({
  operationId: "recordConsent",
  method: "post",
  path: "/cases/{caseId}/consents",
  tags: ["Cases"],
  summary: "Record a consent",
  description:
    "Records that the caller agreed, after the text was read out to them. One consent is for one recipient and one purpose. A relative or a professional can consent to their own contact details and identity only.",
  security: needs("cases"),
  request: { params: CasePath, body: json(NewConsent, "What the caller agreed to") },
  responses: {
    201: json(Consent, "The consent"),
    ...problems(
      caseNotFound,
      participantNotFound,
      caseNotShared,
      permissionMissing,
      consentNotTheirs,
      consentPurposeMismatch,
      consentTooLong,
      consentTextUnknown,
    ),
  },
});

export function recordConsent(ctx: Context, caseId: string, input: NewConsent): Promise<Consent> {
  permit(ctx, "cases");
  const { participantId } = ctx.actor;
  const givenAt = ctx.now();
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : calendarLater(givenAt, { months: 3 });
  if (expiresAt <= givenAt || expiresAt > calendarLater(givenAt, { months: 12 })) fail(consentTooLong);
  if ((input.purpose === "follow-up") !== (input.recipientId === participantId)) fail(consentPurposeMismatch);
  if (!isConsentText(input)) fail(consentTextUnknown);
  return transact(ctx, async (tx) => {
    const { relation } = await findReadableCase(tx, ctx, caseId);
    if (!(await findParticipant(tx, input.recipientId))) fail(participantNotFound);
    const refusal = consentRefusal({ relation, ...input });
    if (refusal) fail(consentNotTheirs, { detail: refusal });
    const row = {
      id: ctx.newId(),
      participantId,
      caseId,
      relation,
      recipientId: input.recipientId,
      subject: input.subject,
      purpose: input.purpose,
      categories: [...new Set(input.categories)],
      capacity: input.capacity,
      method: input.method,
      textVersion: input.textVersion,
      textLanguage: input.textLanguage,
      takenBy: actingMember(ctx),
      givenAt,
      expiresAt,
      withdrawnAt: null,
    };
    await tx.insert(consents).values(row);
    await record(tx, ctx, { action: "consent.recorded", subjectId: row.id, caseId, at: givenAt });
    return presentConsent({ ...row, live: true });
  });
}

function presentAgain(ctx: Context, consentId: string): Promise<Consent> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const consent = await claimConsent(tx, ctx, consentId, "share");
    await findReadableCase(tx, ctx, consent.caseId);
    return presentConsent(consent);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => recordConsent(ctx, params.caseId, body),
  presentAgain,
);
