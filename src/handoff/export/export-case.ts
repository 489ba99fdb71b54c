import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { problems } from "../../platform/problem.ts";
import { findReadableCase } from "../cases/case-store.ts";
import { CasePath } from "../cases/case-wire.ts";
import { findContact } from "../contact/store.ts";
import { presentContact } from "../contact/wire.ts";
import { openCaseSeal } from "../keys/case-key.ts";
import { placeOf as placeOfNote } from "../notes/wire.ts";
import { placeOf as placeOfNecessity } from "../overrides/store.ts";
import { caseNotFound, caseNotShared } from "../problems.ts";
import { findSafeContact } from "../safe-contact/store.ts";
import { presentInstruction } from "../safe-contact/wire.ts";
import { presentConsent, presentHandoff, presentLook, presentOverride, presentQuestion } from "./present.ts";
import { type CaseRows, listCaseRows } from "./store.ts";
import { CaseExport } from "./wire.ts";

const route = createRoute({
  operationId: "exportCase",
  method: "get",
  path: "/cases/{caseId}/export",
  tags: ["Cases"],
  summary: "Export a case",
  description:
    "For a caller who asks what is kept of them: everything in the case, what was read out to them, who received what and when, and who looked. An audit entry is made before it is told. Hand it over in a way that is safe for the caller: on paper or in a mailbox it can be found. Notes may name others; their data is theirs.",
  security: needs("cases"),
  request: { params: CasePath },
  responses: {
    200: json(CaseExport, "The case as a whole"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export function exportCase(ctx: Context, caseId: string): Promise<CaseExport> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const file = await findReadableCase(tx, ctx, caseId);
    const exportedAt = ctx.now();
    await record(tx, ctx, { action: "case.exported", subjectId: caseId, caseId, at: exportedAt });
    const found = await listCaseRows(tx, ctx, caseId);
    const contact = await findContact(tx, ctx, caseId);
    const safe = await findSafeContact(tx, ctx, caseId);
    const { notes, necessities } = await openTexts(tx, ctx, caseId, found);
    return {
      exportedAt: exportedAt.toISOString(),
      code: file.code,
      openedAt: file.openedAt.toISOString(),
      relation: file.relation,
      language: file.language,
      ...(file.province && { province: file.province }),
      ...(contact && { contact: presentContact(contact.contact) }),
      ...(safe && { safeContact: presentInstruction(safe.safe) }),
      codeWordAgreed: found.hasWord,
      notes: found.notes.map((row, at) => ({
        writtenAt: row.writtenAt.toISOString(),
        text: notes[at] ?? "",
      })),
      helpQuestions: found.helpQuestions.map(presentQuestion),
      consents: found.consents.map((row) => presentConsent(row, found.names)),
      overrides: found.overridden.map((row, at) => presentOverride(row, necessities[at] ?? "", found.names)),
      handoffs: found.offered.map((row) => presentHandoff(row, found.names)),
      looks: found.looks.map((row) => presentLook(row, found.names)),
    };
  });
}

/** The notes and the reasons of the overrides in words, in the order of their rows. */
async function openTexts(tx: Database, ctx: Context, caseId: string, { notes, overridden }: CaseRows) {
  if (notes.length + overridden.length === 0) return { notes: [], necessities: [] };
  const seal = await openCaseSeal(tx, ctx, caseId);
  return {
    notes: await Promise.all(notes.map(({ id, sealed }) => seal.open(placeOfNote(id), sealed))),
    necessities: await Promise.all(
      overridden.map(({ id, sealed }) => seal.open(placeOfNecessity(id), sealed)),
    ),
  };
}

export default operation(route, (ctx, { params }) => exportCase(ctx, params.caseId));
