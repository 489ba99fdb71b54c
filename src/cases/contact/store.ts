import { eq } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { open, seal } from "../case-key.ts";
import { caseContacts } from "../schema.ts";
import type { Contact } from "./wire.ts";

const placeOf = (caseId: string) => ({ table: "case_contact", column: "sealed", rowId: caseId });

/** The sealed row, locked: nobody changes it before this transaction ends. */
export async function claimContact(tx: Database, caseId: string) {
  const [row] = await tx.select().from(caseContacts).where(eq(caseContacts.caseId, caseId)).for("update");
  return row;
}

export async function findContact(tx: Database, ctx: Context, caseId: string) {
  const [row] = await tx.select().from(caseContacts).where(eq(caseContacts.caseId, caseId));
  if (!row) return undefined;
  // What was sealed was a Contact.
  const contact = JSON.parse(await open(tx, ctx, caseId, placeOf(caseId), row.sealed)) as Contact;
  return { contact, revision: row.revision };
}

export const sealContact = (tx: Database, ctx: Context, caseId: string, contact: Contact) =>
  seal(tx, ctx, caseId, placeOf(caseId), JSON.stringify(contact));
