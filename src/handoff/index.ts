import acceptReferralOperation from "./accept-referral.ts";
import acknowledgeReferralOperation from "./acknowledge-referral.ts";
import addHelpQuestionOperation from "./add-help-question.ts";
import createReferralOperation from "./create-referral.ts";
import declineReferralOperation from "./decline-referral.ts";
import getCaseOperation from "./get-case.ts";
import getReferralOperation from "./get-referral.ts";
import listReferralsOperation from "./list-referrals.ts";
import offerReferralOperation from "./offer-referral.ts";
import openCaseOperation from "./open-case.ts";
import recordConsentOperation from "./record-consent.ts";
import withdrawConsentOperation from "./withdraw-consent.ts";
import withdrawReferralOperation from "./withdraw-referral.ts";

export const operations = [
  openCaseOperation,
  getCaseOperation,
  addHelpQuestionOperation,
  recordConsentOperation,
  withdrawConsentOperation,
  createReferralOperation,
  offerReferralOperation,
  listReferralsOperation,
  getReferralOperation,
  acknowledgeReferralOperation,
  acceptReferralOperation,
  declineReferralOperation,
  withdrawReferralOperation,
] as const;
