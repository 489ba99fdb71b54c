import fetchDisclosureOperation from "./disclosure/fetch-disclosure.ts";
import resealDisclosureOperation from "./disclosure/reseal-disclosure.ts";
import getEmergencyOperation from "./emergencies/get-emergency.ts";
import listEmergenciesOperation from "./emergencies/list-emergencies.ts";
import recordEmergencyOperation from "./emergencies/record-emergency.ts";
import reviewEmergencyOperation from "./emergencies/review-emergency.ts";
import eraseCaseOperation from "./erasure/erase-case.ts";
import confirmContactOperation from "./introduction/confirm-contact.ts";
import fixIntroductionOperation from "./introduction/fix-introduction.ts";
import proposeTimesOperation from "./introduction/propose-times.ts";
import reportMissedIntroductionOperation from "./introduction/report-missed-introduction.ts";
import rescheduleIntroductionOperation from "./introduction/reschedule-introduction.ts";
import getHandoffNumbersOperation from "./numbers/get-handoff-numbers.ts";
import getNetworkNumbersOperation from "./numbers/get-network-numbers.ts";
import listObligationsOperation from "./obligations/list-obligations.ts";
import meetObligationOperation from "./obligations/meet-obligation.ts";
import approveOverrideOperation from "./overrides/approve-override.ts";
import decideObjectionOperation from "./overrides/decide-objection.ts";
import getOverrideOperation from "./overrides/get-override.ts";
import objectToOverrideOperation from "./overrides/object-to-override.ts";
import recordOverrideOperation from "./overrides/record-override.ts";
import releaseOverrideMakerOperation from "./overrides/release-override-maker.ts";
import askForDecisionOperation from "./overrides/requests/ask-for-decision.ts";
import reviewOverrideOperation from "./overrides/review-override.ts";
import withdrawOverrideOperation from "./overrides/withdraw-override.ts";
import acceptReferralOperation from "./referrals/accept-referral.ts";
import acknowledgeReferralOperation from "./referrals/acknowledge-referral.ts";
import continueReferralOperation from "./referrals/continue-referral.ts";
import createReferralOperation from "./referrals/create-referral.ts";
import declineReferralOperation from "./referrals/decline-referral.ts";
import getOverdueReferralOperation from "./referrals/get-overdue-referral.ts";
import getReferralOperation from "./referrals/get-referral.ts";
import holdReferralOperation from "./referrals/hold-referral.ts";
import listReferralsOperation from "./referrals/list-referrals.ts";
import offerReferralOperation from "./referrals/offer-referral.ts";
import recordSpokenAnswerOperation from "./referrals/record-spoken-answer.ts";
import reportOutcomeOperation from "./referrals/report-outcome.ts";
import withdrawReferralOperation from "./referrals/withdraw-referral.ts";
import recordRefusalOperation from "./refusals/record-refusal.ts";
import withdrawConsentOperation from "./withdraw-consent.ts";

export { rewrapDisclosureKeys } from "./disclosure/rewrap-keys.ts";

export const operations = [
  eraseCaseOperation,
  withdrawConsentOperation,
  recordOverrideOperation,
  getOverrideOperation,
  approveOverrideOperation,
  reviewOverrideOperation,
  objectToOverrideOperation,
  decideObjectionOperation,
  withdrawOverrideOperation,
  releaseOverrideMakerOperation,
  recordRefusalOperation,
  askForDecisionOperation,
  recordEmergencyOperation,
  listEmergenciesOperation,
  getEmergencyOperation,
  reviewEmergencyOperation,
  createReferralOperation,
  offerReferralOperation,
  listReferralsOperation,
  getReferralOperation,
  getOverdueReferralOperation,
  acknowledgeReferralOperation,
  acceptReferralOperation,
  declineReferralOperation,
  recordSpokenAnswerOperation,
  proposeTimesOperation,
  fixIntroductionOperation,
  rescheduleIntroductionOperation,
  reportMissedIntroductionOperation,
  fetchDisclosureOperation,
  resealDisclosureOperation,
  confirmContactOperation,
  reportOutcomeOperation,
  holdReferralOperation,
  continueReferralOperation,
  withdrawReferralOperation,
  listObligationsOperation,
  meetObligationOperation,
  getHandoffNumbersOperation,
  getNetworkNumbersOperation,
] as const;

export { tick } from "./clock/tick.ts";
export { type Urgency, urgencies } from "./codes.ts";
export { retain } from "./erasure/retain.ts";
export { exportOfCase } from "./export/export-of-case.ts";
export { CaseExport } from "./export/wire.ts";
export type { Again, TakenAway } from "./restore/again.ts";
export { handoffAgain } from "./restore/index.ts";
export { taskKinds, todos } from "./todos.ts";
