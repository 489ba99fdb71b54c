import acceptHandOverOperation from "./access/accept-hand-over.ts";
import getAccessLogOperation from "./access/get-access-log.ts";
import getColleaguesOperation from "./access/get-colleagues.ts";
import handOverCaseOperation from "./access/hand-over-case.ts";
import lookUpCaseOperation from "./access/look-up-case.ts";
import nameColleaguesOperation from "./access/name-colleagues.ts";
import returnCaseOperation from "./access/return-case.ts";
import takeOverCaseOperation from "./access/take-over-case.ts";
import agreeCodeWordOperation from "./code-word/agree-code-word.ts";
import checkCodeWordOperation from "./code-word/check-code-word.ts";
import getConsentReceiptOperation from "./consents/get-consent-receipt.ts";
import getConsentReceiptStatusOperation from "./consents/get-consent-receipt-status.ts";
import listConsentTextsOperation from "./consents/list-consent-texts.ts";
import recordConsentOperation from "./consents/record-consent.ts";
import forgetContactOperation from "./contact/forget-contact.ts";
import getContactOperation from "./contact/get-contact.ts";
import keepContactOperation from "./contact/keep-contact.ts";
import arrangeCoverOperation from "./covers/arrange-cover.ts";
import endCoverOperation from "./covers/end-cover.ts";
import listCoversOperation from "./covers/list-covers.ts";
import getCaseOperation from "./get-case.ts";
import listNotesOperation from "./notes/list-notes.ts";
import writeNoteOperation from "./notes/write-note.ts";
import openCaseOperation from "./open-case.ts";
import addHelpQuestionOperation from "./questions/add-help-question.ts";
import assignHelpQuestionOperation from "./questions/assign-help-question.ts";
import endHelpQuestionOperation from "./questions/end-help-question.ts";
import getHelpQuestionOperation from "./questions/get-help-question.ts";
import listHelpQuestionsOperation from "./questions/list-help-questions.ts";
import planNextActionOperation from "./questions/plan-next-action.ts";
import suggestServicesForQuestionOperation from "./questions/suggest-services-for-question.ts";
import getSafeContactOperation from "./safe-contact/get-safe-contact.ts";
import keepSafeContactOperation from "./safe-contact/keep-safe-contact.ts";
import verifySafeContactOperation from "./safe-contact/verify-safe-contact.ts";

export const operations = [
  acceptHandOverOperation,
  getAccessLogOperation,
  getColleaguesOperation,
  handOverCaseOperation,
  lookUpCaseOperation,
  nameColleaguesOperation,
  returnCaseOperation,
  takeOverCaseOperation,
  agreeCodeWordOperation,
  checkCodeWordOperation,
  getConsentReceiptOperation,
  getConsentReceiptStatusOperation,
  listConsentTextsOperation,
  recordConsentOperation,
  forgetContactOperation,
  getContactOperation,
  keepContactOperation,
  arrangeCoverOperation,
  endCoverOperation,
  listCoversOperation,
  getCaseOperation,
  listNotesOperation,
  writeNoteOperation,
  openCaseOperation,
  addHelpQuestionOperation,
  assignHelpQuestionOperation,
  endHelpQuestionOperation,
  getHelpQuestionOperation,
  listHelpQuestionsOperation,
  planNextActionOperation,
  suggestServicesForQuestionOperation,
  getSafeContactOperation,
  keepSafeContactOperation,
  verifySafeContactOperation,
] as const;

export { caseCode, spelledCode } from "./case-code.ts";
export { type CaseSeal, claimCaseSeal, open, openCaseSeal, seal } from "./case-key.ts";
export { hashWord, matchesWord } from "./code-word/hash-word.ts";
export { mostFailures } from "./code-word/store.ts";
export { CodeWord } from "./code-word/wire.ts";
export {
  ageBands,
  capacities,
  consentMethods,
  type DataCategory,
  dataCategories,
  endReasons,
  type Language,
  languages,
  ownerChanges,
  provinces,
  purposes,
  type Relation,
  relations,
  subjects,
  takeOverReasons,
} from "./codes.ts";
export { basisRefusal } from "./consents/consent.ts";
export { hoursValid as longestReceiptHours } from "./consents/get-consent-receipt.ts";
export { consentTexts } from "./consents/texts/consent-texts.ts";
export { findContact } from "./contact/store.ts";
export { Contact, ContactPhone, presentContact } from "./contact/wire.ts";
export { listCovered } from "./covers/standing-in.ts";
export { coverTaskKinds, listCoverTodos } from "./covers/todos.ts";
export { getCase } from "./get-case.ts";
export { type KnownCaller, writeDownCaller } from "./known-caller.ts";
export { longestNote, placeOf } from "./notes/wire.ts";
export { openCaseIn } from "./open-case.ts";
export {
  caseNotFound,
  caseNotShared,
  colleagueCannotAct,
  colleagueNotFound,
  consentNotFound,
  helpQuestionEnded,
  helpQuestionNotFound,
  introductionUnsafe,
  safeContactStale,
} from "./problems.ts";
export { placeOfWords } from "./questions/wire.ts";
export { rewrapCaseKeys, rewrapEach } from "./rewrap-keys.ts";
export { requireSafe } from "./safe-contact/require-safe.ts";
export { findSafeContact } from "./safe-contact/store.ts";
export { fitsWindows, type Window } from "./safe-contact/windows.ts";
export { NewSafeContact, presentInstruction, SafeWindow } from "./safe-contact/wire.ts";
export {
  claimCase,
  claimConsent,
  findCase,
  findConsent,
  findReadableCase,
  findReadableQuestion,
  listConsents,
  listQuestions,
  mayRead,
  requireColleagues,
  requireCounsellor,
} from "./store.ts";
export {
  caseAccess,
  cases,
  type HelpQuestionChangeRow,
  type HelpQuestionRow,
  helpQuestionChanges,
} from "./tables/case.ts";
export { codesOnly } from "./tables/conditions.ts";
export { type ConsentRow, consents } from "./tables/consent.ts";
export { covers } from "./tables/cover.ts";
export { caseContacts, caseNotes, codeWords, takeOvers } from "./tables/personal.ts";
export { Case, CasePath, ConsentPath, domain, language, province, relation, topics } from "./wire.ts";
