import type { Context, Database } from "../../platform/context.ts";
import type { WrappedKey } from "../../platform/keys/vault.ts";
import { disclosureKeys } from "../schema.ts";

interface Parties {
  id: string;
  senderId: string;
  recipientId: string;
}

/** Wraps a disclosure, which is sealed already, under a new key of its referral; the key before it is gone. */
export async function wrapDisclosure(
  tx: Database,
  ctx: Context,
  referral: Parties,
  sealed: Uint8Array,
): Promise<Uint8Array> {
  const { id: referralId, senderId, recipientId } = referral;
  const made = await ctx.vault.newKey(disclosureKeyOwner(referral));
  await tx
    .insert(disclosureKeys)
    .values({ referralId, senderId, recipientId, ...made })
    .onConflictDoUpdate({ target: disclosureKeys.referralId, set: made });
  const key = await ctx.vault.openKey(made, disclosureKeyOwner(referral));
  return key.seal(placeOf(referral), sealed);
}

/** Unwraps it again, with the key that `take_disclosure_key` gave its recipient. */
export async function unwrapDisclosure(
  ctx: Context,
  referral: Parties,
  taken: WrappedKey,
  wrapped: Uint8Array,
): Promise<Uint8Array> {
  const key = await ctx.vault.openKey(taken, disclosureKeyOwner(referral));
  return key.open(placeOf(referral), wrapped);
}

export const disclosureKeyOwner = ({ id, senderId, recipientId }: Parties) => [
  "disclosure_key",
  id,
  senderId,
  recipientId,
];

const placeOf = ({ id, senderId, recipientId }: Parties) => [
  "disclosure",
  "sealed",
  id,
  senderId,
  recipientId,
];
