import acceptReferralOperation from "./accept-referral.ts";
import acceptHandOverOperation from "./access/accept-hand-over.ts";
import getAccessLogOperation from "./access/get-access-log.ts";
import getColleaguesOperation from "./access/get-colleagues.ts";
import handOverCaseOperation from "./access/hand-over-case.ts";
import lookUpCaseOperation from "./access/look-up-case.ts";
import nameColleaguesOperation from "./access/name-colleagues.ts";
import returnCaseOperation from "./access/return-case.ts";
import takeOverCaseOperation from "./access/take-over-case.ts";
import acknowledgeReferralOperation from "./acknowledge-referral.ts";
import addHelpQuestionOperation from "./cases/add-help-question.ts";
import getCaseOperation from "./cases/get-case.ts";
import openCaseOperation from "./cases/open-case.ts";
import agreeCodeWordOperation from "./code-word/agree-code-word.ts";
import checkCodeWordOperation from "./code-word/check-code-word.ts";
import getConsentReceiptOperation from "./consents/get-consent-receipt.ts";
import getConsentReceiptStatusOperation from "./consents/get-consent-receipt-status.ts";
import listConsentTextsOperation from "./consents/list-consent-texts.ts";
import recordConsentOperation from "./consents/record-consent.ts";
import withdrawConsentOperation from "./consents/withdraw-consent.ts";
import forgetContactOperation from "./contact/forget-contact.ts";
import getContactOperation from "./contact/get-contact.ts";
import keepContactOperation from "./contact/keep-contact.ts";
import continueReferralOperation from "./continue-referral.ts";
import arrangeCoverOperation from "./covers/arrange-cover.ts";
import endCoverOperation from "./covers/end-cover.ts";
import listCoversOperation from "./covers/list-covers.ts";
import createReferralOperation from "./create-referral.ts";
import declineReferralOperation from "./decline-referral.ts";
import fetchDisclosureOperation from "./disclosure/fetch-disclosure.ts";
import resealDisclosureOperation from "./disclosure/reseal-disclosure.ts";
import getEmergencyOperation from "./emergencies/get-emergency.ts";
import listEmergenciesOperation from "./emergencies/list-emergencies.ts";
import recordEmergencyOperation from "./emergencies/record-emergency.ts";
import reviewEmergencyOperation from "./emergencies/review-emergency.ts";
import eraseCaseOperation from "./erasure/erase-case.ts";
import getOverdueReferralOperation from "./get-overdue-referral.ts";
import getReferralOperation from "./get-referral.ts";
import holdReferralOperation from "./hold-referral.ts";
import confirmContactOperation from "./introduction/confirm-contact.ts";
import fixIntroductionOperation from "./introduction/fix-introduction.ts";
import proposeTimesOperation from "./introduction/propose-times.ts";
import reportMissedIntroductionOperation from "./introduction/report-missed-introduction.ts";
import rescheduleIntroductionOperation from "./introduction/reschedule-introduction.ts";
import listReferralsOperation from "./list-referrals.ts";
import listNotesOperation from "./notes/list-notes.ts";
import writeNoteOperation from "./notes/write-note.ts";
import getHandoffNumbersOperation from "./numbers/get-handoff-numbers.ts";
import getNetworkNumbersOperation from "./numbers/get-network-numbers.ts";
import listObligationsOperation from "./obligations/list-obligations.ts";
import meetObligationOperation from "./obligations/meet-obligation.ts";
import offerReferralOperation from "./offer-referral.ts";
import approveOverrideOperation from "./overrides/approve-override.ts";
import decideObjectionOperation from "./overrides/decide-objection.ts";
import getOverrideOperation from "./overrides/get-override.ts";
import objectToOverrideOperation from "./overrides/object-to-override.ts";
import recordOverrideOperation from "./overrides/record-override.ts";
import releaseOverrideMakerOperation from "./overrides/release-override-maker.ts";
import askForDecisionOperation from "./overrides/requests/ask-for-decision.ts";
import reviewOverrideOperation from "./overrides/review-override.ts";
import withdrawOverrideOperation from "./overrides/withdraw-override.ts";
import assignHelpQuestionOperation from "./questions/assign-help-question.ts";
import endHelpQuestionOperation from "./questions/end-help-question.ts";
import getHelpQuestionOperation from "./questions/get-help-question.ts";
import listHelpQuestionsOperation from "./questions/list-help-questions.ts";
import planNextActionOperation from "./questions/plan-next-action.ts";
import suggestServicesForQuestionOperation from "./questions/suggest-services-for-question.ts";
import recordSpokenAnswerOperation from "./record-spoken-answer.ts";
import recordRefusalOperation from "./refusals/record-refusal.ts";
import reportOutcomeOperation from "./report-outcome.ts";
import getSafeContactOperation from "./safe-contact/get-safe-contact.ts";
import keepSafeContactOperation from "./safe-contact/keep-safe-contact.ts";
import verifySafeContactOperation from "./safe-contact/verify-safe-contact.ts";
import withdrawReferralOperation from "./withdraw-referral.ts";

export { hoursValid as longestReceiptHours } from "./consents/get-consent-receipt.ts";
export { handoffKeys, rewrapEach } from "./keys/rewrap-keys.ts";

export const operations = [
  openCaseOperation,
  getCaseOperation,
  lookUpCaseOperation,
  takeOverCaseOperation,
  handOverCaseOperation,
  acceptHandOverOperation,
  returnCaseOperation,
  arrangeCoverOperation,
  listCoversOperation,
  endCoverOperation,
  getAccessLogOperation,
  getColleaguesOperation,
  nameColleaguesOperation,
  keepContactOperation,
  getContactOperation,
  forgetContactOperation,
  keepSafeContactOperation,
  getSafeContactOperation,
  verifySafeContactOperation,
  agreeCodeWordOperation,
  checkCodeWordOperation,
  writeNoteOperation,
  listNotesOperation,
  eraseCaseOperation,
  addHelpQuestionOperation,
  listHelpQuestionsOperation,
  getHelpQuestionOperation,
  assignHelpQuestionOperation,
  suggestServicesForQuestionOperation,
  planNextActionOperation,
  endHelpQuestionOperation,
  listConsentTextsOperation,
  recordConsentOperation,
  getConsentReceiptOperation,
  getConsentReceiptStatusOperation,
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

export { caseCode, spelledCode } from "./cases/case-code.ts";
export {
  actingMember,
  claimCase,
  claimOwnCase,
  findCase,
  findReadableCase,
  findReadableQuestion,
  mayRead,
  requireColleagues,
} from "./cases/case-store.ts";
export {
  Case,
  CasePath,
  domain,
  HelpQuestion,
  language,
  province,
  relation,
  topics,
} from "./cases/case-wire.ts";
export { getCase } from "./cases/get-case.ts";
export { type KnownCaller, writeDownCaller } from "./cases/known-caller.ts";
export { openCase, openCaseIn } from "./cases/open-case.ts";
export { tick } from "./clock/tick.ts";
export { hashWord, matchesWord } from "./code-word/hash-word.ts";
export { mostFailures } from "./code-word/store.ts";
export { CodeWord } from "./code-word/wire.ts";
export {
  endReasons,
  type Language,
  languages,
  provinces,
  type Relation,
  relations,
  type Urgency,
  urgencies,
  weekdays,
} from "./codes.ts";
export { keepContact } from "./contact/keep-contact.ts";
export { Contact, ContactPhone } from "./contact/wire.ts";
export { listCovered } from "./covers/standing-in.ts";
export { retain } from "./erasure/retain.ts";
export { exportOfCase } from "./export/export-of-case.ts";
export { CaseExport } from "./export/wire.ts";
export { claimCaseSeal, open, openCaseSeal, type Place, seal } from "./keys/case-key.ts";
export { longestNote } from "./notes/wire.ts";
export {
  caseNotFound,
  caseNotShared,
  caseOwnerOnly,
  colleagueNotFound,
  helpQuestionNotFound,
} from "./problems.ts";
export type { Again, TakenAway } from "./restore/again.ts";
export { handoffAgain } from "./restore/index.ts";
export { findSafeContact } from "./safe-contact/store.ts";
export { fitsWindows, type Window } from "./safe-contact/windows.ts";
export { SafeWindow } from "./safe-contact/wire.ts";
export { taskKinds, todos } from "./todos.ts";
