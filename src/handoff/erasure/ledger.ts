import { z } from "@hono/zod-openapi";
import { asc, sql } from "drizzle-orm";
import { participants } from "../../identity/index.ts";
import type { Context, Platform } from "../../platform/context.ts";
import { actFor, transact } from "../../platform/db.ts";
import { Id, Time } from "../../platform/text.ts";
import { erasureReasons } from "../codes.ts";
import { cases, erasures } from "../schema.ts";
import { removeCase } from "./remove-case.ts";

const LedgerEntry = z.strictObject({
  caseId: Id,
  participantId: Id,
  reason: z.enum(erasureReasons),
  erasedAt: Time,
});
export type LedgerEntry = z.output<typeof LedgerEntry>;

/** Every erasure of the whole installation, as ids: to be kept beside the backups. */
export async function listErasures({ db }: Pick<Platform, "db">): Promise<LedgerEntry[]> {
  const ledger: LedgerEntry[] = [];
  for (const { id } of await db.select({ id: participants.id }).from(participants).orderBy(participants.id)) {
    const written = await db.transaction(async (tx) => {
      await actFor(tx, id);
      return tx.select().from(erasures).orderBy(asc(erasures.erasedAt), asc(erasures.caseId));
    });
    for (const { caseId, participantId, reason, erasedAt } of written)
      ledger.push({ caseId, participantId, reason, erasedAt: erasedAt.toISOString() });
  }
  return ledger;
}

/** A ledger as it stands in a file: a line an erasure. Throws for a line that is none, telling its number alone. */
export function readLedger(content: string): LedgerEntry[] {
  const lines = content.split("\n").map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return lines
    .filter(({ line }) => line !== "")
    .map(({ line, number }) => {
      const { data } = LedgerEntry.safeParse(parsed(line));
      if (!data) throw new Error(`line ${number} is no entry of a ledger of erasures`);
      return data;
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export const writeLedger = (entries: readonly LedgerEntry[]): string =>
  entries
    .map(
      ({ caseId, participantId, reason, erasedAt }) =>
        `${JSON.stringify({ caseId, participantId, reason, erasedAt })}\n`,
    )
    .join("");

/** Both ledgers in one: an erasure that was written once stays written, whatever a restored database knows. */
export function mergeLedgers(kept: readonly LedgerEntry[], known: readonly LedgerEntry[]): LedgerEntry[] {
  const written = new Set(kept.map(nameOf));
  return [...kept, ...known.filter((entry) => !written.has(nameOf(entry)))];
}

const nameOf = ({ participantId, caseId }: LedgerEntry) => `${participantId} ${caseId}`;

/** The erasures of a ledger that the database does not know of, or whose case is back in it: it is an older one. */
export async function listForgotten(
  { db }: Pick<Platform, "db">,
  ledger: readonly LedgerEntry[],
): Promise<LedgerEntry[]> {
  const forgotten: LedgerEntry[] = [];
  for (const [participantId, entries] of Map.groupBy(ledger, (entry) => entry.participantId)) {
    const { erased, back } = await db.transaction(async (tx) => {
      await actFor(tx, participantId);
      const written = await tx.select({ caseId: erasures.caseId }).from(erasures);
      const standing = await tx
        .select({ caseId: cases.id })
        .from(cases)
        .where(sql`exists (select from handreiking.erasure where erasure.case_id = ${cases.id})`);
      return {
        erased: new Set(written.map(({ caseId }) => caseId)),
        back: new Set(standing.map(({ caseId }) => caseId)),
      };
    });
    forgotten.push(...entries.filter(({ caseId }) => !erased.has(caseId) || back.has(caseId)));
  }
  return forgotten;
}

/** Erases again what a ledger says was erased, in a database restored from before. Again changes nothing. */
export async function applyLedger(
  ctx: Context,
  ledger: readonly LedgerEntry[],
): Promise<{ known: number; erased: number }> {
  const forgotten = await listForgotten(ctx, ledger);
  for (const { participantId, caseId, reason, erasedAt } of forgotten) {
    const asParticipant = { ...ctx, actor: { ...ctx.actor, participantId } };
    await transact(asParticipant, (tx) =>
      removeCase(tx, asParticipant, { caseId, reason, erasedAt: new Date(erasedAt) }),
    );
  }
  return { known: ledger.length - forgotten.length, erased: forgotten.length };
}
