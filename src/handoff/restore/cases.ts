import { and, eq, isNull, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { caseAccess, caseContacts, cases, codeWords, covers, mostFailures } from "../../cases/index.ts";
import { rows } from "../../platform/database/transact.ts";
import { erasureReasons } from "../codes.ts";
import { findErasure, removeCase } from "../erasure/remove-case.ts";
import type { Again } from "./again.ts";

export const eraseCaseAgain: Again = async (tx, ctx, { subjectId, codes, at }) => {
  const [standing] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, subjectId));
  if (!standing && (await findErasure(tx, ctx, subjectId))) return false;
  const reason = erasureReasons.find((one) => codes.includes(one)) ?? "caller-request";
  await removeCase(tx, ctx, { caseId: subjectId, reason, erasedAt: at });
  return true;
};

export const forgetContactAgain: Again = async (tx, ctx, { subjectId }) => {
  const gone = await tx
    .delete(caseContacts)
    .where(eq(caseContacts.caseId, subjectId))
    .returning({ caseId: caseContacts.caseId });
  if (gone.length === 0) return false;
  await record(tx, ctx, { action: "contact.deleted", subjectId, caseId: subjectId });
  return true;
};

/** A word that another took the place of proves nothing: one is agreed anew. */
export const endCodeWordAgain: Again = async (tx, ctx, { subjectId }) => {
  const gone = await tx
    .delete(codeWords)
    .where(eq(codeWords.caseId, subjectId))
    .returning({ caseId: codeWords.caseId });
  if (gone.length === 0) return false;
  await record(tx, ctx, { action: "code-word.deleted", subjectId, caseId: subjectId });
  return true;
};

export const spendCodeWordAgain: Again = async (tx, ctx, { subjectId }) => {
  const spent = await rows(
    tx,
    sql`update handreiking.code_word set failures = ${mostFailures}::integer
      where case_id = ${subjectId}::uuid and failures < ${mostFailures}::integer returning case_id`,
  );
  if (spent.length === 0) return false;
  await record(tx, ctx, { action: "code-word.locked", subjectId, caseId: subjectId });
  return true;
};

/** The member who owned it then may read it no more. */
export const changeOwnerAgain: Again = async (tx, ctx, { subjectId, otherId }) => {
  const changed = await rows(
    tx,
    sql`update handreiking."case" set owner_id = ${otherId}::uuid
      where id = ${subjectId}::uuid and owner_id <> ${otherId}::uuid
        and exists (select from handreiking.member where id = ${otherId}::uuid and suspended_at is null)
      returning id`,
  );
  if (changed.length === 0) return false;
  await tx
    .delete(caseAccess)
    .where(and(eq(caseAccess.caseId, subjectId), eq(caseAccess.memberId, otherId ?? "")));
  await tx.execute(
    sql`update handreiking.help_question set owner_id = ${otherId}::uuid, changed_by = null, changed_at = ${ctx.now().toISOString()}::timestamptz
      where case_id = ${subjectId}::uuid and ended_at is null and owner_id <> ${otherId}::uuid
        and not exists (select from handreiking.case_access as access
          where access.case_id = ${subjectId}::uuid and access.member_id = help_question.owner_id)`,
  );
  await record(tx, ctx, { action: "case.taken-over", subjectId, caseId: subjectId });
  return true;
};

export const endAccessAgain: Again = async (tx, ctx, { subjectId, otherId }) => {
  await tx.execute(
    sql`update handreiking.help_question set owner_id = (select owner_id from handreiking."case" where id = ${subjectId}::uuid),
        changed_by = null, changed_at = ${ctx.now().toISOString()}::timestamptz
      where case_id = ${subjectId}::uuid and ended_at is null and owner_id = ${otherId}::uuid
        and exists (select from handreiking.case_access as access
          where access.case_id = ${subjectId}::uuid and access.member_id = ${otherId}::uuid)`,
  );
  const gone = await tx
    .delete(caseAccess)
    .where(and(eq(caseAccess.caseId, subjectId), eq(caseAccess.memberId, otherId ?? "")))
    .returning({ caseId: caseAccess.caseId });
  if (gone.length === 0) return false;
  await record(tx, ctx, { action: "case.shared", subjectId, caseId: subjectId });
  return true;
};

export const endCoverAgain: Again = async (tx, ctx, { subjectId, at }) => {
  const ended = await tx
    .update(covers)
    .set({ endedAt: at })
    .where(and(eq(covers.id, subjectId), isNull(covers.endedAt)))
    .returning({ id: covers.id });
  if (ended.length === 0) return false;
  await record(tx, ctx, { action: "cover.ended", subjectId });
  return true;
};
