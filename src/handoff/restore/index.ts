import type { Again } from "./again.ts";
import {
  changeOwnerAgain,
  endAccessAgain,
  endCodeWordAgain,
  endCoverAgain,
  eraseCaseAgain,
  forgetContactAgain,
  spendCodeWordAgain,
} from "./cases.ts";
import {
  endReferralAgain,
  honorObjectionAgain,
  refuseAgain,
  refuseOverrideAgain,
  spendCodeAgain,
  withdrawConsentAgain,
  withdrawOverrideAgain,
} from "./handoffs.ts";
import { meetAgain, raiseAgain, releaseAgain } from "./obligations.ts";

/** How what was taken away of cases and handoffs is taken away again, by the kind of the ledger's entry. */
export const handoffAgain = {
  "consent-withdrawn": withdrawConsentAgain,
  "referral-ended": endReferralAgain,
  refused: refuseAgain,
  "override-ended": withdrawOverrideAgain,
  "override-refused": refuseOverrideAgain,
  "objection-honored": honorObjectionAgain,
  // Not decided yet, or its decision is lost: nothing rests on it until somebody decides anew.
  "override-objected": withdrawOverrideAgain,
  "identity-released": releaseAgain,
  "obligation-raised": raiseAgain,
  "obligation-met": meetAgain,
  "code-spent": spendCodeAgain,
  "case-erased": eraseCaseAgain,
  "contact-forgotten": forgetContactAgain,
  "code-word-ended": endCodeWordAgain,
  "code-word-spent": spendCodeWordAgain,
  "case-owner": changeOwnerAgain,
  "case-access-ended": endAccessAgain,
  "cover-ended": endCoverAgain,
} as const satisfies Record<string, Again>;
