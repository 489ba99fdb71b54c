import { answersByPhone, findParticipant, listReceivingKeys } from "../../identity/index.ts";
import { actingMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { sqlState } from "../../platform/database/transact.ts";
import { fail } from "../../platform/http/problem.ts";
import { disclosureUnfit, questionAlreadyDisclosed, recipientSuspended } from "../problems.ts";
import { disclosures, type ReferralRow } from "../schema.ts";
import { wrapDisclosure } from "./disclosure-key.ts";
import { sealedRefusal } from "./sealed-disclosure.ts";
import { agreedCategories, otherIsDisclosed } from "./store.ts";
import type { NewDisclosure } from "./wire.ts";

/** Checks and keeps what is sealed for the recipient of a locked referral, in place of an earlier one. */
export async function keepDisclosure(
  tx: Database,
  ctx: Context,
  referral: ReferralRow,
  disclosure: NewDisclosure,
  sealedAt: Date,
): Promise<void> {
  if (await otherIsDisclosed(tx, referral)) fail(questionAlreadyDisclosed);
  if ((await findParticipant(tx, referral.recipientId))?.participant.suspendedAt) fail(recipientSuspended);
  const { id: referralId, senderId, recipientId } = referral;
  const told = {
    method: disclosure.method,
    categories: disclosure.categories,
    ...(disclosure.method === "spoken"
      ? await spoken(tx, referral, disclosure)
      : await sealed(tx, ctx, referral, disclosure, sealedAt)),
    sealedBy: actingMember(ctx),
    sealedAt,
    spentAt: null,
  };
  await tx
    .insert(disclosures)
    .values({ referralId, senderId, recipientId, ...told })
    .onConflictDoUpdate({ target: disclosures.referralId, set: told })
    .catch(refuseOvertaken);
}

/** What the recipient's key, or the recipient itself, became since it was looked at. */
function refuseOvertaken(error: unknown): never {
  const state = sqlState(error);
  if (state === "HR039") fail(disclosureUnfit, { detail: "The recipient has just revoked the key." });
  if (state === "HR170") fail(recipientSuspended);
  throw error;
}

type Spoken = Extract<NewDisclosure, { method: "spoken" }>;
type Sealed = Exclude<NewDisclosure, Spoken>;

async function spoken(tx: Database, referral: ReferralRow, { categories, to }: Spoken) {
  const agreed = await agreedCategories(tx, referral);
  if (!(await answersByPhone(tx, referral.recipientId)))
    fail(disclosureUnfit, { detail: "A partner with a login fetches what is sealed for it." });
  if (!categories.every((category) => agreed.includes(category)))
    fail(disclosureUnfit, { detail: "It holds a category that the caller did not agree to." });
  return { recipientKid: null, sealed: null, toldName: to.name, toldFunction: to.function };
}

async function sealed(tx: Database, ctx: Context, referral: ReferralRow, disclosure: Sealed, now: Date) {
  const recipientKids = await receivingKids(tx, referral.recipientId, now);
  const refusal = sealedRefusal(disclosure.sealed, {
    method: disclosure.method,
    categories: disclosure.categories,
    consentCategories: await agreedCategories(tx, referral),
    recipientKids,
    senderKids: await receivingKids(tx, referral.senderId, now),
  });
  if (refusal) fail(disclosureUnfit, { detail: refusal });
  const named = disclosure.sealed.recipients.map(({ header }) => ("kid" in header ? header.kid : undefined));
  const toKey = disclosure.method === "key";
  return {
    recipientKid: (toKey && recipientKids.find((kid) => named.includes(kid))) || null,
    sealed: await wrapDisclosure(tx, ctx, referral, bytesOf(disclosure.sealed)),
    toldName: null,
    toldFunction: null,
  };
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const receivingKids = async (tx: Database, participantId: string, now: Date) =>
  (await listReceivingKeys(tx, participantId, now)).map(({ kid }) => kid);
