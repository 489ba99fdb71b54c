import { eq } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { open, seal } from "../case-key.ts";
import { safeContacts } from "../schema.ts";
import type { NewSafeContact } from "./wire.ts";

const placeOf = (caseId: string) => ({ table: "safe_contact", column: "sealed", rowId: caseId });

/** The row, locked: nobody changes it before this transaction ends. */
export async function claimSafeContact(tx: Database, caseId: string) {
  const [row] = await tx.select().from(safeContacts).where(eq(safeContacts.caseId, caseId)).for("update");
  return row;
}

/** What the instruction says, with the row that it stands in; undefined where there is none. */
export async function findSafeContact(tx: Database, ctx: Context, caseId: string) {
  const [row] = await tx.select().from(safeContacts).where(eq(safeContacts.caseId, caseId));
  if (!row) return undefined;
  // What was sealed was a NewSafeContact.
  const safe = JSON.parse(await open(tx, ctx, caseId, placeOf(caseId), row.sealed)) as NewSafeContact;
  return { safe, row };
}

export const sealSafeContact = (tx: Database, ctx: Context, caseId: string, safe: NewSafeContact) =>
  seal(tx, ctx, caseId, placeOf(caseId), JSON.stringify(safe));
