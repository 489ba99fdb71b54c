import acceptHandOverOperation from "../cases/access/accept-hand-over.ts";
import getAccessLogOperation from "../cases/access/get-access-log.ts";
import getColleaguesOperation from "../cases/access/get-colleagues.ts";
import handOverCaseOperation from "../cases/access/hand-over-case.ts";
import lookUpCaseOperation from "../cases/access/look-up-case.ts";
import nameColleaguesOperation from "../cases/access/name-colleagues.ts";
import returnCaseOperation from "../cases/access/return-case.ts";
import takeOverCaseOperation from "../cases/access/take-over-case.ts";
import agreeCodeWordOperation from "../cases/code-word/agree-code-word.ts";
import checkCodeWordOperation from "../cases/code-word/check-code-word.ts";
import getConsentReceiptOperation from "../cases/consents/get-consent-receipt.ts";
import getConsentReceiptStatusOperation from "../cases/consents/get-consent-receipt-status.ts";
import listConsentTextsOperation from "../cases/consents/list-consent-texts.ts";
import recordConsentOperation from "../cases/consents/record-consent.ts";
import forgetContactOperation from "../cases/contact/forget-contact.ts";
import getContactOperation from "../cases/contact/get-contact.ts";
import keepContactOperation from "../cases/contact/keep-contact.ts";
import arrangeCoverOperation from "../cases/covers/arrange-cover.ts";
import endCoverOperation from "../cases/covers/end-cover.ts";
import listCoversOperation from "../cases/covers/list-covers.ts";
import getCaseOperation from "../cases/get-case.ts";
import listNotesOperation from "../cases/notes/list-notes.ts";
import writeNoteOperation from "../cases/notes/write-note.ts";
import openCaseOperation from "../cases/open-case.ts";
import addHelpQuestionOperation from "../cases/questions/add-help-question.ts";
import assignHelpQuestionOperation from "../cases/questions/assign-help-question.ts";
import endHelpQuestionOperation from "../cases/questions/end-help-question.ts";
import getHelpQuestionOperation from "../cases/questions/get-help-question.ts";
import listHelpQuestionsOperation from "../cases/questions/list-help-questions.ts";
import planNextActionOperation from "../cases/questions/plan-next-action.ts";
import suggestServicesForQuestionOperation from "../cases/questions/suggest-services-for-question.ts";
import getSafeContactOperation from "../cases/safe-contact/get-safe-contact.ts";
import keepSafeContactOperation from "../cases/safe-contact/keep-safe-contact.ts";
import verifySafeContactOperation from "../cases/safe-contact/verify-safe-contact.ts";
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

export { hoursValid as longestReceiptHours } from "../cases/consents/get-consent-receipt.ts";
export { handoffKeys, rewrapEach } from "./disclosure/rewrap-keys.ts";

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

export { caseCode, spelledCode } from "../cases/case-code.ts";
export { claimCaseSeal, open, openCaseSeal, type Place, seal } from "../cases/case-key.ts";
export { hashWord, matchesWord } from "../cases/code-word/hash-word.ts";
export { mostFailures } from "../cases/code-word/store.ts";
export { CodeWord } from "../cases/code-word/wire.ts";
export { keepContact } from "../cases/contact/keep-contact.ts";
export { Contact, ContactPhone } from "../cases/contact/wire.ts";
export { listCovered } from "../cases/covers/standing-in.ts";
export { getCase } from "../cases/get-case.ts";
export { type KnownCaller, writeDownCaller } from "../cases/known-caller.ts";
export { longestNote } from "../cases/notes/wire.ts";
export { openCase, openCaseIn } from "../cases/open-case.ts";
export { findSafeContact } from "../cases/safe-contact/store.ts";
export { fitsWindows, type Window } from "../cases/safe-contact/windows.ts";
export { SafeWindow } from "../cases/safe-contact/wire.ts";
export {
  actingMember,
  claimCase,
  claimOwnCase,
  findCase,
  findReadableCase,
  findReadableQuestion,
  mayRead,
  requireColleagues,
} from "../cases/store.ts";
export {
  Case,
  CasePath,
  domain,
  HelpQuestion,
  language,
  province,
  relation,
  topics,
} from "../cases/wire.ts";
export { tick } from "./clock/tick.ts";
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
export { retain } from "./erasure/retain.ts";
export { exportOfCase } from "./export/export-of-case.ts";
export { CaseExport } from "./export/wire.ts";
export {
  caseNotFound,
  caseNotShared,
  caseOwnerOnly,
  colleagueNotFound,
  helpQuestionNotFound,
} from "./problems.ts";
export type { Again, TakenAway } from "./restore/again.ts";
export { handoffAgain } from "./restore/index.ts";
export { taskKinds, todos } from "./todos.ts";
