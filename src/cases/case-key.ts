import { eq } from "drizzle-orm";
import type { Context, Database } from "../platform/context.ts";
import { type DataKey, VaultFault } from "../platform/keys/vault.ts";
import { caseKeys } from "./schema.ts";

/** Where a sealed value of a case stands: moved to another row, column or case it does not open. */
export interface Place {
  table: string;
  column: string;
  rowId: string;
}

/** What seals and opens the personal data of one case. */
export interface CaseSeal {
  seal(place: Place, text: string): Promise<Uint8Array>;
  open(place: Place, sealed: Uint8Array): Promise<string>;
}

/** Opens the case's data key, for what was sealed; throws VaultFault when there is none. */
export async function openCaseSeal(tx: Database, ctx: Context, caseId: string): Promise<CaseSeal> {
  const key = await findKey(tx, ctx, caseId);
  if (!key) throw new VaultFault("CaseKeyMissing", "the data key of this case is gone, and with it its data");
  return sealOf(caseId, key);
}

/** The same, for what is to be sealed: the first time makes the key. */
export async function claimCaseSeal(tx: Database, ctx: Context, caseId: string): Promise<CaseSeal> {
  const known = await findKey(tx, ctx, caseId);
  if (known) return sealOf(caseId, known);
  const { participantId } = ctx.actor;
  const made = await ctx.vault.newKey(ownerOf(ctx, caseId));
  await tx
    .insert(caseKeys)
    .values({ caseId, participantId, ...made })
    .onConflictDoNothing();
  // Read again: another request may have been first.
  return openCaseSeal(tx, ctx, caseId);
}

export const seal = async (tx: Database, ctx: Context, caseId: string, place: Place, text: string) =>
  (await claimCaseSeal(tx, ctx, caseId)).seal(place, text);

export const open = async (tx: Database, ctx: Context, caseId: string, place: Place, sealed: Uint8Array) =>
  (await openCaseSeal(tx, ctx, caseId)).open(place, sealed);

const ownerOf = (ctx: Context, caseId: string) => caseKeyOwner(caseId, ctx.actor.participantId);

export const caseKeyOwner = (caseId: string, participantId: string) => ["case_key", caseId, participantId];

async function findKey(tx: Database, ctx: Context, caseId: string): Promise<DataKey | undefined> {
  const [found] = await tx.select().from(caseKeys).where(eq(caseKeys.caseId, caseId));
  return found && ctx.vault.openKey(found, ownerOf(ctx, caseId));
}

function sealOf(caseId: string, key: DataKey): CaseSeal {
  const bound = ({ table, column, rowId }: Place) => [table, column, rowId, caseId];
  return {
    seal: (place, text) => key.seal(bound(place), new TextEncoder().encode(text)),
    open: async (place, sealed) => new TextDecoder().decode(await key.open(bound(place), sealed)),
  };
}
