import { record } from "../audit/index.ts";
import { actingMember } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { seal } from "./case-key.ts";
import { sealHash } from "./code-word/store.ts";
import { sealContact } from "./contact/store.ts";
import type { Contact } from "./contact/wire.ts";
import { placeOf } from "./notes/wire.ts";
import { sealSafeContact } from "./safe-contact/store.ts";
import type { NewSafeContact } from "./safe-contact/wire.ts";
import { caseContacts, caseNotes, codeWords, safeContacts } from "./schema.ts";

/** What is known of a caller before there is a case. */
export interface KnownCaller {
  contact?: Contact | undefined;
  safeContact?: NewSafeContact | undefined;
  /** In the order in which they are to be read. */
  notes: readonly string[];
  /** As `hashWord` made it. */
  codeWord?: { hashed: string; failures: number } | undefined;
}

/** Writes it into a case that was opened in this transaction; the safe contact counts as unchecked. */
export async function writeDownCaller(
  tx: Database,
  ctx: Context,
  caseId: string,
  { contact, safeContact, notes, codeWord }: KnownCaller,
): Promise<void> {
  const owned = { caseId, participantId: ctx.actor.participantId };
  const revision = ctx.newId();
  const audit = (action: "contact.changed" | "safe-contact.changed" | "code-word.agreed") =>
    record(tx, ctx, { action, subjectId: caseId, caseId });
  if (contact) {
    const sealed = await sealContact(tx, ctx, caseId, contact);
    await tx.insert(caseContacts).values({ ...owned, sealed, revision });
    await audit("contact.changed");
  }
  if (safeContact) {
    const sealed = await sealSafeContact(tx, ctx, caseId, safeContact);
    await tx.insert(safeContacts).values({ ...owned, sealed, revision });
    await audit("safe-contact.changed");
  }
  if (codeWord) {
    const sealed = await sealHash(tx, ctx, caseId, codeWord.hashed);
    await tx.insert(codeWords).values({ ...owned, sealed, failures: codeWord.failures });
    await audit("code-word.agreed");
  }
  for (const text of notes) await addNote(tx, ctx, caseId, text);
}

async function addNote(tx: Database, ctx: Context, caseId: string, text: string): Promise<void> {
  const id = ctx.newId();
  const row = {
    id,
    participantId: ctx.actor.participantId,
    caseId,
    authorId: actingMember(ctx),
    sealed: await seal(tx, ctx, caseId, placeOf(id), text),
    writtenAt: ctx.now(),
  };
  await tx.insert(caseNotes).values(row);
  await record(tx, ctx, { action: "note.written", subjectId: id, caseId, at: row.writtenAt });
}
