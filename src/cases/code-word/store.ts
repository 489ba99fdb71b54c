import { eq } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { open, seal } from "../case-key.ts";
import { codeWords } from "../schema.ts";

const placeOf = (caseId: string) => ({ table: "code_word", column: "sealed", rowId: caseId });

/** How many wrong words are taken before none is. */
export const mostFailures = 5;

/** The row, locked: checks of one case wait for each other, so that none goes uncounted. */
export async function claimCodeWord(tx: Database, caseId: string) {
  const [row] = await tx.select().from(codeWords).where(eq(codeWords.caseId, caseId)).for("update");
  return row;
}

export const sealHash = (tx: Database, ctx: Context, caseId: string, hashed: string) =>
  seal(tx, ctx, caseId, placeOf(caseId), hashed);

export const openHash = (tx: Database, ctx: Context, caseId: string, sealed: Uint8Array) =>
  open(tx, ctx, caseId, placeOf(caseId), sealed);
