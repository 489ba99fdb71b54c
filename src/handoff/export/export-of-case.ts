import { record } from "../../audit/index.ts";
import {
  findContact,
  findReadableCase,
  findSafeContact,
  openCaseSeal,
  placeOf as placeOfNote,
  placeOfWords,
  presentContact,
  presentInstruction,
} from "../../cases/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { openWords } from "../emergencies/store.ts";
import { placeOf as placeOfNecessity } from "../overrides/store.ts";
import {
  presentConsent,
  presentEmergency,
  presentHandOver,
  presentHandoff,
  presentLook,
  presentOverride,
  presentQuestion,
} from "./present.ts";
import { type CaseRows, listCaseRows } from "./store.ts";
import type { CaseExport } from "./wire.ts";

/**
 * What the handoff keeps of a case that the acting member may read. The entry that it was exported is made first, and
 * so is among what it tells.
 */
export async function exportOfCase(tx: Database, ctx: Context, caseId: string): Promise<CaseExport> {
  const file = await findReadableCase(tx, ctx, caseId);
  const exportedAt = ctx.now();
  await record(tx, ctx, { action: "case.exported", subjectId: caseId, caseId, at: exportedAt });
  const found = await listCaseRows(tx, ctx, caseId);
  const contact = await findContact(tx, ctx, caseId);
  const safe = await findSafeContact(tx, ctx, caseId);
  const { notes, necessities, calls, words } = await openTexts(tx, ctx, caseId, found);
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
    helpQuestions: found.helpQuestions.map((row, at) => presentQuestion(row, words[at], found.changes)),
    handOvers: found.handOvers.map(presentHandOver),
    consents: found.consents.map((row) => presentConsent(row, found.names)),
    overrides: found.overridden.map((row, at) => presentOverride(row, necessities[at] ?? "", found.names)),
    emergencies: found.called.map((row, at) => presentEmergency(row, calls[at])),
    handoffs: found.offered.map((row) => presentHandoff(row, found.names)),
    looks: found.looks.map((row) => presentLook(row, found.names)),
  };
}

/** Notes, reasons of the overrides and the caller's own words, in the order of their rows. */
async function openTexts(
  tx: Database,
  ctx: Context,
  caseId: string,
  { notes, overridden, called, helpQuestions }: CaseRows,
) {
  const spoken = helpQuestions.some(({ sealed }) => sealed !== null);
  if (notes.length + overridden.length + called.length === 0 && !spoken)
    return { notes: [], necessities: [], calls: [], words: [] };
  const seal = await openCaseSeal(tx, ctx, caseId);
  return {
    notes: await Promise.all(notes.map(({ id, sealed }) => seal.open(placeOfNote(id), sealed))),
    necessities: await Promise.all(
      overridden.map(({ id, sealed }) => seal.open(placeOfNecessity(id), sealed)),
    ),
    calls: await Promise.all(called.map((row) => openWords(seal, row))),
    words: await Promise.all(
      helpQuestions.map(({ id, sealed }) => (sealed ? seal.open(placeOfWords(id), sealed) : undefined)),
    ),
  };
}
